import { type Found, find, write } from '../files/files.ts';
import { baseName, join, parentOf, resolvePath } from '../files/paths.ts';
import { listeningIn } from '../listening.ts';
import { done, failed, type Listening, type Machine, type Program, type Ran, unforeseen } from '../machine.ts';
import { interpret } from '../python/interpret.ts';
import { isKnownToLack, locate } from './locate.ts';

export const isPython = (name: string): boolean => /^python(?:[23](?:\.\d+)?)?$/.test(name);

/** `python` with a file, a module (`-m`), a text (`-c`) or standard input. What the program prints is worked out, never executed. */
export const python: Program = (machine, argv, exec, stdin) => {
  const [name = 'python', ...args] = argv;
  const by = baseName(name);
  while (args.length > 0) {
    const option = args[0] ?? '';
    if (option === '-c') return program(machine, by, args[1] ?? '', '<string>');
    const bundled = /^-[bBdEhiIOqsSuvx]*c(.+)$/.exec(option)?.[1];
    if (bundled !== undefined) return program(machine, by, bundled, '<string>');
    if (option === '-m') return module(machine, argv, args.slice(1), exec);
    if (option === '-') break;
    if (/^-[bBdEhiIOPqsSuvx]*c$/.test(option)) return program(machine, by, args[1] ?? '', '<string>');
    if (option === '-V' || option === '--version') return { machine, output: undefined, exit: 0 };
    if (!option.startsWith('-')) return file(machine, by, option);
    args.splice(0, option === '-W' || option === '-X' ? 2 : 1);
  }
  return stdin === undefined ? done(machine) : program(machine, by, stdin, '<stdin>');
};

function program(machine: Machine, by: string, text: string, name: string): Ran {
  const result = interpret(text, machine.env);
  const python2 = by.startsWith('python2') || machine.env.PYTHON_VERSION?.startsWith('2');
  if (python2 && result.kind === 'error') return unforeseen(machine);
  if (result.kind === 'unknown') {
    const listens = listeningIn(text);
    return listens.length > 0 ? { machine, output: undefined, exit: 'running', listens } : unforeseen(machine);
  }
  const output = result.output === '' ? [] : [{ text: result.output, by }];
  if (result.kind === 'done') return { machine, output, exit: result.exit };
  const complaint = { kind: 'python', error: result.error, file: name, line: result.line } as const;
  return { machine, output, exit: 1, complaint };
}

function file(machine: Machine, by: string, name: string): Ran {
  const path = resolvePath(machine.cwd, name);
  const found = find(machine.files, path);
  if (found.state === 'present' && found.entry.kind === 'directory')
    return file(machine, by, join(name, '__main__.py'));
  return source(machine, by, found, name);
}

function source(machine: Machine, by: string, found: Found, name: string): Ran {
  const lacking = found.state === 'absent' || (found.state === 'unknown' && isKnownToLack(machine, name, found.from));
  if (lacking) return failed(machine, 2, { kind: 'no-file', file: name, program: by });
  if (found.state === 'unknown' || found.entry.content === undefined) return unforeseen(machine);
  if (!mayRead(machine, found)) return failed(machine, 2, { kind: 'no-file', file: name, program: by });
  return program(machine, by, found.entry.content, name);
}

function mayRead({ uid, gid }: Machine, found: Found & { state: 'present' }): boolean {
  const { entry } = found;
  if (uid === 0) return true;
  const shift = entry.uid === uid ? 6 : entry.gid === gid ? 3 : 0;
  return ((entry.mode >> shift) & 4) !== 0;
}

function module(
  machine: Machine,
  [name = 'python']: readonly string[],
  args: readonly string[],
  exec: Parameters<Program>[2],
): Ran {
  const [wanted = '', ...rest] = args;
  if (wanted === 'venv' || wanted === 'virtualenv') return virtualEnvironment(machine, name, rest);
  if (wanted === 'pip') return exec(machine, [pipBeside(machine, name), ...rest]);
  if (wanted === 'http.server') return { machine, output: undefined, exit: 'running', listens: httpServer(rest) };
  const path = join(machine.cwd, wanted.replaceAll('.', '/'));
  const places = [`${path}.py`, join(path, '__main__.py')].map((place) => find(machine.files, place));
  const found = places.find(({ state }) => state === 'present');
  if (found) return source(machine, baseName(name), found, wanted);
  if (runners.has(wanted)) return exec(machine, [wanted, ...rest]);
  if (places.some(({ state }) => state === 'unknown') || standard.has(wanted)) return unforeseen(machine);
  const library = find(machine.files, '/usr/local/lib/python');
  const mayBeInstalled = !machine.catalogued || (library.state === 'unknown' && library.from === 'command');
  return mayBeInstalled ? unforeseen(machine) : failed(machine, 1, { kind: 'no-module', module: wanted });
}

/** Modules of the standard library that are programs. */
const standard: ReadonlySet<string> = new Set(
  'http.server json.tool this antigravity timeit unittest pdb cProfile zipfile tarfile calendar platform site sysconfig compileall ensurepip pydoc webbrowser base64 ast dis trace turtle idlelib smtpd asyncio random uuid sqlite3 __hello__'.split(
    ' ',
  ),
);
const runners: ReadonlySet<string> = new Set(['flask', 'uvicorn', 'gunicorn', 'fastapi']);

function pipBeside(machine: Machine, name: string): string {
  return name.includes('/') ? join(parentOf(resolvePath(machine.cwd, name)), 'pip') : 'pip';
}

function httpServer(args: readonly string[]): readonly Listening[] {
  const bind = args.findIndex((arg) => arg === '-b' || arg === '--bind');
  const address = /^(?:127\.|localhost|::1)/.test(args[bind + 1] ?? '') && bind !== -1 ? 'loopback' : 'any';
  const port = args.find((arg, index) => /^\d+$/.test(arg) && !(bind !== -1 && index === bind + 1));
  return [{ address, port: Number(port ?? 8000) }];
}

/** A virtual environment has its own `python` and `pip`, which lead to the ones it was made with. */
function virtualEnvironment(machine: Machine, name: string, args: readonly string[]): Ran {
  const directory = args.find((arg) => !arg.startsWith('-'));
  const origin = locate(machine, name);
  if (directory === undefined || origin.state !== 'found') return unforeseen(machine);
  const bin = `${resolvePath(machine.cwd, directory)}/bin`;
  const { uid, gid, layer } = machine;
  const link = (target: string) => ({ kind: 'link', mode: 0o777, uid, gid, layer, target }) as const;
  const program = { kind: 'file', mode: 0o755, uid, gid, layer } as const;
  const files = write(machine.files, [
    [`${bin}/python`, link(origin.path)],
    [`${bin}/python3`, link(origin.path)],
    [`${bin}/pip`, program],
    [`${bin}/pip3`, program],
    [`${bin}/activate`, { ...program, mode: 0o644 }],
  ]);
  return done({ ...machine, files, installed: machine.installed + 12 });
}
