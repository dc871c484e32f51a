import type { Span } from '../../core/span.ts';
import { type Hop, hop, type Trace } from '../../core/trace.ts';
import {
  Budget,
  type Complaint,
  execute,
  type Listening,
  launch,
  locate,
  type Machine,
  type Printed,
  type Ran,
  type Refusal,
  type Running,
  resolveUser,
  textOf,
} from '../machine/index.ts';
import { machineOf } from './build/run.ts';
import { quoted } from './build/settings.ts';
import { spentHop } from './build/spent.ts';
import type { BuiltImage, StageState, StartCommand } from './build/stage.ts';
import { hops } from './hops.ts';

/** Why a container does not get to run its process. */
export type StartRefusal = Refusal | 'unknown-user';

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
  /** What its `HEALTHCHECK` finds while the process runs; absent without one. */
  readonly health?: 'healthy' | 'unhealthy' | 'unknown';
  /** The instruction that decides what is started; absent when the base image does. */
  readonly at?: Span;
}

/**
 * Starts a container, as `docker run` without arguments does, and follows its process.
 * @param args words after the image name: they replace `CMD`
 * @see https://docs.docker.com/reference/dockerfile/#understand-how-cmd-and-entrypoint-interact
 */
export function start(image: BuiltImage, args: readonly string[] = []): Trace<Container> {
  return startInside(image, args).trace;
}

/** A started container with what its first process did, for whoever goes on from there. */
export interface Started {
  readonly trace: Trace<Container>;
  /** Absent where the process cannot be started. */
  readonly ran?: Ran;
}

/**
 * Starts a container and keeps its inside.
 * @param change what the runtime makes different from the image: mounts, a name that has an address
 */
export function startInside(
  image: BuiltImage,
  args: readonly string[] = [],
  change: (machine: Machine) => Machine = (machine) => machine,
): Started {
  const { argv, at, said } = commandOf(image, args);
  const user = userOf(image);
  const base = {
    argv,
    user: { name: user.name, uid: user.uid },
    workdir: image.workdir,
    throughShell: isShell(argv[0] ?? ''),
    ...(at && { at }),
  };
  const refuse = (refusal: StartRefusal, because: Hop): Started => ({
    trace: {
      hops: [...said, because],
      outcome: { ...base, starts: false, refusal, output: [], exit: 'unknown', listens: [] },
    },
  });
  const where = at ? { at } : {};
  const isOpaque = image.base !== undefined && image.base.certainty === 'opaque';
  if (argv.length === 0 && !isOpaque) return refuse('no-command', refusalHop('no-command', '', user.name, {}));
  if (user.missing) {
    const place = image.userAt ? { at: image.userAt } : {};
    return refuse('unknown-user', hop(hops, 'start', 'userMissing', { user: user.missing }, place));
  }
  const facts = { argv: quoted(argv), user: user.name, directory: image.workdir };
  said.push(argv.length > 0 ? hop(hops, 'start', 'command', facts, where) : hop(hops, 'start', 'ofBase', {}));
  const started = launch(change(machineOf(withoutArgs(image), new Budget())), argv);
  if (!started.starts) {
    const { refusal } = started;
    return refuse(refusal, refusalHop(refusal, argv[0] ?? '', user.name, where));
  }
  const { output, exit, complaint, runs, spent } = started.ran;
  const checked = checkHealth(image, started.ran);
  const outcome: Container = {
    ...base,
    ...(checked && { health: checked.health }),
    ...(started.program !== undefined && { program: started.program }),
    starts: true,
    output,
    exit,
    listens: listensOf(started.ran),
    ...(complaint && { complaint }),
    ...(runs && { runs }),
  };
  const beyond = spent ? [spentHop(spent, 'CMD', at ?? { path: '', from: 0, to: 0 })] : [];
  const trace = { hops: [...said, ...beyond, ...endHops(started.ran, where), ...(checked?.hops ?? [])], outcome };
  return { trace, ran: started.ran };
}

/**
 * Runs the `HEALTHCHECK` inside the running container.
 * @see https://docs.docker.com/reference/dockerfile/#healthcheck
 */
function checkHealth({ healthcheck, healthcheckAt }: BuiltImage, ran: Ran) {
  if (healthcheck === undefined || healthcheck === 'none' || typeof ran.exit === 'number') return undefined;
  const { machine } = ran;
  const listens = listensOf(ran);
  const isKnown = ran.exit === 'running' && ran.server?.exact === true;
  const asks = (port: number) => (isKnown && !listens.some((one) => one.port === port) ? 'refused' : 'unknown');
  const checked = execute(
    { ...machine, host: { ...machine.host, asks }, clock: 0, budget: machine.budget.another() },
    healthcheck,
  );
  const where = healthcheckAt ? { at: healthcheckAt } : {};
  if (checked.exit === 0) return { health: 'healthy', hops: [hop(hops, 'probe', 'healthy', {}, where)] } as const;
  if (typeof checked.exit !== 'number') return { health: 'unknown', hops: [] } as const;
  const { complaint } = checked;
  const why = complaint ? [complaintHop(complaint, where)] : [];
  const missing = missingProgram(machine, healthcheck);
  const failure =
    missing === undefined
      ? hop(hops, 'probe', 'unhealthy', { exit: checked.exit }, where)
      : hop(hops, 'probe', 'unhealthyWithout', { program: missing }, where);
  return { health: 'unhealthy', hops: [...why, failure] } as const;
}

