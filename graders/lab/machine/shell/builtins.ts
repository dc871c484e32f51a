import { find } from '../files/files.ts';
import { resolvePath } from '../files/paths.ts';
import { done, type Execute, failed, type Ran } from '../machine.ts';
import type { ShellState } from './run.ts';

interface Builtin {
  readonly state: ShellState;
  readonly ran: Ran;
  readonly ends: boolean;
}

/** Commands that the shell itself carries out; undefined when the word is a program's name. */
export function builtin(state: ShellState, argv: readonly string[], exec: Execute): Builtin | undefined {
  const [name = '', ...args] = argv;
  const { machine } = state;
  const quiet = (changed: ShellState = state): Builtin => ({ state: changed, ran: done(changed.machine), ends: false });
  switch (name) {
    case 'cd':
      return changeDirectory(state, args[0] ?? machine.env.HOME ?? '/root');
    case 'export':
    case 'readonly':
      return quiet({ ...state, machine: { ...machine, env: { ...machine.env, ...pairs(args) } } });
    case 'set':
      return quiet({ ...state, errexit: setsErrexit(args) ?? state.errexit });
    case 'exit':
      return { state, ran: { machine, output: [], exit: Number(args[0] ?? 0) || 0 }, ends: true };
    case 'exec':
      return args.length === 0 ? quiet() : { ...run(state, args, exec), ends: true };
    case 'command':
      return args[0]?.startsWith('-') ? quiet() : run(state, args, exec);
    case 'shift':
      return quiet({ ...state, args: state.args.slice(Number(args[0] ?? 1) || 1) });
    case 'wait':
      return state.job ? { state, ran: state.job, ends: false } : quiet();
    case '.':
    case 'source':
      return sourced(state, args[0] ?? '');
    case ':':
    case 'unset':
    case 'umask':
    case 'ulimit':
    case 'shopt':
    case 'trap':
    case 'hash':
    case 'alias':
      return quiet();
    default:
      return undefined;
  }
}

function run(state: ShellState, argv: readonly string[], exec: Execute): Builtin {
  const ran = exec(state.machine, argv);
  return { state: { ...state, machine: { ...ran.machine, cwd: state.machine.cwd } }, ran, ends: false };
}

function changeDirectory(state: ShellState, to: string): Builtin {
  const { machine } = state;
  const cwd = resolvePath(machine.cwd, to);
  const found = find(machine.files, cwd);
  if (found.state === 'absent') {
    return { state, ran: failed(machine, 1, { kind: 'no-file', file: to, program: 'cd' }), ends: false };
  }
  const moved = { ...machine, cwd };
  return { state: { ...state, machine: moved }, ran: done(moved), ends: false };
}

function pairs(args: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    args.flatMap((arg) => {
      const equals = arg.indexOf('=');
      return equals > 0 ? [[arg.slice(0, equals), arg.slice(equals + 1)]] : [];
    }),
  );
}

function setsErrexit(args: readonly string[]): boolean | undefined {
  if (args.some((arg) => /^-[a-z]*e/.test(arg))) return true;
  return args.some((arg) => /^\+[a-z]*e/.test(arg)) ? false : undefined;
}

/** A virtual environment's `activate` puts its `bin` first in `PATH`; of other files nobody knows what they set. */
function sourced(state: ShellState, file: string): Builtin {
  const { machine } = state;
  const directory = /^(.*\/bin)\/activate$/.exec(resolvePath(machine.cwd, file))?.[1];
  if (directory === undefined) return { state, ran: { machine, output: [], exit: 'unknown' }, ends: false };
  const PATH = `${directory}:${machine.env.PATH ?? ''}`;
  const activated = { ...machine, env: { ...machine.env, PATH } };
  return { state: { ...state, machine: activated }, ran: done(activated), ends: false };
}
