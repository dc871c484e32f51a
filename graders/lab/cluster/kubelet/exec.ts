import { runsImageDefault } from './argv.ts';
import type { Surroundings } from './context.ts';
import { mountsOver } from './mounts.ts';
import { exists, runArgv } from './run.ts';
import { readScript } from './script.ts';
import { isOnlyServer } from './trust.ts';

/** Asks the pod's own network for a page: its status, or undefined when nobody listens. */
export type LocalGet = (port: number, path: string) => number | undefined;

/**
 * Runs a command inside a running container, as an `exec` probe does.
 * @returns `fails` only when that is certain; `unknown` where nobody can tell
 */
export function execute(
  command: readonly string[],
  around: Surroundings,
  get: LocalGet,
): 'works' | 'fails' | 'unknown' {
  const [program = '', ...args] = command;
  if (program === '') return 'fails';
  if (!exists(program, around)) return 'fails';
  const name = program.slice(program.lastIndexOf('/') + 1);
  if (/^(?:ba|da)?sh$/.test(name) && args[0] === '-c') return executeScript(args[1] ?? '', around, get);
  if (name === 'curl' || name === 'wget') return fetches(name, args, get);
  if (name === 'cat' || name === 'test' || name === '[' || name === 'ls') return looksFor(args, around);
  const process = runArgv(command, around, true);
  if (process.does === 'exits') return process.code === 0 ? 'works' : 'fails';
  return process.does === 'cannot-start' ? 'fails' : 'unknown';
}

/** One command, perhaps with `|| exit 1` behind it; longer scripts may do anything. */
function executeScript(script: string, around: Surroundings, get: LocalGet): 'works' | 'fails' | 'unknown' {
  const { commands, rest } = readScript(script);
  const [first, second] = commands;
  if (!first || rest !== undefined || commands.length > 2) return 'unknown';
  if (second && !(first.joint === '||' && /^(?:exit|false)$/.test(second.words[0] ?? ''))) return 'unknown';
  if (first.words[0] === 'exit') return Number(first.words[1] ?? 0) === 0 ? 'works' : 'fails';
  return execute(first.words, around, get);
}

/** A file that nobody can have made: the directory for passing things is empty when a web server starts. */
function looksFor(args: readonly string[], around: Surroundings): 'fails' | 'unknown' {
  const { container, image } = around;
  const paths = args.filter((arg) => arg.startsWith('/'));
  const isAlone = runsImageDefault(container) && !container.lifecycle?.postStart && isOnlyServer(image);
  const isAbsent = (path: string) => path.startsWith('/tmp/') && mountsOver(around, '/tmp').length === 0;
  return isAlone && !args.includes('!') && paths.length > 0 && paths.every(isAbsent) ? 'fails' : 'unknown';
}

function fetches(program: string, args: readonly string[], get: LocalGet): 'works' | 'fails' | 'unknown' {
  const local = /^(?:http:\/\/)?(?:localhost|127\.0\.0\.1|0\.0\.0\.0)(?::(\d+))?(\/.*)?$/;
  const match = args.map((arg) => local.exec(arg)).find((found) => found !== null);
  if (!match) return 'unknown';
  const status = get(Number(match[1] ?? 80), match[2] ?? '/');
  if (status === undefined) return 'fails';
  const minds = program === 'wget' || args.some((arg) => /^(?:--fail|-[a-zA-Z]*f[a-zA-Z]*)$/.test(arg));
  return minds && status >= 400 ? 'fails' : 'works';
}
