import type { IClusterRole, IPolicyRule, IRoleBinding } from 'kubernetes-models/rbac.authorization.k8s.io/v1';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { selects } from '../labels.ts';
import { list } from '../read.ts';
import type { ClusterState } from '../state.ts';
import { builtInRoles } from './built-in.ts';

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
  return state.resources.filter(
    (one) =>
      one.group === group &&
      (one.kind === 'ClusterRoleBinding' || (one.kind === 'RoleBinding' && one.namespace === namespace)),
  ) as readonly Binding[];
}

/**
 * The rules of the role a binding refers to; undefined when there is no such role.
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/#aggregated-clusterroles
 */
export function rulesOf(state: ClusterState, binding: Binding): readonly GrantedRule[] | undefined {
  const { kind, name } = binding.data.roleRef ?? { kind: '', name: '' };
  const role = roleNamed(state, kind, name, binding.namespace);
  if (role) return rulesIn(state, role).map((rule) => ({ rule, role: { kind, name } }));
  const builtIn = kind === 'ClusterRole' ? builtInRoles[name] : undefined;
  return builtIn?.map((rule) => ({ rule, role: { kind, name } }));
}

function roleNamed(state: ClusterState, kind: string, name: string, namespace: string | undefined): Role | undefined {
  return state.resources.find(
    (one) =>
      one.group === group &&
      one.kind === kind &&
      one.name === name &&
      (kind === 'ClusterRole' || one.namespace === namespace),
  ) as Role | undefined;
}

function rulesIn(state: ClusterState, role: Role): readonly IPolicyRule[] {
  const own = list(role.data.rules);
  const selectors = list(role.data.aggregationRule?.clusterRoleSelectors);
  if (selectors.length === 0) return own;
  const parts = state.resources.filter(
    (one) =>
      one.group === group &&
      one.kind === 'ClusterRole' &&
      one !== role &&
      selectors.some((selector) => selects(selector, one.metadata.labels ?? {})),
  ) as readonly Role[];
  return [...own, ...parts.flatMap((part) => list(part.data.rules))];
}
