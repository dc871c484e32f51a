import type { IPodAffinityTerm, IPodSpec, IResourceQuota } from 'kubernetes-models/v1';
import { has, own } from '../../../core/own.ts';
import { lookup } from '../../../model/manifests/lookup.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { amounts } from '../nodes.ts';
import { integer, list, text, texts } from '../read.ts';
import { type Amounts, limitsOf, plus, podLimits, podRequests, requestsOf } from '../resources.ts';
import type { PodPlan } from '../workloads/plan.ts';

export type Quota = Resource<Partial<IResourceQuota>>;

/** What has been counted against each quota so far. */
export type Usage = ReadonlyMap<Quota, Amounts>;

/** Why a quota does not admit something. */
export type QuotaRefusal =
  | {
      readonly quota: Quota;
      readonly why: 'unspecified';
      readonly resources: readonly string[];
      readonly containers: readonly string[];
    }
  | {
      readonly quota: Quota;
      readonly why: 'exceeded';
      readonly resource: string;
      readonly asked: number;
      readonly used: number;
      readonly hard: number;
    };

/** `cpu` and `memory` without a prefix are about requests. */
const alias: Readonly<Record<string, string>> = {
  cpu: 'requests.cpu',
  memory: 'requests.memory',
  'ephemeral-storage': 'requests.ephemeral-storage',
};

export const isQuota = (resource: Resource): resource is Quota =>
  resource.kind === 'ResourceQuota' && resource.group === '';

/** The quotas of a namespace. */
export function quotasIn(resources: readonly Resource[], namespace: string): readonly Quota[] {
  return lookup(resources).inNamespace('', 'ResourceQuota', namespace) as readonly Quota[];
}

/**
 * Counts a pod against the quotas that are about it. For every resource of which a quota tracks requests or limits, each
 * container must say how much it wants.
 * @see https://kubernetes.io/docs/concepts/policy/resource-quotas/
 */
export function chargePod(plan: PodPlan, quotas: readonly Quota[], usage: Usage): Usage | QuotaRefusal {
  let charged = usage;
  const delta = {
    pods: 1,
    'count/pods': 1,
    ...prefixed('requests.', podRequests(plan.spec)),
    ...prefixed('limits.', podLimits(plan.spec)),
  };
  for (const quota of quotas) {
    if (!isAbout(quota, plan.spec)) continue;
    const unspecified = missingIn(plan, hardOf(quota));
    if (unspecified) return { quota, why: 'unspecified', ...unspecified };
    const next = charge(quota, delta, charged);
    if ('why' in next) return next;
    charged = next;
  }
  return charged;
}

/** Counts any amounts against one quota. */
export function charge(quota: Quota, delta: Amounts, usage: Usage): Usage | QuotaRefusal {
  const used = usage.get(quota) ?? {};
  for (const [written, hard] of Object.entries(hardOf(quota))) {
    const resource = own(alias, written) ?? written;
    const asked = own(delta, resource) ?? 0;
    const before = own(used, resource) ?? 0;
    if (asked > 0 && before + asked > hard + 1e-9)
      return { quota, why: 'exceeded', resource: written, asked, used: before, hard };
  }
  return new Map([...usage, [quota, plus(used, delta)]]);
}

export function hardOf(quota: Quota): Amounts {
  return amounts(quota.data.spec?.hard);
}

function prefixed(prefix: string, values: Amounts): Amounts {
  return Object.fromEntries(Object.entries(values).map(([name, amount]) => [`${prefix}${name}`, amount]));
}

/** A pod that says what it wants as a whole need not say it for each container. */
function missingIn({ spec }: PodPlan, hard: Amounts) {
  if (wholeOf(spec)) return undefined;
  const tracked = Object.keys(hard)
    .map((name) => own(alias, name) ?? name)
    .filter((name) => /^(?:requests|limits)\.(?:cpu|memory)$/.test(name));
  const lacks = (name: string, container: { requests: Amounts; limits: Amounts }) => {
    const [part, resource = ''] = name.split('.');
    return !has(part === 'limits' ? container.limits : container.requests, resource);
  };
  const resources = new Set<string>();
  const containers = new Set<string>();
  for (const container of [...list(spec.initContainers), ...list(spec.containers)]) {
    const own = { requests: requestsOf(container), limits: limitsOf(container) };
    for (const name of tracked.filter((name) => lacks(name, own))) {
      resources.add(name);
      containers.add(text(container.name) ?? '');
    }
  }
  return resources.size > 0 ? { resources: [...resources], containers: [...containers] } : undefined;
}

/** A quota with scopes is only about the pods that all of them describe. */
function isAbout({ data }: Quota, spec: Partial<IPodSpec>): boolean {
  const scopes = texts(data.spec?.scopes).every((scope) => inScope(scope, spec));
  const selected = list(data.spec?.scopeSelector?.matchExpressions).every(({ scopeName, operator, values }) => {
    if (scopeName !== 'PriorityClass') return inScope(String(scopeName), spec);
    const name = text(spec.priorityClassName);
    if (operator === 'In') return name !== undefined && texts(values).includes(name);
    if (operator === 'NotIn') return name === undefined || !texts(values).includes(name);
    return operator === 'Exists' ? name !== undefined : name === undefined;
  });
  return scopes && selected;
}

function inScope(scope: string, spec: Partial<IPodSpec>): boolean {
  const ends = integer(spec.activeDeadlineSeconds) !== undefined;
  switch (scope) {
    case 'Terminating':
      return ends;
    case 'NotTerminating':
      return !ends;
    case 'BestEffort':
      return isBestEffort(spec);
    case 'NotBestEffort':
      return !isBestEffort(spec);
    case 'CrossNamespacePodAffinity':
      return podTerms(spec).some(
        ({ namespaces, namespaceSelector }) => texts(namespaces).length > 0 || namespaceSelector,
      );
    case 'PriorityClass':
      return text(spec.priorityClassName) !== undefined;
    default:
      return false;
  }
}

/** Neither CPU nor memory requested or limited, for the pod as a whole where it says so, else in any container. */
function isBestEffort(spec: Partial<IPodSpec>): boolean {
  const whole = wholeOf(spec);
  const asking = whole ? [{ name: '', resources: whole }] : [...list(spec.containers), ...list(spec.initContainers)];
  return asking.every((one) =>
    [requestsOf(one), limitsOf(one)].every(({ cpu = 0, memory = 0 }) => cpu === 0 && memory === 0),
  );
}

/** The resources of the pod as a whole, if it names any. */
function wholeOf({ resources }: Partial<IPodSpec>): IPodSpec['resources'] {
  const named = { ...amounts(resources?.requests), ...amounts(resources?.limits) };
  return Object.keys(named).length > 0 ? resources : undefined;
}

/** Every term by which a pod wants to be near other pods or away from them. */
function podTerms({ affinity }: Partial<IPodSpec>): readonly IPodAffinityTerm[] {
  return [affinity?.podAffinity, affinity?.podAntiAffinity].flatMap((part) => {
    const preferred = list(part?.preferredDuringSchedulingIgnoredDuringExecution);
    const required = list(part?.requiredDuringSchedulingIgnoredDuringExecution);
    return [...required, ...list(preferred.map(({ podAffinityTerm }) => podAffinityTerm))];
  });
}
