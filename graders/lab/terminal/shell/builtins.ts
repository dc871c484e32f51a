import { canonical, evaluateTest, find, resolvePath } from '../../machine/index.ts';
import { calendarTime, dateAt } from '../desk/time.ts';
import type { Ended, Interpreter, Io } from './interpret.ts';

/** A command of the shell itself, or one that starts others. */
export type Builtin = (args: readonly string[], io: Io, shell: Interpreter) => Ended;

const ended = (shell: Interpreter, exit = 0, seconds = 0): Ended => ({ exit, desk: shell.desk, seconds });

const quiet: Builtin = (_, __, shell) => ended(shell);

/** @see https://www.gnu.org/software/bash/manual/bash.html#Shell-Builtin-Commands */
export const builtins: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  ...[':', 'true', 'trap', 'umask', 'ulimit', 'shopt', 'alias', 'unalias', 'disown', 'hash', 'clear', 'stty'].map(
    (name) => [name, quiet] as const,
  ),
  ['false', (_, __, shell) => ended(shell, 1)],
  ['cd', changeDirectory],
  ['pwd', (_, io, shell) => prints(`${shell.shell.cwd}`, io, shell)],
  ['echo', echo],
  ['printf', printf],
  ['test', (args, _, shell) => ended(shell, evaluateTest(shell.machine(), args) === true ? 0 : 1)],
  [
    '[',
    (args, _, shell) =>
      ended(shell, args.at(-1) === ']' && evaluateTest(shell.machine(), args.slice(0, -1)) === true ? 0 : 1),
  ],
  ['export', exported],
  ['declare', declared],
  ['typeset', declared],
  ['readonly', declared],
  ['local', locally],
  ['mapfile', linesInto],
  ['readarray', linesInto],
  ['unset', unset],
  ['set', settings],
  ['shift', shift],
  ['exit', (args, _, shell) => shell.leaving('exit', code(args, shell))],
  ['return', (args, _, shell) => shell.leaving('return', code(args, shell))],
  ['break', (args, _, shell) => shell.leaving('break', Number(args[0] ?? 1) || 1)],
  ['continue', (args, _, shell) => shell.leaving('continue', Number(args[0] ?? 1) || 1)],
  ['eval', (args, io, shell) => evaluated(args.join(' '), io, shell)],
  ['source', sourced],
  ['.', sourced],
  ['read', readLine],
  ['let', (args, io, shell) => evaluated(`(( ${args.join(' ')} ))`, io, shell)],
  ['exec', handedOn],
  ['command', command],
  ['builtin', handedOn],
  ['nohup', handedOn],
  ['nice', handedOn],
  ['sudo', handedOn],
  ['type', (args, io, shell) => command(['-V', ...args], io, shell)],
  ['which', (args, io, shell) => command(['-v', ...args], io, shell)],
  ['env', environment],
  ['printenv', environment],
  ['sleep', sleep],
  ['date', date],
  ['jobs', jobs],
  ['wait', quiet],
  ['fg', noJobControl],
  ['kill', kill],
  ['pkill', killByName],
  ['timeout', timeout],
  ['time', timed],
  ['watch', watch],
  ['xargs', xargs],
  ['tee', tee],
  ['sh', nested],
  ['bash', nested],
  ['whoami', (_, io, shell) => prints('alumno', io, shell)],
  ['hostname', (_, io, shell) => prints('portatil', io, shell)],
]);

function prints(text: string, io: Io, shell: Interpreter): Ended {
  io.out(`${text}\n`);
  return ended(shell);
}

function evaluated(text: string, io: Io, shell: Interpreter): Ended {
  shell.evaluate(text, io);
  return ended(shell, shell.shell.exit);
}

function noJobControl(_: readonly string[], io: Io, shell: Interpreter): Ended {
  shell.complain(io, 'fg: no job control');
  return ended(shell, 1);
}

function code([written]: readonly string[], { shell }: Interpreter): number {
  return written === undefined ? shell.exit : Number(written) || 0;
}

