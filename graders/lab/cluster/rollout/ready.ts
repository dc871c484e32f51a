import type { IContainer, IPodSpec, IProbe } from 'kubernetes-models/v1';
import { isSidecar } from '../kubelet/sidecar.ts';
import { integer, list } from '../read.ts';

/** Seconds a container takes to start once its image is on the node. */
const start = 1;

/**
 * Seconds from the creation of a healthy pod until it is ready, as its probes are set: init containers one after the
 * other, then the slowest container. Images are taken to be on the node already.
 * @see https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/
 */
export function readyAfter(spec: Partial<IPodSpec>): number {
  const before = list(spec.initContainers).map((one) => (isSidecar(one) ? untilStarted(one) : start));
  const slowest = Math.max(start, ...list(spec.containers).map(untilReady));
  return before.reduce((sum, seconds) => sum + seconds, 0) + slowest;
}

function untilStarted({ startupProbe }: IContainer): number {
  return start + delay(startupProbe);
}

function untilReady(container: IContainer): number {
  const { readinessProbe } = container;
  const again = (integer(readinessProbe?.successThreshold) ?? 1) - 1;
  return (
    Math.max(untilStarted(container), start + delay(readinessProbe)) +
    again * (integer(readinessProbe?.periodSeconds) ?? 10)
  );
}

function delay(probe: IProbe | undefined): number {
  return integer(probe?.initialDelaySeconds) ?? 0;
}
