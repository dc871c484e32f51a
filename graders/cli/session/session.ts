import { dirname, join, relative } from 'node:path';
import type { PagesWritten } from '../../../site/shared/page-data.ts';
import { fill } from '../../core/messages.ts';
import { isUntouched } from '../../core/report.ts';
import type { Text } from '../../core/text.ts';
import { readText } from '../../course/files.ts';
import { listFolders } from '../../course/folders.ts';
import { lessonFolder } from '../../course/lessons/course.ts';
import { modulesOf } from '../../course/modules.ts';
import { exercisesIn, inExercise, materialOf } from '../../course/paths.ts';
import { readProgress } from '../../course/progress.ts';
import { readWritten } from '../../course/written.ts';
import type { Exercise } from '../../exercise.ts';
import { catalogue } from '../../render/catalogue.ts';
import { safe } from '../../render/terminal/safe.ts';
import { wrap } from '../../render/terminal/wrap.ts';
import type { Graded } from '../grading.ts';
import { type Context, type ExitCode, UsageError } from '../io.ts';
import { printLines } from '../print.ts';
import { changedAnswers, NotRestored, restore, undoRestore } from '../restoring.ts';
import { fromCwd, paletteFor, screenFor } from '../screen.ts';
import { cannotReset, resetNotNeeded } from '../sentences.ts';
import type { RunOptions } from '../service/run.ts';
import { cellsOf, Waiting } from '../waiting.ts';
import { openInBrowser } from './browser.ts';
import { LiveCourse, sessionReport } from './course.ts';
import { canDraw, DrawnFront, type Front, PlainFront, sizeOf } from './fronts.ts';
import { keepPageAnswer, readPageAnswer, type Written } from './keeping.ts';
import { pageOf } from './look.ts';
import { lastExercise, rememberExercise, rememberGrading, rememberHint, rememberSolution } from './memory.ts';
import { type SessionServer, serve } from './server.ts';
import { Site } from './site.ts';
import {
  advanceOf,
  currentOf,
  type Effect,
  type Event,
  folderOf,
  type Kept,
  type Prose,
  type State,
  type Step,
} from './state.ts';
import { begin, isAttempt, update } from './update.ts';
import { type Change, Watch } from './watch.ts';

export interface SessionOptions extends RunOptions {
  readonly port?: number;
  /** Opens the page in the browser. */
  readonly open?: boolean;
  /** Lines one after another, as a screen reader needs them. */
  readonly plain?: boolean;
}

/**
 * A study session: the site is served, the answers are watched, and each save is graded in the terminal and in the open
 * pages. This is its shell: it does what `update` asks for and hands back what became of it.
 */
export class Session {
  private state: State;
  private readonly first: Step;
  private readonly watches: Watch[] = [];
  private server: SessionServer | undefined;
  private readonly course: LiveCourse;
  private readonly site: Site;
  private building: Promise<void> | undefined;
  private again = false;
  /** When each file of the site was written in this session. Milliseconds since 1970. */
  private readonly written = new Map<string, number>();
  private closed = false;

  /**
   * @param end what a person who quits asks for
   * @param before called before each exercise is graded for the first time
   */
  constructor(
    private readonly context: Context,
    private readonly front: Front,
    private readonly options: SessionOptions,
    private readonly end: () => void,
    before: () => void,
  ) {
    const { root, cwd, lang, out, env } = context;
    this.course = new LiveCourse(root, context.build, options, before);
    this.site = new Site(context.home, root, (paths) => this.pagesChanged(paths));
    const { progress, setAside } = readProgress(root);
    const notice =
      setAside === undefined
        ? undefined
        : { kind: 'said' as const, text: fill(progressDamaged, { file: fromCwd(cwd, setAside) }, lang) };
    this.first = begin(
      {
        lang,
        look: { palette: paletteFor(out, env), draws: front.draws, root, cwd },
        size: sizeOf(out),
        url: '',
        results: this.course.all(),
        modules: modulesOf(root),
        progress,
      },
      lastExercise(root),
    );
    this.state = { ...this.first.state, notice };
  }

  /** @throws UsageError when the port that was asked for is taken */
  async start(): Promise<void> {
    this.server = await this.open(this.options.port);
    this.state = { ...this.state, url: this.server.url };
    const { root, home } = this.context;
    this.watches.push(new Watch(exercisesIn(root), (changes) => this.saved(changes)));
    for (const folder of ['solutions', lessonFolder]) {
      const base = join(materialOf(root, home), folder);
      this.watches.push(new Watch(base, (changes) => this.materialSaved(changes)));
    }
    this.front.open(this.state, (event) => this.hear(event));
    this.run(this.first.effects);
    if (this.site.isStale()) void this.build();
    if (this.options.open) this.run([{ do: 'browse', url: pageOf(this.state) }]);
  }

