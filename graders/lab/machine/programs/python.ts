import { mayRead } from '../access.ts';
import { type Found, find, list, obscure, write } from '../files/files.ts';
import { baseName, join, parentOf, resolvePath } from '../files/paths.ts';
import { done, failed, type Listening, type Machine, type Program, type Ran, serving, unforeseen } from '../machine.ts';
import { interpret } from '../python/interpret.ts';
import { listeningOf } from '../python/listening.ts';
import { isKnownToLack, locate } from './locate.ts';

/** `python` with a file, a module (`-m`), a text (`-c`) or standard input. What the program prints is worked out, never executed. */
export const python: Program = (machine, argv, exec, stdin) => {
  const [name = 'python', ...args] = argv;
  // PyPy is Python too.
  const who: Caller = { by: baseName(name).replace(/^pypy3?/, 'python3'), argv0: name };
  const inline = (text: string, rest: readonly string[]) =>
    program(machine, { who, text, name: '<string>', argv: ['-c', ...rest], folder: machine.cwd });
  while (args.length > 0) {
    const option = args[0] ?? '';
    if (option === '-c') return inline(args[1] ?? '', args.slice(2));
    const bundled = /^-[bBdEhiIOqsSuvx]*c(.+)$/.exec(option)?.[1];
    if (bundled !== undefined) return inline(bundled, args.slice(1));
    if (option === '-m') return module(machine, argv, args.slice(1), exec);
    if (option === '-') break;
    if (/^-[bBdEhiIOPqsSuvx]*c$/.test(option)) return inline(args[1] ?? '', args.slice(2));
    if (option === '-V' || option === '--version') return { machine, output: undefined, exit: 0 };
    if (!option.startsWith('-')) return file(machine, who, option, args);
    args.splice(0, option === '-W' || option === '-X' ? 2 : 1);
  }
  const rest = args.length === 0 ? [''] : args;
  if (stdin === undefined) return done(machine);
  return stdin === null
    ? unforeseen(machine)
    : program(machine, { who, text: stdin, name: '<stdin>', argv: rest, folder: machine.cwd });
};

/** The interpreter that was started. */
interface Caller {
  /** Its name, as it signs what it prints. */
  readonly by: string;
  /** As the command line names it. */
  readonly argv0: string;
}

/** A Python program and how it was started. */
interface Started {
  readonly who: Caller;
  readonly text: string;
  /** As Python names it in its complaints. */
  readonly name: string;
  /** `sys.argv`. */
  readonly argv: readonly string[];
  /** Where the modules lie that it brings along. */
  readonly folder: string;
}

function program(machine: Machine, { who, text, name, argv, folder }: Started): Ran {
  const { by } = who;
  const result = interpret(text, machine.env, { argv, source: (module) => moduleIn(machine, folder, module) });
  const python2 = by.startsWith('python2') || machine.env.PYTHON_VERSION?.startsWith('2');
  if (python2 && result.kind === 'error') return unforeseen(machine);
  if (result.kind === 'unknown') {
    const lacks = missingModule(machine, who, folder, text);
    if (lacks !== undefined) return failed(machine, 1, { kind: 'no-module', module: lacks });
    const listens = listeningOf(text, machine.env);
    return listens.length > 0
      ? serving({ ...machine, files: obscure(machine.files, '/') }, { listens, product: 'python' })
      : unforeseen(machine);
  }
  const output = result.output === '' ? [] : [{ text: result.output, by }];
  if (result.kind === 'done') return { machine, output, exit: result.exit };
  const complaint = { kind: 'python', error: result.error, file: name, line: result.line } as const;
  return { machine, output, exit: 1, complaint };
}

/**
 * The first module a program imports that is certainly not there: neither of the standard library, nor beside the program,
 * nor installed. Only imports at the beginning of a line count: others may never be reached.
 */
