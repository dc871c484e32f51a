import type { Complaint, Machine, Printed, Ran, Server } from '../machine.ts';
import { merged } from '../merge.ts';
import { hole } from '../unknown.ts';
import type { Command } from './script.ts';

/** How a world left the list of commands it was in. */
export type Left =
  /** The shell ended: `exit`, `exec`, `set -e`. */
  | 'exit'
  /** Something in the foreground goes on for ever. */
  | 'running'
  | 'return'
  | 'break'
  | 'continue';

/**
 * One of the ways a script may have gone. Where the result of a command is not known, the world splits in two; worlds that
 * end alike become one again, and what they do not agree on is unknown.
 */
export interface World {
  readonly machine: Machine;
  /** Variables of the shell that are not exported. */
  readonly variables: ReadonlyMap<string, string>;
  /** A file of unknown content was read in: other names may be variables too. */
  readonly hasMore: boolean;
  readonly functions: ReadonlyMap<string, Command>;
  /** `$1` and those after it. */
  readonly args: readonly string[];
  /** `set -e`, `set -u`, `set -o pipefail`. */
  readonly errexit: boolean;
  readonly nounset: boolean;
  readonly pipefail: boolean;
  /** What stands at standard input: undefined for nothing, null for what nobody knows. */
  readonly stdin: string | null | undefined;
  /** Undefined when nobody can tell. */
  readonly output: readonly Printed[] | undefined;
  /** What programs that ended well wrote to standard error, as far as anybody knows. */
  readonly aside?: string;
  /** Of the last command. */
  readonly exit: number;
  readonly complaint?: Complaint;
  /** Of a loop that goes round for ever: why its test fails. */
  readonly waits?: Complaint;
  readonly left?: Left;
  /** Loops that `break 2` still has to leave. */
  readonly loops?: number;
  /** What was left running in the background. */
  readonly job?: Ran;
  /** What the process that goes on in the foreground listens on, and what it runs. */
  readonly foreground?: Pick<Ran, 'server' | 'runs' | 'exit'>;
}

/** A world after a command of its own that ended in some way. */
export function after(world: World, exit: number, complaint?: Complaint): World {
  const { complaint: _, ...rest } = world;
  return complaint ? { ...rest, exit, complaint } : { ...rest, exit };
}

/** Both ways: the command may have succeeded or not. */
export function either(world: World): readonly World[] {
  return [after(world, 0), after(world, 1)];
}

export function printed(world: World, output: World['output']): World {
  if (world.output === undefined || output === undefined) return { ...world, output: undefined };
  return output.length === 0 ? world : { ...world, output: [...world.output, ...output] };
}

/** Worlds that left alike, and whose last command ended alike, become one. */
export function joined(worlds: readonly World[]): readonly World[] {
  if (worlds.length < 2) return worlds;
  const groups = new Map<string, World>();
  for (const world of worlds) {
    const key = `${world.left} ${world.loops} ${world.exit === 0} ${world.errexit} ${world.left === 'running' ? JSON.stringify(world.foreground) : ''}`;
    const other = groups.get(key);
    groups.set(key, other ? both(other, world) : world);
  }
  return [...groups.values()];
}

/** Worlds that go on become one, whatever their last command ended with. */
export function together(worlds: readonly World[]): readonly World[] {
  const going = worlds.filter(({ left }) => left === undefined);
  const [first, ...others] = going;
  if (!first || others.length === 0) return worlds;
  const one = others.reduce(both, first);
  return [...worlds.filter(({ left }) => left !== undefined), one];
}

function both(a: World, b: World): World {
  if (a === b) return a;
  // To compare two file systems is as much work as to copy one.
  if (a.machine.files !== b.machine.files) a.machine.budget.spend('steps', 2 + a.machine.files.entries.size / 50);
  const complaint = a.complaint ?? b.complaint;
  const { complaint: _, job: __, ...rest } = a;
  const job = a.job ?? b.job;
  return {
    ...rest,
    machine: merged(a.machine, b.machine),
    variables: commonOf(a.variables, b.variables),
    hasMore: a.hasMore || b.hasMore,
    functions: new Map([...b.functions, ...a.functions]),
    args: a.args.length === b.args.length ? a.args.map((arg, at) => (arg === b.args[at] ? arg : hole)) : [hole],
    stdin: a.stdin === b.stdin ? a.stdin : null,
    output: sameOutput(a, b) ? a.output : undefined,
    exit: a.exit === b.exit ? a.exit : a.exit === 0 || b.exit === 0 ? 1 : a.exit,
    ...(complaint && { complaint }),
    ...(job && { job }),
  };
}

function sameOutput({ output }: World, { output: other }: World): boolean {
  if (output === other) return true;
  return JSON.stringify(output) === JSON.stringify(other);
}

function commonOf(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  if (a === b) return a;
  const names = new Set([...a.keys(), ...b.keys()]);
  return new Map([...names].map((name) => [name, a.get(name) === b.get(name) ? (a.get(name) ?? hole) : hole]));
}

/** Servers that all go on. */
export function serversOf(ran: Pick<Ran, 'server'> | undefined, daemons: readonly Server[]): readonly Server[] {
  return ran?.server ? [ran.server, ...daemons] : daemons;
}
