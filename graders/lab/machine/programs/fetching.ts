import { type Entry, find, obscure, under, write } from '../files/files.ts';
import { baseName, parentOf, resolvePath } from '../files/paths.ts';
import { done, failed, type Input, type Machine, type Program, type Ran, succeeds, unforeseen } from '../machine.ts';
import { transfer } from './network.ts';
import { operands } from './operands.ts';

/** Programs that bring files of unknown content from somewhere else, or make them from sources. */
export const fetching: ReadonlyMap<string, Program> = new Map<string, Program>([
  ['curl', curl],
  ['wget', wget],
  ['git', git],
  [
    'tar',
    (machine, [, ...args]) =>
      filled(machine, resolvePath(machine.cwd, optionValue(args, ['-C', '--directory']) ?? '.')),
  ],
  ['unzip', (machine, [, ...args]) => filled(machine, resolvePath(machine.cwd, optionValue(args, ['-d']) ?? '.'))],
  ['gzip', (machine) => filled(machine, machine.cwd)],
  ['gunzip', (machine) => filled(machine, machine.cwd)],
  ['xz', (machine) => filled(machine, machine.cwd)],
  ['go', go],
  ['make', (machine) => unforeseen(machine)],
  ['cmake', (machine) => unforeseen(machine)],
  ['gcc', (machine, [, ...args]) => saved(machine, optionValue(args, ['-o']) ?? 'a.out', 0o755)],
  ['sed', sed],
  ['update-ca-certificates', (machine) => done(machine)],
  ['ldconfig', (machine) => done(machine)],
]);

/** Something is fetched, if it can be: then what it leaves is there. */
function fetched(ran: Ran, saves: () => Ran): Ran {
  return typeof ran.exit === 'number' && ran.exit !== 0
    ? ran
    : { ...saves(), exit: ran.exit, ...(ran.ends && { ends: ran.ends }) };
}

function curl(machine: Machine, [, ...args]: readonly string[]): Ran {
  const ran = transfer(machine, 'curl', args);
  const output = optionValue(args, ['-o', '--output']);
  if (output === '/dev/null') return ran;
  const remote = args.some((arg) => /^-\w*O|^--remote-name/.test(arg));
  if (output === undefined && !remote) return ran;
  return fetched(ran, () => (output === undefined ? filled(machine, machine.cwd) : saved(machine, output)));
}

function wget(machine: Machine, [, ...args]: readonly string[]): Ran {
  const ran = transfer(machine, 'wget', args);
  const output =
    optionValue(args, ['-O', '--output-document']) ??
    /^-\w*O(.+)$/.exec(args.find((arg) => /^-\w*O./.test(arg)) ?? '')?.[1];
  if (output === '-' || output === '/dev/null' || args.includes('--spider')) return ran;
  return fetched(ran, () => (output === undefined ? filled(machine, machine.cwd) : saved(machine, output)));
}

function git(machine: Machine, [, ...args]: readonly string[]): Ran {
  const [command, url = '', directory] = operands(args, ['-C', '-c', '-b', '--branch', '--depth']);
  if (command !== 'clone') return filled(machine, machine.cwd);
  return filled(machine, resolvePath(machine.cwd, directory ?? baseName(url).replace(/\.git$/, '')));
}

/**
 * `go build` makes a program that needs the C library of its system, where there is a C compiler and `CGO_ENABLED` is not 0,
 * and the program uses a package that asks for it.
 * @see https://pkg.go.dev/cmd/cgo
 */
function go(machine: Machine, [, ...args]: readonly string[]): Ran {
  const [directory, [command, ...rest]] = args[0] === '-C' ? [args[1] ?? '.', args.slice(2)] : ['.', args];
  const from = optionValue(rest, ['-C']) ?? directory;
  const inside = { ...machine, cwd: resolvePath(machine.cwd, from) };
  const output = optionValue(rest, ['-o']);
  const made =
    command === 'build' && output !== undefined ? saved(inside, output, 0o755, needsLibraries(inside)) : undefined;
  const ran =
    made ?? filled(inside, command === 'install' ? installedTo(machine) : command === 'build' ? inside.cwd : '/go');
  return { ...ran, machine: { ...ran.machine, cwd: machine.cwd } };
}

/** Where `go install` puts programs. @see https://pkg.go.dev/cmd/go#hdr-Environment_variables */
function installedTo({ env }: Machine): string {
  return env.GOBIN || `${(env.GOPATH ?? '/go').split(':')[0]}/bin`;
}

