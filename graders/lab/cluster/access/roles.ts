import type { IClusterRole, IPolicyRule, IRoleBinding } from 'kubernetes-models/rbac.authorization.k8s.io/v1';
import { lookup } from '../../../model/manifests/lookup.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { selects } from '../labels.ts';
import { list, text, textMap } from '../read.ts';
import type { ClusterState } from '../state.ts';
import { builtInRoles, type ClusterRights } from './built-in.ts';

export type Role = Resource<Partial<IClusterRole>>;
export type Binding = Resource<Partial<Pick<IRoleBinding, 'subjects' | 'roleRef'>>>;

/** A rule and the role it belongs to; roles that every cluster has come from no file. */
export interface GrantedRule {
  readonly rule: IPolicyRule;
  readonly role: { readonly kind: string; readonly name: string };
}

const group = 'rbac.authorization.k8s.io';

/** The bindings that can grant something in a namespace: its own, and those of the whole cluster. */
export function bindingsFor(state: ClusterState, namespace: string | undefined): readonly Binding[] {
  return allBindings(state).filter((one) => one.kind === 'ClusterRoleBinding' || one.namespace === namespace);
}

export function allBindings(state: ClusterState): readonly Binding[] {
  return state.resources.filter(
    (one) => one.group === group && (one.kind === 'ClusterRoleBinding' || one.kind === 'RoleBinding'),
  ) as readonly Binding[];
}

/**
 * The rules of the role a binding refers to; undefined when there is no such role.
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/#aggregated-clusterroles
 */
export function rulesOf(state: ClusterState, binding: Binding): readonly GrantedRule[] | undefined {
  const { kind, name } = binding.data.roleRef ?? { kind: '', name: '' };
  const rules = kind === 'ClusterRole' ? clusterRules(state, name) : rulesOfRole(state, name, binding.namespace);
  return rules?.map((rule) => ({ rule, role: { kind, name } }));
}

function rulesOfRole(state: ClusterState, name: string, namespace: string | undefined) {
  const [role] = lookup(state.resources).named(group, 'Role', namespace, name) as readonly Role[];
  return role && list(role.data.rules);
}

function written(state: ClusterState, kind: string): readonly Role[] {
  return lookup(state.resources).ofKind(group, kind) as readonly Role[];
}

function clusterRules(state: ClusterState, name: string): readonly IPolicyRule[] | undefined {
  const own = written(state, 'ClusterRole').map(rightsOf);
  const roles = [...own, ...builtInRoles.filter((role) => !own.some((one) => one.name === role.name))];
  const role = roles.find((one) => one.name === name);
  return role && gather(role, roles, new Set());
}

function rightsOf({ name, metadata, data }: Role): ClusterRights {
  const selectors = list(data.aggregationRule?.clusterRoleSelectors);
  const rights = { name: text(name) ?? '', labels: textMap(metadata.labels), rules: list(data.rules) };
  return data.aggregationRule ? { ...rights, selectors } : rights;
}

/**
 * An aggregated role has the rules of the roles it selects, which may be aggregated themselves; the control plane
 * overwrites the rules written in it.
 */
function gather(role: ClusterRights, roles: readonly ClusterRights[], seen: Set<ClusterRights>): IPolicyRule[] {
  const { selectors } = role;
  if (seen.has(role)) return [];
  seen.add(role);
  if (!selectors) return [...role.rules];
  const parts = roles.filter((one) => selectors.some((selector) => selects(selector, one.labels)));
  return parts.flatMap((part) => gather(part, roles, seen));
}
