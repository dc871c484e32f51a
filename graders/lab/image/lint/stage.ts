import type { Span } from '../../../core/span.ts';
import type { Copy, Env, Instruction, Stage } from '../../../model/dockerfile/dockerfile.ts';
import { parsePlatform } from '../../../model/dockerfile/platform.ts';
import type { Registry } from '../build/from.ts';
import { mayBeSetBy } from '../own-variables.ts';
import { checkPorts } from './ports.ts';
import { Scope, unmatched } from './scope.ts';
import { checkSecret } from './secrets.ts';
import { suggested } from './suggest.ts';
import type { Warn } from './warning.ts';

/** What a stage knows after each instruction. */
export interface StageState {
  readonly scope: Scope;
  /** Declared with `ARG`, with or without a value. */
  readonly args: ReadonlySet<string>;
  /** Whether the base may have set a variable that nobody here knows of. */
  readonly mayBeSet: (name: string) => boolean;
  readonly workdirSet: boolean;
  readonly hasShell: boolean;
  readonly windows: boolean;
  /** Where the instructions were that count only once. */
  readonly used: Readonly<Partial<Record<'CMD' | 'ENTRYPOINT' | 'HEALTHCHECK', Span>>>;
}

export interface StageContext {
  readonly globals: Scope;
  readonly args: Readonly<Record<string, string>>;
  readonly ignored: ((path: string) => boolean) | undefined;
  readonly escapeChar: string;
  readonly warn: Warn;
}

const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** What a stage begins with that builds on an image, or on nothing. */
export function baseState(
  stage: Stage,
  image: string,
  globals: Scope,
  { registry, complete }: { readonly registry: Registry; readonly complete?: true },
  escapeChar: string,
): StageState {
  const flag = stage.from.flags.find(({ name }) => name === 'platform')?.value ?? '';
  // Nothing is of the platform that is built for.
  const windows = image !== 'scratch' && parsePlatform(globals.expand(flag, escapeChar).value)?.os === 'windows';
  const answer = image === 'scratch' ? undefined : registry(image);
  const base = answer?.ok ? answer.image : undefined;
  const env = { ...base?.env, ...(!windows && base?.env.PATH === undefined && { PATH: path }) };
  return {
    scope: Scope.of(env),
    args: new Set(),
    mayBeSet: (name) =>
      answer !== undefined && (base?.certainty !== 'known' || (!complete && mayBeSetBy(base.repository, name))),
    workdirSet: false,
    hasShell: false,
    windows,
    used: {},
  };
}

/** What an instruction is warned about, and what is known after it. */
export function dispatch(instruction: Instruction, state: StageState, context: StageContext): StageState {
  const { warn } = context;
  const { wholeAt: at, written } = instruction;
  const report = (names: readonly string[]) => {
    for (const name of names) {
      if (state.args.has(name) || notVariables.has(name) || state.mayBeSet(name)) continue;
      const meant = suggested(name, state.scope.names);
      const detail = `Usage of undefined variable '$${name}'${meant === undefined ? '' : ` (did you mean $${meant}?)`}`;
      warn('UndefinedVar', detail, at);
    }
  };
  const word = (text: string) => {
    const expanded = state.scope.expand(text, context.escapeChar);
    report(unmatched(expanded));
    return expanded.value;
  };
  switch (instruction.keyword) {
    case 'ENV':
    case 'LABEL':
      return assigned(instruction, state, word, warn);
    case 'ARG':
      return declared(instruction, state, context);
    case 'WORKDIR': {
      const directory = word(instruction.value.text);
      if (!state.workdirSet && !isAbsolute(directory, state.windows)) {
        const detail = `Relative workdir ${JSON.stringify(directory)} can have unexpected results if the base image changes`;
        warn('WorkdirRelativePath', detail, at);
      }
      return { ...state, workdirSet: true };
    }
    case 'USER':
    case 'STOPSIGNAL':
      word(instruction.value.text);
      return state;
    case 'VOLUME':
      for (const { text } of instruction.words) word(text);
      return state;
    case 'EXPOSE':
      checkPorts(instruction, state.scope, context.escapeChar, warn);
      return state;
    case 'RUN':
      for (const { options } of instruction.mounts) for (const value of Object.values(options)) word(value);
      return state;
    case 'COPY':
    case 'ADD': {
      const sources = copied(instruction, word);
      for (const { expand: expands, content } of instruction.heredocs) {
        if (expands) report(unmatched(state.scope.expand(content, '\\', 'literal')));
      }
      if (context.ignored) checkIgnored(instruction, sources, context.ignored, warn);
      return state;
    }
    case 'SHELL':
      return { ...state, hasShell: true };
    case 'CMD':
    case 'ENTRYPOINT':
      if (instruction.command.form === 'shell' && !state.hasShell) {
        const detail = `JSON arguments recommended for ${written} to prevent unintended behavior related to OS signals`;
        return used(instruction, state, warn, () => warn('JSONArgsRecommended', detail, at));
      }
      return used(instruction, state, warn);
    case 'HEALTHCHECK':
      return used(instruction, state, warn);
    default:
      return state;
  }
}