  async close(): Promise<void> {
    this.closed = true;
    this.front.close();
    for (const watch of this.watches) watch.close();
    this.site.close();
    await this.server?.close();
  }

  /** How the course goes, for the last line of all. */
  standing(): { readonly done: number; readonly all: number } {
    return advanceOf(this.state.results);
  }

  /** The next state, drawn at once; what it asks for comes after, so that nobody waits for the disk. */
  private hear(event: Event): void {
    if (this.closed) return;
    const before = this.state;
    const { state, effects } = update(before, event);
    this.state = state;
    this.front.show(before, state, event);
    if (state.current !== undefined && state.current !== before.current)
      rememberExercise(this.context.root, state.current);
    this.run(effects);
  }

  private run(effects: readonly Effect[]): void {
    for (const effect of effects) {
      try {
        this.perform(effect);
      } catch (problem) {
        this.sayProblem(problem);
      }
    }
  }

  private perform(effect: Effect): void {
    const { root, env } = this.context;
    switch (effect.do) {
      case 'read-prose':
        this.hear({ kind: 'prose', prose: this.readProse(effect.folder) });
        break;
      case 'read-finding':
        this.hear({ kind: 'finding-page', id: effect.id, markdown: this.readFinding(effect.id) });
        break;
      case 'remember-grading': {
        const graded = this.state.results.find((result) => folderOf(result) === effect.folder);
        if (graded && isAttempt(graded))
          this.hear({ kind: 'progress', progress: rememberGrading(root, graded.report, effect.at) });
        break;
      }
      case 'remember-hint':
        this.hear({ kind: 'progress', progress: rememberHint(root, effect.id, effect.number) });
        break;
      case 'remember-solution':
        this.hear({ kind: 'progress', progress: rememberSolution(root, effect.id, new Date()) });
        break;
      case 'reset':
        this.reset(effect.folder);
        break;
      case 'undo':
        this.undo(effect.kept);
        break;
      case 'browse':
        void openInBrowser(effect.url, env).then((opened) =>
          this.say(fill(opened ? browserOpened : noBrowser, { url: effect.url }, this.context.lang)),
        );
        break;
      case 'quit':
        this.end();
        break;
    }
  }

  private say(text: string): void {
    this.hear({ kind: 'said', text });
  }

  /** A defect of ours or of the disk: it is told, and the session goes on. */
  private sayProblem(problem: unknown): void {
    const reason = safe(problem instanceof Error ? problem.message : String(problem));
    this.say(fill(notDone, { reason }, this.context.lang));
  }

  private readProse(folder: string): Prose {
    const { root, home } = this.context;
    const exercise = this.state.results.find((result) => folderOf(result) === folder)?.opened.exercise;
    if (!exercise) return { folder, statement: '', explanation: '', reference: [] };
    const { statement, explanation, reference } = readWritten(root, exercise, materialOf(root, home));
    return { folder, statement, explanation, reference };
  }

  private readFinding(id: string): string {
    const doc = catalogue.get(id)?.doc;
    return doc === undefined ? '' : (readText(join(this.context.home, doc), doc).text ?? '');
  }

  private reset(folder: string): void {
    const { root, lang, cwd } = this.context;
    const graded = currentOf(this.state);
    const exercise = graded?.opened.exercise;
    const files = exercise ? changedAnswers(root, exercise) : [];
    if (files.length === 0) {
      this.say(fill(resetNotNeeded, { number: graded?.report.number ?? 0 }, lang));
      return;
    }
    const kept = this.guarded(() => restore(root, folder, files));
    if (!kept) return;
    const copies = kept.flatMap(({ file, copy }): readonly Kept[] => (copy === undefined ? [] : [{ file, copy }]));
    this.hear({ kind: 'kept', folder, kept: copies });
    this.gradeRestored(folder, files);
    this.say(fill(resetDone, { folder: fromCwd(cwd, dirname(copies[0]?.copy ?? '')), count: copies.length }, lang));
  }

  private undo(kept: readonly Kept[]): void {
    const { root, lang } = this.context;
    const folder = this.state.undo?.folder ?? '';
    const done = this.guarded(() => {
      undoRestore(root, folder, kept);
      return true;
    });
    if (!done) return;
    this.hear({ kind: 'undone' });
    this.gradeRestored(folder, kept);
    this.say(fill(undone, {}, lang));
  }