/** The program a check is about, where the image does not have it: `curl -f … || exit 1` ends with 1 and says no more. */
function missingProgram(machine: Ran['machine'], words: readonly string[]): string | undefined {
  const [first = ''] = isShell(words[0] ?? '') ? (words.at(-1) ?? '').trim().split(/\s+/) : words;
  return /^[\w./-]+$/.test(first) && locate(machine, first).state === 'absent' ? first : undefined;
}

/** Where the process listens, and those it left running beside it. */
function listensOf({ exit, server, machine }: Ran): readonly Listening[] {
  if (exit !== 'running') return [];
  const servers = server ? [server, ...machine.daemons] : machine.daemons;
  const all = servers.flatMap(({ listens }) => (listens === 'any' ? [] : listens));
  return all.filter(
    ({ address, port }, at) => all.findIndex((one) => one.address === address && one.port === port) === at,
  );
}

function refusalHop(refusal: Refusal, program: string, user: string, where: { at?: Span }): Hop {
  switch (refusal) {
    case 'no-command':
      return hop(hops, 'start', 'noCommand', {});
    case 'program-not-found':
      return hop(hops, 'start', 'programMissing', { program }, where);
    case 'not-executable':
      return hop(hops, 'start', 'notExecutable', { program, user }, where);
    case 'exec-format':
      return hop(hops, 'start', 'execFormat', { program }, where);
    case 'no-loader':
      return hop(hops, 'start', 'loaderMissing', { program }, where);
  }
}

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

function endHops({ output, exit, complaint }: Ran, where: { at?: Span }): readonly Hop[] {
  const said: Hop[] = complaint ? [complaintHop(complaint, where)] : [];
  const text = textOf(output);
  if (exit === 'running') return [...said, hop(hops, 'process', 'serving', {}, where)];
  if (text === undefined || exit === 'unknown') return [...said, hop(hops, 'process', 'unforeseen', {}, where)];
  if (text === '') return [...said, hop(hops, 'process', 'silent', { exit }, where)];
  return [...said, hop(hops, 'process', 'printed', { output: `\`${JSON.stringify(text)}\``, exit }, where)];
}

function fileMessage({ because }: { readonly because?: 'absent' | 'unreadable' }) {
  if (because === 'absent') return 'complaintAbsent';
  return because === 'unreadable' ? 'complaintUnreadable' : 'complaintFile';
}

/** The failure of a process in words. */
export function complaintHop(complaint: Complaint, where: { at?: Span }): Hop {
  switch (complaint.kind) {
    case 'not-found':
      return hop(hops, 'process', 'complaintProgram', { program: complaint.program }, where);
    case 'not-executable':
      return hop(hops, 'process', 'complaintPermission', { program: complaint.program }, where);
    case 'no-file':
      return hop(hops, 'process', fileMessage(complaint), { program: complaint.program, file: complaint.file }, where);
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
    case 'no-name':
      return hop(
        hops,
        'process',
        'complaintName',
        { program: complaint.program, name: complaint.names[0] ?? '' },
        where,
      );
    case 'no-answer':
      return hop(hops, 'process', 'complaintAnswer', { program: complaint.program }, where);
    case 'daemonised':
      return hop(hops, 'process', 'complaintBackground', { program: complaint.program }, where);
    case 'usage':
      return hop(hops, 'process', 'complaintUsage', { program: complaint.program }, where);
    case 'variable-missing': {
      const { program, variables } = complaint;
      return hop(
        hops,
        'process',
        'complaintVariable',
        { program, variables: variables.map((name) => `\`${name}\``) },
        where,
      );
    }
    case 'cannot-write':
      return hop(hops, 'process', 'complaintWrite', { program: complaint.program, path: complaint.path }, where);
    case 'capability': {
      const { program, capabilities } = complaint;
      return hop(hops, 'process', 'complaintCapability', { program, capabilities: [...capabilities] }, where);
    }
    case 'no-configuration':
      return hop(hops, 'process', 'complaintNoConfiguration', { path: complaint.path }, where);
    case 'configuration-refused':
      return hop(hops, 'process', 'complaintConfiguration', { path: complaint.path, near: complaint.near }, where);
    case 'host-unknown':
      return hop(hops, 'process', 'complaintHost', { host: complaint.host, path: complaint.path }, where);
    case 'no-events':
      return hop(hops, 'process', 'complaintEvents', { path: complaint.path }, where);
    case 'taken':
      return hop(hops, 'process', 'complaintTaken', { program: complaint.program, what: complaint.what }, where);
    case 'syntax':
      return hop(hops, 'process', 'complaintSyntax', { program: complaint.program }, where);
  }
}
