import { continued } from '../../../graders/continued.ts';
import { own } from '../../../graders/core/own.ts';
import { filesOf, readSavedSession, type SavedSession } from '../../../graders/core/saved-session.ts';
import type { Exercise, Source } from '../../../graders/index.ts';
import type { TerminalPageData } from '../../shared/terminal-data.ts';
import { terminalWords as words } from '../../shared/terminal-words.ts';
import { byId } from '../element.ts';
import { earlierAnswers } from '../exercise/earlier.ts';
import { loadAnswer } from '../exercise/saved.ts';
import { say } from '../lang.ts';
import { partTable } from '../parts/parts.ts';
import { Scripts } from '../scripts.ts';
import { Files } from './files.ts';
import { sessionIn } from './link.ts';
import { TerminalPanel } from './panel.ts';

declare global {
  interface Window {
    /** What the exercises put on the desk. */
    timonelWorlds?: readonly Exercise[];
  }
}

/** The page of the terminal: a desk with nothing but files, or that of an exercise. */
class TerminalPage {
  private readonly scripts: Scripts;
  private readonly world = byId<HTMLSelectElement>('mundo');
  private readonly files = new Files(byId('ficheros-cuerpo'));
  private panel: TerminalPanel | undefined;

  constructor(private readonly data: TerminalPageData) {
    const { lab, worlds } = data;
    this.scripts = new Scripts([lab, worlds, ...partTable().files], 'timonel-terminal');
    this.world.addEventListener('change', () => void this.show(this.world.value));
    byId<HTMLInputElement>('sesion').addEventListener('change', (event) => void this.openFile(event));
    for (const chip of document.querySelectorAll<HTMLButtonElement>('[data-suggest]'))
      chip.addEventListener('click', () => this.panel?.suggest(chip.dataset.suggest ?? ''));
    addEventListener('hashchange', () => void this.begin());
    void this.begin();
  }

  private async begin(): Promise<void> {
    const saved = await sessionIn(location.hash);
    if (saved === undefined) return this.show(this.world.value);
    // The link has done its work: what is typed from here on is another session.
    history.replaceState(null, '', location.pathname);
    if (saved === 'broken') return this.show('', undefined, say(words.badSession));
    return this.restore(saved, say(words.linkOpened));
  }

  private async restore(saved: SavedSession, told: string): Promise<void> {
    const { exercise = '' } = saved;
    const id = exercise === '' ? '' : (await this.worldOf(exercise))?.spec.id;
    if (id === undefined) return this.show('', undefined, say(words.unknownExercise));
    if (id === '') this.files.replace(filesOf(saved));
    return this.show(id, saved, told);
  }

  private async openFile({ target }: Event): Promise<void> {
    const input = target as HTMLInputElement;
    const [file] = input.files ?? [];
    const text = file && file.size <= 2_000_000 ? await file.text() : '';
    input.value = '';
    const saved = readSavedSession(text);
    if (saved) await this.restore(saved, say(words.fileOpened));
    else this.panel?.tell(say(words.badSession));
  }

  private async show(id: string, saved?: SavedSession, told?: string): Promise<void> {
    this.world.value = id;
    const world = id === '' ? undefined : await this.worldOf(id);
    byId('ficheros').hidden = world !== undefined;
    this.link(world);
    this.panel?.close();
    const panel = new TerminalPanel({
      host: byId('terminal'),
      scripts: this.scripts,
      engine: this.data.lab,
      page: 'terminal.html',
      key: id === '' ? 'mesa' : id,
      ...(world && { world: continued(world, earlierAnswers(world.spec.continues)) }),
      files: () => (world ? answersOf(world) : this.files.now()),
    });
    this.panel = panel;
    await panel.open(saved, told);
    if (told !== undefined && !saved) panel.tell(told);
  }

  /** Where the files of an exercise are edited. */
  private link(world: Exercise | undefined): void {
    const link = byId<HTMLAnchorElement>('al-ejercicio');
    link.parentElement?.toggleAttribute('hidden', !world);
    if (world) link.href = `ejercicios/${world.folder}.html`;
  }

  private async worldOf(wanted: string): Promise<Exercise | undefined> {
    await this.scripts.load(this.data.worlds);
    return window.timonelWorlds?.find(
      ({ spec, folder }) =>
        spec.id === wanted || folder === wanted || String(spec.number) === wanted.replace(/^0+/, ''),
    );
  }
}

/** The learner's answers as this browser keeps them. */
function answersOf({ spec, starter }: Exercise): readonly Source[] {
  const kept = loadAnswer(spec.id) ?? {};
  return starter.map(({ path, text }) => ({ path, text: own(kept, path) ?? text }));
}

new TerminalPage(JSON.parse(byId('datos').textContent ?? '') as TerminalPageData);
