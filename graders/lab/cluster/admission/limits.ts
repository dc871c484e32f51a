import type { IContainer, ILimitRange, ILimitRangeItem, IPodSpec } from 'kubernetes-models/v1';
import { memo } from '../../../core/memo.ts';
import { own } from '../../../core/own.ts';
import { lookup } from '../../../model/manifests/lookup.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { amounts } from '../nodes.ts';
import { list } from '../read.ts';
import { type Amounts, limitsOf, podLimits, podRequests, requestsOf } from '../resources.ts';
import type { PodPlan } from '../workloads/plan.ts';
import { derive } from './derive.ts';

export type LimitRange = Resource<Partial<ILimitRange>>;

/** One rule of a LimitRange with the defaults that the API server derives from its bounds. */
export interface Limits {
  readonly range: LimitRange;
  readonly item: ILimitRangeItem;
  readonly type: string;
  readonly min: Amounts;
  readonly max: Amounts;
  readonly ratio: Amounts;
  readonly defaultLimits: Amounts;
  readonly defaultRequests: Amounts;
}

/** The limits that apply in a namespace. */
export function limitsIn(resources: readonly Resource[], namespace: string): readonly Limits[] {
  return limitsOfRanges(lookup(resources).inNamespace('', 'LimitRange', namespace) as readonly LimitRange[]);
}

const limitsOfRanges = memo((ranges: readonly LimitRange[]): readonly Limits[] =>
  ranges.flatMap((range) => list(range.data.spec?.limits).map((item) => withDefaults(range, item))),
);

/**
 * A maximum is also the default limit, and a default limit also the default request, unless those are written.
 * @see https://kubernetes.io/docs/concepts/policy/limit-range/
 */
function withDefaults(range: LimitRange, item: ILimitRangeItem): Limits {
  const min = amounts(item.min);
  const max = amounts(item.max);
  const isContainer = item.type === 'Container';
  const defaultLimits = isContainer ? { ...max, ...amounts(item.default) } : {};
  const defaultRequests = isContainer ? { ...min, ...defaultLimits, ...amounts(item.defaultRequest) } : {};
  return {
    range,
    item,
    type: item.type,
    min,
    max,
    ratio: amounts(item.maxLimitRequestRatio),
    defaultLimits,
    defaultRequests,
  };
}

/** The pod with the requests and limits that its namespace gives to containers without them. */
export function withDefaultResources(plan: PodPlan, limits: readonly Limits[]): PodPlan {
  const defaults = defaultsOf(limits);
  if (defaults.length === 0) return plan;
  const filled = (containers: readonly IContainer[] | undefined) =>
    list(containers).map((container) => defaults.reduce(fill, container));
  const { spec } = plan;
  return {
    ...plan,
    spec: derive(spec, {
      containers: filled(spec.containers),
      ...(spec.initContainers && { initContainers: filled(spec.initContainers) }),
    } as Partial<IPodSpec>),
  };
}

type Defaults = Pick<Limits, 'range' | 'defaultLimits' | 'defaultRequests'>;

/** The defaults of each LimitRange; of two of its rules, the later one decides. */
function defaultsOf(limits: readonly Limits[]): readonly Defaults[] {
  const byRange = new Map<LimitRange, Defaults>();
  for (const { type, range, defaultLimits, defaultRequests } of limits) {
    if (type !== 'Container') continue;
    const before = byRange.get(range);
    byRange.set(range, {
      range,
      defaultLimits: { ...before?.defaultLimits, ...defaultLimits },
      defaultRequests: { ...before?.defaultRequests, ...defaultRequests },
    });
  }
  return [...byRange.values()];
}

function fill(container: IContainer, { defaultLimits, defaultRequests }: Defaults): IContainer {
  const requests = { ...defaultRequests, ...requestsOf(container) };
  const resources = { ...container.resources, requests, limits: { ...defaultLimits, ...limitsOf(container) } };
  return derive(container, { resources });
}

/** A bound of a LimitRange that a pod breaks. */
export interface Breach {
  readonly limits: Limits;
  readonly bound: 'min' | 'max' | 'maxLimitRequestRatio';
  readonly resource: string;
  /** Undefined for the pod as a whole. */
  readonly container: IContainer | undefined;
  readonly allowed: number;
  /** Undefined when the pod says nothing about the resource. */
  readonly found: number | undefined;
}

/**
 * The first bound that a pod breaks, container by container and then as a whole. A minimum is about the request and a
 * maximum about the limit, which must both be there; what is there of the other must keep to the bound too.
 */
export function breachOf({ spec }: PodPlan, limits: readonly Limits[]): Breach | undefined {
  for (const one of limits) {
    if (one.type === 'Container') {
      for (const container of [...list(spec.initContainers), ...list(spec.containers)]) {
        const breach = compare(one, requestsOf(container), limitsOf(container), container);
        if (breach) return breach;
      }
    } else if (one.type === 'Pod') {
      const breach = compare(one, podRequests(spec), podLimits(spec), undefined);
      if (breach) return breach;
    }
  }
  return undefined;
}

function compare(
  limits: Limits,
  requests: Amounts,
  ceiling: Amounts,
  container: IContainer | undefined,
): Breach | undefined {
  const { min, max, ratio } = limits;
  const breach = (bound: Breach['bound'], resource: string, allowed: number, found: number | undefined): Breach => ({
    limits,
    bound,
    resource,
    container,
    allowed,
    found,
  });
  for (const [resource, allowed] of Object.entries(min)) {
    const found = least(own(requests, resource), own(ceiling, resource));
    if (own(requests, resource) === undefined || found < allowed) {
      return breach('min', resource, allowed, own(requests, resource) === undefined ? undefined : found);
    }
  }
  for (const [resource, allowed] of Object.entries(max)) {
    const found = Math.max(own(ceiling, resource) ?? 0, own(requests, resource) ?? 0);
    if (own(ceiling, resource) === undefined || found > allowed) {
      return breach('max', resource, allowed, own(ceiling, resource) === undefined ? undefined : found);
    }
  }
  for (const [resource, allowed] of Object.entries(ratio)) {
    const found = (own(ceiling, resource) ?? 0) / (own(requests, resource) ?? 0);
    if (!Number.isFinite(found) || found === 0) return breach('maxLimitRequestRatio', resource, allowed, undefined);
    if (found > allowed) return breach('maxLimitRequestRatio', resource, allowed, found);
  }
  return undefined;
}

function least(...found: readonly (number | undefined)[]): number {
  return Math.min(...found.filter((amount) => amount !== undefined));
}

/** A container whose own request is above the limit that its namespace gave it: the API server then refuses the pod. */
export function aboveItsLimit({
  spec,
}: PodPlan): { readonly container: IContainer; readonly resource: string } | undefined {
  for (const container of [...list(spec.initContainers), ...list(spec.containers)]) {
    const limits = limitsOf(container);
    const requests = Object.entries(requestsOf(container));
    const above = requests.find(([resource, amount]) => amount > (own(limits, resource) ?? Number.POSITIVE_INFINITY));
    if (above) return { container, resource: above[0] };
  }
  return undefined;
}
