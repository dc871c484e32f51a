import { arithmetic, isKnown } from '../../machine/index.ts';
import type { ShellState } from './state.ts';

/** The values of an array by their keys; those of an indexed one are numbers, in ascending order. */
export type ShellArray = ReadonlyMap<string, string>;

/**
 * The key that an index stands for: that of an indexed array is an expression, and a negative one counts from its end.
 * @returns undefined where it is no expression
 * @see https://www.gnu.org/software/bash/manual/html_node/Arrays.html
 */
export function keyOf(
  shell: Pick<ShellState, 'arrays' | 'associative'>,
  name: string,
  index: string,
  get: (name: string) => string | undefined,
): string | undefined {
  if (shell.associative.has(name)) return index;
  const value = arithmetic(index, { get: (one) => get(one) ?? '', set: () => undefined });
  if (!isKnown(value)) return undefined;
  const number = Number(value);
  return String(number < 0 ? number + nextIndex(shell.arrays.get(name)) : number);
}

/** The index behind the last element. */
export const nextIndex = (array: ShellArray | undefined): number =>
  1 + [...(array?.keys() ?? [])].reduce((most, key) => Math.max(most, Number(key)), -1);

/** A shell in which an element of an array is another. */
export function withElements(
  shell: ShellState,
  name: string,
  elements: readonly (readonly [string, string])[],
  keeps: boolean,
): ShellState {
  const all = new Map(keeps ? (shell.arrays.get(name) ?? scalar(shell, name)) : []);
  for (const [key, value] of elements) all.set(key, value);
  const sorted = shell.associative.has(name) ? all : new Map([...all].sort(([a], [b]) => Number(a) - Number(b)));
  const variables = new Map(shell.variables);
  variables.delete(name);
  return { ...shell, variables, arrays: new Map(shell.arrays).set(name, sorted) };
}

/** A variable that becomes an array is its first element. */
function scalar({ variables }: ShellState, name: string): ShellArray {
  const value = variables.get(name);
  return new Map(value === undefined ? [] : [['0', value]]);
}
