import { continued } from '../../../graders/continued.ts';
import { own } from '../../../graders/core/own.ts';
import { isUntouched } from '../../../graders/core/report.ts';
import type { Exercise, ExerciseSpec, Finding, Lang, Report, Source } from '../../../graders/index.ts';
import type { PageData, SessionReport } from '../../shared/page-data.ts';
import { words } from '../../shared/words.ts';
import { LateEditor } from '../editor/late.ts';
import { byId } from '../element.ts';
import { AnswerForm } from '../form/form.ts';
import { Views } from '../form/views.ts';
import type { Grader } from '../grader.ts';
import { currentLang, langChanged, say } from '../lang.ts';
import type { PictureSection } from '../picture/section.ts';
import { noteReport, progressOf } from '../progress.ts';
import type { Texts } from '../store.ts';
import { DiskCopy } from './disk.ts';
import { earlierAnswers } from './earlier.ts';
import { stepHints } from './hints.ts';
import { showHistory } from './history-view.ts';
import { KeptAnswer } from './kept.ts';
import { GraderScripts } from './load-grader.ts';
import { marksOf } from './marks.ts';
import { announce, dismiss, offer } from './notices.ts';
import { Places } from './places.ts';
import { type LinkContext, lineLink, reportView } from './report-view.ts';
import { addToHistory, loadAnswer, loadHistory, sameTexts, type Version } from './saved.ts';
import { summary } from './score.ts';
import { listenToSession } from './session.ts';
import { Tabs } from './tabs.ts';
import { offerTerminal } from './terminal.ts';
import { showVerdict } from './verdict.ts';

const saveDelay = 300;

type Hints = ExerciseSpec['hints'];

/** A grade that is on the page. */
interface Shown {
  readonly report: Report;
  readonly texts: Texts;
  readonly grader: Grader;
  readonly hints: Hints;
}

/** One exercise: what is written, what it was graded as, and what is kept. */
export class ExercisePage {
  private readonly id: string;
  private readonly scripts: GraderScripts;
  private readonly editor: LateEditor;
  private readonly kept: KeptAnswer;
  private readonly views: Views | undefined;
  private readonly form: AnswerForm | undefined;
  private shown: Shown | undefined;
  private drawn:
    | { readonly of: Shown; readonly lang: Lang; readonly picture: Promise<PictureSection | undefined> }
    | undefined;
  /** The answer as the study session last saw it on disk. */
  private readonly disk: DiskCopy;
  /** The session has said what is in the files: what it says again is no news. */
  private isSeen = false;
  private saving: ReturnType<typeof setTimeout> | undefined;
  private warned = false;

  constructor(private readonly data: PageData) {
    const { id, starter, given, aids, form } = data;
    this.id = id;
    this.scripts = new GraderScripts(data);
    const kept = loadAnswer(this.id);
    const tabs = new Tabs((file) => this.showFile(file));
    this.editor = new LateEditor({
      host: byId('editor'),
      files: [
        ...starter.map(({ path, text }) => ({ path, text: own(kept, path) ?? text, readOnly: false })),
        ...[...given, ...aids].map((file) => ({ ...file, readOnly: true })),
      ],
      load: () => this.scripts.editor(),
      onMissing: () => offer(say(words.editorMissing), []),
      onEdit: () => this.edited(),
      onSubmit: () => void this.grade(),
      onShow: (file) => {
        tabs.select(file);
        this.views?.fileShown(file);
      },
    });
    this.kept = new KeptAnswer(this.id, this.texts());
    this.disk = new DiskCopy(this.id, textsOf(starter), () => void this.toDisk());
    if (form) {
      this.views = new Views(form.file, () => this.viewChanged());
      this.form = this.formOf(form);
    }
    this.wire();
    this.showKept();
  }

  /** The editor comes when somebody is about to use it: until then the text fields of the page do. */
  private wake(): void {
    if (!this.views?.covers) void this.editor.open();
  }

  private formOf(data: NonNullable<PageData['form']>): AnswerForm {
    return new AnswerForm({
      data,
      text: () => this.editor.text(data.file),
      write: (text) => {
        this.editor.replace(data.file, text);
        this.edited();
      },
      read: (source) => this.scripts.run((grader) => grader.readAnswer(source)),
      announce,
      showCode: () => this.showCode(data.file),
    });
  }

