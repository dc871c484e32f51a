import { NotRe2 } from './classes.ts';
import type { Pattern } from './syntax.ts';

/** A step of the machine that runs a pattern: all that may match is followed at once, so no pattern can be slow. */
export type Step =
  | { readonly kind: 'one'; readonly test: (char: string) => boolean }
  | { readonly kind: 'at'; readonly where: string }
  /** Goes on at several places. */
  | { readonly kind: 'fork'; to: number[] }
  | { readonly kind: 'end' };

/** A pattern with its repetitions written out may not be longer. */
const maxSteps = 20_000;

/** Turns a pattern into steps. */
export function compile(pattern: Pattern): readonly Step[] {
  const steps: Step[] = [];
  emit(pattern, steps);
  steps.push({ kind: 'end' });
  return steps;
}

function emit(pattern: Pattern, steps: Step[]): void {
  if (steps.length > maxSteps) throw new NotRe2('too large');
  switch (pattern.kind) {
    case 'one':
    case 'at':
      steps.push(pattern);
      return;
    case 'all':
      for (const part of pattern.of) emit(part, steps);
      return;
    case 'any':
      emitAny(pattern.of, steps);
      return;
    case 'times':
      emitTimes(pattern, steps);
      return;
  }
}

function emitAny(branches: readonly Pattern[], steps: Step[]): void {
  const fork = pushFork(steps);
  const exits: number[][] = [];
  for (const branch of branches) {
    fork.push(steps.length);
    emit(branch, steps);
    exits.push(pushFork(steps));
  }
  for (const exit of exits) exit.push(steps.length);
}

function emitTimes({ of, min, max }: Extract<Pattern, { kind: 'times' }>, steps: Step[]): void {
  for (let count = 0; count < min; count++) emit(of, steps);
  if (max === Number.POSITIVE_INFINITY) {
    const start = steps.length;
    const fork = pushFork(steps);
    fork.push(steps.length);
    emit(of, steps);
    pushFork(steps).push(start);
    fork.push(steps.length);
    return;
  }
  const forks: number[][] = [];
  for (let count = min; count < max; count++) {
    const fork = pushFork(steps);
    fork.push(steps.length);
    forks.push(fork);
    emit(of, steps);
  }
  for (const fork of forks) fork.push(steps.length);
}

function pushFork(steps: Step[]): number[] {
  const to: number[] = [];
  steps.push({ kind: 'fork', to });
  return to;
}

/** Whether the steps match a whole text, in time proportional to both. */
export function matchesWhole(steps: readonly Step[], text: string): boolean {
  const chars = [...text];
  let places = follow(steps, [0], chars, 0);
  for (const [index, char] of chars.entries()) {
    const next = [...places].filter((place) => {
      const step = steps[place];
      return step?.kind === 'one' && step.test(char);
    });
    if (next.length === 0) return false;
    places = follow(
      steps,
      next.map((place) => place + 1),
      chars,
      index + 1,
    );
  }
  return [...places].some((place) => steps[place]?.kind === 'end');
}

/** Every place reachable without consuming a character. */
function follow(steps: readonly Step[], from: readonly number[], chars: readonly string[], index: number): Set<number> {
  const reached = new Set<number>();
  const pending = [...from];
  for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
    if (reached.has(place)) continue;
    reached.add(place);
    const step = steps[place];
    if (step?.kind === 'fork') pending.push(...step.to);
    else if (step?.kind === 'at' && isAt(step.where, chars, index)) pending.push(place + 1);
  }
  return reached;
}

function isAt(where: string, chars: readonly string[], index: number): boolean {
  switch (where) {
    case 'start':
      return index === 0;
    case 'end':
      return index === chars.length;
    case 'line-start':
      return index === 0 || chars[index - 1] === '\n';
    case 'line-end':
      return index === chars.length || chars[index] === '\n';
    default: {
      const isWord = (char: string | undefined) => char !== undefined && /^[0-9A-Za-z_]$/.test(char);
      return (isWord(chars[index - 1]) !== isWord(chars[index])) === (where === 'word');
    }
  }
}
