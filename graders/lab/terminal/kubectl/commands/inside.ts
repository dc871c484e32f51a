import { own } from '../../../../core/own.ts';
import { enter, type PodLook, type PodView } from '../../../cluster/index.ts';
import { execute, type Host, type Machine, refusalOf, textOf } from '../../../machine/index.ts';
import type { Desk } from '../../desk/desk.ts';
import { keptInside, leftInside } from '../../desk/inside.ts';
import { type Fetched, fetchIn } from '../../inside/fetch.ts';
import { scriptIn } from '../../inside/script-in.ts';
import { environmentNotes } from '../../tool/environment.ts';
import { isShell } from '../../tool/inside.ts';
import { nameNote } from '../../tool/name-note.ts';
import { notFollowed, notHeard } from '../../tool/unheard.ts';
import type { Session } from '../session.ts';
import { Stop } from '../stop.ts';
import { viewNow } from './pods.ts';

export interface Inside extends Omit<Fetched, 'desk'> {
  /** The desk after it, where a request was sent. */
  readonly desk?: Desk;
  /** The machine in which a shell waits for somebody to type. */
  readonly waits?: Machine;
}

/** Runs a program inside a running container, as the lab's machine does. */
export function execIn(
  session: Session,
  pod: string,
  container: string,
  words: readonly string[],
  text: string,
): Inside {
  const view = viewNow(session.live, session.namespace, pod);
  return execAs(session, view, view?.live, container, words, text);
}

/** The same in a container that a pod may not have: one of the same pod, for debugging. @param shape the pod with that container */
export function execAs(
  session: Session,
  view: PodView | undefined,
  shape: PodView['live'] | undefined,
  container: string,
  words: readonly string[],
  text: string,
): Inside {
  const { live, namespace } = session;
  // A shell that is given a script to read does what `sh -c` with it does.
  const reads = text !== '' && isShell(words);
  const [argv, stdin] = reads ? [[words[0] ?? 'sh', '-c', text], ''] : [words, text];
  const inside = shape && enter(live, shape, container);
  if (!view || !inside)
    throw new Stop(
      `error: Internal error occurred: unable to upgrade connection: container not found (${JSON.stringify(container)})`,
    );
  const left = leftInside(session.named, view, container);
  const machine = withNetwork(left ? { ...inside.machine, files: left } : inside.machine, view.pod);
  const [program = ''] = argv;
  const refusal = refusalOf(machine, program);
  if (refusal !== undefined) {
    const why = refusal === 'program-not-found' ? 'executable file not found in $PATH' : 'permission denied';
    const text = `error: Internal error occurred: Internal error occurred: error executing command in container: failed to exec in container: failed to start exec: OCI runtime exec failed: exec failed: unable to start container process: exec: ${JSON.stringify(program)}: ${why}\n`;
    return { out: '', err: text, exit: 1 };
  }
  const sender = {
    desk: session.call.desk,
    clock: live.clock,
    tty: session.call.tty,
    from: { context: session.named.context, pod: `${namespace}/${view.pod.name}` },
  };
  const fetched = fetchIn(sender, argv) ?? scriptIn(sender, machine, argv);
  if (fetched) return { ...fetched, err: fetched.err + (fetched.stays ? '' : endedWith(fetched.exit)) };
  if (isShell(argv)) return { out: '', err: '', exit: 0, waits: machine };
  const ran = execute(machine, argv, stdin === '' ? undefined : stdin);
  const out = ran.output === undefined ? undefined : textOf(ran.output);
  const exit = ran.exit === 'running' || ran.exit === 'unknown' ? 0 : ran.exit;
  const err = exit === 0 ? (ran.aside ?? '') : complaintText(ran.complaint) + endedWith(exit);
  const { desk } = session.call;
  const { files } = ran.machine;
  const kept = files === machine.files ? desk : keptInside(desk, session.named, view, container, files);
  const doubt = ran.exit === 'unknown' ? notFollowed : out === undefined ? notHeard(argv) : undefined;
  const notes = doubt ? [doubt] : [...nameNote(ran.complaint, machine), ...environmentNotes(argv)];
  return { desk: kept, out: out ?? '', err, exit, notes, ...(doubt && { beyond: doubt }) };
}

/** What `kubectl exec` says of a command that failed. */
const endedWith = (exit: number): string => (exit === 0 ? '' : `command terminated with exit code ${exit}\n`);

/** The words in front of a command for a container of a pod. */
export const throughPod = ({ named }: Session, { name, namespace }: PodLook, container: string): readonly string[] => [
  'kubectl',
  '--context',
  named.context,
  'exec',
  '-i',
  '-n',
  namespace,
  name,
  '-c',
  container,
  '--',
];

function complaintText(complaint: { readonly kind: string } | undefined): string {
  const { kind, ...rest } = (complaint ?? { kind: '' }) as {
    readonly kind: string;
    readonly program?: string;
    readonly file?: string;
    readonly because?: string;
  };
  const program = rest.program ?? '';
  if (kind === 'no-file')
    return `${program}: ${rest.file ?? ''}: ${rest.because === 'unreadable' ? 'Permission denied' : 'No such file or directory'}\n`;
  if (kind === 'not-found') return `sh: ${program}: not found\n`;
  if (kind === 'not-executable') return `sh: ${program}: Permission denied\n`;
  return '';
}

/** A second process in a container: its own servers answer it. */
function withNetwork(machine: Machine, { containers }: PodLook): Machine {
  const asks: Host['asks'] = (port, path) => {
    const server = containers.find(
      ({ listens, loopback = [] }) => listens === 'any' || listens.includes(port) || loopback.includes(port),
    );
    if (!server) return 'refused';
    return server.answers ? (own(server.answers.paths, path) ?? server.answers.otherwise) : 'unknown';
  };
  return {
    ...machine,
    horizon: 60,
    clock: 0,
    budget: machine.budget.another(),
    host: { ...machine.host, asks, listsVariables: true },
  };
}
