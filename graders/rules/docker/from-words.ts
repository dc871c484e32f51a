import { platformArgs } from '../../lab/image/index.ts';
import type { Dockerfile } from '../../model/dockerfile/dockerfile.ts';
import { expand } from '../../parse/dockerfile/expand.ts';

/**
 * What a word of `FROM` says whatever is given on the command line: an argument that is not declared before the first
 * `FROM` has no value and can get none. Those that are declared stand as `x`. Undefined where all depends on these.
 */
export function certainly({ globalArgs, escapeChar }: Dockerfile, text: string): string | undefined {
  const isGiven = (name: string) =>
    Object.hasOwn(platformArgs, name) || globalArgs.some(({ declares }) => declares.some((one) => one.name === name));
  const { value, references } = expand(text, (name) => (isGiven(name) ? 'x' : undefined), escapeChar);
  const isOpen = references.some(({ name }) => isGiven(name));
  if (isOpen && references.every(({ name, guarded }) => guarded || isGiven(name))) return undefined;
  return value.replace(/^(["'])(.*)\1$/, '$2');
}
