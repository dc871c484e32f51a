import { own } from '../../../core/own.ts';
import { list, text } from '../read.ts';
import { commandLine, environment, runsImageDefault } from './argv.ts';
import type { Surroundings } from './context.ts';
import { isUnknownHost } from './lookup.ts';
import { mountsOver } from './mounts.ts';
import { done, forever, type Process, type Server, unknown } from './process.ts';
import { programs } from './programs.ts';
import { loopsForever, readScript } from './script.ts';
import { certainlyLacks, knownPorts, namesEveryPort } from './trust.ts';

/**
 * What the first process of a container does: the image's own when the manifest leaves it alone, else the program that
 * `command` and `args` name, as far as it is one this lab knows.
 * @returns undefined when there is no command at all, neither in the manifest nor in the image
 */
export function runContainer(around: Surroundings): Process | undefined {
  const { container, image } = around;
  const argv = commandLine(container, image);
  const opaque = image.certainty === 'opaque' || (image.entrypoint.length === 0 && image.programs === 'any');
  if (argv.length === 0) return opaque ? unknown : undefined;
  if (!runsImageDefault(container)) return runArgv(argv, around, true);
  const missing = missingVariables(around);
  if (missing) return { does: 'exits', code: 1, cause: { because: 'variable-missing', variables: missing } };
  return runDefault(argv, around);
}

function runDefault(argv: readonly string[], around: Surroundings): Process {
  const { image, container } = around;
  const known = image.certainty === 'known' ? runArgv(argv, around, false) : unknown;
  if (known.does !== 'unknown') return known;
  if (image.behaviour === 'exits') return container.stdin && container.tty ? forever : done();
  if (image.behaviour === 'serves') return { does: 'serves', ...ownServer(around) };
  return unknown;
}

/** The server an image was made to be: its product is the name of its repository. */
function ownServer({ image, container }: Surroundings): Server {
  const { paths, portVariable = '' } = image;
  const moved = Number(environment(container, image).get(portVariable) || Number.NaN);
  return {
    listens: Number.isNaN(moved) ? knownPorts(image) : [moved],
    product: lastPart(image.repository),
    exact: namesEveryPort(image),
    ...(paths && { answers: { paths: Object.fromEntries(paths.map((path) => [path, 200])), otherwise: 404 } }),
  };
}

/** Scripts that prepare a container and then become the program in their arguments. */
const wrapper =
  /^(?:docker-entrypoint\.sh|entrypoint\.sh|tini|dumb-init|catatonit|docker-init|exec|env|nohup|gosu|su-exec)$/;

/** Runs a command line; `mustExist` asks whether the image has its program. */
export function runArgv(argv: readonly string[], around: Surroundings, mustExist: boolean): Process {
  const [program = '', ...args] = argv;
  if (mustExist && !exists(program, around)) return { does: 'cannot-start', program };
  const name = lastPart(program);
  if (wrapper.test(name)) return runWrapped(name, args, around);
  if (/^(?:ba|da|a|z)?sh$/.test(name)) return runShell(args, around);
  const known = own(programs, name)?.(args, around);
  return known ?? runOwnProgram(name, args, around);
}

/** The image's own program with other arguments: the same server, on a port nobody can foresee. */
function runOwnProgram(name: string, args: readonly string[], around: Surroundings): Process {
  const { image } = around;
  const own = [...image.entrypoint, ...image.cmd];
  if (image.behaviour !== 'serves' || !own.some((word) => lastPart(word) === name)) return unknown;
  if (args.some((arg) => /^--?(?:help|version)$/.test(arg))) return done();
  const port = args.join(' ').match(/(?:^|\s)--?p(?:ort)?[= ](\d+)\b/)?.[1];
  const same = args.every((arg) => own.includes(arg));
  return { does: 'serves', ...ownServer(around), ...(!same && { listens: port ? [Number(port)] : 'any' }) };
}

