import { fill } from '../../graders/core/messages.ts';
import { transferWords } from '../shared/transfer-words.ts';
import { statusWords } from '../shared/words.ts';
import { download } from './download.ts';
import { button, byId, element, table } from './element.ts';
import { currentLang, langChanged, say } from './lang.ts';
import { keys, save } from './store.ts';
import { merged, plan, type Step, takesTheirs } from './transfer/merge.ts';
import { type Kept, keptOf, type Pack, pack, unpack } from './transfer/pack.ts';

const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
const ids = rows.map((row) => row.dataset.row ?? '');
const nameOf = (id: string): string => rows.find((row) => row.dataset.row === id)?.querySelector('a')?.innerText ?? id;

function show(): void {
  let passed = 0;
  for (const row of rows) {
    const kept = keptOf(row.dataset.row ?? '');
    if (kept?.progress?.passed && row.dataset.practice === undefined) passed++;
    row.dataset.status = kept?.progress?.status ?? 'none';
    cell(row, 'state').textContent = stateOf(kept);
    cell(row, 'tries').textContent = String(kept?.progress?.tries ?? '—');
    cell(row, 'changed').textContent = dateOf(kept?.history[0]?.at);
  }
  byId('superados').textContent = String(passed);
  byId<HTMLProgressElement>('barra').value = passed;
}

const cell = (row: HTMLElement, part: string): HTMLElement => row.querySelector<HTMLElement>(`[data-${part}]`) ?? row;

function stateOf(kept: Kept | undefined): string {
  return say(kept?.progress ? statusWords[kept.progress.status] : transferWords.notStarted);
}

const dateOf = (at: string | undefined): string =>
  at === undefined ? '—' : new Date(at).toLocaleString(currentLang(), { dateStyle: 'medium', timeStyle: 'short' });

function tell(sentence: string): void {
  byId('aviso-progreso').textContent = sentence;
}

function saveCopy(): void {
  const made = new Date();
  const copy = pack(ids, made.toISOString());
  const count = Object.keys(copy.exercises).length;
  if (count === 0) {
    tell(say(transferWords.nothing));
    return;
  }
  download(`timonel-${copy.made.slice(0, 10)}.json`, JSON.stringify(copy, undefined, 1));
  tell(fill(transferWords.saved, { count }, currentLang()));
}

async function openCopy({ currentTarget }: Event): Promise<void> {
  const input = currentTarget as HTMLInputElement;
  const [file] = input.files ?? [];
  if (!file) return;
  const read = unpack(await file.text());
  input.value = '';
  if ('refusal' in read) {
    byId('propuesta').hidden = true;
    tell(say(transferWords[read.refusal]));
    return;
  }
  propose(read);
}

/** What would change, before anything does. */
function propose(copy: Pack): void {
  const steps = plan(copy, ids, keptOf);
  const place = byId('propuesta');
  place.hidden = steps.length === 0;
  if (steps.length === 0) {
    tell(say(transferWords.unchanged));
    return;
  }
  const takes = new Map(steps.map(({ id, standing }) => [id, takesTheirs(standing)]));
  place.replaceChildren(
    element('h3', {}, say(transferWords.preview)),
    element('p', { class: 'muted' }, say(transferWords.made).replace('{date}', dateOf(copy.made))),
    table(
      [transferWords.exercise, transferWords.here, transferWords.there, transferWords.keep].map(say),
      steps.map((step) => row(step, takes)),
    ),
    button(say(transferWords.merge), () => apply(steps, takes), 'primary'),
    ' ',
    button(say(transferWords.cancel), () => {
      place.hidden = true;
      tell('');
    }),
  );
  tell(say(transferWords.preview));
}

function row(step: Step, takes: Map<string, boolean>): HTMLTableRowElement {
  const { id, standing, mine, theirs } = step;
  const decided = standing === 'new' || standing === 'same';
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, nameOf(id)),
    element('td', {}, stateOf(mine)),
    element('td', {}, stateOf(theirs)),
    element('td', {}, say(transferWords[standing]), !decided && choice(id, takes)),
  );
}

function choice(id: string, takes: Map<string, boolean>): HTMLElement {
  const options = [
    { take: false, text: transferWords.mine },
    { take: true, text: transferWords.theirs },
  ];
  return element(
    'div',
    { role: 'radiogroup', 'aria-label': `${say(transferWords.keep)}: ${nameOf(id)}` },
    ...options.map(({ take, text }) => {
      const input = element('input', { type: 'radio', name: `queda-${id}`, checked: takes.get(id) === take });
      input.addEventListener('change', () => takes.set(id, take));
      return element('label', { class: 'choice' }, input, ` ${say(text)}`);
    }),
  );
}

function apply(steps: readonly Step[], takes: ReadonlyMap<string, boolean>): void {
  const now = new Date().toISOString();
  const failed = steps.filter((step) => !keep(step.id, merged(step, takes.get(step.id) ?? false, now)));
  byId('propuesta').hidden = true;
  show();
  tell(
    failed.length === 0
      ? say(transferWords.merged)
      : fill(transferWords.full, { names: failed.map(({ id }) => nameOf(id)) }, currentLang()),
  );
}

/** The versions first: with them kept, nothing is lost whatever happens to the rest. */
const keep = (id: string, { texts, history, progress }: Kept): boolean =>
  save(keys.history(id), history) &&
  (!texts || save(keys.answer(id), texts)) &&
  (!progress || save(keys.progress(id), progress));

byId('guardar').addEventListener('click', saveCopy);
byId('fichero').addEventListener('change', (event) => void openCopy(event));
document.addEventListener(langChanged, show);
addEventListener('storage', show);
show();
