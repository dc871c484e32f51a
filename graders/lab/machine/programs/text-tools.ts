import { own } from '../../../core/own.ts';
import { mayRead } from '../access.ts';
import { find, isListed, namesIn } from '../files/files.ts';
import { baseName, parentOf, resolvePath } from '../files/paths.ts';
import { nameOf } from '../files/users.ts';
import { done, failed, type Input, type Machine, type Program, type Ran, uncertain, unforeseen } from '../machine.ts';
import { evaluate } from '../test.ts';
import { hole, isKnown } from '../unknown.ts';
import { locate } from './locate.ts';
import { operands } from './operands.ts';
import { listVariables } from './variables.ts';

/** Prints something that nobody can tell, and ends well. */
const speaks: Program = (machine) => ({ machine, output: undefined, exit: 0 });

const names = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Programs that only look and print. */
export const textTools: ReadonlyMap<string, Program> = new Map<string, Program>([
  ['true', (machine) => done(machine)],
  ['false', (machine) => failed(machine, 1)],
  ['sleep', sleep],
  ['pwd', (machine: Machine) => done(machine, `${machine.cwd}\n`, 'pwd')],
  ['echo', echo],
  ['printf', printf],
  ['cat', cat],
  ['test', (machine, [, ...args]) => tested(machine, args)],
  ['[', (machine, [, ...args]) => (args.at(-1) === ']' ? tested(machine, args.slice(0, -1)) : failed(machine, 2))],
  ['ls', ls],
  ['grep', grep],
  ['egrep', grep],
  ['fgrep', grep],
  ['head', filter],
  ['tail', tail],
  ['id', id],
  ['whoami', (machine) => id(machine, ['id', '-un'], () => done(machine))],
  ['uname', uname],
  ['arch', (machine) => done(machine, 'x86_64\n', 'arch')],
  ['nproc', speaks],
  ['which', which],
  ['printenv', printenv],
  ['basename', (machine, [, path = '', suffix = '']) => done(machine, `${baseOf(path, suffix)}\n`, 'basename')],
  [
    'dirname',
    (machine, [, path = '']) => done(machine, `${path.includes('/') ? parentOf(path) || '/' : '.'}\n`, 'dirname'),
  ],
  ['seq', seq],
  ['getent', getent],
  ['find', found],
  ['xargs', (machine) => unforeseen(machine)],
  ['yes', (machine) => ({ machine, output: undefined, exit: 'running' })],
  ['pause', (machine) => ({ machine, output: [], exit: 'running' })],
  ...names('sort uniq cut tr wc tac nl od base64 awk gawk mawk md5sum rev fold column').map(
    (name) => [name, filter] as const,
  ),
  ['hostname', hostname],
  ...names('date ps df du free stat realpath readlink ip ifconfig netstat ss uptime tty mount file').map(
    (name) => [name, speaks] as const,
  ),
  ...names('cmp diff expr pgrep pidof pkill killall sha256sum sha1sum sha512sum').map((name): [string, Program] => [
    name,
    (machine) => uncertain(machine),
  ]),
]);

/** @see https://www.gnu.org/software/coreutils/manual/html_node/sleep-invocation.html */
function sleep(machine: Machine, [, ...args]: readonly string[]): Ran {
  let seconds = 0;
  for (const arg of args) {
    if (!isKnown(arg)) return uncertain(machine);
    if (/^inf(?:inity)?$/i.test(arg)) return { machine, output: [], exit: 'running' };
    const [, count, unit = ''] = /^(\d+(?:\.\d+)?)([smhd]?)$/.exec(arg) ?? [];
    if (count === undefined) return failed(machine, 1, { kind: 'usage', program: 'sleep' });
    seconds += Number(count) * (unit === 'm' ? 60 : unit === 'h' ? 3600 : unit === 'd' ? 86_400 : 1);
  }
  if (args.length === 0) return failed(machine, 1, { kind: 'usage', program: 'sleep' });
  if (machine.clock + seconds >= machine.horizon) return { machine, output: [], exit: 'running' };
  return done({ ...machine, clock: machine.clock + seconds });
}

function echo(machine: Machine, [, ...args]: readonly string[]): Ran {
  const option = /^-[neE]+$/.exec(args[0] ?? '')?.[0] ?? '';
  const text = args.slice(option === '' ? 0 : 1).join(' ');
  // dash and ash interpret escapes without being asked, bash does not.
  if (text.includes('\\')) return { machine, output: undefined, exit: 0 };
  return done(machine, option.includes('n') ? text : `${text}\n`, 'echo');
}

