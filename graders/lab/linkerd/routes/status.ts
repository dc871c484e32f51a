import { lookup } from '../../../model/manifests/lookup.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import type { Fields } from '../../../model/mesh/fields.ts';
import { text } from '../../../model/workloads/values.ts';
import { isHeadless, type Service } from '../../cluster/index.ts';
import { policyGroup } from '../validate/refuse.ts';
import { backendsOf } from './backends.ts';
import { readRoute } from './find.ts';
import { isOfGroup, isRoute, parentsOf } from './parents.ts';

/** A condition as the policy controller writes it. */
export interface RouteCondition {
  readonly type: 'Accepted' | 'ResolvedRefs';
  readonly status: boolean;
  readonly reason: string;
  readonly message: string;
}

/** What the policy controller says of a route about one of its parents. */
export interface RouteParent {
  readonly parent: Fields;
  readonly conditions: readonly RouteCondition[];
}

/**
 * What the policy controller says about the parents of an HTTPRoute. One that is neither a Server nor a Service is left to others.
 * @see https://github.com/linkerd/linkerd2/blob/main/policy-controller/k8s/status/src/index.rs
 */
export function routeStatus(route: Resource, resources: readonly Resource[]): readonly RouteParent[] {
  if (!isRoute(route)) return [];
  const refs = refsOf(route, resources);
  return parentsOf(route).flatMap((parent) => {
    const accepted = acceptedBy(route, parent, resources);
    return accepted ? [{ parent, conditions: [accepted, refs] }] : [];
  });
}

function acceptedBy(route: Resource, parent: Fields, resources: readonly Resource[]): RouteCondition | undefined {
  const kind = (['Server', 'Service'] as const).find((one) => one === parent.kind);
  const [name, namespace] = [text(parent.name), text(parent.namespace) ?? route.namespace];
  if (!kind || name === undefined || !isOfGroup(route, parent, kind)) return undefined;
  const found = lookup(resources)
    .named(kind === 'Server' ? policyGroup : '', kind, namespace ?? 'default', name)
    .at(-1);
  const refused = { type: 'Accepted', status: false, reason: 'NoMatchingParent' } as const;
  if (!found) return { ...refused, message: '' };
  if (kind === 'Service' && isHeadless(found as Service)) {
    return { ...refused, message: 'parent service must have a ClusterIP' };
  }
  return { type: 'Accepted', status: true, reason: 'Accepted', message: '' };
}

function refsOf(route: Resource, resources: readonly Resource[]): RouteCondition {
  const problems = readRoute(route).rules.flatMap(({ node }) =>
    backendsOf(resources, { route, rule: node }).map(({ problem }) => problem),
  );
  const type = 'ResolvedRefs';
  if (problems.includes('kind')) return { type, status: false, reason: 'InvalidKind', message: '' };
  if (problems.includes('missing')) return { type, status: false, reason: 'BackendNotFound', message: '' };
  return { type, status: true, reason: 'ResolvedRefs', message: '' };
}
