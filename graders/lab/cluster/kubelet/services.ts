import type { IContainer } from 'kubernetes-models/v1';
import type { Hop } from '../../../core/trace.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import type { Machine } from '../../machine/index.ts';
import type { ContainerState } from '../state.ts';
import type { PodPlan } from '../workloads/plan.ts';
import { restartsAfter } from './backoff.ts';
import { createContainer, nameOf, placeOf } from './container.ts';
import type { Surroundings } from './context.ts';
import { exitHop } from './exits.ts';
import type { KubeletOptions } from './options.ts';
import { failingProbe, type ProbeName, type Socket } from './probes.ts';
import type { Process, Server } from './process.ts';
import { podHop } from './say.ts';
import { isSidecar } from './sidecar.ts';
import { statusOf, waiting } from './status.ts';

/** A container whose process goes on. */
export interface Running {
  readonly container: IContainer;
  readonly around: Surroundings;
  readonly server: Server | undefined;
  /** Its inside, once the process runs. */
  readonly machine: Machine;
  /** Nobody here knows what its process does. */
  readonly assumed: boolean;
}

export interface Services {
  readonly statuses: readonly ContainerState[];
  readonly running: readonly Running[];
  readonly hops: readonly Hop[];
  /** The first reason why one of them is not ready. */
  readonly problem?: Hop;
}

/** What became of one container before the probes of the pod are asked. */
type Start =
  | { readonly status: ContainerState; readonly hop: Hop; readonly problem?: Hop }
  | { readonly running: Running; readonly hop: Hop };

/**
 * Starts containers side by side in the network of their pod, then asks their probes.
 * @param before containers that already run in the pod: native sidecars
 */
export function runServices(
  containers: readonly IContainer[],
  before: readonly Running[],
  plan: PodPlan,
  options: KubeletOptions,
): Services {
  const starts: Start[] = [];
  for (const container of containers) {
    const running = starts.flatMap((start) => ('running' in start ? [start.running] : []));
    starts.push(start(container, [...before, ...running], plan, options));
  }
  const running = starts.flatMap((start) => ('running' in start ? [start.running] : []));
  const sockets = socketsOf([...before, ...running]);
  const asked = starts.map((start) =>
    'running' in start ? probe(start.running, start.hop, sockets, plan, options) : start,
  );
  const alive = starts.flatMap((start, index) =>
    'running' in start && asked[index]?.status.state === 'running' ? [start.running] : [],
  );
  const problem = asked.find((start) => start.problem)?.problem;
  const hops = asked.flatMap(({ hop, problem }) => (problem && problem !== hop ? [hop, problem] : [hop]));
  return { statuses: asked.map(({ status }) => status), running: alive, hops, ...(problem && { problem }) };
}

function start(container: IContainer, others: readonly Running[], plan: PodPlan, options: KubeletOptions): Start {
  const creation = createContainer(container, plan, options);
  if (!creation.created) {
    return { status: waiting(container, plan.at, creation.reason), hop: creation.hop, problem: creation.hop };
  }
  const { process, around } = creation;
  if (process.does === 'exits') return ended(process, container, plan, options);
  const server = serverOf(process);
  const clash = server && takenPort(server, others);
  if (clash) {
    const data = { container: nameOf(container), port: clash.port, other: nameOf(clash.other.container) };
    const hop = podHop(plan, 'kubelet', 'portTaken', data, placeOf(container, plan.at));
    return { status: crashed(container, 1, plan, options), hop, problem: hop };
  }
  if (process.does === 'cannot-start') throw new Error('a container that cannot start was not created');
  const spent = process.does === 'unknown' && process.spent !== undefined;
  const at = spanOf(container, 'command') ?? spanOf(container, 'args') ?? placeOf(container, plan.at);
  const hop = spent
    ? podHop(plan, 'kubelet', 'workSpent', { container: nameOf(container) }, at)
    : startedHop(container, server, plan);
  return { running: { container, around, server, machine: process.machine, assumed: process.does === 'unknown' }, hop };
}