function runWrapped(name: string, args: readonly string[], around: Surroundings): Process {
  const rest = args.slice(args.findIndex((arg) => arg !== '--' && !/^[A-Za-z_]\w*=/.test(arg)));
  const [first] = rest;
  if (first === undefined || args.length === 0) return done();
  if (first.startsWith('-') && name !== 'env') {
    const [program = ''] = around.image.cmd;
    if (lastPart(program) === 'nginx') return { does: 'exits', code: 2, cause: { because: 'usage', program: first } };
    return program === '' ? unknown : runArgv([program, ...rest], around, false);
  }
  return runArgv(rest, around, true);
}

function runShell(args: readonly string[], around: Surroundings): Process {
  const { container } = around;
  const flag = args.findIndex((arg) => /^-[a-z]*c$/.test(arg));
  if (args.length === 0 || args.every((arg) => /^-[il]+$/.test(arg)))
    return container.stdin && container.tty ? forever : done();
  const script = args[flag + 1];
  if (flag === -1) return exists(args[0] ?? '', around) ? unknown : { ...done(127) };
  return script === undefined ? done(2) : runScript(script, around);
}

/** Runs the commands one after the other, with the daemons they leave behind, until one does not come back. */
export function runScript(script: string, around: Surroundings): Process {
  const { commands, rest } = readScript(script);
  let left: Server | undefined;
  let last = 0;
  let joined = ';';
  for (const { words, joint } of commands) {
    const skipped = (joined === '&&' && last !== 0) || (joined === '||' && last === 0);
    joined = joint;
    if (skipped) continue;
    const [name = '', code] = words;
    if (name === 'exit') return done(code === undefined ? last : Number(code) || 0);
    if (name === 'wait' && left) return { does: 'serves', ...left };
    const process: Process = name.startsWith('$') ? unknown : runCommand(words, around);
    if (joint === '&') {
      if (process.does === 'serves') left = process;
      last = 0;
    } else if (process.does === 'exits') {
      left = process.leaves ?? left;
      last = process.code;
      if (name === 'exec') return process;
    } else if (process.does === 'runs') return left ? { ...left, does: 'serves' } : process;
    else if (process.does === 'cannot-start') last = 127;
    else return process;
  }
  if (rest === undefined) return left ? ({ ...done(last), leaves: left } as Process) : done(last);
  if (!loopsForever(rest) && !waitsInVain(rest, around)) return unknown;
  return left ? { ...left, does: 'serves' } : forever;
}

/** `until nslookup db; do …`: a loop that ends when a name is known, and nobody has the name. */
function waitsInVain(rest: string, around: Surroundings): boolean {
  const asked = /^until\s+(?:nslookup|getent\s+hosts|nc\s+-\w*z\w*)\s+([\w.-]{1,253})\b[^;]*;\s*do\b/.exec(rest)?.[1];
  return asked !== undefined && isUnknownHost(asked, around);
}

function runCommand(words: readonly string[], around: Surroundings): Process {
  const [name = ''] = words;
  const builtin = Object.hasOwn(programs, name) || name === 'exec';
  return runArgv(words, around, !builtin);
}

/** Whether the runtime finds a program: in the image, or in something mounted into the container. */
export function exists(program: string, around: Surroundings): boolean {
  if (!certainlyLacks(program, around.image)) return true;
  const directory = program.slice(0, program.lastIndexOf('/'));
  return directory !== '' && mountsOver(around, directory).length > 0;
}

function missingVariables(around: Surroundings): readonly string[] | undefined {
  const { image, container } = around;
  if (image.requires.length === 0 || list(container.envFrom).length > 0) return undefined;
  const variables = environment(container, image);
  return image.requires.some((name) => variables.has(name) && variables.get(name) !== '') ? undefined : image.requires;
}

const lastPart = (path: string): string => text(path)?.slice(path.lastIndexOf('/') + 1) ?? '';
