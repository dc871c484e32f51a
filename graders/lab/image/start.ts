import type { Span } from '../../core/span.ts';
import { type Hop, hop, type Trace } from '../../core/trace.ts';
import {
  Budget,
  type Complaint,
  execute,
  find,
  type Listening,
  locate,
  type Printed,
  type Ran,
  type Running,
  resolveUser,
  textOf,
} from '../machine/index.ts';
import { machineOf } from './build/run.ts';
import { quoted } from './build/settings.ts';
import type { BuiltImage, StageState, StartCommand } from './build/stage.ts';
import { hops } from './hops.ts';

/** Why a container does not get to run its process. */
export type StartRefusal =
  | 'no-command'
  | 'unknown-user'
  | 'program-not-found'
  | 'not-executable'
  | 'exec-format'
  | 'no-loader';

/** A container from its start to the end of its process. */
export interface Container {
  readonly starts: boolean;
  readonly refusal?: StartRefusal;
  /** The words of process 1. */
  readonly argv: readonly string[];
  /** Absolute path of the program of process 1, where it is known. */
  readonly program?: string;
  readonly user: { readonly name: string; readonly uid: number | null };
  readonly workdir: string;
  /** Process 1 is a shell that has the real program as a child, or replaces itself only by chance. */
  readonly throughShell: boolean;
  /** What it prints; undefined when nobody can tell. */
  readonly output: readonly Printed[] | undefined;
  readonly exit: number | 'running' | 'unknown';
  readonly complaint?: Complaint;
  readonly listens: readonly Listening[];
  /** The file that an interpreter runs, where that is known. */
  readonly runs?: Running;
  /** The instruction that decides what is started; absent when the base image does. */
  readonly at?: Span;
}

/**
 * Starts a container, as `docker run` without arguments does, and follows its process.
 * @param args words after the image name: they replace `CMD`
 * @see https://docs.docker.com/reference/dockerfile/#understand-how-cmd-and-entrypoint-interact
 */
export function start(image: BuiltImage, args: readonly string[] = []): Trace<Container> {
  const { argv, at, said } = commandOf(image, args);
  const user = userOf(image);
  const base = {
    argv,
    user: { name: user.name, uid: user.uid },
    workdir: image.workdir,
    throughShell: isShell(argv[0] ?? ''),
    ...(at && { at }),
  };
  const refuse = (refusal: StartRefusal, because: Hop): Trace<Container> => ({
    hops: [...said, because],
    outcome: { ...base, starts: false, refusal, output: [], exit: 'unknown', listens: [] },
  });
  const where = at ? { at } : {};
  if (argv.length === 0) return refuse('no-command', hop(hops, 'start', 'noCommand', {}));
  if (user.missing) {
    const place = image.userAt ? { at: image.userAt } : {};
    return refuse('unknown-user', hop(hops, 'start', 'userMissing', { user: user.missing }, place));
  }
  const command = hop(
    hops,
    'start',
    'command',
    { argv: quoted(argv), user: user.name, directory: image.workdir },
    where,
  );
  said.push(command);
  const machine = machineOf(withoutArgs(image), new Budget());
  const program = argv[0] ?? '';
  const located = locate(machine, program);
  if (located.state === 'absent')
    return refuse('program-not-found', hop(hops, 'start', 'programMissing', { program }, where));
  if (located.state === 'not-executable') {
    return refuse('not-executable', hop(hops, 'start', 'notExecutable', { program, user: user.name }, where));
  }
  if (located.state === 'found' && located.entry.content !== undefined && !located.entry.content.startsWith('#!')) {
    return refuse('exec-format', hop(hops, 'start', 'execFormat', { program }, where));
  }
  if (located.state === 'found' && located.entry.dynamic && lacksLoader(image)) {
    return refuse('no-loader', hop(hops, 'start', 'loaderMissing', { program }, where));
  }
  const ran = isDefault(image, argv) ? serve(image, machine) : execute(machine, argv);
  const known = located.state === 'found' ? { program: located.path } : {};
  const { output, exit, complaint, listens = [], runs } = ran;
  const outcome: Container = {
    ...base,
    ...known,
    starts: true,
    output,
    exit,
    listens,
    ...(complaint && { complaint }),
    ...(runs && { runs }),
  };
  return { hops: [...said, ...endHops(ran, where)], outcome };
}

/** A program copied on its own into an empty image: nothing there can load it. */
function lacksLoader({ files }: BuiltImage): boolean {
  return loaders.every((path) => find(files, path).state === 'absent');
}