  private wire(): void {
    byId('corregir').addEventListener('click', () => void this.grade());
    byId('reiniciar').addEventListener('click', () => this.reset());
    // The grader comes while the student writes, so that the first grading does not wait for it.
    for (const host of [byId('editor'), document.getElementById('formulario')]) {
      host?.addEventListener('focusin', () => void this.scripts.load().catch(() => undefined), { once: true });
    }
    for (const touch of ['pointerenter', 'touchstart', 'focusin'])
      byId('editor').addEventListener(touch, () => this.wake(), { passive: true });
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
      event.preventDefault();
      void this.grade();
    });
    addEventListener('pagehide', () => this.kept.leave(this.texts()));
    addEventListener('storage', (event) => this.kept.isAbout(event) && this.changedElsewhere());
    document.addEventListener(langChanged, () => {
      this.form?.translate();
      this.disk.show(this.texts());
      this.render();
    });
    listenToSession(
      this.id,
      (saved) => void this.savedOnDisk(saved),
      () => {
        this.disk.open(this.texts());
        offer(say(words.live), []);
      },
    );
    stepHints();
    offerTerminal({
      data: this.data,
      exercise: (spec) => this.exerciseOf(spec),
      answers: () => this.answers(),
    });
  }

  private showKept(): void {
    const versions = loadHistory(this.id);
    showHistory(versions, (version) => this.recover(version));
    if (progressOf(this.id)?.passed) this.explain();
    const [last] = versions;
    if (last && last.status !== 'pending' && sameTexts(last.texts, this.texts())) void this.showAgain();
  }

  /** The result of an answer that was graded before the page was left, without counting as another try. */
  private async showAgain(): Promise<void> {
    try {
      const spec = await this.scripts.load();
      const [texts, report] = await this.graded(spec);
      if (this.shown) return;
      this.shown = { report, texts, grader: this.scripts.grader, hints: spec.hints };
      this.render();
    } catch {
      // It is graded when somebody asks for it.
    }
  }

  /** Grades what is in the editor. The focus stays where it is. */
  private async grade(): Promise<void> {
    const spec = await this.loaded();
    if (!spec) return;
    try {
      const [texts, report] = await this.graded(spec);
      this.show(report, texts, spec);
    } catch (problem) {
      console.error(problem);
      offer(say(words.graderBroke).replace('{problem}', String(problem)), []);
    }
  }

  /** The answer as it is now, and what it is graded as. */
  private async graded(spec: ExerciseSpec): Promise<readonly [Texts, Report]> {
    const answers = this.answers();
    const exercise = this.exerciseOf(spec);
    const report = await this.scripts.run((grader) => {
      this.readForm(grader, answers);
      if (exercise.given === this.data.given) this.scripts.recall(grader, exercise);
      return grader.grade(exercise, answers);
    });
    return [textsOf(answers), report];
  }

  /** What the form shows of a grade is read from the answer. */
  private readForm(grader: Grader, answers: readonly Source[]): void {
    const source = answers.find(({ path }) => path === this.data.form?.file);
    if (source) grader.readLiteral(source);
  }

  /** The exercise, with what its learner made in an earlier one. */
  private exerciseOf(spec: Exercise['spec']): Exercise {
    const { folder, starter, given, earlier } = this.data;
    const exercise: Exercise = { spec, folder, starter, given, ...(earlier && { earlier }) };
    return continued(exercise, earlierAnswers(spec.continues));
  }

  private async loaded(): Promise<ExerciseSpec | undefined> {
    if (!this.scripts.isThere) announce(say(words.grading));
    try {
      return await this.scripts.load();
    } catch {
      offer(say(words.graderMissing), []);
      return undefined;
    }
  }

  private show(report: Report, texts: Texts, { hints }: ExerciseSpec): void {
    this.shown = { report, texts, grader: this.scripts.grader, hints };
    this.save();
    dismiss();
    this.render();
    announce(summary(report));
    if (!isUntouched(report)) {
      const versions = addToHistory(this.id, { at: new Date().toISOString(), status: report.status, texts });
      showHistory(versions, (version) => this.recover(version));
      if (noteReport(report).passed) this.explain();
    }
    document.dispatchEvent(new CustomEvent('timonel:informe', { detail: report }));
  }

  private render(): void {
    if (!this.shown) return;
    const { report, grader, texts, hints } = this.shown;
    showVerdict(report);
    const answers = Object.entries(texts).map(([path, text]) => ({ path, text }));
    const places = new Places([...answers, ...this.data.given]);
    const pageFile = (path: string) => places.find(path)?.path;
    this.noteAge();
    for (const { path } of answers) {
      const marks = marksOf(report, (at) => pageFile(at) === path, grader);
      this.editor.mark(path, marks);
      if (marks.length > 0) this.wake();
    }
    const { form, views } = this;
    const file = this.data.form?.file;
    if (file !== undefined) {
      const isOurs = (path: string) => pageFile(path) === file;
      form?.showReport({ report, text: own(texts, file) ?? '', grader, lang: currentLang(), isOurs });
    }
    const inForm = (at: Finding['at']) => views?.chosen === 'form' && pageFile(at.path) === file;
    const links: LinkContext = {
      grader,
      places,
      labelOf: (at) => (inForm(at) ? form?.labelOf(at) : undefined),
      goTo: (at) => {
        const path = pageFile(at.path) ?? at.path;
        if (path === file) this.showFile(path);
        if (inForm(at) && form?.focus(at)) return;
        if (path === file) views?.choose('code');
        this.editor.goTo(path, at.from, at.to);
      },
    };
    byId('informe').replaceChildren(
      reportView(report, {
        ...links,
        hintsOf: (check) => hints.filter((hint) => hint.check === check),
        ...(this.data.walks && {
          play: (trace) => void this.draw(links).then((it) => it?.play(trace)),
        }),
      }),
    );
    void this.draw(links);
  }

  /** The picture of what was graded, drawn anew for each grade and each language. */
  private draw(links: LinkContext): Promise<PictureSection | undefined> {
    const { shown } = this;
    if (!shown || this.data.picture === undefined) return Promise.resolve(undefined);
    if (this.drawn?.of === shown && this.drawn.lang === currentLang()) return this.drawn.picture;
    const picture = this.pictureOf(shown, links).catch((problem: unknown) => {
      console.error(problem);
      return undefined;
    });
    this.drawn = { of: shown, lang: currentLang(), picture };
    return picture;
  }

  private async pictureOf({ grader, texts }: Shown, links: LinkContext): Promise<PictureSection | undefined> {
    const host = byId('dibujo');
    const answers = Object.entries(texts).map(([path, text]) => ({ path, text }));
    const exercise = this.exerciseOf(await this.scripts.load());
    // What was graded is on the screen before it is drawn.
    await new Promise((resolve) => setTimeout(resolve));
    const picture = await this.scripts.drawn((it) => it.pictureOfAnswer(exercise, answers));
    const Section = picture && (await this.scripts.picture());
    host.hidden = !Section;
    if (!Section) return undefined;
    return new Section(host, picture, {
      grader,
      lineLink: (at) => lineLink(at, links),
      light: (at) => this.light(at, links.places),
      branch: async (branch, id) => {
        const drawn = await this.scripts.drawn((it) => it.branchOfCheck(exercise, answers, id, branch));
        return { ...(drawn && { picture: drawn }), grader: this.scripts.grader };
      },
    });
  }

  private light(at: Finding['at'] | undefined, places: Places): void {
    const file = at && places.find(at.path);
    if (!file || !this.editor.has(file.path)) this.editor.dim();
    else this.editor.light(file.path, at.from, at.to);
  }

  private showFile(file: string): void {
    this.editor.show(file);
  }

  private showCode(file: string): void {
    this.views?.choose('code');
    this.editor.goTo(file, 0, 0);
  }

  private viewChanged(): void {
    if (this.views?.chosen === 'code') this.wake();
    this.editor.refresh();
    if (this.views?.chosen === 'form') void this.form?.sync();
    this.render();
  }

  private explain(): void {
    const explanation = document.getElementById('explicacion');
    if (explanation) explanation.hidden = false;
  }

  private edited(): void {
    if (this.views?.chosen === 'form') void this.form?.sync();
    this.noteAge();
    this.disk.show(this.texts());
    clearTimeout(this.saving);
    this.saving = setTimeout(() => this.save(), saveDelay);
  }

  /** Whether the answer has changed since it was graded. */
  private noteAge(): void {
    if (!this.shown) return;
    const isStale = !sameTexts(this.shown.texts, this.texts());
    byId('resultado').dataset.stale = String(isStale);
    byId('veredicto').hidden = isStale;
  }

  private save(): void {
    clearTimeout(this.saving);
    if (this.kept.save(this.texts()) || this.warned) return;
    this.warned = true;
    offer(say(words.notSaved), [], 'not-saved');
  }

  private reset(): void {
    const before = this.texts();
    const start = textsOf(this.data.starter);
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
    const other = this.kept.changedElsewhere(this.texts());
    if (!other) dismiss('other-tab');
    else if (other.free) this.write(other.texts);
    else this.offerChoice(other.texts);
  }

  private offerChoice(other: Texts): void {
    const take = () => {
      this.kept.take(other);
      this.write(other);
    };
    const keep = () => this.kept.keepMine(this.texts());
    offer(
      say(words.fromTab),
      [
        { label: say(words.load), choose: take },
        { label: say(words.keepMine), choose: keep },
      ],
      'other-tab',
    );
  }

  /** An answer saved in another editor: shown at once, unless this page holds text that nobody else has. */
  private async savedOnDisk({ report, answers }: SessionReport): Promise<void> {
    const spec = await this.loaded();
    if (!spec) return;
    const disk = this.named(answers);
    const mine = this.texts();
    const before = this.disk.texts;
    this.disk.see(disk, mine);
    if (this.isSeen && sameTexts(before, disk) && !sameTexts(mine, disk)) return;
    this.isSeen = true;
    const owned = [before, textsOf(this.data.starter), disk].some((texts) => sameTexts(texts, mine));
    const take = async () => {
      this.write(disk);
      const [texts, told] = await this.inPage(report, answers, spec);
      this.show(told, texts, spec);
    };
    if (owned) await take();
    else
      offer(say(words.fromDisk), [
        { label: say(words.load), choose: () => void take() },
        { label: say(words.keepMine) },
      ]);
  }

  private async toDisk(): Promise<void> {
    this.save();
    switch (await this.disk.write(this.texts())) {
      case 'saved':
        this.isSeen = true;
        dismiss('disk');
        offer(say(words.savedToDisk), []);
        break;
      case 'changed':
        // The session shows the other version in a notice of its own.
        offer(say(words.diskChanged), [], 'disk');
        break;
      case 'failed':
        offer(say(words.notSavedToDisk), []);
    }
  }

  /** The editor keeps lines, not their endings: a file with Windows endings is graded again, to point at the right place. */
  private async inPage(
    report: Report,
    answers: readonly Source[],
    spec: ExerciseSpec,
  ): Promise<readonly [Texts, Report]> {
    const shifted = answers.some(({ text }) => text.includes('\r'));
    if (shifted && report.status !== 'error') return this.graded(spec);
    const mine = this.answers();
    await this.scripts.run((grader) => {
      this.readForm(grader, mine);
      return report;
    });
    return [textsOf(mine), report];
  }

  /** The files of a session by the names this page uses, as the editor would hold them. */
  private named(answers: readonly Source[]): Texts {
    const places = new Places(this.data.starter);
    return textsOf(
      answers.map(({ path, text }) => ({ path: places.find(path)?.path ?? path, text: text.replace(/\r\n?/g, '\n') })),
    );
  }

  /** Puts texts into the editor; a file that is not among them stays as it is. */
  private write(texts: Texts): void {
    for (const { path } of this.data.starter) {
      const text = own(texts, path);
      if (text !== undefined) this.editor.replace(path, text);
    }
    this.edited();
  }

  private answers(): Source[] {
    return this.data.starter.map(({ path }) => ({ path, text: this.editor.text(path) }));
  }

  private texts(): Texts {
    return textsOf(this.answers());
  }
}

const textsOf = (files: readonly Source[]): Texts => Object.fromEntries(files.map(({ path, text }) => [path, text]));
