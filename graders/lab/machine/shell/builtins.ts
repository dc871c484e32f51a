import { canEnter, mayRead } from '../access.ts';
import { find } from '../files/files.ts';
import { resolvePath } from '../files/paths.ts';
import { failed } from '../machine.ts';
import { locate } from '../programs/locate.ts';
import { textTools } from '../programs/text-tools.ts';
import { hole, isKnown } from '../unknown.ts';
import { assign, lookUp } from './expand.ts';
import { parseShell } from './parse.ts';
import { decided, ranWorlds } from './ran.ts';
import type { Shell } from './shell.ts';
import { after, either, printed, type World } from './world.ts';

type Builtin = (shell: Shell, world: World, args: readonly string[]) => readonly World[];

const quiet: Builtin = (_, world) => [after(world, 0)];

/** Commands that the shell itself carries out, whatever is in `PATH`. */
const builtins: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  ...[':', 'umask', 'ulimit', 'shopt', 'trap', 'alias', 'unalias', 'disown', 'kill', 'times'].map(
    (name) => [name, quiet] as const,
  ),
  ['cd', changeDirectory],
  ['export', exported],
  ['readonly', exported],
  ['local', declared],
  ['declare', declared],
  ['typeset', declared],
  ['unset', unset],
  ['set', setOptions],
  ['shift', (_, world, [count = '1']) => [after({ ...world, args: world.args.slice(Number(count) || 0) }, 0)]],
  ['exit', (_, world, args) => left('exit', world, args)],
  ['return', (_, world, args) => left('return', world, args)],
  ['break', (_, world, [loops = '1']) => [{ ...after(world, 0), left: 'break', loops: Number(loops) || 1 }]],
  ['continue', (_, world, [loops = '1']) => [{ ...after(world, 0), left: 'continue', loops: Number(loops) || 1 }]],
  ['exec', execute],
  ['eval', (shell, world, args) => inside(shell, world, args.join(' '))],
  ['wait', wait],
  ['.', sourced],
  ['source', sourced],
  ['command', command],
  ['builtin', (shell, world, args) => builtin(shell, world, args) ?? [after(world, 1)]],
  ['type', (_, world, [name = '']) => [...found(world, name)]],
  [
    'hash',
    (_, world, args) =>
      args.some((arg) => !arg.startsWith('-')) ? found(world, args.at(-1) ?? '') : [after(world, 0)],
  ],
  ['read', readLine],
  ['getopts', (_, world) => either({ ...world, hasMore: true })],
  ['let', (_, world) => either(world)],
  ['jobs', quiet],
  ['fg', wait],
]);

/** Programs that every shell has in itself. */
const inShell: ReadonlySet<string> = new Set(['echo', 'printf', 'test', '[', 'true', 'false', 'pwd']);

/** Runs a command of the shell itself; undefined when the word is a program's name. */
export function builtin(shell: Shell, world: World, argv: readonly string[]): readonly World[] | undefined {
  const [name = '', ...args] = argv;
  const own = builtins.get(name);
  if (own) return own(shell, world, args);
  const program = inShell.has(name) ? textTools.get(name) : undefined;
  return program && ranWorlds(world, program(world.machine, argv, shell.exec, world.stdin));
}

function left(how: 'exit' | 'return', world: World, [code]: readonly string[]): readonly World[] {
  if (code === undefined) return [{ ...world, left: how }];
  if (!isKnown(code)) return either(world).map((one) => ({ ...one, left: how }));
  const exit = Number(code) & 255;
  return [{ ...(exit === world.exit ? world : after(world, exit || 0, world.complaint)), left: how }];
}

function changeDirectory(_: Shell, world: World, args: readonly string[]): readonly World[] {
  const { machine } = world;
  const to = args.find((arg) => !/^-[LPe]+$|^--$/.test(arg)) ?? lookUp(world, 'HOME') ?? '/root';
  const moved = (cwd: string): World => after({ ...world, machine: { ...machine, cwd } }, 0);
  if (to === '-') return [moved(`/${hole}`)];
  const cwd = resolvePath(machine.cwd, to);
  if (!isKnown(cwd)) return [moved(cwd), after(world, 1)];
  const found = find(machine.files, cwd);
  const refused =
    found.state === 'absent' ||
    (found.state === 'present' && (found.entry.kind === 'file' || !canEnter(machine, found)));
  if (refused) return [after(world, 1, { kind: 'no-file', file: to, program: 'cd' })];
  // Where nobody knows whether it is there, it is taken to be.
  return found.state === 'present' ? [moved(cwd)] : [moved(cwd), after(world, 1)];
}

function exported(_: Shell, world: World, args: readonly string[]): readonly World[] {
  let { machine, variables } = world;
  for (const arg of args) {
    const equals = arg.indexOf('=');
    const name = equals === -1 ? arg : arg.slice(0, equals);
    if (!/^[A-Za-z_]\w*$/.test(name)) continue;
    const value = equals === -1 ? variables.get(name) : arg.slice(equals + 1);
    if (value !== undefined) machine = { ...machine, env: { ...machine.env, [name]: value } };
    variables = new Map([...variables].filter(([other]) => other !== name));
  }
  return [after({ ...world, machine, variables }, 0)];
}

function declared(_: Shell, world: World, args: readonly string[]): readonly World[] {
  const set = args.filter((arg) => /^[A-Za-z_]\w*=/.test(arg));
  return [
    after(
      set.reduce((one, arg) => assign(one, arg.slice(0, arg.indexOf('=')), arg.slice(arg.indexOf('=') + 1)), world),
      0,
    ),
  ];
}