function printf(machine: Machine, [, format = '', ...args]: readonly string[]): Ran {
  const text = isKnown(format) ? formatted(format, args) : undefined;
  return text === undefined ? { machine, output: undefined, exit: 0 } : done(machine, text, 'printf');
}

/** The text of the files a program is given, or of its input; or why it cannot read them. */
/** A directory is there and may be read, and is no text all the same. */
function why(found: ReturnType<typeof find>): { readonly because?: 'absent' | 'unreadable' } {
  if (found.state === 'absent') return { because: 'absent' };
  return found.state === 'present' && found.entry.kind !== 'directory' ? { because: 'unreadable' } : {};
}

function textIn(machine: Machine, files: readonly string[], stdin: Input, by: string): string | null | Ran {
  if (files.length === 0) return stdin === undefined ? '' : stdin;
  let text: string | null = '';
  for (const name of files) {
    if (!isKnown(name)) return null;
    if (name === '-') {
      text = text === null || typeof stdin !== 'string' ? null : text + stdin;
      continue;
    }
    const found = find(machine.files, resolvePath(machine.cwd, name));
    const refused =
      found.state === 'absent' ||
      (found.state === 'present' && (found.entry.kind === 'directory' || !mayRead(machine, found)));
    if (refused)
      return /^\/(?:dev|proc|sys)\//.test(name)
        ? null
        : failed(machine, 1, { kind: 'no-file', file: name, program: by, ...why(found) });
    const { content } = found.state === 'present' ? found.entry : {};
    text = text === null || content === undefined ? null : text + content;
  }
  return text;
}

const isRan = (read: string | null | Ran): read is Ran => typeof read === 'object' && read !== null;

function cat(machine: Machine, [, ...args]: readonly string[], _exec: unknown, stdin: Input): Ran {
  const read = textIn(machine, operands(args), stdin, 'cat');
  if (isRan(read)) return read;
  if (read === null) return maybeThere(machine, operands(args));
  return done(machine, read, 'cat');
}

/** Something is printed if the files are there; where that is not known, it may fail. */
function maybeThere(machine: Machine, files: readonly string[]): Ran {
  const certain = files.every(
    (name) => isKnown(name) && find(machine.files, resolvePath(machine.cwd, name)).state === 'present',
  );
  return certain ? { machine, output: undefined, exit: 0 } : uncertain(machine);
}

/** `find` only prints, unless it is told to run or remove something. */
function found(machine: Machine, [, ...args]: readonly string[]): Ran {
  const acts = args.some((arg) => /^-(?:exec|execdir|ok|okdir|delete|fprint\w*|fls)$/.test(arg));
  return acts ? { ...unforeseen(machine), exit: 0 } : { machine, output: undefined, exit: 0 };
}

/** Reads its files or its input and prints what nobody here works out. */
function filter(machine: Machine, [name = '', ...args]: readonly string[], _exec: unknown, stdin: Input): Ran {
  const program = baseName(name);
  // A program of awk may write to files and start others.
  if (/awk$/.test(program) && args.some((arg) => /[>|]|system|getline/.test(arg))) return unforeseen(machine);
  const files = /^(?:cut|sort|head|wc|uniq|tac|nl)$/.test(program)
    ? operands(args, ['-d', '-f', '-c', '-b', '-n', '-k', '-t', '-o'])
    : [];
  const read = textIn(machine, files, stdin ?? '', program);
  if (isRan(read)) return read;
  if (program === 'head' && read !== null && args.length === 0)
    return done(machine, read.split('\n').slice(0, 10).join('\n'), program);
  return { machine, output: undefined, exit: 0 };
}

function tail(machine: Machine, argv: readonly string[], exec: Parameters<Program>[2], stdin: Input): Ran {
  const [, ...args] = argv;
  const follows = args.some((arg) => /^-[a-zA-Z0-9]*[fF]|^--follow/.test(arg));
  const files = operands(args, ['-n', '-c', '-s', '--pid']);
  const read = textIn(machine, files, stdin, 'tail');
  if (isRan(read) && !args.some((arg) => /^-\w*F|^--retry/.test(arg))) return read;
  if (follows && (files.length > 0 || stdin === undefined || stdin === null))
    return { machine, output: undefined, exit: 'running' };
  return filter(machine, ['tail'], exec, stdin);
}

function tested(machine: Machine, args: readonly string[]): Ran {
  const answer = evaluate(machine, args);
  return answer === undefined ? { ...uncertain(machine), output: [] } : answer ? done(machine) : failed(machine, 1);
}

