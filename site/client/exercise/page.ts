import type { Extension } from '@codemirror/state';
import type { Exercise, Report, Source } from '../../../graders/index.ts';
import type { PageData, SessionReport } from '../../shared/page-data.ts';
import { words } from '../../shared/words.ts';
import { Editor } from '../editor/editor.ts';
import { byId } from '../element.ts';
import type { Grader } from '../grader.ts';
import { langChanged, say } from '../lang.ts';
import { noteReport, progressOf } from '../progress.ts';
import { fullKey, keys } from '../store.ts';
import { stepHints } from './hints.ts';
import { showHistory } from './history-view.ts';
import { GraderScript } from './load-grader.ts';
import { marksOf } from './marks.ts';
import { announce, dismiss, offer } from './notices.ts';
import { Places } from './places.ts';
import { reportView } from './report-view.ts';
import { addToHistory, loadAnswer, loadHistory, sameTexts, saveAnswer, type Texts, type Version } from './saved.ts';
import { summary } from './score.ts';
import { listenToSession } from './session.ts';
import { Tabs } from './tabs.ts';

const saveDelay = 300;

/** One exercise: what is written, what it was graded as, and what is kept. */
export class ExercisePage {
  private readonly exercise: Exercise;
  private readonly id: string;
  private readonly script: GraderScript;
  private readonly editor: Editor;
  private shown: { readonly report: Report; readonly texts: Texts; readonly grader: Grader } | undefined;
  /** The answer as the study session last saw it on disk. */
  private onDisk: Texts | undefined;
  private saving: ReturnType<typeof setTimeout> | undefined;
  private warned = false;

  constructor({ exercise, aids, grader }: PageData, language: (file: string) => Extension) {
    this.exercise = exercise;
    this.id = exercise.spec.id;
    this.script = new GraderScript(grader);
    const kept = loadAnswer(this.id);
    const tabs = new Tabs((file) => this.editor.show(file));
    this.editor = new Editor({
      host: byId('editor'),
      files: [
        ...exercise.starter.map(({ path, text }) => ({ path, text: kept?.[path] ?? text, readOnly: false })),
        ...[...exercise.given, ...aids].map((file) => ({ ...file, readOnly: true })),
      ],
      language,
      onEdit: () => this.edited(),
      onSubmit: () => void this.grade(),
      onShow: (file) => tabs.select(file),
    });
    this.wire();
    this.showKept();
  }

