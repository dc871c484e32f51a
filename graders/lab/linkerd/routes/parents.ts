import type { Resource } from '../../../model/manifests/manifests.ts';
import { type Fields, fields, fieldsList } from '../../../model/mesh/fields.ts';
import { gatewayGroup } from '../../../model/mesh/gateway-api.ts';
import { policyGroup } from '../validate/refuse.ts';

/** Groups whose HTTPRoutes Linkerd reads. */
export const routeGroups: readonly string[] = [policyGroup, gatewayGroup];

/** Whether Linkerd reads a route: of its own group there are HTTPRoutes alone. */
export const isRoute = ({ kind, group }: Resource): boolean =>
  kind === 'HTTPRoute' ? routeGroups.includes(group) : group === gatewayGroup;

/** What Linkerd attaches routes to. */
export type ParentKind = 'Server' | 'Service';

/** @param port of the parent that is asked about; a parent with a port of its own is of that port only */
export function isAttached(
  route: Resource,
  name: string,
  namespace: string | undefined,
  kind: ParentKind,
  port?: number,
): boolean {
  return parentsOf(route).some((parent) => {
    const here = port === undefined || typeof parent.port !== 'number' || parent.port === port;
    return here && names(route, parent, name, namespace, kind) && isOfGroup(route, parent, kind);
  });
}

export function parentsOf(route: Resource): readonly Fields[] {
  return fieldsList(fields(fields(route.data).spec).parentRefs);
}

/** Whether a parent is called like an object, whatever its group. */
export function names(
  route: Resource,
  parent: Fields,
  name: string,
  namespace: string | undefined,
  kind: ParentKind,
): boolean {
  const place = typeof parent.namespace === 'string' ? parent.namespace : route.namespace;
  return parent.kind === kind && parent.name === name && place === namespace;
}

/**
 * Whether a parent is of the group of its kind. One that names no group is of the group of its route, which is that of Servers for
 * one of them and never that of Services: those are asked for by `""` or `core`.
 * @see https://github.com/linkerd/linkerd2/blob/main/charts/linkerd-crds/templates/policy/httproute.yaml
 */
export function isOfGroup(route: Resource, parent: Fields, kind: ParentKind): boolean {
  const group = typeof parent.group === 'string' ? parent.group.toLowerCase() : route.group;
  return kind === 'Server' ? group === policyGroup : group === '' || group === 'core';
}
