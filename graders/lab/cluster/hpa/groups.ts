import { own } from '../../../core/own.ts';
import type { ObservedPod, Sample } from './observed.ts';

/** The pods of a target, sorted as the controller sorts them before it looks at a resource. */
export interface Groups {
  /** Pods that count with what they use. */
  readonly measured: readonly Sample[];
  /** Pending pods and, for CPU, measured pods that have not become ready: nothing they use counts. */
  readonly unready: readonly Sample[];
  /** Running pods without a measurement, ready or not. */
  readonly missing: readonly Sample[];
}

/** A container without the request that a percentage needs. */
export interface NoRequest {
  readonly container: string;
}

/**
 * Sorts the pods of a target for one resource, or for one container of each pod.
 * @see https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#algorithm-details
 */
export function groupPods(pods: readonly ObservedPod[], resource: string, container?: string): Groups {
  const alive = pods.filter(({ phase }) => phase !== 'Failed' && phase !== 'Terminating');
  const sampled = alive.map((pod) => ({ pod, sample: sampleOf(pod, resource, container) }));
  const withUsage = (pod: ObservedPod) => pod.usage !== undefined;
  const isUnready = (pod: ObservedPod) =>
    pod.phase === 'Pending' || (resource === 'cpu' && !pod.ready && withUsage(pod));
  const pick = (keep: (pod: ObservedPod) => boolean) =>
    sampled.filter(({ pod }) => keep(pod)).map(({ sample }) => sample);
  return {
    measured: pick((pod) => !isUnready(pod) && withUsage(pod)),
    unready: pick(isUnready),
    missing: pick((pod) => !isUnready(pod) && !withUsage(pod)),
  };
}

/** The first container that sets no request for a resource, if any. */
export function withoutRequest(
  pods: readonly ObservedPod[],
  resource: string,
  container?: string,
): NoRequest | undefined {
  for (const { requests } of pods) {
    for (const [name, amounts] of Object.entries(requests)) {
      if ((container === undefined || name === container) && own(amounts, resource) === undefined)
        return { container: name };
    }
  }
  return undefined;
}

function sampleOf({ requests, usage }: ObservedPod, resource: string, container?: string): Sample {
  const total = (amounts: ObservedPod['requests'] | undefined) =>
    Object.entries(amounts ?? {})
      .filter(([name]) => container === undefined || name === container)
      .reduce((sum, [, byResource]) => sum + (own(byResource, resource) ?? 0), 0);
  return { usage: total(usage), request: total(requests) };
}