/** Arguments that steer the builder and are no variables. */
const notVariables: ReadonlySet<string> = new Set(['BUILDKIT_SBOM_SCAN_CONTEXT', 'BUILDKIT_SBOM_SCAN_STAGE']);

function used(
  { keyword, written, wholeAt }: Instruction & { readonly keyword: keyof StageState['used'] },
  state: StageState,
  warn: Warn,
  then: () => void = () => undefined,
): StageState {
  const before = state.used[keyword];
  if (before) {
    const detail = `Multiple ${written} instructions should not be used in the same stage because only the last one will be used`;
    warn('MultipleInstructionsDisallowed', detail, before);
  }
  then();
  return { ...state, used: { ...state.used, [keyword]: wholeAt } };
}

/** All values of one instruction see the variables as they were before it. */
function assigned(
  { keyword, sets, legacy, written, wholeAt }: Env,
  state: StageState,
  word: (text: string) => string,
  warn: Warn,
): StageState {
  const pairs = sets.map(({ name, value }) => [word(name), value ? word(value.text) : ''] as const);
  let { scope } = state;
  for (const [name, value] of pairs) {
    if (legacy) {
      const detail = `"${written} key=value" should be used instead of legacy "${written} key value" format`;
      warn('LegacyKeyValueFormat', detail, wholeAt);
    }
    if (keyword === 'LABEL') continue;
    checkSecret('ENV', name, wholeAt, warn);
    scope = scope.with(name, value);
  }
  return { ...state, scope };
}

function declared(
  { declares, wholeAt }: Instruction & { readonly keyword: 'ARG' },
  state: StageState,
  { globals, args: given, escapeChar, warn }: StageContext,
): StageState {
  let { scope, args } = state;
  for (const { name, value } of declares) {
    checkSecret('ARG', name, wholeAt, warn);
    let set = new Map(Object.entries(given)).get(name);
    if (set === undefined && value) {
      const expanded = scope.expand(value.text, escapeChar);
      for (const one of unmatched(expanded)) {
        if (args.has(one) || state.mayBeSet(one)) continue;
        const meant = suggested(one, scope.names);
        const detail = `Usage of undefined variable '$${one}'${meant === undefined ? '' : ` (did you mean $${meant}?)`}`;
        warn('UndefinedVar', detail, wholeAt);
      }
      set = expanded.value;
    }
    set ??= globals.get(name);
    if (set !== undefined && !notVariables.has(name)) scope = scope.with(name, set);
    args = new Set([...args, name]);
  }
  return { ...state, scope, args };
}

/** What is copied, its variables replaced; the bodies of heredocs are no files. */
function copied({ flags, sources, destination }: Copy, word: (text: string) => string): readonly string[] {
  for (const { name, value = '' } of flags) {
    if (name === 'chown' || name === 'chmod' || name === 'checksum') word(value);
  }
  const files = sources.filter(({ text }) => !text.startsWith('<<')).map(({ text }) => word(text));
  word(destination.text);
  return files;
}

function checkIgnored(
  { keyword, flags, wholeAt }: Copy,
  sources: readonly string[],
  ignored: (path: string) => boolean,
  warn: Warn,
): void {
  if (flags.some(({ name }) => name === 'from')) return;
  for (const written of sources) {
    if (/^(?:https?:\/\/|git@|git:|ssh:)/.test(written)) continue;
    const source = cleaned(written);
    if (!ignored(source)) continue;
    const detail = `Attempting to ${keyword === 'ADD' ? 'Add' : 'Copy'} file "${source}" that is excluded by .dockerignore`;
    warn('CopyIgnoredFile', detail, wholeAt);
  }
}

/** A path without what leads nowhere: `./a//b/` is `a/b`. */
function cleaned(written: string): string {
  const parts: string[] = [];
  for (const part of written.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '' && part !== '.' && !(part === '..' && written.startsWith('/'))) parts.push(part);
  }
  const path = parts.join('/');
  return written.startsWith('/') ? `/${path}` : path || '.';
}

function isAbsolute(directory: string, windows: boolean): boolean {
  return windows ? /^(?:[A-Za-z]:)?[\\/]/.test(directory) : directory.startsWith('/');
}