function needsLibraries({ env, files, cwd }: Machine): boolean {
  if (env.CGO_ENABLED === '0' || (env.CGO_ENABLED ?? '1') !== '1') return false;
  if (['/usr/bin/gcc', '/usr/bin/cc'].every((path) => find(files, path).state !== 'present')) return false;
  const sources = under(files, cwd).filter(([path]) => /(?<!_test)\.go$/.test(path));
  return sources.some(
    ([, { content }]) => content !== undefined && /^\s*(?:import\s+)?"(?:net(?:\/http)?|os\/user|C)"/m.test(content),
  );
}

function sed(machine: Machine, [, ...args]: readonly string[], _exec: unknown, stdin: Input): Ran {
  if (args.some((arg) => arg.startsWith('-i') || arg.startsWith('--in-place'))) return edited(machine, args);
  const [script = '', ...files] = operands(args, ['-e', '-f']);
  const change = files.length === 0 && typeof stdin === 'string' ? substitution(script) : undefined;
  return change && typeof stdin === 'string'
    ? done(machine, change(stdin), 'sed')
    : { machine, output: undefined, exit: 0 };
}

/** `s/a/b/` and `s/a/b/g` of plain texts, line by line. */
function substitution(script: string): ((text: string) => string) | undefined {
  const [, sign = '', rest = ''] = /^s([/|#,:])(.*)$/s.exec(script) ?? [];
  const [from = '', to = '', flags = '', more] = sign === '' ? [] : rest.split(sign);
  if (
    from === '' ||
    more !== undefined ||
    !/^g?$/.test(flags) ||
    !/^[\w\s:;@%=<>"',/-]+$/.test(from) ||
    /[\\&\n]/.test(to)
  )
    return undefined;
  const once = (line: string) => (flags === 'g' ? line.split(from).join(to) : line.replace(from, () => to));
  return (text) => text.split('\n').map(once).join('\n');
}

/** `sed -i`: a file whose content is changed, or is no longer known. */
function edited(machine: Machine, args: readonly string[]): Ran {
  const words = operands(args, ['-e', '-f']);
  const [script = '', ...names] = args.includes('-e') ? ['', ...words] : words;
  const change = args.some((arg) => /^-[eEfnr]/.test(arg)) ? undefined : substitution(script);
  let { files } = machine;
  for (const name of names) {
    const path = resolvePath(machine.cwd, name);
    const found = find(files, path);
    if (found.state === 'absent' && !/[*?]/.test(name))
      return failed(machine, 1, { kind: 'no-file', file: name, program: 'sed' });
    if (found.state === 'unknown' || found.state === 'absent') {
      files = obscure(files, parentOf(path));
      continue;
    }
    const { content, manifests: _same, means, ...rest } = found.entry;
    const entry: Entry = {
      ...rest,
      layer: machine.layer,
      ...(change && content !== undefined && { content: change(content) }),
      ...(change && means !== undefined && { means: change(means) }),
    };
    files = write(files, [[found.path, entry]]);
  }
  return done({ ...machine, files });
}

function optionValue(args: readonly string[], names: readonly string[]): string | undefined {
  for (const [index, arg] of args.entries()) {
    const [name = '', value] = arg.split('=', 2);
    if (names.includes(name)) return value ?? args[index + 1];
    const letter = /^-[a-zA-Z]+$/.test(arg) ? arg.at(-1) : undefined;
    if (letter !== undefined && names.includes(`-${letter}`)) return args[index + 1];
  }
  return undefined;
}

function saved(machine: Machine, name: string, mode = 0o644, dynamic = false): Ran {
  const path = resolvePath(machine.cwd, name);
  const { uid, gid, layer } = machine;
  const into = find(machine.files, path);
  if (name.endsWith('/') || (into.state === 'present' && into.entry.kind === 'directory'))
    return succeeds({ ...machine, files: obscure(machine.files, path) });
  const entry: Entry = { kind: 'file', mode, uid, gid, layer, ...(dynamic && { dynamic }) };
  return succeeds({ ...machine, files: write(machine.files, [[path, entry]]) });
}

/** What comes into a directory is not known. */
function filled(machine: Machine, directory: string): Ran {
  return succeeds({ ...machine, files: obscure(machine.files, directory) });
}
