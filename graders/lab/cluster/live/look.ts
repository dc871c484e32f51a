import type { ContainerState, PodState } from '../state.ts';
import { lookAtCrash, nextCrashChange } from './crash.ts';
import type { ContainerStart, LivePod } from './live.ts';

/** A container of a pod at one moment: what the kubelet reports, and since when. */
export interface ContainerLook extends ContainerState {
  readonly startedAt?: number;
  readonly finishedAt?: number;
  /** How its last run ended, where it was started again. */
  readonly last?: {
    readonly reason: string;
    readonly exitCode: number;
    readonly startedAt: number;
    readonly finishedAt: number;
  };
}

export interface PodLook extends PodState {
  readonly containers: readonly ContainerLook[];
  readonly initContainers: readonly ContainerLook[];
}

/** After so many seconds `ErrImagePull` has become `ImagePullBackOff`. */
const pullBackOff = 12;

/** Whether a pod was given to a node that got its containers going, which then change in time. */
const hasStarted = ({ verdict }: LivePod): boolean =>
  verdict.node !== undefined && (verdict.reason === undefined || verdict.phase !== 'Pending');

/** Whether a pod is ready at a moment, for controllers that ask nothing else. */
export const isReadyAt = (pod: LivePod, clock: number): boolean =>
  hasStarted(pod) ? pod.readyAt !== undefined && clock >= pod.readyAt && !pod.deleting : pod.verdict.ready;

/** Whether a pod has ended for good: one that is not to end is not looked at. */
export function hasEnded(pod: LivePod, clock: number): boolean {
  const isEnd = ({ phase }: PodState) => phase === 'Succeeded' || phase === 'Failed';
  return isEnd(pod.verdict) && isEnd(lookAt(pod, clock));
}

/** A pod as the API shows it at a moment of the simulated clock. */
export function lookAt(pod: LivePod, clock: number): PodLook {
  const { verdict, starts } = pod;
  if (!hasStarted(pod)) return verdict;
  const init = containersAt(
    verdict.initContainers,
    starts.filter((one) => one.init),
    clock,
    'PodInitializing',
  );
  const waits = verdict.initContainers.length > 0 ? 'PodInitializing' : 'ContainerCreating';
  const isReady = isReadyAt(pod, clock);
  const containers = containersAt(
    verdict.containers,
    starts.filter((one) => !one.init),
    clock,
    waits,
  ).map((one) =>
    one.state === 'running' && !isReady && verdict.ready ? { ...one, ready: readyEarly(pod, one, clock) } : one,
  );
  const { problem, reason, ...rest } = verdict;
  const phase = phaseAt(verdict, init, containers);
  return {
    ...rest,
    phase,
    ready: isReady,
    containers,
    initContainers: init,
    ip: starts.some((one) => one.started !== undefined && one.started <= clock) ? verdict.ip : '',
    ...(problem && { problem }),
    ...(reason !== undefined && phase === verdict.phase && { reason }),
  };
}

/** The next moment after `clock` at which a pod looks different by itself. */
export function nextChange({ verdict, starts, readyAt, deleting }: LivePod, clock: number): number {
  const times: number[] = [];
  if (readyAt !== undefined) times.push(readyAt);
  if (deleting) times.push(deleting.gone);
  if (verdict.phase === 'Failed' || verdict.phase === 'Succeeded' || !verdict.ready) {
    for (const { started, ended, fails, stuck } of starts) {
      if (started !== undefined) times.push(started);
      if (ended !== undefined) times.push(ended);
      if (stuck !== undefined) times.push(stuck);
      if (started !== undefined && fails !== undefined && clock >= started && clock < started + 60) {
        times.push(started + nextCrashChange(clock - started, fails));
      }
    }
  }
  return Math.min(Number.POSITIVE_INFINITY, ...times.filter((time) => time > clock));
}

/** Of several containers those without probes of their own are ready before the pod is. */
function readyEarly(pod: LivePod, { name }: ContainerLook, clock: number): boolean {
  if (pod.deleting) return false;
  const written = (pod.verdict.spec?.containers ?? []).find((one) => one?.name === name);
  const started = pod.starts.find((one) => !one.init && one.name === name)?.started;
  return !written?.readinessProbe && !written?.startupProbe && started !== undefined && started <= clock;
}

function containersAt(
  states: readonly ContainerState[],
  starts: readonly ContainerStart[],
  clock: number,
  waits: string,
) {
  let isOpen = true;
  return states.map((state, index) => {
    const start = starts[index];
    const look = start ? containerAt(state, start, clock, waits) : state;
    if (isOpen && start?.init && look.state !== 'terminated' && !(look.state === 'running' && look.ready)) {
      isOpen = false;
      return look;
    }
    return look;
  });
}

function containerAt(state: ContainerState, start: ContainerStart, clock: number, waits: string): ContainerLook {
  const { started, ended, fails, stuck } = start;
  const { exitCode: _, reason: _reason, ...plain } = state;
  const waiting = (reason: string): ContainerLook => ({
    ...plain,
    state: 'waiting',
    reason,
    ready: false,
    restarts: 0,
    listens: [],
  });
  if (stuck !== undefined) {
    if (clock < stuck) return waiting(waits);
    const isPull = /(?:^|:)ImagePullBackOff$/.test(state.reason ?? '');
    return isPull && clock < stuck + pullBackOff ? { ...state, reason: 'ErrImagePull' } : state;
  }
  if (started === undefined) return waiting(state.reason === 'PodInitializing' ? 'PodInitializing' : waits);
  if (clock < started) return waiting(waits);
  if (fails !== undefined) return crashing(state, started, fails, clock);
  if (ended !== undefined) {
    if (clock < ended) return { ...plain, state: 'running', ready: false, startedAt: started };
    return { ...state, startedAt: started, finishedAt: ended };
  }
  return { ...state, startedAt: started };
}

function crashing(state: ContainerState, started: number, fails: number, clock: number): ContainerLook {
  const { reason: _, exitCode = 1, ...plain } = state;
  const look = lookAtCrash(clock - started, fails);
  const ending = exitCode === 0 ? 'Completed' : 'Error';
  const ended = look.ended === undefined ? undefined : started + look.ended;
  const last =
    ended === undefined ? undefined : { reason: ending, exitCode, startedAt: ended - fails, finishedAt: ended };
  const base = { ...plain, restarts: look.restarts, ready: false };
  if (look.state === 'running') {
    return { ...base, state: 'running', startedAt: started + look.began, ...(last && { last }) };
  }
  if (look.state === 'ended' && ended !== undefined) {
    return {
      ...base,
      state: 'terminated',
      reason: ending,
      exitCode,
      startedAt: started + look.began,
      finishedAt: ended,
    };
  }
  const reason = state.reason ?? 'CrashLoopBackOff';
  return { ...base, state: 'waiting', reason, exitCode, ...(last && { last }) };
}

function phaseAt(
  verdict: PodState,
  init: readonly ContainerLook[],
  containers: readonly ContainerLook[],
): PodState['phase'] {
  const notYet = containers.every(({ state, restarts }) => state === 'waiting' && restarts === 0);
  if (notYet)
    return verdict.phase === 'Failed' && init.some(({ state }) => state === 'terminated') ? verdict.phase : 'Pending';
  if (
    containers.some(
      ({ state, restarts, reason }) => state === 'waiting' && restarts === 0 && reason !== 'CrashLoopBackOff',
    )
  ) {
    return 'Pending';
  }
  const isOver = verdict.phase === 'Succeeded' || verdict.phase === 'Failed';
  return isOver && containers.every(({ state }) => state === 'terminated') ? verdict.phase : 'Running';
}