function ls(machine: Machine, [, ...args]: readonly string[]): Ran {
  const paths = operands(args);
  let doubt = false;
  for (const path of paths) {
    const found = find(machine.files, resolvePath(machine.cwd, path));
    if (found.state === 'absent') return failed(machine, 2, { kind: 'no-file', file: path, program: 'ls' });
    if (found.state === 'unknown') doubt = true;
  }
  if (doubt) return uncertain(machine);
  const isPlain = args.length === paths.length;
  const shown = isPlain ? (paths.length === 0 ? ['.'] : paths).map((path) => listed(machine, path)) : [undefined];
  if (shown.some((one) => one === undefined)) return { machine, output: undefined, exit: 0 };
  const [only, ...others] = shown;
  if (others.length === 0) return done(machine, only, 'ls');
  const blocks = shown.map((one, at) => [paths[at] ?? '', one ?? ''] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  return done(machine, blocks.map(([path, one]) => `${path}:\n${one}`).join('\n'), 'ls');
}

/** The names in a directory, one in each line; undefined where they are not all known, and for what is no directory. */
function listed(machine: Machine, path: string): string | undefined {
  const place = find(machine.files, resolvePath(machine.cwd, path));
  if (place.state !== 'present' || place.entry.kind !== 'directory') return undefined;
  const isWhole =
    // Of a folder of the base image nobody listed all, unless its profile says so.
    (place.entry.layer >= 0 || isListed(machine.files, place.path)) &&
    find(machine.files, `${place.path}/.`).state === 'absent' &&
    find(machine.files, `${place.path}/\u0001`).state === 'absent';
  if (!isWhole) return undefined;
  const names = namesIn(machine.files, place.path).filter((name) => !name.startsWith('.'));
  return names
    .sort()
    .map((name) => `${name}\n`)
    .join('');
}

/** `grep` with a plain pattern over a known text. */
function grep(machine: Machine, [name = '', ...args]: readonly string[], _exec: unknown, stdin: Input): Ran {
  const options = args.filter((arg) => /^-\w/.test(arg)).join('');
  const given = args.indexOf('-e');
  const [pattern = '', ...files] =
    given === -1 ? operands(args, ['-m', '-A', '-B', '-C']) : [args[given + 1] ?? '', ...operands(args, ['-e', '-m'])];
  if (/[rRLlcoxwzfP]/.test(options.replace(/-e/g, '')) || args.some((arg) => arg.startsWith('--')))
    return uncertain(machine);
  const read = textIn(machine, files, stdin, 'grep');
  if (isRan(read)) return { ...read, exit: 2 };
  const fixed = baseName(name) === 'fgrep' || options.includes('F');
  const line =
    read === null || !isKnown(pattern) || !isKnown(read) ? undefined : linesWith(pattern, fixed, options.includes('i'));
  if (!line || read === null) return files.length > 0 || stdin !== undefined ? uncertain(machine) : failed(machine, 1);
  const found = read
    .split('\n')
    .filter((text, at, all) => (at < all.length - 1 || text !== '') && line(text) !== options.includes('v'));
  const text = options.includes('q') ? '' : found.map((one) => `${one}\n`).join('');
  if (found.length === 0) return failed(machine, 1);
  return options.includes('n') || files.length > 1
    ? { machine, output: undefined, exit: 0 }
    : done(machine, text, 'grep');
}

/** Patterns that mean the same in every kind of regular expression. */
function linesWith(pattern: string, fixed: boolean, anyCase: boolean): ((line: string) => boolean) | undefined {
  const fold = (text: string) => (anyCase ? text.toLowerCase() : text);
  if (fixed || /^[\w\s@%:,=/"'-]*$/.test(pattern)) return (line) => fold(line).includes(fold(pattern));
  const [, start = '', inside = '', end = ''] = /^(\^?)([\w\s@%:,=/"'-]*)(\$?)$/.exec(pattern) ?? [];
  if (start + inside + end !== pattern) return undefined;
  return (line) => {
    const [text, wanted] = [fold(line), fold(inside)];
    if (start && end) return text === wanted;
    return start ? text.startsWith(wanted) : text.endsWith(wanted);
  };
}

function id(machine: Machine, [, ...args]: readonly string[], _exec: unknown): Ran {
  const flags = args.join('');
  const name = nameOf(machine.users.uids, machine.uid);
  const group = nameOf(machine.users.gids, machine.gid);
  const [other] = operands(args);
  if (other !== undefined) {
    if (machine.users.uids.has(other)) return { machine, output: undefined, exit: 0 };
    return machine.users.more ? uncertain(machine) : failed(machine, 1);
  }
  const said = /^-(?:un|nu)$/.test(flags)
    ? name
    : flags === ''
      ? whole(machine, name, group)
      : /^-(?:gn|ng)$/.test(flags)
        ? group
        : flags === '-u'
          ? machine.uid
          : flags === '-g'
            ? machine.gid
            : undefined;
  if (said === undefined || machine.uid < 0) return { machine, output: undefined, exit: 0 };
  return done(machine, `${said}\n`, 'id');
}

/** What `id` says; the groups of root beside its own differ by distribution. */
function whole({ uid, gid, users }: Machine, name: string | undefined, group: string | undefined): string | undefined {
  if (uid === 0 || users.more) return undefined;
  const named = (id: number, of: string | undefined): string => (of === undefined ? `${id}` : `${id}(${of})`);
  const own = named(gid, group);
  return `uid=${named(uid, name)} gid=${own} groups=${own}`;
}

function uname(machine: Machine, [, option = '-s']: readonly string[]): Ran {
  if (option === '-s') return done(machine, 'Linux\n', 'uname');
  return option === '-m' ? done(machine, 'x86_64\n', 'uname') : { machine, output: undefined, exit: 0 };
}

function which(machine: Machine, [, ...args]: readonly string[]): Ran {
  const places = operands(args).map((name) => locate(machine, name));
  if (places.some(({ state }) => state === 'absent' || state === 'not-executable')) return failed(machine, 1);
  if (places.some(({ state }) => state === 'unknown')) return uncertain(machine);
  return done(machine, places.map((place) => (place.state === 'found' ? `${place.path}\n` : '')).join(''), 'which');
}

function hostname(machine: Machine, [, ...args]: readonly string[]): Ran {
  const { hostname } = machine.host;
  return args.length === 0 && hostname !== undefined
    ? done(machine, `${hostname}\n`, 'hostname')
    : { machine, output: undefined, exit: 0 };
}

function printenv(machine: Machine, [, name]: readonly string[]): Ran {
  if (name === undefined) return listVariables(machine, 'printenv');
  const value = own(machine.env, name);
  if (value !== undefined) return done(machine, `${value}\n`, 'printenv');
  return machine.host.mayHave(name) ? uncertain(machine) : failed(machine, 1);
}

function baseOf(path: string, suffix: string): string {
  const program = baseName(path.replace(/(.)\/+$/, '$1'));
  return suffix !== '' && program.endsWith(suffix) && program !== suffix ? program.slice(0, -suffix.length) : program;
}

function seq(machine: Machine, [, ...args]: readonly string[]): Ran {
  const numbers = args.map(Number);
  if (args.length === 0 || args.length > 2 || !numbers.every(Number.isSafeInteger))
    return { machine, output: undefined, exit: 0 };
  const [first, last] = args.length === 1 ? [1, numbers[0] ?? 0] : [numbers[0] ?? 0, numbers[1] ?? 0];
  machine.budget.spend('steps', Math.max(0, last - first) / 100);
  let text = '';
  for (let at = first; at <= last; at++) text += `${at}\n`;
  return done(machine, text, 'seq');
}

function getent(machine: Machine, [, base = '', key]: readonly string[]): Ran {
  const { uids, gids, more } = machine.users;
  if (base === 'hosts') {
    const known = key === undefined ? undefined : machine.host.resolves(key);
    return known === undefined
      ? uncertain(machine)
      : known
        ? { machine, output: undefined, exit: 0 }
        : failed(machine, 2);
  }
  const ids = base === 'passwd' ? uids : base === 'group' ? gids : undefined;
  if (!ids || key === undefined) return uncertain(machine);
  const isThere = ids.has(key) || (/^\d+$/.test(key) && nameOf(ids, Number(key)) !== undefined);
  if (isThere) return { machine, output: [{ text: `${key}:${hole}\n`, by: 'getent' }], exit: 0 };
  return more ? uncertain(machine) : failed(machine, 2);
}

const letters: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['\\', '\\'],
  ['"', '"'],
  ["'", "'"],
  ['a', '\x07'],
]);

/** `printf` with `%s`, `%d` and simple escapes; undefined for more. */
function formatted(format: string, args: readonly string[]): string | undefined {
  if (/%(?![sd%])|\\(?![ntr\\"'a])/.test(format)) return undefined;
  if (format.includes('%d') && !args.every((arg) => /^-?\d{1,15}$/.test(arg))) return undefined;
  const pending = [...args];
  const once = () =>
    format.replace(/%([sd%])|\\(.)/g, (_, letter?: string, escaped?: string) => {
      if (escaped !== undefined) return letters.get(escaped) ?? escaped;
      return letter === '%' ? '%' : (pending.shift() ?? (letter === 'd' ? '0' : ''));
    });
  let text = once();
  const takes = /%[sd]/.test(format);
  while (takes && pending.length > 0) text += once();
  return text;
}
