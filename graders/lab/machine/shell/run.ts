import type { Execute, Machine, Ran } from '../machine.ts';
import { failed, unforeseen } from '../machine.ts';
import { branch, choose, loopFor, loopWhile } from './compound.ts';
import { Unset } from './expand.ts';
import { parseShell } from './parse.ts';
import { pipe } from './pipeline.ts';
import { redirect } from './redirect.ts';
import type { Command, List, Pipeline } from './script.ts';
import { leaveSubshell, type Shell } from './shell.ts';
import { arithmeticCommand, simple, testCommand } from './simple.ts';
import { after, joined, together, type World } from './world.ts';

/** How a script is started. */
export interface Started {
  /** `-e`, `-u`, `-o pipefail` as written. */
  readonly options?: string;
  readonly args?: readonly string[];
  readonly stdin?: string | null | undefined;
}

/**
 * What a shell does with a script. Where a result is not known, both ways are followed, and what they agree on is known.
 * @param args what the script is started with
 */
export function runShell(machine: Machine, text: string, exec: Execute, started: Started = {}): Ran {
  const script = parseShell(text);
  if (!script) return unforeseen(machine);
  if (script === 'no-script') return failed(machine, 2, { kind: 'syntax', program: 'sh' });
  return resultOf(machine, shellFor(exec).list([worldOf(machine, started)], script));
}

function worldOf(machine: Machine, { options = '', args = [], stdin }: Started): World {
  return {
    machine,
    variables: new Map(),
    hasMore: false,
    functions: new Map(),
    args,
    errexit: /(?:^|\s|-)[a-z]*e/.test(options.replace(/\bpipefail\b/g, '')) || /errexit/.test(options),
    nounset: /-[a-z]*u/.test(options) || /nounset/.test(options),
    pipefail: /pipefail/.test(options),
    stdin,
    output: [],
    exit: 0,
  };
}

/** What all the ways a script may have gone come to. */
function resultOf(machine: Machine, worlds: readonly World[]): Ran {
  const ends = joined(worlds.map(({ left, loops: _, ...world }) => (left === 'running' ? { ...world, left } : world)));
  const [only] = ends;
  if (!only) return unforeseen(machine);
  const whole = { env: machine.env, cwd: machine.cwd };
  if (ends.length === 1) return ranOf(only, whole);
  // A build goes on where it ends well; whoever must be sure sees that it may have gone otherwise.
  const good = ends.find(({ left, exit }) => left === undefined && exit === 0) ?? ends.find(({ left }) => left) ?? only;
  const { complaint: _, ...ran } = ranOf(good, whole);
  const runs = ends.map(({ foreground }) => foreground?.runs).find((one) => one !== undefined);
  return { ...ran, exit: 'unknown', output: undefined, ...(runs && { runs }) };
}

function ranOf(world: World, whole: Pick<Machine, 'env' | 'cwd'>): Ran {
  const { machine, output, aside, exit, complaint, waits, left, foreground } = world;
  const ended: Ran = {
    machine: { ...machine, ...whole },
    output,
    ...(aside !== undefined && { aside }),
    exit: left === 'running' ? (foreground?.exit ?? 'running') : exit,
  };
  if (left !== 'running')
    return complaint && (exit !== 0 || complaint.kind === 'daemonised') ? { ...ended, complaint } : ended;
  // Whatever waits beside a command in the background keeps it alive.
  const { server, runs } = foreground?.server || foreground?.runs ? foreground : (world.job ?? {});
  return { ...ended, ...(server && { server }), ...(runs && { runs }), ...(waits && { waits }) };
}

function shellFor(exec: Execute, asked = false): Shell {
  const shell: Shell = {
    exec,
    asked,
    list: (worlds, list, isAsked = asked) => runList(isAsked === asked ? shell : shellFor(exec, isAsked), worlds, list),
    command: (world, command, isAsked = asked) =>
      runCommand(isAsked === asked ? shell : shellFor(exec, isAsked), world, command),
  };
  return shell;
}

/** More ways than this to go through a script at once are not told apart. */
const most = 12;

function runList(shell: Shell, worlds: readonly World[], list: List): readonly World[] {
  let current = worlds;
  for (const [index, pipeline] of list.entries()) {
    if (pipeline.after === ';') current = together(current);
    const next = list[index + 1];
    const asked = shell.asked || pipeline.negated || (next !== undefined && next.after !== ';');
    current = joined(current.flatMap((world) => step(shell, world, pipeline, asked)));
    if (current.length > most) current = together(current);
    if (current.every(({ left }) => left !== undefined)) break;
  }
  return current;
}

function step(shell: Shell, world: World, pipeline: Pipeline, asked: boolean): readonly World[] {
  if (world.left !== undefined || skips(pipeline, world)) return [world];
  world.machine.budget.spend('steps', 1 + world.machine.files.entries.size / 1000);
  const ran = pipeline.background ? [inBackground(shell, world, pipeline)] : pipe(shell, world, pipeline, asked);
  const ended = pipeline.negated ? ran.map(negated) : ran;
  if (asked) return ended;
  // `set -e`.
  return ended.map((one) =>
    one.errexit && one.exit !== 0 && one.left === undefined ? { ...one, left: 'exit' as const } : one,
  );
}

function skips({ after }: Pipeline, { exit }: World): boolean {
  return after === '&&' ? exit !== 0 : after === '||' && exit === 0;
}

function negated(world: World): World {
  return world.left === undefined ? after(world, world.exit === 0 ? 1 : 0) : world;
}

/** The shell goes on at once: if it comes to its end, so does the container. */
function inBackground(shell: Shell, world: World, pipeline: Pipeline): World {
  const ran = resultOf(world.machine, pipe(shell, { ...world, output: [] }, pipeline, true));
  const { env, cwd } = world.machine;
  const silent = ran.output?.length === 0;
  const goesOn = ran.exit === 'running' || ran.exit === 'unknown';
  const job = goesOn ? { job: ran } : {};
  const daemons = goesOn && ran.server ? [...ran.machine.daemons, ran.server] : ran.machine.daemons;
  return after(
    { ...world, ...job, machine: { ...ran.machine, env, cwd, daemons }, output: silent ? world.output : undefined },
    0,
  );
}

function runCommand(shell: Shell, world: World, command: Command): readonly World[] {
  try {
    if (command.kind === 'simple') return simple(shell, world, command);
    return redirect(shell, world, command, (inside) => compound(shell, inside, command));
  } catch (stop) {
    if (!(stop instanceof Unset)) throw stop;
    return [{ ...after(world, 2), left: 'exit' }];
  }
}

function compound(shell: Shell, world: World, command: Exclude<Command, { kind: 'simple' }>): readonly World[] {
  switch (command.kind) {
    case 'group':
      return shell.list([world], command.body);
    case 'subshell':
      return subshell(shell, world, command.body);
    case 'if':
      return branch(shell, world, command);
    case 'while':
    case 'until':
      return loopWhile(shell, world, command);
    case 'for':
      return loopFor(shell, world, command);
    case 'case':
      return choose(shell, world, command);
    case 'function':
      return [after({ ...world, functions: new Map(world.functions).set(command.name, command.body) }, 0)];
    case 'test':
      return testCommand(shell, world, command.words);
    case 'arithmetic':
      return arithmeticCommand(shell, world, command.text);
  }
}

/** A copy of the shell: what it sets is gone with it, what it does to files stays. */
export function subshell(shell: Shell, world: World, body: List, asked = shell.asked): readonly World[] {
  return shell.list([world], body, asked).map((inside) => leaveSubshell(world, inside));
}