const loaders = ['', '/usr'].flatMap((root) =>
  ['lib64/ld-linux-x86-64.so.2', 'lib/x86_64-linux-gnu/ld-linux-x86-64.so.2', 'lib/ld-musl-x86_64.so.1'].map(
    (path) => `${root}/${path}`,
  ),
);

/** `ENTRYPOINT` and `CMD` joined. */
function commandOf({ entrypoint, cmd }: BuiltImage, args: readonly string[]) {
  const said: Hop[] = [];
  const broken = (command: StartCommand | undefined) => {
    if (command?.brokenJson && command.at) {
      said.push(hop(hops, 'start', 'brokenJson', { shell: command.argv.slice(0, -1).join(' ') }, { at: command.at }));
    }
  };
  broken(entrypoint);
  const at = cmd?.at ?? entrypoint?.at;
  const deciding = (entrypoint?.form === 'shell' ? entrypoint.at : at) ?? entrypoint?.at;
  const place = deciding ? { at: deciding } : {};
  if (entrypoint?.form === 'shell') {
    if (cmd) said.push(hop(hops, 'start', 'cmdIgnored', {}, cmd.at ? { at: cmd.at } : {}));
    return { argv: entrypoint.argv, said, ...place };
  }
  if (args.length === 0) broken(cmd);
  return { argv: [...(entrypoint?.argv ?? []), ...(args.length > 0 ? args : (cmd?.argv ?? []))], said, ...place };
}

function userOf({ users, user }: BuiltImage): { name: string; uid: number | null; missing?: string } {
  const who = resolveUser(users, user);
  const name = user === '' ? 'root' : user;
  if (who.state === 'known') return { name, uid: who.identity.uid };
  return who.state === 'missing' ? { name, uid: null, missing: who.name } : { name, uid: null };
}

const withoutArgs = (image: BuiltImage): StageState => ({ ...image, args: {}, ownCmd: false, steps: [] });

export function isShell(program: string): boolean {
  return /(?:^|\/)(?:sh|bash|ash|dash|zsh)$/.test(program);
}

/** The process the base image is made for, unchanged. */
function isDefault({ base }: BuiltImage, argv: readonly string[]): boolean {
  return base?.behaviour === 'serves' && JSON.stringify([...base.entrypoint, ...base.cmd]) === JSON.stringify(argv);
}

function serve({ base, env }: BuiltImage, machine: Ran['machine']): Ran {
  const requires = base?.requires ?? [];
  const refuses = requires.length > 0 && !requires.some((name) => Object.hasOwn(env, name));
  if (refuses) return { machine, output: undefined, exit: 1 };
  const ports = base?.listens === 'any' ? [] : (base?.listens ?? []);
  return { machine, output: undefined, exit: 'running', listens: ports.map((port) => ({ address: 'any', port })) };
}

function endHops({ output, exit, complaint }: Ran, where: { at?: Span }): readonly Hop[] {
  const said: Hop[] = complaint ? [complaintHop(complaint, where)] : [];
  const text = textOf(output);
  if (exit === 'running') return [...said, hop(hops, 'process', 'serving', {}, where)];
  if (text === undefined || exit === 'unknown') return [...said, hop(hops, 'process', 'unforeseen', {}, where)];
  if (text === '') return [...said, hop(hops, 'process', 'silent', { exit }, where)];
  return [...said, hop(hops, 'process', 'printed', { output: `\`${JSON.stringify(text)}\``, exit }, where)];
}

/** The failure of a process in words. */
export function complaintHop(complaint: Complaint, where: { at?: Span }): Hop {
  switch (complaint.kind) {
    case 'not-found':
      return hop(hops, 'process', 'complaintProgram', { program: complaint.program }, where);
    case 'not-executable':
      return hop(hops, 'process', 'complaintPermission', { program: complaint.program }, where);
    case 'no-file':
      return hop(hops, 'process', 'complaintFile', { program: complaint.program, file: complaint.file }, where);
    case 'into-itself':
      return hop(hops, 'process', 'complaintItself', { program: complaint.program, file: complaint.file }, where);
    case 'no-module':
      return hop(hops, 'process', 'complaintModule', { module: complaint.module }, where);
    case 'python':
      return hop(
        hops,
        'process',
        'complaintPython',
        { error: complaint.error, line: complaint.line, file: complaint.file },
        where,
      );
    case 'node':
      return hop(hops, 'process', 'complaintNode', { error: complaint.error, file: complaint.file }, where);
    case 'no-package':
      return hop(hops, 'process', 'complaintPackage', { program: complaint.program, name: complaint.name }, where);
    case 'no-answer':
      return hop(hops, 'process', 'complaintAnswer', { program: complaint.program }, where);
    case 'syntax':
      return hop(hops, 'process', 'complaintSyntax', { program: complaint.program }, where);
  }
}
