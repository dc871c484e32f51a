import { own } from '../../../core/own.ts';
import type { Span } from '../../../core/span.ts';
import type { Dockerfile, Instruction, Stage } from '../../../model/dockerfile/dockerfile.ts';
import { parentStageAmong, type Registry } from '../build/from.ts';
import { parseReference } from '../reference.ts';
import { type Asked, askedAt, askedAtTop, commentsAbove, isAsked } from './asked.ts';
import type { CheckName } from './catalogue.ts';
import { checkPlatform } from './platform.ts';
import { matched, Scope, unmatched } from './scope.ts';
import { baseState, dispatch, type StageState } from './stage.ts';
import { suggested } from './suggest.ts';
import type { Warn, Warning } from './warning.ts';
import { checkInstructions, checkNames } from './written.ts';

export interface LintWorld {
  readonly registry: Registry;
  /** The registry tells every variable of an image. The catalogue leaves out most versions and checksums. */
  readonly complete?: true;
  /** What `--build-arg` gives. */
  readonly args?: Readonly<Record<string, string>>;
  /** Name of the stage that is built; the last one unless it is said. */
  readonly target?: string;
  /** Stages whose instructions are carried out, by their numbers; all unless they are given. */
  readonly stages?: ReadonlySet<number>;
  /** Whether `.dockerignore` keeps a path out of the context; absent where there is none, or one with exceptions. */
  readonly ignored?: (path: string) => boolean;
}

/**
 * What BuildKit warns about in a Dockerfile, every stage of it, in the order in which it finds it: what `docker build` lists
 * at its end and `docker build --check` shows.
 * @param dockerfile one that can be read
 * @see https://docs.docker.com/build/checks/
 */
export function lintOf(dockerfile: Dockerfile, world: LintWorld): readonly Warning[] {
  const found: Warning[] = [];
  const global = askedAtTop(dockerfile);
  const warner =
    (asked: Asked): Warn =>
    (check: CheckName, detail: string, at: Span) => {
      if (isAsked(asked, check)) found.push({ check, detail, at });
    };
  const everywhere = warner(global);
  const at = (instruction: Instruction): Warn => warner(askedAt(global, commentsAbove(dockerfile, instruction)));
  checkInstructions(dockerfile, everywhere, at);
  checkNames(dockerfile, everywhere);
  const globals = globalScope(dockerfile, world);
  checkDefaults(dockerfile, world, everywhere);
  checkFroms(dockerfile, globals, at);
  const behind = stagesBehind(dockerfile, stageOf(dockerfile, world.target));
  const states = new Map<number, StageState>();
  for (const stage of dockerfile.stages) {
    const image = globals.expand(stage.from.image.text, dockerfile.escapeChar).value;
    const parent = parentStageAmong(dockerfile.stages, stage, image);
    const base = parent && states.get(parent.index);
    let state = base ? { ...base, used: {} } : baseState(stage, image, globals, world, dockerfile.escapeChar);
    // Triggers are only looked for on the way to what is built, also where all stages are checked.
    const triggers =
      (behind.has(stage.index) ? parent : undefined)?.instructions.flatMap((one) =>
        one.keyword === 'ONBUILD' ? [one.trigger] : [],
      ) ?? [];
    const isTold = world.stages?.has(stage.index) ?? true;
    const told = (warn: Warn): Warn => (isTold ? warn : () => undefined);
    const context = { globals, args: world.args ?? {}, ignored: world.ignored, escapeChar: dockerfile.escapeChar };
    for (const trigger of triggers) {
      state = dispatch({ ...trigger, wholeAt: stage.from.wholeAt }, state, { ...context, warn: told(everywhere) });
    }
    for (const instruction of stage.instructions) {
      state = dispatch(instruction, state, { ...context, warn: told(at(instruction)) });
    }
    states.set(stage.index, state);
  }
  return found;
}

function stageOf({ stages }: Dockerfile, target: string | undefined): number {
  const found = target === undefined ? -1 : stages.findLastIndex(({ name }) => name === target.toLowerCase());
  return found === -1 ? stages.length - 1 : found;
}

