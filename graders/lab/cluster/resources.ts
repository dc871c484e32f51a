import type { IContainer, IPodSpec } from 'kubernetes-models/v1';
import { memo } from '../../core/memo.ts';
import { own } from '../../core/own.ts';
import { amounts } from './nodes.ts';
import { list } from './read.ts';

/** Amounts by resource name, in base units: cores, bytes. */
export type Amounts = Readonly<Record<string, number>>;

/** What a container asks for: its requests, and for a resource without one its limit. */
export const requestsOf: (container: IContainer) => Amounts = memo(({ resources }) => ({
  ...amounts(resources?.limits),
  ...amounts(resources?.requests),
}));

export function limitsOf({ resources }: IContainer): Amounts {
  return amounts(resources?.limits);
}

/**
 * What the scheduler reserves for a pod: the containers and native sidecars together, or the hungriest moment of its
 * start if that is more, plus its overhead. Requests of the pod as a whole replace the sum. Worked out once: quotas, the
 * scheduler and the node each ask.
 * @see https://kubernetes.io/docs/concepts/workloads/pods/init-containers/#resource-sharing-within-containers
 */
export const podRequests: (spec: Partial<IPodSpec>) => Amounts = memo((spec) =>
  plus(withPodLevel(spec, peak(spec, requestsOf), 'requests'), amounts(spec.overhead)),
);

/** The limits of a pod, reckoned the same way; a container without a limit adds nothing. */
export const podLimits: (spec: Partial<IPodSpec>) => Amounts = memo((spec) =>
  plus(withPodLevel(spec, peak(spec, limitsOf), 'limits'), amounts(spec.overhead)),
);

/** A limit of the whole pod is also its request where neither the pod nor any container has one. */
function withPodLevel(spec: Partial<IPodSpec>, sum: Amounts, part: 'requests' | 'limits'): Amounts {
  const whole = spec.resources;
  const limits = amounts(whole?.limits);
  return part === 'requests' ? { ...limits, ...sum, ...amounts(whole?.requests) } : { ...sum, ...limits };
}

function peak(spec: Partial<IPodSpec>, of: (container: IContainer) => Amounts): Amounts {
  let sidecars: Amounts = {};
  let start: Amounts = {};
  for (const container of list(spec.initContainers)) {
    if (container.restartPolicy === 'Always') sidecars = plus(sidecars, of(container));
    else start = larger(start, plus(sidecars, of(container)));
    start = larger(start, sidecars);
  }
  return larger(start, list(spec.containers).map(of).reduce(plus, sidecars));
}

export function plus(a: Amounts, b: Amounts): Amounts {
  return merge(a, b, (one, other) => one + other);
}

export function minus(a: Amounts, b: Amounts): Amounts {
  return merge(a, b, (one, other) => one - other);
}

function larger(a: Amounts, b: Amounts): Amounts {
  return merge(a, b, Math.max);
}

function merge(a: Amounts, b: Amounts, join: (one: number, other: number) => number): Amounts {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Object.fromEntries([...names].map((name) => [name, join(own(a, name) ?? 0, own(b, name) ?? 0)]));
}
