import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Proposal, proposals } from '../../authoring/gate/accept.ts';
import { schemaProblems } from '../../authoring/gate/spec.ts';
import { readExercise, readSpec } from '../../course/solutions.ts';
import type { Context } from '../io.ts';
import { printLines } from '../print.ts';
import { screenFor } from '../screen.ts';
import { fileLines } from '../session/diff.ts';

type Shown = Pick<Context, 'root' | 'lang' | 'out' | 'env'>;

/** Shows what changes in the files of an exercise and its variants, and changes it. */
export function acceptExercise(folder: string, context: Shown): void {
  const { root } = context;
  const isSound = schemaProblems(readSpec(root, folder)).length === 0;
  const exercise = isSound ? readExercise(root, folder) : undefined;
  if (exercise) accept(proposals(root, exercise), context);
}

/** Shows each change before it is made. */
export function accept(changes: readonly Proposal[], context: Shown): void {
  for (const { path, before, after } of changes) {
    printLines(context.out, [...fileLines(path, before, after, screenFor(context)), '']);
    writeFileSync(join(context.root, path), after);
  }
}