  /** The watcher may take a moment, and the person should see at once what they asked for. */
  private gradeRestored(folder: string, files: readonly { readonly file: string }[]): void {
    const inside = inExercise(this.context.root, folder);
    this.saved(files.map(({ file }) => ({ folder, path: relative(inside, file).replaceAll('\\', '/') })));
  }

  private gradeWritten({ spec, folder }: Exercise): void {
    this.saved(spec.answers.map(({ file }) => ({ folder, path: file })));
  }

  private guarded<T>(act: () => T): T | undefined {
    try {
      return act();
    } catch (problem) {
      if (!(problem instanceof NotRestored)) throw problem;
      const { file, code } = problem;
      this.say(fill(cannotReset, { file: fromCwd(this.context.cwd, file), code }, this.context.lang));
      return undefined;
    }
  }

  private async open(port: number | undefined): Promise<SessionServer> {
    const welcome = () => [
      ...this.course
        .all()
        .filter(({ report }) => !isUntouched(report))
        .map((graded) => ({ name: 'report', data: sessionReport(graded) })),
      { name: 'pages', data: [...this.written] satisfies PagesWritten },
    ];
    try {
      const building = () => this.building !== undefined;
      const keep = (body: string) => this.keep(body);
      return await serve({ site: this.site.folder, welcome, keep, building, ...(port !== undefined && { port }) });
    } catch (problem) {
      const { code = 'EIO' } = problem as NodeJS.ErrnoException;
      throw new UsageError(fill(portTaken, { port: port ?? 0, code }, this.context.lang));
    }
  }

  /** Writes over the files what a page asks for, unless they have changed since it saw them: then it is shown them again. */
  private keep(body: string): Written | 'failed' {
    const answer = readPageAnswer(body);
    const exercise = this.course.all().find(({ report }) => report.id === answer?.id)?.opened.exercise;
    if (!answer || !exercise) return 'unknown';
    try {
      const kept = keepPageAnswer(this.context.root, exercise, answer);
      if (kept !== 'unknown') this.gradeWritten(exercise);
      return kept;
    } catch (problem) {
      this.sayProblem(problem);
      return 'failed';
    }
  }

  private saved(changes: readonly Change[]): void {
    const began = performance.now();
    const { graded, pagesAreOld } = this.course.update(changes);
    const milliseconds = performance.now() - began;
    const results = this.course.all();
    // An exercise may be gone, or new, without any result of its own.
    if (graded.length > 0 || results.length !== this.state.results.length) {
      this.hear({ kind: 'graded', changed: graded, results, at: new Date(), milliseconds });
    }
    this.tellPages(graded);
    if (graded.length > 0) setImmediate(() => this.follow(graded));
    if (pagesAreOld) {
      const { current } = this.state;
      if (changes.some(({ folder }) => folder === current)) this.run([{ do: 'read-prose', folder: current ?? '' }]);
      void this.build();
    }
  }

  /** What goes on with a saved answer is graded once that one is told: nobody waits for what they did not save. */
  private follow(others: readonly Graded[]): void {
    if (this.closed) return;
    const changed = this.course.follow(others);
    if (changed.length > 0) this.hear({ kind: 'followed', changed, results: this.course.all() });
    this.tellPages(changed);
  }

  private tellPages(graded: readonly Graded[]): void {
    for (const one of graded) this.server?.tell({ name: 'report', data: sessionReport(one) });
  }

  /** An author writes a lesson, an explanation or a solution. */
  private materialSaved(changes: readonly Change[]): void {
    const isDraft = ({ folder, path = folder }: Change): boolean => /(?:^|\/)\.|~$/.test(path);
    if (!changes.every(isDraft)) void this.build();
  }

  private pagesChanged(paths: readonly string[]): void {
    const now = Date.now();
    for (const path of paths) this.written.set(path, now);
    this.server?.tell({ name: 'pages', data: paths.map((path) => [path, now]) satisfies PagesWritten });
  }

  /** One build at a time; what changes meanwhile is built afterwards. */
  private build(): Promise<void> {
    this.again = this.building !== undefined;
    this.building ??= this.buildUntilDone().finally(() => {
      this.building = undefined;
    });
    return this.building;
  }

