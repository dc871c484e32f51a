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
import type { LabStep } from '../shared/lab-data.ts';
import { type EntryName, useOf } from '../shared/part-data.ts';
import { entries } from './entries.ts';
import type { Trial } from './trial.ts';

/**
 * What each use of the site runs, found by doing what its reader would do: answers of each exercise are graded and drawn, the
 * examples of each lesson are run, the terminal is opened.
 * @param root absolute path of the course, where the answers are
 * @returns paths of modules by use
 */
export function usesOf(
  root: string,
  course: Course,
  trial: Trial,
  advance: Advance = () => {},
): ReadonlyMap<string, ReadonlySet<string>> {
  const uses = new Map<string, ReadonlySet<string>>();
  const all = course.exercises.length + course.lessons.length + 1 + withCommands(course).length + tries.length;
  const add = (entry: EntryName, name: string, works: readonly ((face: never) => void)[]) => {
    uses.set(useOf(entry, name), trial.usedBy(entries[entry], works));
    advance(uses.size / all);
  };
  for (const written of course.exercises) {
    const { exercise } = written;
    add(
      'grader',
      exercise.folder,
      attemptsOf(root, written).map(({ answers }) => ({ grader }: { readonly grader: Grader }) => {
        sayAll<Report>(grader, grader.grade(exercise, answers));
        if (exercise.spec.answers.some(({ format }) => format === 'manifests'))
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
  return uses;
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
    case 'commands':
      return undefined;
  }
}
