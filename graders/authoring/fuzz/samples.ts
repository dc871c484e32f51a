import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnswerFormat } from '../../core/exercise.ts';
import { listFolders } from '../../course/folders.ts';
import { type AuthoredExercise, readExercise, readReference, readVariants } from '../../course/solutions.ts';

/** Every file of the repository with a name like this, under the folders that hold sound ones. */
export function texts(pattern: RegExp): readonly string[] {
  return ['exercises', 'solutions', 'graders']
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)))
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => pattern.test(file) && !file.includes('/fuzz/'))
    .sort()
    .map((file) => readFileSync(file, 'utf8'));
}

export const manifestTexts = (): readonly string[] =>
  texts(/\/(?:given\/.*|solutions\/[^/]+\/respuesta|rules\/(?:kubernetes|istio|linkerd)\/.*\/cases\/.*)\.yaml$/);

export const dockerfileTexts = (): readonly string[] => [
  ...texts(/\/(?:Dockerfile|rules\/docker\/.*\/cases\/.*\.dockerfile)$/),
  ...answersIn('dockerfile').flatMap((asked) => asked.texts),
];

/** An exercise, which of its answers is of a format, and sound ones of that. */
export interface Asked {
  readonly exercise: AuthoredExercise;
  readonly index: number;
  readonly texts: readonly string[];
}

export function answersIn(format: AnswerFormat): readonly Asked[] {
  return listFolders('.').flatMap(({ name }) => {
    const exercise = readExercise('.', name);
    if (!exercise) return [];
    const variants = [readReference('.', exercise), ...readVariants('.', exercise, 'accepted')];
    return exercise.spec.answers.flatMap((answer, index) =>
      answer.format === format
        ? [{ exercise, index, texts: variants.flatMap(({ answers }) => answers[index]?.text ?? []) }]
        : [],
    );
  });
}