function unset(_: Shell, world: World, args: readonly string[]): readonly World[] {
  const gone = new Set(args);
  const env = Object.fromEntries(Object.entries(world.machine.env).filter(([name]) => !gone.has(name)));
  const variables = new Map([...world.variables].filter(([name]) => !gone.has(name)));
  return [after({ ...world, variables, machine: { ...world.machine, env } }, 0)];
}

function setOptions(_: Shell, world: World, args: readonly string[]): readonly World[] {
  let changed = world;
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    const on = arg.startsWith('-');
    if (arg === '--' || !/^[-+]/.test(arg))
      return [after({ ...changed, args: args.slice(arg === '--' ? at + 1 : at) }, 0)];
    const named = /o$/.test(arg) ? (args[++at] ?? '') : '';
    if (arg.includes('e') || named === 'errexit') changed = { ...changed, errexit: on };
    if (arg.includes('u') || named === 'nounset') changed = { ...changed, nounset: on };
    if (named === 'pipefail') changed = { ...changed, pipefail: on };
  }
  return [after(changed, 0)];
}

/** The shell becomes the program. */
function execute(shell: Shell, world: World, args: readonly string[]): readonly World[] {
  const words = args[0] === '-a' ? args.slice(2) : args.filter((arg, at) => at > 0 || !/^-[cl]+$/.test(arg));
  if (words.length === 0) return [after(world, 0)];
  return ranWorlds(world, shell.exec(world.machine, words, world.stdin)).map((one) =>
    one.left ? one : { ...one, left: 'exit' },
  );
}

function wait(_: Shell, world: World): readonly World[] {
  const { job, ...rest } = world;
  if (!job) return [after(world, 0)];
  return ranWorlds(rest, { ...job, output: [], machine: world.machine });
}

/** A virtual environment's `activate` puts its `bin` first in `PATH`; another file is run by this very shell. */
function sourced(shell: Shell, world: World, [file = '', ...args]: readonly string[]): readonly World[] {
  const { machine } = world;
  const path = resolvePath(machine.cwd, file);
  const directory = /^(.*\/bin)\/activate$/.exec(path)?.[1];
  const place = find(machine.files, path);
  if (!isKnown(path)) return either({ ...world, hasMore: true });
  if (place.state === 'absent' || (place.state === 'present' && !mayRead(machine, place))) {
    return [{ ...after(world, 2, { kind: 'no-file', file, program: '.' }) }];
  }
  if (directory !== undefined) {
    const PATH = `${directory}:${machine.env.PATH ?? ''}`;
    return [
      after(
        { ...world, machine: { ...machine, env: { ...machine.env, PATH, VIRTUAL_ENV: directory.slice(0, -4) } } },
        0,
      ),
    ];
  }
  if (place.state === 'unknown' || place.entry.content === undefined) return [after({ ...world, hasMore: true }, 0)];
  return inside(shell, args.length > 0 ? { ...world, args } : world, place.entry.content).map(
    ({ left: how, ...one }) => ({
      ...one,
      args: world.args,
      ...(how && how !== 'return' && { left: how }),
    }),
  );
}

/** Runs a text in this very shell. */
function inside(shell: Shell, world: World, text: string): readonly World[] {
  world.machine.budget.spend('steps', 2);
  const { nested } = world.machine;
  const script = isKnown(text) && nested < 40 ? parseShell(text) : undefined;
  if (script === 'no-script') return [after(world, 2, { kind: 'syntax', program: 'sh' })];
  if (!script) return either({ ...world, hasMore: true, output: undefined });
  const deeper = { ...world, machine: { ...world.machine, nested: nested + 1 } };
  return shell.list([after(deeper, 0)], script).map((one) => ({ ...one, machine: { ...one.machine, nested } }));
}

function command(shell: Shell, world: World, args: readonly string[]): readonly World[] {
  if (args[0] === '-v' || args[0] === '-V') return found(world, args[1] ?? '');
  const words = args[0] === '-p' || args[0] === '--' ? args.slice(1) : args;
  if (words.length === 0) return [after(world, 0)];
  return builtin(shell, world, words) ?? ranWorlds(world, shell.exec(world.machine, words, world.stdin));
}

/** Whether there is a command of a name: `command -v`, `type`, `hash`. */
function found(world: World, name: string): readonly World[] {
  if (builtins.has(name) || inShell.has(name) || world.functions.has(name))
    return [after(printed(world, [{ text: `${name}\n`, by: 'command' }]), 0)];
  const place = locate(world.machine, name);
  if (place.state === 'found') return [after(printed(world, [{ text: `${place.path}\n`, by: 'command' }]), 0)];
  if (place.state === 'unknown' || !isKnown(name)) return either({ ...world, output: undefined });
  return [after(world, failed(world.machine, 127).exit === 127 ? 127 : 1)];
}

/** The next line of standard input. */
function readLine(_: Shell, world: World, args: readonly string[]): readonly World[] {
  const names = args.filter((arg, at) => !arg.startsWith('-') && !/^-[dnptu]$/.test(args[at - 1] ?? ''));
  const { stdin } = world;
  const give = (value: string, rest: World['stdin']): World =>
    (names.length === 0 ? ['REPLY'] : names).reduce((one, name) => assign(one, name, value), { ...world, stdin: rest });
  if (stdin === null) return either(give(hole, null));
  if (stdin === undefined || stdin === '') return [after(give('', stdin), 1)];
  const end = stdin.indexOf('\n');
  const line = end === -1 ? stdin : stdin.slice(0, end);
  const isWhole = names.length < 2 && !/\\/.test(line);
  return decided(give(isWhole ? line.trim() : hole, end === -1 ? '' : stdin.slice(end + 1)), end !== -1);
}
