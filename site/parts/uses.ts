import { happen } from '../../graders/checks/predictions/check.ts';
import { askedIn, type Happened } from '../../graders/checks/predictions/recall.ts';
import type { Exercise, Report, Source } from '../../graders/index.ts';
import { attemptsOf } from '../browser/course.ts';
import type { Grader } from '../client/grader.ts';
import type { Lab } from '../client/lab-grader.ts';
import { sayAll } from '../client/parts/say-all.ts';
import type { Engine } from '../client/terminal/protocol.ts';
import type { Advance } from '../kit.ts';
import type { Course } from '../load.ts';
import { stepsOf } from '../pages/lab.ts';
import { tries, withCommands } from '../pages/terminal.ts';
import { fingerprint } from '../scripts.ts';
import type { LabStep } from '../shared/lab-data.ts';
import { type EntryName, useOf } from '../shared/part-data.ts';
import { entries } from './entries.ts';
import type { Taken, Trial, Work } from './trial.ts';

/** By module and name, the uses that run a function. */
export type FunctionUses = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** What was found out about the uses of the site. */
export interface Uses {
  /** Paths of the modules that each runs. */
  readonly modules: ReadonlyMap<string, ReadonlySet<string>>;
  /** Of each module its functions, with the uses that run them. */
  readonly functions: FunctionUses;
  /** What the lab answers to the questions of exercises, by their fingerprints. */
  readonly happened: Readonly<Record<string, readonly Happened[]>>;
}

/**
 * What each use of the site runs, found by doing what its reader would do: answers of each exercise are graded and drawn, the
 * examples of each lesson are run, the terminal is opened.
 * @param root absolute path of the course, where the answers are
 */
export function usesOf(root: string, course: Course, trial: Trial, advance: Advance = () => {}): Uses {
  const uses = new Map<string, ReadonlySet<string>>();
  const run = new Map<string, Map<string, string[]>>();
  const happened: Record<string, readonly Happened[]> = {};
  const all = course.exercises.length + course.lessons.length + 1 + withCommands(course).length + tries.length;
  let done = 0;
  const keep = (use: string, { modules, functions }: Taken) => {
    uses.set(use, modules);
    for (const [path, names] of functions) {
      const of = run.get(path) ?? new Map<string, string[]>();
      for (const name of names) of.set(name, [...(of.get(name) ?? []), use]);
      run.set(path, of);
    }
  };
  const add = (entry: EntryName, name: string, works: readonly Work[], later: readonly Work[] = []) => {
    const [first, then] = trial.usedInTurn(entries[entry], [works, later]);
    if (first) keep(useOf(entry, name), first);
    if (then && later.length > 0) keep(useOf('picture', name), then);
    advance(++done / all);
  };
  for (const written of course.exercises) {
    const { exercise } = written;
    const { spec, given, folder } = exercise;
    const asked = askedIn(spec).map((one) => happen(one, { exercise: spec, given }));
    if (asked.length > 0) happened[fingerprint(written)] = asked;
    const attempts = attemptsOf(root, written);
    add(
      'grader',
      folder,
      attempts.map(({ answers }) => ({ grader }: { readonly grader: Grader }) => {
        grader.recall({ exercise: spec, given }, asked);
        sayAll<Report>(grader, grader.grade(exercise, answers));
      }),
      attempts.map(({ answers }) => ({ grader }: { readonly grader: Grader }) => {
        sayAll(grader, grader.pictureOfAnswer(exercise, answers));
      }),
    );
  }
  for (const { front, labs } of course.lessons) {
    const works = labs.flatMap(({ block: found }) => {
      const sources = Object.entries({ ...found.archivos, ...found.fijos }).map(([path, text]) => ({ path, text }));
      return stepsOf(found).map(
        (step) =>
          ({ lab }: { readonly lab: Lab }) =>
            void sayAll(lab, resultOf(lab, step, sources)),
      );
    });
    add('lab', front.id, works);
  }
  const open = (world?: Exercise, lines: readonly string[] = []) =>
    [
      ({ engine }: { readonly engine: Engine }) => {
        const files = world?.starter ?? [];
        engine.ask({ does: 'open', ...(world && { world }), files, commands: [], lang: 'es' });
        for (const line of lines) engine.ask({ does: 'enter', line, files, lang: 'es' });
      },
    ] as const;
  add('engine', '', open());
  for (const { exercise } of withCommands(course)) add('engine', exercise.folder, open(exercise));
  for (const [title, lines] of tries) add('engine', `:${title.es}`, open(undefined, lines));
  const functions = new Map(
    [...trial.functions].map(([path, names]) => [
      path,
      new Map([...names].map((name) => [name, run.get(path)?.get(name) ?? []])),
    ]),
  );
  trial.stop();
  return { modules: uses, functions, happened };
}

/** What a step of an example asks the lab for. */
function resultOf(lab: Lab, step: LabStep, sources: readonly Source[]): unknown {
  const manifests = sources.filter(({ path }) => /\.(?:ya?ml|json)$/.test(path));
  switch (step.kind) {
    case 'request':
      return lab.askRequest(manifests, step);
    case 'cluster':
      return lab.askCluster(manifests);
    case 'check':
      return lab.check(sources);
    case 'image': {
      const file = sources.find(({ path }) => path === step.file);
      return (
        file && lab.askImage(file, () => sources.filter((one) => one !== file).map((one) => ({ ...one, mode: 0o644 })))
      );
    }
    case 'update':
      return lab.askUpdate(manifests, step);
    case 'load':
      return lab.askScaling(manifests, step);
    case 'migration':
      return lab.askMigration(manifests, step);
    case 'commands':
      return undefined;
  }
}
