import { BadPattern, type Edge, type Test, type Tree } from './tree.ts';

/** One instruction of a machine that follows all ways through a pattern at once. */
export type Step =
  | { readonly do: 'read'; readonly test: Test }
  | { readonly do: 'split'; first: number; second: number }
  | { readonly do: 'jump'; to: number }
  | { readonly do: 'check'; readonly edge: Edge }
  | { readonly do: 'save'; readonly slot: number }
  | { readonly do: 'match' };

/** Envoy refuses larger programs too. */
const maxSteps = 20_000;

/** @throws BadPattern when its program would be too large */
export function compile(tree: Tree): readonly Step[] {
  const steps: Step[] = [];
  emit({ is: 'group', number: 0, of: tree }, steps);
  steps.push({ do: 'match' });
  return steps;
}

function emit(tree: Tree, steps: Step[]): void {
  if (steps.length > maxSteps) throw new BadPattern('too large');
  switch (tree.is) {
    case 'empty':
      return;
    case 'one':
      steps.push({ do: 'read', test: tree.test });
      return;
    case 'edge':
      steps.push({ do: 'check', edge: tree.edge });
      return;
    case 'all':
      for (const part of tree.of) emit(part, steps);
      return;
    case 'either':
      emitEither(tree.of, steps);
      return;
    case 'group':
      steps.push({ do: 'save', slot: tree.number * 2 });
      emit(tree.of, steps);
      steps.push({ do: 'save', slot: tree.number * 2 + 1 });
      return;
    case 'repeat':
      emitRepeat(tree, steps);
  }
}

function emitEither(branches: readonly Tree[], steps: Step[]): void {
  const jumps: Extract<Step, { do: 'jump' }>[] = [];
  for (const [index, branch] of branches.entries()) {
    if (index === branches.length - 1) {
      emit(branch, steps);
      break;
    }
    const split = { do: 'split' as const, first: steps.length + 1, second: 0 };
    steps.push(split);
    emit(branch, steps);
    const jump = { do: 'jump' as const, to: 0 };
    steps.push(jump);
    jumps.push(jump);
    split.second = steps.length;
  }
  for (const jump of jumps) jump.to = steps.length;
}

function emitRepeat({ min, max, lazy, of }: Extract<Tree, { is: 'repeat' }>, steps: Step[]): void {
  for (let times = 0; times < min; times++) emit(of, steps);
  if (max === Number.POSITIVE_INFINITY) {
    const start = steps.length;
    const leave = optional(of, lazy, steps);
    steps.push({ do: 'jump', to: start });
    leave();
    return;
  }
  const leaves = Array.from({ length: max - min }, () => optional(of, lazy, steps));
  for (const leave of leaves) leave();
}

/** The part or nothing, whichever is preferred first; the caller says where nothing leads. */
function optional(of: Tree, lazy: boolean, steps: Step[]): () => void {
  const split = { do: 'split' as const, first: 0, second: 0 };
  steps.push(split);
  const inside = steps.length;
  emit(of, steps);
  return () => {
    [split.first, split.second] = lazy ? [steps.length, inside] : [inside, steps.length];
  };
}
