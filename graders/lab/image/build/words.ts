import { has, own } from '../../../core/own.ts';
import type { Span } from '../../../core/span.ts';
import type { Heredoc, Word } from '../../../model/dockerfile/dockerfile.ts';
import { type Expansion, expand, type Lookup } from '../../../parse/dockerfile/expand.ts';
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

type Values = Readonly<Record<string, string>>;

/** A word with its variables replaced and its quotes removed. An unset variable is empty. */
export function expanded({ text, at }: Word, values: Values, escapeChar: string): string {
  return valued(expand(text, lookUp(values), escapeChar), at);
}

/** The text of a heredoc that `COPY` brings. The builder itself replaces its variables and takes every backslash away. */
export function expandedBody({ content, expand: expands, bodyAt }: Heredoc, values: Values): string {
  return expands ? valued(expand(content, lookUp(values), '\\', 'literal'), bodyAt) : content;
}

const lookUp =
  (values: Values): Lookup =>
  (name) =>
    own(values, name);

function valued({ value, problem, references }: Expansion, at: Span): string {
  if (problem?.kind === 'required')
    throw new BuildStop({ kind: 'unset-variable', name: references.at(-1)?.name ?? '' }, at);
  return value;
}

/** What `$x` means in a stage. An argument is only kept as long as no later `ENV` has the same name. */
export function valuesIn({ args, env }: StageState): Readonly<Record<string, string>> {
  return { ...env, ...args };
}

/** Arguments without those that an environment variable takes the place of. */
export function besides(args: Values, env: Values): Values {
  return Object.fromEntries(Object.entries(args).filter(([name]) => !has(env, name)));
}
