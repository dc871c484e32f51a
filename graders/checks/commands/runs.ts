import {
  type FileEntries,
  type Moment,
  type Project,
  type Ran,
  refilled,
  type Statement,
  statementsOf,
} from '../../lab/terminal/index.ts';
import { type Kept, Moments } from './moments.ts';
import { Watch } from './watch.ts';

/** How a script of an exercise is run, whoever wrote it. Its files are the learner's, the script among them, and always have the same names. */
export interface Stage<R extends Ran> {
  /** What the learner finds, before the first statement. */
  begin(files: readonly Project[]): Moment;
  /** The learner's files on the desk, by their paths there. */
  entries(files: readonly Project[]): FileEntries;
  /** @param before the run that the moment is of; undefined at the beginning */
  run(from: Moment, script: string, passing: (moment: Moment) => void, before?: R): R;
}

/** Runs that are kept. */
const most = 4;

interface Run<R> {
  readonly script: string;
  readonly statements: readonly Statement[];
  readonly watch: Watch;
  readonly moments: Moments;
  readonly ran: R;
}

/** A moment from which another script goes on as this run did. */
interface Fork<R> {
  readonly run: Run<R>;
  readonly at: Kept;
}

/**
 * The last runs of a script, each with the files it looked at. A run is taken again where neither the script nor any of those
 * files is another one; otherwise the script is run from the last moment until which all was the same. Nobody can tell but by
 * the clock: a desk is a value, and what nobody has looked at cannot have changed it.
 */
export class Runs<R extends Ran> {
  /** The one that was asked for last first. */
  private runs: readonly Run<R>[] = [];

  constructor(private readonly stage: Stage<R>) {}

  /**
   * @param files the learner's, the script among them
   * @param look at what the script left; it may read more files
   */
  of<T>(script: string, files: readonly Project[], look: (ran: R) => T): T {
    for (const run of this.runs) {
      if (run.script !== script || !run.watch.holds(files)) continue;
      const seen = look(run.ran);
      if (!run.watch.holds(files)) continue;
      this.keep(run);
      return seen;
    }
    const statements = statementsOf(script);
    const fork = this.furthest(script, statements, files);
    const run = { script, statements, ...(fork ? this.resumed(fork, script, files) : this.begun(script, files)) };
    this.keep(run);
    return look(run.ran);
  }

  private keep(run: Run<R>): void {
    this.runs = [run, ...this.runs.filter((one) => one !== run)].slice(0, most);
  }

  private furthest(script: string, statements: readonly Statement[], files: readonly Project[]): Fork<R> | undefined {
    let best: Fork<R> | undefined;
    for (const run of this.runs) {
      const same = alike(run, script, statements);
      for (const at of run.moments.all) {
        const { done } = at.moment;
        const isFurther = done <= same && done > (best?.at.moment.done ?? -1);
        if (isFurther && run.watch.holds(files, at.read)) best = { run, at };
      }
    }
    return best;
  }

  private begun(script: string, files: readonly Project[]): Pick<Run<R>, 'watch' | 'moments' | 'ran'> {
    const { stage } = this;
    const watch = new Watch(files);
    const first = stage.begin(watch.files);
    const moments = new Moments(watch, first.session.desk.files.entries);
    moments.add(first);
    return { watch, moments, ran: stage.run(first, script, moments.add) };
  }

  private resumed(
    { run, at }: Fork<R>,
    script: string,
    files: readonly Project[],
  ): Pick<Run<R>, 'watch' | 'moments' | 'ran'> {
    const { stage } = this;
    const { session } = at.moment;
    const watch = new Watch(files, at.read);
    const entries = stage.entries(watch.files);
    const desk = refilled(session.desk, at.entries, entries);
    const first = { ...at.moment, session: { ...session, desk } };
    const { all } = run.moments;
    const moments = new Moments(watch, entries, all.slice(0, all.indexOf(at) + 1));
    return { watch, moments, ran: stage.run(first, script, moments.add, run.ran) };
  }
}

/** How many statements two scripts begin with that are the same at the same place. */
function alike(run: Run<unknown>, script: string, statements: readonly Statement[]): number {
  let same = 0;
  while (same < script.length && script[same] === run.script[same]) same++;
  const other = statements.findIndex(({ key, to }, index) => to > same || run.statements[index]?.key !== key);
  return other === -1 ? statements.length : other;
}
