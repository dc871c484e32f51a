import { check } from '../../check.ts';
import type { Source } from '../../core/source.ts';
import { type AuthoredExercise, readReference, readVariants } from '../../course/solutions.ts';
import { type Problem, problemAt } from './problem.ts';

/**
 * `timonel check` finds no error in what is given or right: a false alarm on our own files would be one on everybody's.
 * Each file is looked at alone, as a person would, and each right answer in its world.
 */
export function falseAlarms(root: string, exercise: AuthoredExercise): readonly Problem[] {
  const { given, spec, path } = exercise;
  const world = given.filter((file) => spec.world?.includes(file.path)).map((file) => under(path, file));
  const right = [readReference(root, exercise), ...readVariants(root, exercise, 'accepted')].map(({ answers }) =>
    answers.filter((_, index) => ['manifests', 'dockerfile'].includes(spec.answers[index]?.format ?? '')),
  );
  const alone = [...world, ...right.flat()].map((source) => [source]);
  const worlds = world.length > 0 ? [world, ...right.map((answers) => [...world, ...answers])] : right;
  const problems = [...alone, ...worlds].flatMap(errorsIn);
  const words = new Set<string>();
  return problems.filter((problem) => {
    const key = JSON.stringify(problem);
    return !words.has(key) && words.add(key);
  });
}

function under(folder: string, { path, text }: Source): Source {
  return { path: `${folder}/${path}`, text };
}

function errorsIn(sources: readonly Source[]): Problem[] {
  return check(sources).flatMap(({ path, findings }) => {
    const source = sources.find((one) => one.path === path);
    const errors = findings.filter(({ severity }) => severity === 'error');
    return source
      ? errors.map(({ id, at }) =>
          problemAt(source, at, {
            es: `timonel check encuentra el error ${id}`,
            en: `timonel check finds the error ${id}`,
          }),
        )
      : [];
  });
}
