import type { IPolicyRule } from 'kubernetes-models/rbac.authorization.k8s.io/v1';
import type { LabelSelector, Labels } from '../labels.ts';

/** A ClusterRole reduced to what it grants, and to how it becomes part of others. */
export interface ClusterRights {
  readonly name: string;
  readonly labels: Labels;
  readonly rules: readonly IPolicyRule[];
  /** The roles whose rules it takes over, in place of its own; absent when it does not aggregate. */
  readonly selectors?: readonly LabelSelector[];
}

const read = ['get', 'list', 'watch'];
const write = ['create', 'delete', 'deletecollection', 'patch', 'update'];

const viewing: readonly IPolicyRule[] = [
  rule(
    [''],
    'pods pods/log pods/status services services/status endpoints configmaps persistentvolumeclaims persistentvolumeclaims/status serviceaccounts events replicationcontrollers replicationcontrollers/scale replicationcontrollers/status resourcequotas resourcequotas/status limitranges namespaces namespaces/status bindings',
    read,
  ),
  rule(
    ['apps'],
    'deployments deployments/scale deployments/status statefulsets statefulsets/scale statefulsets/status daemonsets daemonsets/status replicasets replicasets/scale replicasets/status controllerrevisions',
    read,
  ),
  rule(['batch'], 'jobs jobs/status cronjobs cronjobs/status', read),
  rule(['autoscaling'], 'horizontalpodautoscalers horizontalpodautoscalers/status', read),
  rule(['networking.k8s.io'], 'networkpolicies ingresses ingresses/status', read),
  rule(['policy'], 'poddisruptionbudgets poddisruptionbudgets/status', read),
  rule(['discovery.k8s.io'], 'endpointslices', read),
];

const editing: readonly IPolicyRule[] = [
  rule([''], 'secrets pods/attach pods/exec pods/portforward pods/proxy services/proxy', read),
  rule([''], 'serviceaccounts', ['impersonate']),
  rule([''], 'pods/eviction serviceaccounts/token', ['create']),
  rule(
    [''],
    'pods pods/attach pods/exec pods/portforward pods/proxy services services/proxy configmaps secrets persistentvolumeclaims serviceaccounts events replicationcontrollers replicationcontrollers/scale',
    write,
  ),
  rule(
    ['apps'],
    'deployments statefulsets daemonsets replicasets deployments/scale deployments/rollback statefulsets/scale replicasets/scale',
    write,
  ),
  rule(['batch'], 'jobs cronjobs', write),
  rule(['autoscaling'], 'horizontalpodautoscalers', write),
  rule(['networking.k8s.io'], 'networkpolicies ingresses', write),
  rule(['policy'], 'poddisruptionbudgets', write),
];

const administering: readonly IPolicyRule[] = [
  rule(['rbac.authorization.k8s.io'], 'roles rolebindings', [...read, ...write]),
  rule(['authorization.k8s.io'], 'localsubjectaccessreviews', ['create']),
];

/**
 * The roles every cluster has for people, as far as the kinds of the course go. `view` cannot read Secrets; `edit` can
 * change everything but roles and bindings. All but `cluster-admin` are put together by label, so that a ClusterRole
 * with the label `rbac.authorization.k8s.io/aggregate-to-view` adds to them.
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles
 */
export const builtInRoles: readonly ClusterRights[] = [
  { name: 'cluster-admin', labels: {}, rules: [rule(['*'], '*', ['*'])] },
  { name: 'admin', labels: {}, rules: [], selectors: [taking('admin')] },
  { name: 'edit', labels: addedTo('admin'), rules: [], selectors: [taking('edit')] },
  { name: 'view', labels: addedTo('edit'), rules: [], selectors: [taking('view')] },
  { name: 'system:aggregate-to-admin', labels: addedTo('admin'), rules: administering },
  { name: 'system:aggregate-to-edit', labels: addedTo('edit'), rules: editing },
  { name: 'system:aggregate-to-view', labels: addedTo('view'), rules: viewing },
];

function addedTo(role: string): Labels {
  return { [`rbac.authorization.k8s.io/aggregate-to-${role}`]: 'true' };
}

function taking(role: string): LabelSelector {
  return { matchLabels: addedTo(role) };
}

function rule(apiGroups: string[], resources: string, verbs: string[]): IPolicyRule {
  return { apiGroups, resources: resources.split(' '), verbs };
}
