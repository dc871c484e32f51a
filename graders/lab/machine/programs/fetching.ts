import { type Entry, obscure, write } from '../files/files.ts';
import { baseName, parentOf, resolvePath } from '../files/paths.ts';
import { done, type Machine, type Program, type Ran } from '../machine.ts';
import { operands } from './file-tools.ts';

/** Programs that bring files of unknown content from somewhere else, or make them from sources. */
export const fetching: Readonly<Record<string, Program>> = {
  curl: (machine, [, ...args]) => {
    const output = optionValue(args, ['-o', '--output']);
    if (output !== undefined) return saved(machine, output);
    const remote = args.some((arg) => /^-\w*O|^--remote-name/.test(arg));
    return remote ? intoDirectory(machine, machine.cwd) : { machine, output: undefined, exit: 'unknown' };
  },
  wget: (machine, [, ...args]) => {
    const output =
      optionValue(args, ['-O', '--output-document']) ??
      /^-\w*O(.+)$/.exec(args.find((arg) => /^-\w*O./.test(arg)) ?? '')?.[1];
    if (output === '-') return { machine, output: undefined, exit: 'unknown' };
    return output === undefined ? intoDirectory(machine, machine.cwd) : saved(machine, output);
  },
  git: (machine, [, ...args]) => {
    const [command, url = '', directory] = operands(args, ['-C', '-c', '-b', '--branch', '--depth']);
    if (command !== 'clone') return intoDirectory(machine, machine.cwd);
    return intoDirectory(machine, resolvePath(machine.cwd, directory ?? baseName(url).replace(/\.git$/, '')));
  },
  tar: (machine, [, ...args]) =>
    intoDirectory(machine, resolvePath(machine.cwd, optionValue(args, ['-C', '--directory']) ?? '.')),
  unzip: (machine, [, ...args]) => intoDirectory(machine, resolvePath(machine.cwd, optionValue(args, ['-d']) ?? '.')),
  gzip: (machine) => intoDirectory(machine, machine.cwd),
  gunzip: (machine) => intoDirectory(machine, machine.cwd),
  go: (machine, [, command, ...args]) => {
    const output = optionValue(args, ['-o']);
    if (command === 'build' && output !== undefined) return saved(machine, output, 0o755);
    return intoDirectory(machine, command === 'install' ? '/go/bin' : command === 'build' ? machine.cwd : '/go');
  },
  make: (machine) => intoDirectory(machine, machine.cwd),
  gcc: (machine, [, ...args]) => saved(machine, optionValue(args, ['-o']) ?? 'a.out', 0o755),
  sed: (machine, [, ...args]) =>
    args.some((arg) => arg.startsWith('-i') || arg.startsWith('--in-place'))
      ? forgotten(machine, args.at(-1) ?? '')
      : { machine, output: undefined, exit: 'unknown' },
  'update-ca-certificates': (machine) => done(machine),
  ldconfig: (machine) => done(machine),
};

function optionValue(args: readonly string[], names: readonly string[]): string | undefined {
  for (const [index, arg] of args.entries()) {
    const [name = '', value] = arg.split('=', 2);
    if (names.includes(name)) return value ?? args[index + 1];
    const letter = /^-[a-zA-Z]+$/.test(arg) ? arg.at(-1) : undefined;
    if (letter !== undefined && names.includes(`-${letter}`)) return args[index + 1];
  }
  return undefined;
}

function saved(machine: Machine, name: string, mode = 0o644): Ran {
  const path = resolvePath(machine.cwd, name);
  const { uid, gid, layer } = machine;
  const entry: Entry = { kind: 'file', mode, uid, gid, layer };
  const files = name.endsWith('/') ? obscure(machine.files, path) : write(machine.files, [[path, entry]]);
  return { machine: { ...machine, files }, output: [], exit: 0 };
}

function intoDirectory(machine: Machine, directory: string): Ran {
  return { machine: { ...machine, files: obscure(machine.files, directory) }, output: undefined, exit: 'unknown' };
}

/** A file that exists and whose content is no longer known. */
function forgotten(machine: Machine, name: string): Ran {
  const path = resolvePath(machine.cwd, name);
  const entry = machine.files.entries.get(path);
  if (!entry) return intoDirectory(machine, parentOf(path));
  const { content: _, ...rest } = entry;
  return {
    machine: { ...machine, files: write(machine.files, [[path, { ...rest, layer: machine.layer }]]) },
    output: [],
    exit: 0,
  };
}
