import { own } from '../../../graders/core/own.ts';
import type { Source } from '../../../graders/index.ts';
import type { LabData, LabStep } from '../../shared/lab-data.ts';
import { labWords } from '../../shared/lab-words.ts';
import type { Editor } from '../editor/editor.ts';
import type { EditorScript } from '../editor/entry.ts';
import type { Lab } from '../lab-grader.ts';
import { currentLang, langChanged, say } from '../lang.ts';
import type { Parts } from '../parts/parts.ts';
import type { TimeScript } from '../picture/time/entry.ts';
import type { Scripts } from '../scripts.ts';
import type { Texts } from '../store.ts';
import { forgetFiles, keepFiles } from './kept.ts';
import { broken, resultOf, type Shown } from './result.ts';

/** One example: its editor, what was run last, and what is kept of it. */
class Bench {
  private readonly editor: Editor;
  private readonly result: HTMLElement;
  private readonly resetButton: HTMLButtonElement | undefined;
  private last: LabStep | undefined;

  constructor(
    private readonly section: HTMLElement,
    private readonly data: LabData,
    private readonly lab: Parts<{ readonly lab: Lab }>,
    texts: Texts,
    private readonly scripts: Scripts,
    script: EditorScript,
  ) {
    const host = section.querySelector<HTMLElement>('[data-editor]');
    const result = section.querySelector<HTMLElement>('[data-result]');
    if (!host || !result) throw new Error('an example without its editor');
    this.result = result;
    this.resetButton = section.querySelector<HTMLButtonElement>('[data-reset]') ?? undefined;
    const focused = host.contains(document.activeElement) ? (document.activeElement as HTMLTextAreaElement) : undefined;
    const [from, to] = [focused?.selectionStart ?? 0, focused?.selectionEnd ?? 0];
    this.editor = new script.Editor({
      host,
      files: Object.keys(data.files).map((path) => ({
        path,
        text: own(texts, path) ?? own(data.files, path) ?? '',
        readOnly: false,
      })),
      language: script.languageOf,
      onEdit: () => this.edited(),
      onSubmit: () => this.last && void this.show(this.last),
      onShow: (path) => this.selectTab(path),
    });
    const open = section.querySelector<HTMLElement>('.tabs [aria-pressed="true"]')?.dataset.file;
    if (open !== undefined) this.editor.show(open);
    if (focused) this.editor.goTo(open ?? '', from, to);
    document.addEventListener(langChanged, () => this.last && void this.show(this.last));
  }

  open(path: string): void {
    this.editor.show(path);
  }

  /** Runs one of the actions with the files as they stand. The focus stays where it is. */
  run(index: number): void {
    const step = this.data.steps[index];
    if (step) void this.show(step);
  }

  /** Back to what the author wrote; Ctrl+Z in the editor takes it back. */
  restore(): void {
    for (const [path, text] of Object.entries(this.data.files)) this.editor.replace(path, text);
    this.mark([]);
    forgetFiles(this.data.key);
    if (this.resetButton) this.resetButton.hidden = true;
    this.result.hidden = true;
    this.tell(say(labWords.restored));
  }

  private async show(step: LabStep): Promise<void> {
    this.last = step;
    const sources = this.sources();
    const shown = await this.judged(step, sources);
    if (this.last !== step) return;
    this.result.replaceChildren(shown.view);
    this.result.hidden = false;
    this.mark(shown.marks);
    this.tell(shown.summary);
  }

  /** What draws over time, for the actions that need it. @throws when it cannot be read */
  private async timeFor({ kind }: LabStep): Promise<TimeScript | undefined> {
    if (kind !== 'update' && kind !== 'load' && kind !== 'migration') return undefined;
    await this.scripts.load(this.data.time);
    const { timonelTime } = globalThis as { timonelTime?: TimeScript };
    await timonelTime?.ready;
    return timonelTime;
  }

  private async judged(step: LabStep, sources: readonly Source[]): Promise<Shown> {
    try {
      const time = await this.timeFor(step);
      return await this.lab.run(({ lab }) =>
        resultOf(step, sources, {
          lab,
          time,
          lang: currentLang(),
          ask: (question) => this.lab.run(({ lab: it }) => ({ answer: question(it), lab: it })),
          edited: () => this.files(),
          isHere: (path) => this.editor.has(path),
          goTo: ({ path, from, to }) => this.editor.goTo(path, from, to),
        }),
      );
    } catch (problem) {
      console.error(problem);
      return broken(problem, currentLang());
    }
  }

  private mark(marks: Shown['marks']): void {
    for (const path of Object.keys(this.data.files)) {
      const here = marks.filter((mark) => mark.path === path);
      this.editor.mark(
        path,
        here.map(({ from, to, severity, message }) => ({ from, to, severity, message })),
      );
    }
  }

  private edited(): void {
    keepFiles(this.data.key, this.texts());
    if (this.resetButton) this.resetButton.hidden = false;
    this.result.dataset.stale = 'true';
  }

  private selectTab(path: string): void {
    for (const tab of this.section.querySelectorAll<HTMLElement>('.tabs [data-file]')) {
      tab.setAttribute('aria-pressed', String(tab.dataset.file === path));
    }
  }

  private texts(): Texts {
    return Object.fromEntries(Object.keys(this.data.files).map((path) => [path, this.editor.text(path)]));
  }

  private sources(): readonly Source[] {
    delete this.result.dataset.stale;
    return this.files();
  }

  private files(): readonly Source[] {
    return Object.entries({ ...this.texts(), ...this.data.given }).map(([path, text]) => ({ path, text }));
  }

  private tell(sentence: string): void {
    const status = this.section.querySelector('[data-status]');
    if (status) status.textContent = sentence;
  }
}

/** What the page of a lesson asks of an example that was opened. */
export type OpenBench = (
  section: HTMLElement,
  data: LabData,
  lab: Parts<{ readonly lab: Lab }>,
  texts: Texts,
  scripts: Scripts,
) => { show(path: string): void; run(index: number): void; reset(): void };

window.timonelBench = (section, data, lab, texts, scripts) => {
  const { timonelEditor: script } = globalThis;
  if (!script) throw new Error('the editor was not loaded');
  const bench = new Bench(section, data, lab, texts, scripts, script);
  return {
    show: (path) => bench.open(path),
    run: (index) => bench.run(index),
    reset: () => bench.restore(),
  };
};
