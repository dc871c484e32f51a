import type { IPolicyRule } from 'kubernetes-models/rbac.authorization.k8s.io/v1';

const read = ['get', 'list', 'watch'];
const write = ['create', 'delete', 'deletecollection', 'patch', 'update'];

const workloads: readonly IPolicyRule[] = [
  rule(
    [''],
    'pods pods/log pods/status services endpoints configmaps persistentvolumeclaims serviceaccounts events replicationcontrollers resourcequotas limitranges namespaces bindings',
    read,
  ),
  rule(
    ['apps'],
    'deployments statefulsets daemonsets replicasets deployments/scale statefulsets/scale replicasets/scale controllerrevisions',
    read,
  ),
  rule(['batch'], 'jobs cronjobs', read),
  rule(['autoscaling'], 'horizontalpodautoscalers', read),
  rule(['networking.k8s.io'], 'networkpolicies ingresses', read),
  rule(['policy'], 'poddisruptionbudgets', read),
  rule(['discovery.k8s.io'], 'endpointslices', read),
];

const changes: readonly IPolicyRule[] = [
  rule([''], 'secrets pods/attach pods/exec pods/portforward pods/proxy services/proxy', read),
  rule(
    [''],
    'pods pods/attach pods/exec pods/portforward pods/proxy pods/eviction services services/proxy configmaps secrets persistentvolumeclaims serviceaccounts events replicationcontrollers endpoints',
    [...write, 'create'],
  ),
  rule([''], 'serviceaccounts', ['impersonate']),
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

/**
 * The roles every cluster has for people, as far as the kinds of the course go. `view` cannot read Secrets; `edit` can
 * change everything but roles and bindings.
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles
 */
export const builtInRoles: Readonly<Record<string, readonly IPolicyRule[]>> = {
  'cluster-admin': [rule(['*'], '*', ['*'])],
  admin: [...workloads, ...changes, rule(['rbac.authorization.k8s.io'], 'roles rolebindings', [...read, ...write])],
  edit: [...workloads, ...changes],
  view: workloads,
};

function rule(apiGroups: string[], resources: string, verbs: string[]): IPolicyRule {
  return { apiGroups, resources: resources.split(' '), verbs };
}
