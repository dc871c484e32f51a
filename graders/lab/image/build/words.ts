import type { Word } from '../../../model/dockerfile/dockerfile.ts';
import { expand } from '../../../parse/dockerfile/expand.ts';
import { BuildStop } from './refusal.ts';
import type { StageState } from './stage.ts';

/** Values the builder knows without being told. @see https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope */
export const platformArgs: Readonly<Record<string, string>> = {
  BUILDPLATFORM: 'linux/amd64',
  BUILDOS: 'linux',
  BUILDARCH: 'amd64',
  BUILDVARIANT: '',
  TARGETPLATFORM: 'linux/amd64',
  TARGETOS: 'linux',
  TARGETARCH: 'amd64',
  TARGETVARIANT: '',
  TARGETSTAGE: 'default',
};

/** A word with its variables replaced and its quotes removed. An unset variable is empty. */
export function expanded(word: Word, values: Readonly<Record<string, string>>, escapeChar: string): string {
  const { value, problem, references } = expand(
    word.text,
    (name) => (Object.hasOwn(values, name) ? values[name] : undefined),
    escapeChar,
  );
  if (problem?.kind === 'required')
    throw new BuildStop({ kind: 'unset-variable', name: references.at(-1)?.name ?? '' }, word.at);
  return value;
}

/** What `$x` may mean in a stage: an argument, unless an environment variable has the same name. */
export function valuesIn({ args, env }: StageState): Readonly<Record<string, string>> {
  return { ...args, ...env };
}