  private wire(): void {
    byId('corregir').addEventListener('click', () => void this.grade());
    byId('reiniciar').addEventListener('click', () => this.reset());
    // The grader comes while the student writes, so that the first grading does not wait for it.
    byId('editor').addEventListener('focusin', () => void this.script.load().catch(() => undefined), { once: true });
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
      event.preventDefault();
      void this.grade();
    });
    addEventListener('pagehide', () => this.save());
    addEventListener('storage', (event) => event.key === fullKey(keys.answer(this.id)) && this.changedElsewhere());
    document.addEventListener(langChanged, () => this.render());
    listenToSession(
      this.id,
      (saved) => void this.savedOnDisk(saved),
      () => offer(say(words.live), []),
    );
    stepHints();
  }

  private showKept(): void {
    showHistory(loadHistory(this.id), (version) => this.recover(version));
    if (progressOf(this.id)?.passed) this.explain();
  }

  /** Grades what is in the editor. The focus stays where it is. */
  private async grade(): Promise<void> {
    const grader = await this.grader();
    if (!grader) return;
    const answers = this.answers();
    try {
      this.show(grader.grade(this.exercise, answers), grader);
    } catch (problem) {
      console.error(problem);
      offer(say(words.graderBroke).replace('{problem}', String(problem)), []);
    }
  }

  private async grader(): Promise<Grader | undefined> {
    if (!window.timonelGrader) announce(say(words.grading));
    try {
      return await this.script.load();
    } catch {
      offer(say(words.graderMissing), []);
      return undefined;
    }
  }

  private show(report: Report, grader: Grader): void {
    const texts = this.texts();
    this.shown = { report, texts, grader };
    this.save();
    dismiss();
    this.render();
    announce(summary(report));
    if (report.status !== 'pending') {
      const versions = addToHistory(this.id, { at: new Date().toISOString(), status: report.status, texts });
      showHistory(versions, (version) => this.recover(version));
      if (noteReport(report).passed) this.explain();
    }
    document.dispatchEvent(new CustomEvent('timonel:informe', { detail: report }));
  }

  private render(): void {
    if (!this.shown) return;
    const { report, grader, texts } = this.shown;
    const answers = Object.entries(texts).map(([path, text]) => ({ path, text }));
    const places = new Places([...answers, ...this.exercise.given]);
    const goTo = ({ path, from, to }: { path: string; from: number; to: number }) =>
      this.editor.goTo(places.find(path)?.path ?? path, from, to);
    byId('informe').replaceChildren(reportView(report, { grader, places, goTo }));
    byId('resultado').dataset.stale = 'false';
    for (const { path } of answers) {
      this.editor.mark(
        path,
        marksOf(report, (at) => places.find(at)?.path === path, grader),
      );
    }
  }

  private explain(): void {
    const explanation = document.getElementById('explicacion');
    if (explanation) explanation.hidden = false;
  }

  private edited(): void {
    if (this.shown) byId('resultado').dataset.stale = String(!sameTexts(this.shown.texts, this.texts()));
    clearTimeout(this.saving);
    this.saving = setTimeout(() => this.save(), saveDelay);
  }

  private save(): void {
    clearTimeout(this.saving);
    if (saveAnswer(this.id, this.texts()) || this.warned) return;
    this.warned = true;
    offer(say(words.notSaved), []);
  }

  private reset(): void {
    const before = this.texts();
    const start = textsOf(this.exercise.starter);
    if (sameTexts(before, start)) return;
    this.write(start);
    offer(say(words.wasReset), [{ label: say(words.undo), choose: () => this.write(before) }]);
  }

  private recover({ texts }: Version): void {
    const before = this.texts();
    this.write(texts);
    offer(say(words.recovered), [{ label: say(words.undo), choose: () => this.write(before) }]);
  }

  private changedElsewhere(): void {
    const other = loadAnswer(this.id);
    if (!other || sameTexts(other, this.texts())) return;
    offer(say(words.fromTab), [
      { label: say(words.load), choose: () => this.write(other) },
      { label: say(words.keepMine) },
    ]);
  }

  /** An answer saved in another editor: shown at once, unless this page holds text that nobody else has. */
  private async savedOnDisk({ report, answers }: SessionReport): Promise<void> {
    const grader = await this.grader();
    if (!grader) return;
    const disk = this.named(answers);
    const mine = this.texts();
    const known = this.onDisk !== undefined && sameTexts(this.onDisk, disk) && !sameTexts(mine, disk);
    if (known) return;
    const owned = [this.onDisk, textsOf(this.exercise.starter), disk].some((texts) => texts && sameTexts(texts, mine));
    this.onDisk = disk;
    const take = () => {
      this.write(disk);
      this.show(this.inPage(report, answers, grader), grader);
    };
    if (owned) take();
    else offer(say(words.fromDisk), [{ label: say(words.load), choose: take }, { label: say(words.keepMine) }]);
  }

  /** The editor keeps lines, not their endings: a file with Windows endings is graded again, to point at the right place. */
  private inPage(report: Report, answers: readonly Source[], grader: Grader): Report {
    const shifted = answers.some(({ text }) => text.includes('\r'));
    return shifted && report.status !== 'error' ? grader.grade(this.exercise, this.answers()) : report;
  }

  /** The files of a session by the names this page uses, as the editor would hold them. */
  private named(answers: readonly Source[]): Texts {
    const places = new Places(this.exercise.starter);
    return textsOf(
      answers.map(({ path, text }) => ({ path: places.find(path)?.path ?? path, text: text.replace(/\r\n?/g, '\n') })),
    );
  }

  /** Puts texts into the editor; a file that is not among them stays as it is. */
  private write(texts: Texts): void {
    for (const { path } of this.exercise.starter) {
      const text = texts[path];
      if (text !== undefined) this.editor.replace(path, text);
    }
    this.edited();
  }

  private answers(): Source[] {
    return this.exercise.starter.map(({ path }) => ({ path, text: this.editor.text(path) }));
  }

  private texts(): Texts {
    return textsOf(this.answers());
  }
}

const textsOf = (files: readonly Source[]): Texts => Object.fromEntries(files.map(({ path, text }) => [path, text]));