  private async buildUntilDone(): Promise<void> {
    do {
      this.again = false;
      const isFirst = this.site.isMissing();
      if (this.front.draws) this.tellShare(0);
      else this.tellSite(buildingSite, {});
      const { problem, left = [] } = await this.site.build((share) => this.tellShare(share));
      // A build that ended with the session did not fail, and there is no screen left to draw on.
      if (this.closed) return;
      const [first] = left;
      if (problem !== undefined) this.tellSite(siteBroken, { problem: safe(problem).slice(0, 300) });
      else if (first !== undefined) this.tellSite(siteLacks, { problem: safe(first).slice(0, 300) });
      else if (isFirst) this.tellReady();
      else this.hear({ kind: 'site', text: undefined });
    } while (this.again);
  }

  /** Only where the line is drawn over the one before. */
  private tellShare(share: number): void {
    if (this.front.draws) this.tellSite(buildingSome, { share: Math.floor(share * 100), bar: cellsOf(share, 1) });
  }

  /** That there are pages now, for as long as it takes to read. */
  private tellReady(): void {
    this.tellSite(siteReady, {});
    const told = this.state.site;
    const forget = () => this.state.site === told && this.hear({ kind: 'site', text: undefined });
    setTimeout(forget, readyFor).unref();
  }

  private tellSite(text: Text, data: Readonly<Record<string, string | number>>): void {
    this.hear({ kind: 'site', text: fill(text, data, this.context.lang) });
  }
}

/** How long it is said that the pages are ready. Milliseconds. */
const readyFor = 30_000;

/** Runs a session until its person quits or it is interrupted. */
export async function runSession(context: Context, options: SessionOptions = {}): Promise<ExitCode> {
  const { lang, out } = context;
  let end = (): void => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
  const isDrawn = canDraw(context, options.plain === true);
  const front = isDrawn ? new DrawnFront(context) : new PlainFront(context);
  // Grading every answer takes most of a second, and the first time more.
  if (!isDrawn) printLines(out, [gradingAll[lang]]);
  const waiting = isDrawn ? new Waiting(context, listFolders(context.root).length, gradingAll[lang]) : undefined;
  const session = new Session(context, front, options, end, () => waiting?.step());
  waiting?.end();
  try {
    await session.start();
  } catch (problem) {
    await session.close();
    throw problem;
  }
  await ended;
  await session.close();
  const said = fill(goodbye, session.standing(), lang);
  printLines(out, ['', ...wrap(said, screenFor(context).width, screenFor(context).palette)]);
  return 0;
}

const gradingAll: Text = { es: 'Timonel: leo tus respuestas…', en: 'Timonel: reading your answers…' };
const buildingSite: Text = { es: 'Preparando las páginas…', en: 'Building the pages…' };
const buildingSome: Text = {
  es: 'Preparando las páginas: {share} %  {bar}',
  en: 'Building the pages: {share}%  {bar}',
};
const siteReady: Text = {
  es: 'Páginas listas: `o` abre la de este ejercicio.',
  en: 'The pages are ready: `o` opens that of this one.',
};
const siteBroken: Text = {
  es: 'Las páginas no se han podido preparar: {problem}. La corrección al guardar funciona igual.',
  en: 'The pages could not be built: {problem}. Grading on save works all the same.',
};
const siteLacks: Text = {
  es: 'Las páginas están al día, salvo la de {problem}',
  en: 'The pages are up to date, but for that of {problem}',
};
const portTaken: Text = {
  es: 'No se puede usar el puerto {port} (`{code}`). Prueba con otro, o sin `--port`.',
  en: 'Port {port} cannot be used (`{code}`). Try another one, or none with `--port`.',
};
const progressDamaged: Text = {
  es: 'El fichero de progreso estaba dañado. Está en `{file}`, y se ha conservado lo que se entendía.',
  en: 'The progress file was damaged. It is in `{file}`, and what could be read of it was kept.',
};
const notDone: Text = { es: 'Eso no se ha podido hacer: {reason}.', en: 'That could not be done: {reason}.' };
const browserOpened: Text = { es: 'La página se abre en tu navegador.', en: 'The page opens in your browser.' };
const noBrowser: Text = {
  es: 'Aquí no puedo abrir un navegador. La página está en {url}',
  en: 'There is no way to open a browser here. The page is at {url}',
};
const resetDone: Text = {
  es: 'Como al principio. {count:Tu respuesta está|Tus respuestas están} en `{folder}`; `u` lo deshace.',
  en: 'As at the start. {count:Your answer is|Your answers are} in `{folder}`; `u` undoes it.',
};
const undone: Text = { es: 'Tu respuesta ha vuelto.', en: 'Your answer is back.' };
const goodbye: Text = {
  es: 'Llevas {done} de {all} ejercicios. Hasta la próxima: `npm start` te devuelve a donde estabas.',
  en: '{done} of {all} exercises are done. See you next time: `npm start` takes you back to where you were.',
};
