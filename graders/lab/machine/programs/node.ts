import { mayRead } from '../access.ts';
import { type Found, find, obscure } from '../files/files.ts';
import { join, resolvePath } from '../files/paths.ts';
import { listeningIn, listeningWith } from '../listening.ts';
import { done, failed, type Machine, type Program, type Ran, serving, unforeseen } from '../machine.ts';
import { isKnownToLack } from './locate.ts';

/** Options of Node that take the next word as their value. */
const valued = new Set('-r --require --import --loader --experimental-loader -C --conditions --env-file'.split(' '));

/** `node` with a file. The program is not executed: what its source says of where it listens is read. */
export const node: Program = (machine, [, ...args]) => {
  const ran = start(machine, args, typesIn(machine, args));
  return args.some((arg) => /^--watch(?:-path)?(?:=|$)/.test(arg)) ? watching(ran) : ran;
};

/** `tsx` and `ts-node`: a `node` that takes TypeScript in any version. */
export const typescriptNode: Program = (machine, [, ...args]) =>
  args[0] === 'watch' ? watching(start(machine, args.slice(1), 'compiles')) : start(machine, args, 'compiles');

/** `nodemon` and its like: a `node` that starts again when a file changes. */
export const watchingNode: Program = (machine, [, ...args]) => watching(start(machine, args, 'compiles'));

function watching(ran: Ran): Ran {
  return ran.runs ? { ...ran, runs: { ...ran.runs, watches: true } } : ran;
}

/** What becomes of a TypeScript file: some syntax is more than types, and needs a compiler. */
type TypeScript = 'refuses' | 'strips' | 'compiles';

function start(machine: Machine, args: readonly string[], typescript: TypeScript): Ran {
  for (let index = 0; index < args.length; index++) {
    const word = args[index] ?? '';
    if (/^-(?:v|-version|h|-help)$/.test(word)) return { machine, output: undefined, exit: 0 };
    if (/^(?:-[ep]+|--eval|--print|--run|--test|-)(?:=|$)/.test(word)) return unforeseen(machine);
    if (!word.startsWith('-')) return script(machine, word, typescript);
    if (valued.has(word)) index++;
  }
  return done(machine);
}

/** @see https://nodejs.org/api/typescript.html#type-stripping */
function typesIn({ env }: Machine, args: readonly string[]): TypeScript {
  // A loader, such as tsx, may do anything.
  if (args.some((arg) => /^(?:--(?:import|loader|experimental-loader|require)|-r)(?:=|$)/.test(arg))) return 'compiles';
  if (args.includes('--no-strip-types') || args.includes('--no-experimental-strip-types')) return 'refuses';
  const [major = 24, minor = 99] = (env.NODE_VERSION ?? '').split('.').filter(Boolean).map(Number);
  const mayAsk = major > 22 || (major === 22 && minor >= 6);
  if (mayAsk && args.includes('--experimental-transform-types')) return 'compiles';
  const does = major >= 24 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);
  return does || (mayAsk && args.includes('--experimental-strip-types')) ? 'strips' : 'refuses';
}

function script(machine: Machine, name: string, typescript: TypeScript): Ran {
  const path = resolvePath(machine.cwd, name);
  const found = lookUp(machine, path);
  const lacking = found.state === 'absent' || (found.state === 'unknown' && isKnownToLack(machine, name, found.from));
  if (lacking) return failed(machine, 1, { kind: 'no-file', file: name, program: 'node', because: 'absent' });
  const runs = {
    interpreter: 'node',
    file: found.state === 'present' ? found.path : path,
    env: machine.env,
    ...(typescript === 'strips' && { strips: true as const }),
  } as const;
  if (/\.[cm]?ts$/.test(runs.file) && typescript === 'refuses') {
    return { ...failed(machine, 1, { kind: 'node', error: 'ERR_UNKNOWN_FILE_EXTENSION', file: name }), runs };
  }
  if (found.state === 'unknown' || found.entry.content === undefined) return { ...unforeseen(machine), runs };
  if (!mayRead(machine, found))
    return failed(machine, 1, { kind: 'no-file', file: name, program: 'node', because: 'unreadable' });
  const read = listeningWith(found.entry.content, machine.env);
  const listens = read.length > 0 ? read : listeningIn(found.entry.content);
  const content = { runs: { ...runs, content: found.entry.content } };
  return listens.length > 0
    ? { ...serving({ ...machine, files: obscure(machine.files, '/') }, { listens }), ...content }
    : { ...unforeseen(machine), ...content };
}

/** The file itself, or what Node takes a name without extension, or a directory, to mean. */
function lookUp({ files }: Machine, path: string): Found {
  const exact = find(files, path);
  if (exact.state === 'unknown' || (exact.state === 'present' && exact.entry.kind !== 'directory')) return exact;
  const others = exact.state === 'present' ? [join(path, 'index.js')] : [`${path}.js`, `${path}.json`];
  return others.map((other) => find(files, other)).find(({ state }) => state !== 'absent') ?? { state: 'absent' };
}
