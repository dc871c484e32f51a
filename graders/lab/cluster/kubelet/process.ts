import type {
  Complaint,
  Launch,
  Listening,
  Machine,
  Server as MachineServer,
  Ran,
  Refusal,
} from '../../machine/index.ts';

/** Who listens in the network of a pod, and the software behind it. */
export interface Server {
  /** Ports that anybody reaches. */
  readonly listens: readonly number[] | 'any';
  /** Ports that only the pod itself reaches. */
  readonly local: readonly number[];
  readonly product?: string;
  /** What is listed is certain to be everything; else a probe of another port may be right. */
  readonly exact: boolean;
  /** Absent where nothing is known about the content: then every path is taken to exist. */
  readonly answers?: { readonly paths: Readonly<Record<string, number>>; readonly otherwise: number };
}

/** What the first process of a container does once it has been started. */
export type Process =
  /** It keeps running, and may listen. */
  | { readonly does: 'runs'; readonly server?: Server; readonly waits?: Complaint; readonly machine: Machine }
  | { readonly does: 'exits'; readonly code: number; readonly complaint?: Complaint; readonly machine: Machine }
  /** The runtime cannot start the program. */
  | { readonly does: 'cannot-start'; readonly program: string; readonly refusal: Refusal }
  /** Nobody here can tell: it is taken to work. */
  | { readonly does: 'unknown'; readonly machine: Machine; readonly spent?: Ran['spent'] };

/** What a launched process is to the kubelet. */
export function processOf(launched: Launch, argv: readonly string[]): Process {
  if (!launched.starts) return { does: 'cannot-start', program: argv[0] ?? '', refusal: launched.refusal };
  const { exit, machine, server, complaint, waits, spent } = launched.ran;
  if (exit === 'unknown') return { does: 'unknown', machine, ...(spent && { spent }) };
  if (exit !== 'running') return { does: 'exits', code: exit, machine, ...(complaint && { complaint }) };
  const servers = server ? [server, ...machine.daemons] : machine.daemons;
  const runs = { does: 'runs', machine, ...(waits && { waits }) } as const;
  return servers.length === 0 ? runs : { ...runs, server: joined(servers) };
}

/** All that listens in a container, as one. */
function joined(servers: readonly MachineServer[]): Server {
  const [only, ...others] = servers;
  const sockets = servers.flatMap(({ listens }): readonly Listening[] => (listens === 'any' ? [] : listens));
  const ports = (address: Listening['address']) => [
    ...new Set(sockets.filter((one) => one.address === address).map(({ port }) => port)),
  ];
  const open = ports('any');
  const answers = others.length === 0 ? only?.answers : undefined;
  return {
    listens: servers.some(({ listens }) => listens === 'any') ? 'any' : open,
    local: ports('loopback').filter((port) => !open.includes(port)),
    exact: servers.every(({ exact }) => exact === true),
    ...(only?.product !== undefined && { product: only.product }),
    ...(answers && { answers: { paths: Object.fromEntries(answers.paths), otherwise: answers.otherwise } }),
  };
}