function ended(
  process: Extract<Process, { does: 'exits' }>,
  container: IContainer,
  plan: PodPlan,
  options: KubeletOptions,
): Start {
  const again = restarts(container, process.code, plan);
  const at = spanOf(container, 'command') ?? spanOf(container, 'args') ?? placeOf(container, plan.at);
  const hop = exitHop(process, nameOf(container), again, plan, at);
  const status = again
    ? crashed(container, process.code, plan, options)
    : statusOf(container, plan.at, {
        state: 'terminated',
        reason: process.code === 0 ? 'Completed' : 'Error',
        exitCode: process.code,
      });
  return !again && process.code === 0 ? { status, hop } : { status, hop, problem: hop };
}

/** Whether the kubelet starts a container again; a sidecar always is. */
function restarts(container: IContainer, code: number, { spec }: PodPlan): boolean {
  const policy = isSidecar(container) ? 'Always' : (spec.restartPolicy ?? 'Always');
  return policy === 'Always' || (policy === 'OnFailure' && code !== 0);
}

function crashed(container: IContainer, exitCode: number, plan: PodPlan, { clock }: KubeletOptions): ContainerState {
  if (!restarts(container, exitCode, plan)) {
    return statusOf(container, plan.at, { state: 'terminated', reason: 'Error', exitCode });
  }
  return statusOf(container, plan.at, {
    state: 'waiting',
    reason: 'CrashLoopBackOff',
    exitCode,
    restarts: restartsAfter(clock),
  });
}

/** Nobody knows where an unknown process listens. */
const anywhere: Server = { listens: 'any', local: [], exact: false };

function serverOf(process: Process): Server | undefined {
  if (process.does === 'unknown') return anywhere;
  return process.does === 'runs' ? process.server : undefined;
}

function takenPort({ listens }: Server, others: readonly Running[]): { port: number; other: Running } | undefined {
  if (listens === 'any') return undefined;
  for (const port of listens) {
    const other = others.find(({ server }) => server && server.listens !== 'any' && server.listens.includes(port));
    if (other) return { port, other };
  }
  return undefined;
}

function startedHop(container: IContainer, server: Server | undefined, plan: PodPlan): Hop {
  const at = placeOf(container, plan.at);
  const facts = { container: nameOf(container) };
  if (!server || server.listens === 'any' || server.listens.length === 0)
    return podHop(plan, 'kubelet', 'started', facts, at);
  return podHop(plan, 'kubelet', 'listening', { ...facts, count: server.listens.length, ports: server.listens }, at);
}

function socketsOf(running: readonly Running[]): readonly Socket[] {
  return running.flatMap(({ container, server }) => (server ? [{ container: nameOf(container), server }] : []));
}

/**
 * A failing startup or liveness probe restarts the container; a failing readiness probe takes it out of Services. One that
 * cannot be asked restarts nothing: the container goes on without having started, or without being ready.
 */
function probe(running: Running, hop: Hop, sockets: readonly Socket[], plan: PodPlan, options: KubeletOptions) {
  const { container, machine, server, assumed } = running;
  const ask = (name: ProbeName) => failingProbe(name, { plan, container, machine, sockets });
  const unstarted = ask('startupProbe');
  const deadly = unstarted ?? ask('livenessProbe');
  if (deadly && !deadly.errored) return { status: crashed(container, 137, plan, options), hop, problem: deadly.why };
  const unready = (unstarted ?? ask('readinessProbe'))?.why;
  const status = statusOf(container, plan.at, {
    state: 'running',
    ready: unready === undefined,
    listens: server?.listens ?? [],
    ...(server && server.local.length > 0 && { loopback: server.local }),
    ...(server?.product && { product: server.product }),
    // What a hook does after the start may change the content.
    ...(server?.answers && !container.lifecycle?.postStart && { answers: server.answers }),
    ...(assumed && { assumed }),
  });
  return unready ? { status, hop, problem: unready } : { status, hop };
}
