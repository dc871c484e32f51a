import type { IContainer, IProbe } from 'kubernetes-models/v1';
import { own } from '../../../core/own.ts';
import { type Hop, says } from '../../../core/trace.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { execute, type Host, type Machine, obscure, refusalOf } from '../../machine/index.ts';
import { hops } from '../hops.ts';
import { text, texts } from '../read.ts';
import type { PodPlan } from '../workloads/plan.ts';
import { portNames } from './ports.ts';
import type { Server } from './process.ts';
import { podHop } from './say.ts';

export type ProbeName = 'startupProbe' | 'livenessProbe' | 'readinessProbe';

/** Who listens in the network of a pod: all its containers share it. */
export interface Socket {
  readonly container: string;
  readonly server: Server;
}

/** A probe about to be asked. */
export interface Probing {
  readonly plan: PodPlan;
  readonly container: IContainer;
  /** The inside of its container, once its process runs. */
  readonly machine: Machine;
  readonly sockets: readonly Socket[];
}

/** What is wrong with a probe. */
export interface Trouble {
  readonly why: Hop;
  /**
   * It could not even be asked. The kubelet throws such an answer away: what was taken before stays so, which is "alive"
   * for a liveness probe and "not yet" for the others.
   * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/kubelet/prober/worker.go
   */
  readonly errored: boolean;
}

/**
 * Asks a probe once everything has started, again and again with the same answer.
 * @returns why it fails, or undefined when it succeeds or there is none
 * @see https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/
 */
export function failingProbe(name: ProbeName, probing: Probing): Trouble | undefined {
  const why = failureOf(name, probing);
  return why && { why, errored: says(why, hops, 'probePortName') || says(why, hops, 'probeProgram') };
}

function failureOf(name: ProbeName, probing: Probing): Hop | undefined {
  const probe = probing.container[name];
  if (typeof probe !== 'object' || probe === null) return undefined;
  if (probe.exec) return failingCommand(name, probe, probing);
  if (probe.httpGet) return failingHttp(name, probe.httpGet, probing);
  if (probe.tcpSocket) return failingTcp(name, probe.tcpSocket, probing);
  if (probe.grpc) return failingGrpc(name, probe.grpc, probing);
  return undefined;
}

type HttpGet = NonNullable<IProbe['httpGet']>;

function failingHttp(probe: ProbeName, action: HttpGet, probing: Probing): Hop | undefined {
  const port = portOf(probe, action, probing);
  if (typeof port !== 'number') return port;
  const listener = reach(probe, action, port, probing);
  if ('hop' in listener) return listener.hop;
  const { server } = listener;
  if (server && action.scheme === 'HTTPS' && speaksPlainly(server, port)) {
    return wrongProtocol(probe, 'HTTPS', action, port, probing);
  }
  const path = text(action.path) || '/';
  const status = server ? statusOf(server, path) : 200;
  if (status >= 200 && status < 400) return undefined;
  const data = { probe, container: text(probing.container.name) ?? '', path, port, status };
  return podHop(probing.plan, 'probe', 'probeStatus', data, spanOf(action, 'path') ?? placeOf(action, probing));
}

/** A server whose pages are known answers them over HTTP; a web server does on port 80, whatever it may do elsewhere. */
function speaksPlainly({ product, answers }: Server, port: number): boolean {
  if (/^(?:nginx|httpd)$/.test(product ?? '')) return port === 80;
  return answers !== undefined && port !== 443 && port !== 8443;
}

function failingTcp(probe: ProbeName, action: NonNullable<IProbe['tcpSocket']>, probing: Probing): Hop | undefined {
  const port = portOf(probe, action, probing);
  if (typeof port !== 'number') return port;
  const listener = reach(probe, action, port, probing);
  return 'hop' in listener ? listener.hop : undefined;
}

function failingGrpc(probe: ProbeName, action: NonNullable<IProbe['grpc']>, probing: Probing): Hop | undefined {
  const port = portOf(probe, action, probing);
  if (typeof port !== 'number') return port;
  const listener = reach(probe, action, port, probing);
  if ('hop' in listener) return listener.hop;
  return listener.server?.answers ? wrongProtocol(probe, 'gRPC', action, port, probing) : undefined;
}

/**
 * Runs a command inside a running container. Only what certainly fails counts; one that is not done in time fails too.
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/
 */
