import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Source } from '../core/source.ts';
import { listFolders } from '../course/folders.ts';
import { type AuthoredExercise, readExercise, readReference, readVariants } from '../course/solutions.ts';
import { grade } from '../grade.ts';
import { comment } from './bench/comment.ts';

const root = process.cwd();

/** Answers whose files are taken from several others, each time with other comments at the end. */
function mixed(answers: readonly (readonly Source[])[]): readonly (readonly Source[])[] {
  const tails = ['', 'uno', 'otro\n\n', 'timonel ignore-file=kubernetes/latest-tag', "it's \\"];
  return answers.flatMap((files, index) => {
    const others = answers[(index + 1) % answers.length] ?? files;
    const crossed = files.map((file, at) => (at === 0 ? file : (others[at] ?? file)));
    return [files, crossed, files].map((some, round) =>
      some.map(({ path, text }) => {
        const tail = tails[(index + round) % tails.length] ?? '';
        return { path, text: tail === '' ? text : `${text.trimEnd()}\n${comment(path, tail)}` };
      }),
    );
  });
}

/** So many variants of each side, spread over all. */
const some = 4;
const spread = <T>(items: readonly T[]): readonly T[] =>
  items.filter((_, index) => index % Math.ceil(items.length / some) === 0);

/** An exercise of whose answers nothing is known yet. */
function opened(folder: string): AuthoredExercise {
  const exercise = readExercise(root, folder);
  if (!exercise) throw new Error(`no exercise in ${folder}`);
  return exercise;
}

describe('what answers have in common and is judged once', () => {
  it.each(listFolders(root).map(({ name }) => name))('changes no grade of %s', (folder) => {
    const exercise = opened(folder);
    const variants = [
      readReference(root, exercise),
      ...spread(readVariants(root, exercise, 'accepted')),
      ...spread(readVariants(root, exercise, 'rejected')),
    ];
    const named = (files: readonly Source[]) => files.map(({ path, text }) => ({ path: basename(path), text }));
    for (const answers of mixed(variants.map((variant) => named(variant.answers)))) {
      expect(grade(exercise, answers)).toEqual(grade(opened(folder), answers));
    }
  });
});
