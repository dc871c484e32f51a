import { own } from '../../graders/core/own.ts';
import type { LabData } from '../shared/lab-data.ts';
import { labWords } from '../shared/lab-words.ts';
import { showProgress } from './home-rows.ts';
import type { Lab } from './lab-grader.ts';
import { langChanged, say } from './lang.ts';
import type { OpenBench } from './live/bench.ts';
import { keepFiles, keptFiles } from './live/kept.ts';
import { Parts, partTable } from './parts/parts.ts';
import { Scripts } from './scripts.ts';

declare global {
  interface Window {
    timonelBench?: OpenBench;
  }
}

/** Brings the examples of a lesson to life when somebody touches one, and lets code be copied. */
const labs = [...document.querySelectorAll<HTMLElement>('[data-lab]')].map((section) => ({
  section,
  data: JSON.parse(section.querySelector('[data-lab-data]')?.textContent ?? '{}') as LabData,
}));
const benchScripts = [...new Set(labs.flatMap(({ data }) => [data.editor, data.bench, data.time]))];
const table = benchScripts.length === 0 ? undefined : partTable();
const scripts = new Scripts([...(table?.files ?? []), ...benchScripts]);
const lab = table && new Parts<{ readonly lab: Lab }>(scripts, table, 'lab');

for (const { section, data } of labs) prepare(section, data);
for (const copy of document.querySelectorAll<HTMLButtonElement>('[data-copy]'))
  copy.addEventListener('click', copyCode);
showProgress();
document.addEventListener(langChanged, showProgress);

function prepare(section: HTMLElement, data: LabData): void {
  const areas = [...section.querySelectorAll('textarea')];
  const kept = keptFiles(data.key);
  for (const area of areas) area.value = own(kept, area.dataset.file ?? '') ?? area.value;
  let bench: Promise<ReturnType<OpenBench> | undefined> | undefined;

  const texts = () => Object.fromEntries(areas.map((area) => [area.dataset.file ?? '', area.value]));
  const open = () => {
    bench ??= Promise.all([scripts.load(data.editor, data.bench), lab?.load()]).then(
      () => lab && window.timonelBench?.(section, data, lab, texts(), scripts),
      () => {
        bench = undefined;
        tell(section, say(labWords.missing));
        return undefined;
      },
    );
    return bench;
  };

  const tabs = [...section.querySelectorAll<HTMLButtonElement>('.tabs [data-file]')];
  for (const tab of tabs) {
    tab.addEventListener('click', () => {
      for (const other of tabs) other.setAttribute('aria-pressed', String(other === tab));
      for (const area of areas) area.hidden = area.dataset.file !== tab.dataset.file;
      void bench?.then((opened) => opened?.show(tab.dataset.file ?? ''));
    });
  }
  for (const area of areas) {
    area.addEventListener('input', () => keepFiles(data.key, texts()));
    area.addEventListener('focus', () => void open());
  }
  for (const button of section.querySelectorAll<HTMLButtonElement>('[data-step]')) {
    button.addEventListener('click', async () => {
      tell(section, say(labWords.running));
      (await open())?.run(Number(button.dataset.step));
    });
  }
  const reset = section.querySelector<HTMLButtonElement>('[data-reset]');
  if (reset) {
    reset.hidden = kept === undefined;
    reset.addEventListener('click', async () => (await open())?.reset());
  }
}

function tell(section: HTMLElement, sentence: string): void {
  const status = section.querySelector('[data-status]');
  if (status) status.textContent = sentence;
}

async function copyCode({ currentTarget }: Event): Promise<void> {
  const button = currentTarget as HTMLButtonElement;
  const code = button.closest('figure')?.querySelector('pre');
  const label = button.firstElementChild;
  if (!code || !label) return;
  try {
    await navigator.clipboard.writeText(code.textContent ?? '');
    label.textContent = say(labWords.copied);
  } catch {
    // Where there is no clipboard (a page of a file), the code is selected and the keyboard does the rest.
    getSelection()?.selectAllChildren(code);
    label.textContent = say(labWords.selected);
  }
}