function missingModule(machine: Machine, who: Caller, folder: string, text: string): string | undefined {
  for (const line of text.split('\n')) {
    const [, name] = /^(?:import|from)\s+([A-Za-z_]\w*)/.exec(line) ?? [];
    if (name === undefined) {
      // Whatever else stands at the beginning of a line may leave out what follows, or make it work.
      if (/^[^\s#)]/.test(line)) return undefined;
      continue;
    }
    if (!standard.has(name) && !mayHave(machine, who, folder, name)) return name;
  }
  return undefined;
}

function mayHave(machine: Machine, who: Caller, folder: string, name: string): boolean {
  const beside = searchPath(machine, folder).flatMap((directory) => [
    `${directory}/${name}.py`,
    `${directory}/${name}`,
    `${directory}/${name}/__init__.py`,
  ]);
  if (beside.some((path) => find(machine.files, path).state !== 'absent')) return true;
  return librariesOf(machine, who).some((directory) => mayHoldPackages(machine, directory));
}

/** Where the packages of an interpreter lie: a virtual environment has its own. */
function librariesOf(machine: Machine, { argv0 }: Caller): readonly string[] {
  const located = locate(machine, argv0);
  const root = located.state === 'found' ? parentOf(parentOf(located.path)) : '/usr/local';
  if (find(machine.files, `${root}/pyvenv.cfg`).state === 'present') return [`${root}/lib/python`];
  return [
    '/usr/local/lib/python',
    '/usr/lib/python3/dist-packages',
    resolvePath(machine.env.HOME ?? '/root', '.local/lib'),
  ];
}

/** Whether packages may have been installed: by a command, or by somebody who made the base image. */
function mayHoldPackages(machine: Machine, directory: string): boolean {
  const found = find(machine.files, join(directory, 'x'));
  if (found.state !== 'unknown') return found.state === 'present';
  return found.from === 'command' || typeof machine.host.catalogue.lacks === 'string';
}

/** Where modules are looked for first: beside the program, and where `PYTHONPATH` says. */
function searchPath({ cwd, env }: Machine, folder: string): readonly string[] {
  const added = (env.PYTHONPATH ?? '').split(':').filter((directory) => directory !== '');
  return [folder, ...added.map((directory) => resolvePath(cwd, directory))];
}

/** The text of a module beside the program; undefined when there is none, or nobody knows. */
function moduleIn(machine: Machine, folder: string, module: string): string | undefined {
  const found = searchPath(machine, folder)
    .map((directory) => join(directory, module.replaceAll('.', '/')))
    .flatMap((path) => [`${path}.py`, join(path, '__init__.py')].map((place) => find(machine.files, place)));
  const present = found.find(({ state }) => state === 'present');
  return present?.state === 'present' && mayRead(machine, present) ? present.entry.content : undefined;
}

function file(machine: Machine, who: Caller, name: string, argv: readonly string[]): Ran {
  const path = resolvePath(machine.cwd, name);
  const found = find(machine.files, path);
  if (found.state === 'present' && found.entry.kind === 'directory')
    return file(machine, who, join(name, '__main__.py'), argv);
  if (found.state === 'present' && isBinary(found)) {
    return failed(machine, 1, { kind: 'python', error: 'SyntaxError', file: name, line: 1 });
  }
  return source(machine, who, found, name, argv);
}

/** Programs of the base image that are machine code for certain: `python /bin/sh -c …`. */
function isBinary({ path, entry }: Found & { state: 'present' }): boolean {
  return entry.content === undefined && entry.layer === -1 && /^(?:ba|da|a)?sh$|^python[\d.]*$/.test(baseName(path));
}

function source(machine: Machine, who: Caller, found: Found, name: string, argv: readonly string[]): Ran {
  const { by } = who;
  const lacking = found.state === 'absent' || (found.state === 'unknown' && isKnownToLack(machine, name, found.from));
  if (lacking) return failed(machine, 2, { kind: 'no-file', file: name, program: by, because: 'absent' });
  if (found.state === 'unknown' || found.entry.content === undefined) return unforeseen(machine);
  if (!mayRead(machine, found))
    return failed(machine, 2, { kind: 'no-file', file: name, program: by, because: 'unreadable' });
  return program(machine, { who, text: found.entry.content, name, argv, folder: parentOf(found.path) });
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
  if (wanted === 'http.server') return serving(machine, { listens: httpServer(rest), product: 'python', exact: true });
  const places = searchPath(machine, machine.cwd)
    .map((directory) => join(directory, wanted.replaceAll('.', '/')))
    .flatMap((path) => [`${path}.py`, join(path, '__main__.py')].map((place) => find(machine.files, place)));
  const found = places.find(({ state }) => state === 'present');
  if (found) return source(machine, { by: baseName(name), argv0: name }, found, wanted, args);
  if (runners.has(wanted)) return exec(machine, [wanted, ...rest]);
  const top = wanted.split('.')[0] ?? '';
  if (places.some(({ state }) => state === 'unknown') || standard.has(top)) return unforeseen(machine);
  const library = find(machine.files, '/usr/local/lib/python');
  const mayBeInstalled =
    machine.host.catalogue.lacks === 'none' || (library.state === 'unknown' && library.from === 'command');
  return mayBeInstalled ? unforeseen(machine) : failed(machine, 1, { kind: 'no-module', module: wanted });
}

/**
 * Modules of the standard library: any of them may be run.
 * @see https://docs.python.org/3/py-modindex.html
 */
const standard: ReadonlySet<string> = new Set(
  `__future__ __hello__ __main__ abc aifc annotationlib antigravity argparse array ast asyncio atexit audioop base64 bdb
  binascii bisect builtins bz2 cProfile calendar cgi cgitb chunk cmath cmd code codecs codeop collections colorsys
  compileall compression concurrent configparser contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses
  datetime dbm decimal difflib dis distutils doctest email encodings ensurepip enum errno faulthandler fcntl filecmp
  fileinput fnmatch fractions ftplib functools gc genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq
  hmac html http idlelib imaplib imghdr importlib inspect io ipaddress itertools json keyword lib2to3 linecache locale
  logging lzma mailbox mailcap marshal math mimetypes mmap modulefinder multiprocessing netrc nntplib ntpath nturl2path
  numbers opcode operator optparse os ossaudiodev pathlib pdb pickle pickletools pipes pkgutil platform plistlib poplib
  posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data queue quopri random re readline reprlib
  resource rlcompleter runpy sched secrets select selectors shelve shlex shutil signal site smtpd smtplib sndhdr socket
  socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string stringprep struct subprocess
  sunau symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios test textwrap this threading time timeit
  tkinter token tokenize tomllib trace traceback tracemalloc tty turtle turtledemo types typing unicodedata unittest
  urllib uu uuid venv warnings wave weakref webbrowser wsgiref xdrlib xml xmlrpc zipapp zipfile zipimport zlib zoneinfo`
    .trim()
    .split(/\s+/),
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
    [`${resolvePath(machine.cwd, directory)}/pyvenv.cfg`, { ...program, mode: 0o644 }],
  ]);
  return done({
    ...machine,
    files: list(files, `${resolvePath(machine.cwd, directory)}`),
    installed: machine.installed + 12,
  });
}