function failingCommand(probe: ProbeName, { exec, timeoutSeconds = 1 }: IProbe, probing: Probing): Hop | undefined {
  const command = texts(exec?.command);
  const inside = insideFor(probing, timeoutSeconds);
  const data = { probe, container: text(probing.container.name) ?? '', command: command.join(' ') };
  if (refusalOf(inside, command[0] ?? '') !== undefined) {
    const told = { ...data, program: command[0] ?? '' };
    return podHop(probing.plan, 'probe', 'probeProgram', told, spanOf(exec, 'command') ?? probing.plan.at);
  }
  const { exit } = execute(inside, command);
  if (exit === 0 || exit === 'unknown') return undefined;
  return podHop(probing.plan, 'probe', 'probeCommand', data, spanOf(exec, 'command') ?? probing.plan.at);
}

/** A second process in the container, which sees its files and who listens in the pod. */
function insideFor({ machine, container, sockets }: Probing, horizon: number): Machine {
  const { host, files } = machine;
  const asks: Host['asks'] = (port, path) => {
    const server = serverAt(port, sockets, true);
    return server === 'nobody' ? 'refused' : server ? statusOf(server, path) : 'unknown';
  };
  // What a hook does after the start is not followed.
  const touched = container.lifecycle?.postStart ? obscure(files, '/') : files;
  return {
    ...machine,
    files: touched,
    host: { ...host, asks },
    budget: machine.budget.another(),
    clock: 0,
    horizon: Math.max(horizon, 1) + 1,
  };
}

interface Addressed {
  readonly host?: string;
  readonly port: number | string;
}

function portOf(probe: ProbeName, action: Addressed, probing: Probing): number | Hop {
  const { port } = action;
  if (typeof port === 'number') return port;
  const named = own(portNames(probing.container), String(port));
  if (named !== undefined) return named;
  if (/^\d+$/.test(String(port))) return Number(port);
  const data = { probe, container: text(probing.container.name) ?? '', port: String(port) };
  return podHop(probing.plan, 'probe', 'probePortName', data, placeOf(action, probing));
}

/** Who answers a probe; another host than the pod is out of sight, and taken to answer. */
function reach(
  probe: ProbeName,
  action: Addressed,
  port: number,
  probing: Probing,
): { server?: Server } | { hop: Hop } {
  const { host } = action;
  const container = text(probing.container.name) ?? '';
  if (text(host) && probing.plan.spec.hostNetwork !== true) {
    if (!/^(?:localhost|127\.\d+\.\d+\.\d+|::1)$/.test(String(host))) return {};
    const at = spanOf(action, 'host') ?? placeOf(action, probing);
    return { hop: podHop(probing.plan, 'probe', 'probeHost', { probe, container, host: String(host) }, at) };
  }
  const server = serverAt(port, probing.sockets);
  if (server !== 'nobody') return server ? { server } : {};
  return { hop: podHop(probing.plan, 'probe', 'probeRefused', { probe, container, port }, placeOf(action, probing)) };
}

/**
 * The server on a port; undefined when one may be there that nobody here knows.
 * @param within asked from inside the pod, where loopback addresses count too
 */
export function serverAt(port: number, sockets: readonly Socket[], within = false): Server | 'nobody' | undefined {
  const owner = sockets.find(
    ({ server }) =>
      (server.listens !== 'any' && server.listens.includes(port)) || (within && server.local.includes(port)),
  );
  if (owner) return owner.server;
  return sockets.some(({ server }) => server.listens === 'any' || !server.exact) ? undefined : 'nobody';
}

/** What a server answers to a GET; the query does not choose the page. */
export function statusOf({ answers }: Server, path: string): number {
  const [page = '/'] = path.split(/[?#]/);
  if (!answers) return 200;
  return own(answers.paths, page) ?? answers.otherwise;
}

function wrongProtocol(probe: ProbeName, protocol: string, action: Addressed, port: number, probing: Probing): Hop {
  const data = { probe, container: text(probing.container.name) ?? '', protocol, port };
  return podHop(probing.plan, 'probe', 'probeProtocol', data, spanOf(action, 'scheme') ?? placeOf(action, probing));
}

const placeOf = (action: object, { plan }: Probing) => spanOf(action, 'port') ?? spanOf(action) ?? plan.at;
