import type { ContainerState, PodState } from '../state.ts';

/**
 * The column STATUS of `kubectl get pods`: the phase, unless something more telling is known of a container.
 * @see https://github.com/kubernetes/kubernetes/blob/v1.36.0/pkg/printers/internalversion/printers.go (`printPod`)
 */
export function statusOf(pod: PodState): string {
  if (pod.reason !== undefined && pod.reason !== 'Unschedulable') return pod.reason;
  return (pod.node === undefined ? undefined : initStatus(pod)) ?? containerStatus(pod) ?? pod.phase;
}

/** What keeps the containers from their turn; undefined once all init containers are through. */
function initStatus({ initContainers, phase }: PodState): string | undefined {
  const at = initContainers.findIndex((container) => !isThrough(container));
  const container = initContainers[at];
  if (!container || phase === 'Running') return undefined;
  const { state, reason = '', exitCode } = container;
  if (state === 'terminated') return reason === '' ? `Init:ExitCode:${exitCode ?? 0}` : `Init:${reason}`;
  if (state === 'waiting' && reason !== 'PodInitializing' && reason !== '')
    return `Init:${reason.replace(/^Init:/, '')}`;
  return `Init:${at}/${initContainers.length}`;
}

/** A native sidecar is through once it has started. */
function isThrough({ state, exitCode, ready }: ContainerState): boolean {
  return state === 'terminated' ? exitCode === 0 : state === 'running' && ready;
}

function containerStatus({ containers, ready }: PodState): string | undefined {
  const telling = containers.find(({ state, reason }) => state !== 'running' && reason !== undefined);
  const isRunning = containers.some((one) => one.state === 'running' && one.ready);
  if (telling?.reason !== 'Completed' || !isRunning) return telling?.reason;
  return ready ? 'Running' : 'NotReady';
}

/** How many containers of a pod are ready, and how many it has: native sidecars count. */
export function readyOf({ containers, initContainers, spec }: PodState): {
  readonly ready: number;
  readonly of: number;
} {
  const sidecars = (spec?.initContainers ?? []).flatMap((one) =>
    one?.restartPolicy === 'Always' ? [initContainers.find(({ name }) => name === one.name)] : [],
  );
  const asked = Math.max(containers.length, spec?.containers?.length ?? 0);
  const shown = [...containers, ...sidecars];
  return { ready: shown.filter((one) => one?.ready === true).length, of: asked + sidecars.length };
}
