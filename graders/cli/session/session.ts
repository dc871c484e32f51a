import { fill } from '../../core/messages.ts';
import { isUntouched } from '../../core/report.ts';
import type { Text } from '../../core/text.ts';
import { exercisesIn } from '../../course/paths.ts';
import { safe } from '../../render/terminal/safe.ts';
import { summaryLines } from '../../render/terminal/summary.ts';
import type { Graded } from '../grading.ts';
import { type Context, type ExitCode, UsageError } from '../io.ts';
import { printLines } from '../print.ts';
import { screenFor } from '../screen.ts';
import type { RunOptions } from '../service/run.ts';
import { LiveCourse, sessionReport } from './course.ts';
import { readKeys } from './keys.ts';
import { clock, resultLines, sessionLines, type View } from './screen.ts';
import { type SessionServer, serve } from './server.ts';
import { Site } from './site.ts';
import { type Change, Watch } from './watch.ts';

/**
 * A study session: the site is served, the answers are watched, and each save is graded in the terminal and in the open
 * pages. Ends when the person interrupts it.
 */
export class Session {
  private view: View;
  private watch: Watch | undefined;
  private server: SessionServer | undefined;
  private readonly course: LiveCourse;
  private readonly site: Site;
  private building: Promise<void> | undefined;
  private again = false;
  private closed = false;

  constructor(
    private readonly context: Context,
    options: RunOptions = {},
  ) {
    this.course = new LiveCourse(context.root, context.build, options);
    this.site = new Site(context.home, context.root);
    this.view = { url: '', results: this.course.all() };
  }

  /** @throws UsageError when the port that was asked for is taken */
  async start(port: number | undefined): Promise<void> {
    this.server = await this.open(port);
    this.view = { ...this.view, url: this.server.url };
    this.watch = new Watch(exercisesIn(this.context.root), (changes) => this.saved(changes));
    this.begin();
    if (this.site.isStale()) void this.build();
  }

  /** Shows the results that the last report holds back, or hides them again. */
  reveal(): void {
    const { last, reveal } = this.view;
    if (!last) return;
    this.view = { ...this.view, reveal: !reveal };
    this.show(last.graded);
  }

  async close(): Promise<void> {
    this.closed = true;
    this.watch?.close();
    this.site.close();
    await this.server?.close();
  }

  private async open(port: number | undefined): Promise<SessionServer> {
    const welcome = () =>
      this.course
        .all()
        .filter(({ report }) => !isUntouched(report))
        .map((graded) => ({ name: 'report', data: sessionReport(graded) }));
    try {
      return await serve({ site: this.site.folder, welcome, ...(port !== undefined && { port }) });
    } catch (problem) {
      const { code = 'EIO' } = problem as NodeJS.ErrnoException;
      throw new UsageError(fill(portTaken, { port: port ?? 0, code }, this.context.lang));
    }
  }

  private saved(changes: readonly Change[]): void {
    const began = performance.now();
    const { graded, pagesAreOld } = this.course.update(changes);
    const milliseconds = performance.now() - began;
    this.view = { ...this.view, results: this.course.all() };
    for (const one of graded) {
      this.view = { ...this.view, last: { graded: one, at: new Date(), milliseconds }, reveal: false };
      this.server?.tell({ name: 'report', data: sessionReport(one) });
      this.show(one);
    }
    if (pagesAreOld) void this.build();
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
      this.note(buildingSite, {});
      const problem = await this.site.build();
      // A build that ended with the session did not fail, and there is no screen left to draw on.
      if (this.closed) return;
      if (problem === undefined) this.note(undefined, {});
      else this.note(siteBroken, { problem: safe(problem).slice(0, 300) });
    } while (this.again);
  }

  private note(text: Text | undefined, data: { readonly problem?: string }): void {
    const note = text && fill(text, data as Record<string, string>, this.context.lang);
    this.view = { ...this.view, note };
    if (this.isDrawn) this.draw();
    else if (note !== undefined) printLines(this.context.out, [note]);
  }

  private get isDrawn(): boolean {
    return this.context.out.isTTY === true && this.context.env.TERM !== 'dumb';
  }

  private begin(): void {
    if (this.isDrawn) this.draw();
    else {
      const reports = this.view.results.map(({ report }) => report);
      const opened = fill(sessionOpen, { url: this.view.url }, this.context.lang);
      printLines(this.context.out, [opened, '', ...summaryLines(reports, screenFor(this.context)), '']);
    }
  }

  private show(graded: Graded): void {
    if (this.isDrawn) this.draw();
    else printLines(this.context.out, [clock(new Date()), ...resultLines(graded, this.context, this.view.reveal), '']);
  }

  /** From the top of a cleared screen, in one write, so that nothing flickers. What was above can be scrolled back to. */
  private draw(): void {
    const { out } = this.context;
    const lines = sessionLines(this.view, this.context, out.rows ?? 24);
    out.write(`\u001b[H\u001b[J${lines.join('\n')}\n`);
  }
}

/** Runs a session until it is interrupted. */
export async function runSession(
  port: number | undefined,
  context: Context,
  options: RunOptions = {},
): Promise<ExitCode> {
  const session = new Session(context, options);
  let end = (): void => {};
  const interrupted = new Promise<void>((resolve) => {
    end = resolve;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
  await session.start(port);
  const stopReading = readKeys(context.input, { r: () => session.reveal(), end });
  await interrupted;
  stopReading();
  await session.close();
  printLines(context.out, ['', goodbye[context.lang]]);
  return 0;
}

const sessionOpen: Text = { es: 'Sesión de estudio en {url}', en: 'Study session at {url}' };
const buildingSite: Text = { es: 'Preparando las páginas…', en: 'Building the pages…' };
const siteBroken: Text = {
  es: 'Las páginas no se han podido preparar: {problem}. La corrección al guardar funciona igual.',
  en: 'The pages could not be built: {problem}. Grading on save works all the same.',
};
const portTaken: Text = {
  es: 'No se puede usar el puerto {port} (`{code}`). Prueba con otro, o sin `--port`.',
  en: 'Port {port} cannot be used (`{code}`). Try another one, or none with `--port`.',
};
const goodbye: Text = { es: 'Hasta la próxima.', en: 'See you next time.' };