/** The numbers of the stages that one needs: those it builds on, copies from or mounts, and itself. */
export function stagesBehind(dockerfile: Dockerfile, wanted: number): ReadonlySet<number> {
  const globals = globalScope(dockerfile, {});
  const needed = new Set<number>();
  const open = [wanted];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const stage = dockerfile.stages[next];
    if (!stage || needed.has(next)) continue;
    needed.add(next);
    const image = globals.expand(stage.from.image.text, dockerfile.escapeChar).value;
    const parent = parentStageAmong(dockerfile.stages, stage, image);
    const sources = stage.instructions.flatMap((instruction) => [
      ...instruction.flags.flatMap(({ name, value }) => (name === 'from' && value !== undefined ? [value] : [])),
      ...(instruction.keyword === 'RUN' ? instruction.mounts.flatMap(({ options }) => own(options, 'from') ?? []) : []),
    ]);
    const named = sources.flatMap((source) => {
      const found = dockerfile.stages.findLast(({ name }) => name === source.toLowerCase())?.index;
      return found ?? (/^\d+$/.test(source) ? Number(source) : []);
    });
    open.push(...(parent ? [parent.index] : []), ...named);
  }
  return needed;
}

/** What the builder knows without being told. */
function platformScope({ stages }: Dockerfile, target: string | undefined): Scope {
  return Scope.of({
    BUILDPLATFORM: 'linux/amd64',
    BUILDOS: 'linux',
    BUILDOSVERSION: '',
    BUILDARCH: 'amd64',
    BUILDVARIANT: '',
    TARGETPLATFORM: 'linux/amd64',
    TARGETOS: 'linux',
    TARGETOSVERSION: '',
    TARGETARCH: 'amd64',
    TARGETVARIANT: '',
    TARGETSTAGE: target || stages.at(-1)?.name || 'default',
  });
}

/** The arguments before the first `FROM`, with what the builder knows by itself. */
function globalScope(dockerfile: Dockerfile, { args = {}, target }: Omit<LintWorld, 'registry'>): Scope {
  const given = new Map(Object.entries(args));
  let scope = platformScope(dockerfile, target);
  for (const name of scope.names) {
    const value = given.get(name);
    if (value !== undefined) scope = scope.with(name, value);
  }
  for (const { name, value } of dockerfile.globalArgs.flatMap(({ declares }) => declares)) {
    const set = given.get(name) ?? (value && scope.expand(value.text, dockerfile.escapeChar).value);
    if (set !== undefined) scope = scope.with(name, set);
  }
  return scope;
}

/** Without `--build-arg`, every `FROM` should still be the name of an image. */
function checkDefaults(dockerfile: Dockerfile, { target }: LintWorld, warn: Warn): void {
  const defaults = globalScope(dockerfile, target === undefined ? {} : { target });
  for (const { from } of dockerfile.stages) {
    const { value, problem } = defaults.expand(from.image.text, dockerfile.escapeChar);
    if (problem) return;
    if (parseReference(value).ok) continue;
    const detail = `Default value for ARG ${from.image.text} results in empty or invalid base image name`;
    warn('InvalidDefaultArgInFrom', detail, from.wholeAt);
  }
}

function checkFroms(dockerfile: Dockerfile, globals: Scope, at: (instruction: Instruction) => Warn): void {
  const declared = dockerfile.globalArgs.flatMap(({ declares }) => declares.map(({ name }) => name));
  const known = [...new Set([...declared, ...globals.names])];
  for (const stage of dockerfile.stages) checkFrom(stage, globals, known, dockerfile.escapeChar, at(stage.from));
}

function checkFrom(
  { from, name }: Stage,
  globals: Scope,
  known: readonly string[],
  escapeChar: string,
  warn: Warn,
): void {
  const undeclared = (text: string) => {
    const word = globals.expand(text, escapeChar);
    for (const one of unmatched(word)) {
      if (known.includes(one)) continue;
      const meant = suggested(one, known);
      const detail = `FROM argument '${one}' is not declared${meant === undefined ? '' : ` (did you mean ${meant}?)`}`;
      warn('UndefinedArgInFrom', detail, from.wholeAt);
    }
    return word;
  };
  undeclared(from.image.text);
  for (const { name: flag, value = '' } of from.flags) {
    if (flag !== 'platform' || value === '') continue;
    const word = undeclared(value);
    const uses = { matched: matched(word), unmatched: unmatched(word), value: word.value };
    checkPlatform(
      { written: value, ...uses, target: globals.get('TARGETPLATFORM') ?? '' },
      name ?? '',
      (check, detail) => warn(check, detail, from.wholeAt),
    );
  }
}
