import { code } from '../../../core/code.ts';
import { own } from '../../../core/own.ts';
import type { Hop } from '../../../core/trace.ts';
import { lookup } from '../../../model/manifests/lookup.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { podHop } from '../kubelet/say.ts';
import { quantityText } from '../quantity.ts';
import { list, text } from '../read.ts';
import { type Amounts, limitsOf, requestsOf } from '../resources.ts';
import { type PodPlan, serviceAccountOf } from '../workloads/plan.ts';
import { aboveItsLimit, breachOf, limitsIn, withDefaultResources } from './limits.ts';
import { chargePod, type QuotaRefusal, quotasIn, type Usage } from './quota.ts';
import { levelOf, violations } from './security.ts';
import { violationText } from './violation-texts.ts';

export interface PodAdmission {
  readonly resources: readonly Resource[];
  /** Whether what is not applied does not exist. */
  readonly closed: boolean;
  readonly usage: Usage;
}

/** The pod as it is stored, with what its namespace has now spent; or why there is none. */
export type Admittance = { readonly plan: PodPlan; readonly usage: Usage } | { readonly refusal: Hop };

/**
 * Takes a pod through the admission plugins in the order of the API server: its account and classes must exist, the
 * LimitRange fills in and checks resources, Pod Security looks at the namespace's level, and the quota counts last.
 * @see https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/
 */
export function admitPod(asked: PodPlan, { resources, closed, usage }: PodAdmission): Admittance {
  const missing = closed ? missingForPod(asked, resources) : undefined;
  if (missing) return { refusal: missing };
  const limits = limitsIn(resources, asked.namespace);
  const plan = withDefaultResources(asked, limits);
  const refusal = overLimits(plan, limits) ?? overItsLimit(plan) ?? insecure(plan, resources);
  if (refusal) return { refusal };
  const charged = chargePod(plan, quotasIn(resources, plan.namespace), usage);
  return 'why' in charged ? { refusal: overQuota(plan, charged) } : { plan, usage: charged };
}

/** What a pod names that must exist before the API server takes it. */
const classes = [
  ['priorityClassName', 'scheduling.k8s.io', 'PriorityClass'],
  ['runtimeClassName', 'node.k8s.io', 'RuntimeClass'],
] as const;

function missingForPod(plan: PodPlan, resources: readonly Resource[]): Hop | undefined {
  const { spec, namespace } = plan;
  const account = serviceAccountOf(spec);
  const exists = (group: string, kind: string, name: string, inNamespace?: string) =>
    lookup(resources).named(group, kind, inNamespace, name).length > 0;
  if (account !== 'default' && !exists('', 'ServiceAccount', account, namespace)) {
    const at = spanOf(spec, 'serviceAccountName') ?? spanOf(spec, 'serviceAccount') ?? plan.at;
    return podHop(plan, 'admission', 'serviceAccountMissing', { account, namespace }, at);
  }
  for (const [field, group, kind] of classes) {
    const name = text(spec[field]);
    if (!name || name.startsWith('system-') || exists(group, kind, name)) continue;
    return podHop(plan, 'admission', 'classMissing', { kind, name }, spanOf(spec, field) ?? plan.at);
  }
  return undefined;
}

function overLimits(plan: PodPlan, limits: Parameters<typeof breachOf>[1]): Hop | undefined {
  const breach = breachOf(plan, limits);
  if (!breach) return undefined;
  const { bound, resource, allowed, found, container, limits: broken } = breach;
  const at = (container ? (spanOf(container, 'resources') ?? spanOf(container)) : undefined) ?? plan.at;
  const say = (amount: number) => (bound === 'maxLimitRequestRatio' ? String(amount) : quantityText(resource, amount));
  const facts = { range: broken.range.name, bound, resource, allowed: say(allowed) };
  return found === undefined
    ? podHop(plan, 'admission', 'limitUnspecified', facts, at)
    : podHop(plan, 'admission', 'limitBroken', { ...facts, found: say(found) }, at);
}

function overItsLimit(plan: PodPlan): Hop | undefined {
  const above = aboveItsLimit(plan);
  if (!above) return undefined;
  const { container, resource } = above;
  const say = (amounts: Amounts) => quantityText(resource, own(amounts, resource) ?? 0);
  const data = { resource, request: say(requestsOf(container)), limit: say(limitsOf(container)) };
  return podHop(
    plan,
    'admission',
    'requestAboveLimit',
    data,
    spanOf(container, 'resources') ?? spanOf(container) ?? plan.at,
  );
}

function insecure(plan: PodPlan, resources: readonly Resource[]): Hop | undefined {
  const level = levelOf(resources, plan.namespace);
  const found = violations(plan.spec, plan.annotations, level);
  if (found.length === 0) return undefined;
  const violated = { violations: found.map(code), why: found.map(violationText) };
  const data = { namespace: plan.namespace, level, ...violated };
  const settings =
    spanOf(plan.spec, 'securityContext') ??
    list(plan.spec.containers).map((one) => spanOf(one, 'securityContext') ?? spanOf(one))[0];
  return podHop(plan, 'admission', 'podSecurity', data, settings ?? plan.at);
}

function overQuota(plan: PodPlan, refusal: QuotaRefusal): Hop {
  const [container] = list(plan.spec.containers);
  const at = spanOf(container, 'resources') ?? spanOf(container) ?? plan.at;
  const quota = refusal.quota.name;
  if (refusal.why === 'unspecified') {
    const resources = refusal.resources.map(code);
    const containers = refusal.containers.map(code);
    return podHop(plan, 'admission', 'quotaUnspecified', { quota, resources, containers, n: containers.length }, at);
  }
  return podHop(plan, 'admission', 'quotaExceeded', { quota, ...quotaFacts(refusal) }, at);
}

/** The numbers of a refusal, written as quantities. */
export function quotaFacts({ resource, asked, used, hard }: Extract<QuotaRefusal, { why: 'exceeded' }>) {
  const say = (amount: number) => quantityText(resource, amount);
  return { resource, asked: say(asked), used: say(used), hard: say(hard) };
}