function changeDirectory([to = '~']: readonly string[], io: Io, shell: Interpreter): Ended {
  const { cwd, before, env } = shell.shell;
  const target = to === '-' ? before : to === '~' ? (env.HOME ?? '/') : resolvePath(cwd, to);
  const found = find(shell.desk.files, target);
  if (target !== '/' && (found.state !== 'present' || found.entry.kind !== 'directory')) {
    shell.complain(io, `cd: ${to}: ${found.state === 'present' ? 'Not a directory' : 'No such file or directory'}`);
    return ended(shell, 1);
  }
  shell.shell = { ...shell.shell, cwd: canonical(shell.desk.files, target), before: cwd };
  if (to === '-') io.out(`${target}\n`);
  return ended(shell);
}

const escapes = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['\\', '\\'],
  ['e', '\x1b'],
  ['a', '\x07'],
  ['"', '"'],
]);
const unescaped = (text: string): string =>
  text.replace(/\\([ntre\\a"])/g, (_, sign: string) => escapes.get(sign) ?? sign);

function echo(args: readonly string[], io: Io, shell: Interpreter): Ended {
  let at = 0;
  while (/^-[neE]+$/.test(args[at] ?? '')) at++;
  const options = args.slice(0, at).join('');
  const text = args.slice(at).join(' ');
  io.out(`${options.includes('e') ? unescaped(text) : text}${options.includes('n') ? '' : '\n'}`);
  return ended(shell);
}

function printf([format = '', ...args]: readonly string[], io: Io, shell: Interpreter): Ended {
  const holes = format.match(/%-?\d*(?:\.\d+)?[sdifxcb]/g)?.length ?? 0;
  let out = '';
  let at = 0;
  do {
    out += unescaped(format).replace(
      /%(%|(-?)(0?)(\d*)(?:\.(\d+))?([sdifxcb]))/g,
      (_, all: string, left: string, zero: string, width: string, precision: string | undefined, kind: string) => {
        if (all === '%') return '%';
        const value = args[at++] ?? '';
        const text =
          kind === 's' || kind === 'b' || kind === 'c' ? value : formatted(Number(value) || 0, kind, precision);
        return left ? text.padEnd(Number(width)) : text.padStart(Number(width), zero && kind !== 's' ? '0' : ' ');
      },
    );
  } while (holes > 0 && at < args.length && at < 1000);
  io.out(out);
  return ended(shell);
}

function formatted(value: number, kind: string, precision: string | undefined): string {
  if (kind === 'x') return Math.trunc(value).toString(16);
  return kind === 'f' ? value.toFixed(Math.min(20, Number(precision ?? 6))) : String(Math.trunc(value));
}

function exported(args: readonly string[], io: Io, shell: Interpreter): Ended {
  for (const arg of args.filter((one) => !one.startsWith('-'))) {
    const equals = arg.indexOf('=');
    const name = equals === -1 ? arg : arg.slice(0, equals);
    if (!/^[A-Za-z_]\w*$/.test(name)) {
      shell.complain(io, `export: \`${arg}': not a valid identifier`);
      return ended(shell, 1);
    }
    const value = equals === -1 ? shell.get(name) : arg.slice(equals + 1);
    if (value === undefined) continue;
    const variables = new Map(shell.shell.variables);
    variables.delete(name);
    shell.shell = { ...shell.shell, variables, env: { ...shell.shell.env, [name]: value } };
  }
  return ended(shell);
}

/** `local x=1`, `declare -A y`, `readonly Z=3`; of the options, those that decide something here are `-A` and `-x`. */
function declared(args: readonly string[], io: Io, shell: Interpreter): Ended {
  const options = args.filter((arg) => /^-[A-Za-z]+$/.test(arg)).join('');
  if (options.includes('x')) return exported(args, io, shell);
  for (const arg of args.filter((one) => !/^[-+][A-Za-z]+$/.test(one))) {
    const [name = '', value] = [arg.split('=', 1)[0], arg.includes('=') ? arg.slice(arg.indexOf('=') + 1) : undefined];
    if (options.includes('A')) shell.associate(name);
    if (value !== undefined) shell.set(name, value);
  }
  return ended(shell);
}

function locally(args: readonly string[], io: Io, shell: Interpreter): Ended {
  for (const arg of args) if (/^[A-Za-z_]\w*/.test(arg)) shell.localize(arg.split('=', 1)[0] ?? '');
  return declared(args, io, shell);
}

/** `mapfile -t x < FILE`: its lines become the elements of an array. */
function linesInto(args: readonly string[], io: Io, shell: Interpreter): Ended {
  const name = args.findLast((arg) => !arg.startsWith('-')) ?? 'MAPFILE';
  const text = io.input.text.replace(/\n$/, '');
  io.input.text = '';
  const end = args.some((arg) => /^-[a-z]*t/.test(arg)) ? '' : '\n';
  const lines = text === '' ? [] : text.split('\n');
  shell.setElements(
    name,
    lines.map((line, index) => [String(index), line + end] as const),
    false,
  );
  return ended(shell);
}

function unset(args: readonly string[], _: Io, shell: Interpreter): Ended {
  const gone = new Set(args);
  const left = <T>([name]: readonly [string, T]) => !gone.has(name);
  const { env, variables, arrays, functions } = shell.shell;
  shell.shell = {
    ...shell.shell,
    env: Object.fromEntries(Object.entries(env).filter(left)),
    variables: new Map([...variables].filter(left)),
    arrays: new Map([...arrays].filter(left)),
    functions: new Map([...functions].filter(left)),
  };
  return ended(shell);
}

function settings(args: readonly string[], _: Io, shell: Interpreter): Ended {
  for (let index = 0; index < args.length; index++) {
    const word = args[index] ?? '';
    if (word === '--') {
      shell.shell = { ...shell.shell, args: args.slice(index + 1) };
      break;
    }
    if (!/^[-+]/.test(word)) continue;
    const on = word.startsWith('-');
    if (word.includes('e')) shell.shell = { ...shell.shell, errexit: on };
    if (word.includes('u')) shell.shell = { ...shell.shell, nounset: on };
    if (!word.includes('o')) continue;
    const option = args[++index];
    if (option === 'pipefail') shell.shell = { ...shell.shell, pipefail: on };
    if (option === 'errexit') shell.shell = { ...shell.shell, errexit: on };
    if (option === 'nounset') shell.shell = { ...shell.shell, nounset: on };
  }
  return ended(shell);
}

function shift([count = '1']: readonly string[], _: Io, shell: Interpreter): Ended {
  shell.shell = { ...shell.shell, args: shell.shell.args.slice(Number(count) || 0) };
  return ended(shell);
}

function sourced([file = '']: readonly string[], io: Io, shell: Interpreter): Ended {
  const text = shell.read(file);
  if (text === undefined) {
    shell.complain(io, `${file}: No such file or directory`);
    return ended(shell, 1);
  }
  shell.evaluate(text, io);
  return ended(shell, shell.shell.exit);
}

/** The next line of what it reads. */
function readLine(args: readonly string[], io: Io, shell: Interpreter): Ended {
  const names = args.filter((arg) => !arg.startsWith('-'));
  const { text } = io.input;
  if (text === '') return ended(shell, 1);
  const end = text.indexOf('\n');
  const line = end === -1 ? text : text.slice(0, end);
  io.input.text = end === -1 ? '' : text.slice(end + 1);
  const signs = shell.get('IFS');
  const words = signs === undefined || signs.trim() === '' ? line.trim().split(/\s+/) : splitBy(line, signs);
  if (args.some((arg) => /^-[a-z]*a$/.test(arg))) {
    const array = words.filter((word, at) => word !== '' || at < words.length - 1);
    shell.setElements(
      names[0] ?? 'REPLY',
      array.map((word, at) => [String(at), word] as const),
      false,
    );
    return ended(shell);
  }
  for (const [index, name] of (names.length === 0 ? ['REPLY'] : names).entries()) {
    const isLast = index === names.length - 1;
    shell.set(name, names.length < 2 ? line.trim() : isLast ? words.slice(index).join(' ') : (words[index] ?? ''));
  }
  return ended(shell);
}

/** A line at the signs of `IFS`. */
const splitBy = (line: string, signs: string): readonly string[] => {
  const words = [''];
  for (const sign of line) {
    if (signs.includes(sign)) words.push('');
    else words[words.length - 1] += sign;
  }
  return words;
};

/** Starts the command behind it: `sudo docker ps`, `nohup kubectl …`, `time curl …`. */
function handedOn(args: readonly string[], io: Io, shell: Interpreter): Ended {
  const at = args.findIndex((arg) => !arg.startsWith('-'));
  if (at === -1) return ended(shell);
  shell.invoke(args.slice(at), io);
  return ended(shell, shell.shell.exit);
}

/** `time COMMAND`: how long it took by the simulated clock. */
function timed(args: readonly string[], io: Io, shell: Interpreter): Ended {
  const began = shell.desk.clock;
  const ended = handedOn(args, io, shell);
  const took = shell.desk.clock - began;
  const shown = `${Math.floor(took / 60)}m${(took % 60).toFixed(3)}s`;
  io.err(`\nreal\t${shown}\nuser\t0m0.010s\nsys\t0m0.005s\n`);
  return ended;
}

function command(args: readonly string[], io: Io, shell: Interpreter): Ended {
  const [option = '', ...names] = args;
  if (!/^-[vV]$/.test(option)) return handedOn(args, io, shell);
  const known = names.filter((name) => shell.knows(name));
  for (const name of known) io.out(option === '-V' ? `${name} is /usr/bin/${name}\n` : `/usr/bin/${name}\n`);
  return ended(shell, known.length === names.length ? 0 : 1);
}

function environment(args: readonly string[], io: Io, shell: Interpreter): Ended {
  const at = args.findIndex((arg) => !arg.startsWith('-') && !/^[A-Za-z_]\w*=/.test(arg));
  if (at !== -1 && !args.slice(at).every((name) => shell.get(name) !== undefined)) {
    const outside = shell.shell;
    exported(args.slice(0, at), io, shell);
    shell.invoke(args.slice(at), io);
    shell.shell = { ...outside, exit: shell.shell.exit };
    return ended(shell, shell.shell.exit);
  }
  if (at !== -1) for (const name of args.slice(at)) io.out(`${shell.get(name)}\n`);
  else for (const [name, value] of Object.entries(shell.shell.env)) io.out(`${name}=${value}\n`);
  return ended(shell);
}

/** Seconds of `sleep 1m`. */
export function durationOf(text: string): number | undefined {
  const [, amount, unit = 's'] = /^(\d+(?:\.\d+)?)([smhd]?)$/.exec(text) ?? [];
  if (amount === undefined) return undefined;
  return (
    Number(amount) *
    (new Map([
      ['s', 1],
      ['m', 60],
      ['h', 3600],
      ['d', 86_400],
    ]).get(unit || 's') ?? 1)
  );
}

function sleep(args: readonly string[], io: Io, shell: Interpreter): Ended {
  if (args.some((arg) => /^inf/.test(arg))) return { ...ended(shell), stays: { kind: 'watch' } };
  const times = args.map(durationOf);
  if (times.length === 0 || times.includes(undefined)) {
    io.err(times.length === 0 ? 'sleep: missing operand\n' : `sleep: invalid time interval '${args.join(' ')}'\n`);
    return ended(shell, 1);
  }
  return ended(
    shell,
    0,
    times.reduce<number>((sum, one) => sum + (one ?? 0), 0),
  );
}

function date(args: readonly string[], io: Io, shell: Interpreter): Ended {
  const now = dateAt(shell.desk.clock);
  const [day, time] = now.toISOString().slice(0, 19).split('T');
  const format = args.find((arg) => arg.startsWith('+'));
  const parts = new Map([
    ['F', day],
    ['T', time],
    ['s', String(Math.floor(now.getTime() / 1000))],
    ['Y', day?.slice(0, 4)],
    ['m', day?.slice(5, 7)],
    ['d', day?.slice(8)],
    ['H', time?.slice(0, 2)],
    ['M', time?.slice(3, 5)],
    ['S', time?.slice(6)],
    ['N', '000000000'],
  ]);
  const usual = calendarTime(shell.desk.clock, 'UTC ');
  io.out(`${format ? format.slice(1).replace(/%(\w)/g, (whole, sign: string) => parts.get(sign) ?? whole) : usual}\n`);
  return ended(shell);
}

function jobs(_: readonly string[], io: Io, shell: Interpreter): Ended {
  for (const { number, command } of shell.desk.jobs) io.out(`[${number}]   Running                 ${command} &\n`);
  return ended(shell);
}

function kill(args: readonly string[], io: Io, shell: Interpreter): Ended {
  let exit = 0;
  for (const target of args.filter((arg) => !/^-/.test(arg))) {
    const job = shell.desk.jobs.find(({ number, pid }) => target === `%${number}` || target === String(pid));
    if (!job) {
      // What was started in the background and has come to its end meanwhile.
      if (target === String(shell.shell.lastJob)) continue;
      shell.complain(io, `kill: (${target}) - No such process`);
      exit = 1;
    }
    shell.desk = { ...shell.desk, jobs: shell.desk.jobs.filter((one) => one !== job) };
  }
  return ended(shell, exit);
}

function killByName(args: readonly string[], _: Io, shell: Interpreter): Ended {
  const pattern = args.find((arg) => !arg.startsWith('-')) ?? '';
  const left = shell.desk.jobs.filter(({ command }) => !command.includes(pattern));
  const exit = left.length < shell.desk.jobs.length ? 0 : 1;
  shell.desk = { ...shell.desk, jobs: left };
  return ended(shell, exit);
}

/** Ends what does not end by itself, after its time. */
function timeout(args: readonly string[], io: Io, shell: Interpreter): Ended {
  const at = args.findIndex((arg) => durationOf(arg) !== undefined && !arg.startsWith('-'));
  const seconds = durationOf(args[at] ?? '') ?? 0;
  if (at === -1) return ended(shell, 125);
  const stayed = shell.within(() => shell.invoke(args.slice(at + 1), io));
  return stayed ? ended(shell, 124, seconds) : ended(shell, shell.shell.exit);
}

/** One look, and then it goes on. */
function watch(args: readonly string[], io: Io, shell: Interpreter): Ended {
  let at = 0;
  while (/^-/.test(args[at] ?? '')) at += /^-(?:n|-interval)$/.test(args[at] ?? '') ? 2 : 1;
  shell.evaluate(args.slice(at).join(' '), io);
  return { ...ended(shell), stays: { kind: 'watch' } };
}

function xargs(args: readonly string[], io: Io, shell: Interpreter): Ended {
  let at = 0;
  let hole: string | undefined;
  let count = Number.POSITIVE_INFINITY;
  for (; /^-/.test(args[at] ?? ''); at++) {
    const word = args[at] ?? '';
    if (word.startsWith('-I')) hole = word.slice(2) || (args[++at] ?? '{}');
    else if (word.startsWith('-n')) count = Number(word.slice(2) || args[++at]) || 1;
  }
  const command = at < args.length ? args.slice(at) : ['echo'];
  const words =
    hole === undefined ? io.input.text.split(/\s+/).filter(Boolean) : io.input.text.split('\n').filter(Boolean);
  if (words.length === 0 && args.some((arg) => /^-r|--no-run-if-empty/.test(arg))) return ended(shell);
  let exit = 0;
  const inside = { ...io, input: { text: '' } };
  const size = hole === undefined ? Math.min(count, Math.max(1, words.length)) : 1;
  for (let from = 0; from < Math.max(1, words.length); from += size) {
    const some = words.slice(from, from + size);
    const argv =
      hole === undefined ? [...command, ...some] : command.map((word) => word.replaceAll(hole, some[0] ?? ''));
    shell.invoke(argv, inside);
    if (shell.shell.exit !== 0) exit = 123;
  }
  return ended(shell, exit);
}

function tee(args: readonly string[], io: Io, shell: Interpreter): Ended {
  const appends = args.includes('-a');
  for (const file of args.filter((arg) => !arg.startsWith('-'))) {
    const before = appends ? (shell.read(file) ?? '') : '';
    if (file !== '/dev/null') shell.write(resolvePath(shell.shell.cwd, file), before + io.input.text);
  }
  io.out(io.input.text);
  return ended(shell);
}

/** A shell of its own: `bash script.sh`, `sh -c '…'`. */
function nested(args: readonly string[], io: Io, shell: Interpreter): Ended {
  const at = args.findIndex((arg) => !/^-(?!c)/.test(arg));
  const options = args.slice(0, at === -1 ? args.length : at).join('');
  const [first = '', ...rest] = at === -1 ? [] : args.slice(at);
  const isText = /^-\w*c$/.test(first);
  const text = isText ? rest[0] : first === '' ? io.input.text : shell.read(first);
  if (text === undefined) {
    io.err(`bash: ${first}: No such file or directory\n`);
    return ended(shell, 127);
  }
  shell.apart(() => {
    shell.shell = {
      ...shell.shell,
      args: isText ? rest.slice(2) : rest,
      errexit: options.includes('e'),
      functions: new Map(),
    };
    shell.evaluate(text, io);
  });
  return ended(shell, shell.shell.exit);
}
