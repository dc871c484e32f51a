import type { IPolicyRule } from 'kubernetes-models/rbac.authorization.k8s.io/v1/PolicyRule';
import { ofKind, type Resource } from '../../../model/manifests/manifests.ts';
import { matchesSelector } from '../../../model/workloads/selectors.ts';

const reading = ['get', 'list', 'watch'];
const writing = ['create', 'update', 'patch', 'delete', 'deletecollection'];

const core = [
  'configmaps',
  'endpoints',
  'persistentvolumeclaims',
  'pods',
  'replicationcontrollers',
  'serviceaccounts',
  'services',
];
const workloads: readonly IPolicyRule[] = [
  {
    apiGroups: ['apps'],
    resources: [
      'daemonsets',
      'deployments',
      'deployments/scale',
      'replicasets',
      'replicasets/scale',
      'statefulsets',
      'statefulsets/scale',
    ],
    verbs: [],
  },
  { apiGroups: ['batch'], resources: ['jobs', 'cronjobs'], verbs: [] },
  { apiGroups: ['autoscaling'], resources: ['horizontalpodautoscalers'], verbs: [] },
  { apiGroups: ['policy'], resources: ['poddisruptionbudgets'], verbs: [] },
  { apiGroups: ['networking.k8s.io'], resources: ['networkpolicies', 'ingresses'], verbs: [] },
];

const withVerbs = (rules: readonly IPolicyRule[], verbs: string[]): IPolicyRule[] =>
  rules.map((rule) => ({ ...rule, verbs }));

const view: readonly IPolicyRule[] = [
  {
    apiGroups: [''],
    resources: [
      ...core,
      'pods/log',
      'pods/status',
      'events',
      'limitranges',
      'resourcequotas',
      'namespaces',
      'bindings',
    ],
    verbs: reading,
  },
  ...withVerbs(workloads, reading),
  { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: reading },
];

const edit: readonly IPolicyRule[] = [
  ...view,
  { apiGroups: [''], resources: [...core.filter((name) => name !== 'endpoints'), 'secrets', 'events'], verbs: writing },
  {
    apiGroups: [''],
    resources: ['secrets', 'pods/attach', 'pods/exec', 'pods/portforward', 'pods/proxy', 'services/proxy'],
    verbs: reading,
  },
  {
    apiGroups: [''],
    resources: ['pods/attach', 'pods/exec', 'pods/portforward', 'pods/proxy', 'pods/eviction'],
    verbs: ['create'],
  },
  { apiGroups: [''], resources: ['serviceaccounts'], verbs: ['impersonate'] },
  ...withVerbs(workloads, writing),
];

/**
 * The roles every cluster has for people, in the resources of the course.
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles
 */
const userFacing: Readonly<Record<string, readonly IPolicyRule[]>> = {
  'cluster-admin': [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }],
  admin: [
    ...edit,
    { apiGroups: ['rbac.authorization.k8s.io'], resources: ['roles', 'rolebindings'], verbs: [...reading, ...writing] },
    { apiGroups: ['authorization.k8s.io'], resources: ['localsubjectaccessreviews'], verbs: ['create'] },
  ],
  edit,
  view,
};

type Role = Resource<{
  rules?: readonly IPolicyRule[] | null;
  aggregationRule?: { clusterRoleSelectors?: readonly object[] } | null;
}>;

export interface FoundRole {
  readonly rules: readonly IPolicyRule[];
  /** Absent for the roles that come with the cluster. */
  readonly from?: Role;
}

/** The rules a binding refers to; undefined when there is no such role. */
export function roleNamed(
  resources: readonly Resource[],
  kind: string,
  name: string,
  namespace: string | undefined,
): FoundRole | undefined {
  const written = ofKind({ resources }, kind).find(
    (role) => role.name === name && (kind === 'ClusterRole' || role.namespace === namespace),
  ) as Role | undefined;
  if (written) return { rules: [...(written.data.rules ?? []), ...aggregated(resources, written)], from: written };
  const rules = kind === 'ClusterRole' ? userFacing[name] : undefined;
  return rules && { rules };
}

/** A ClusterRole with an `aggregationRule` has the rules of every ClusterRole its selectors choose. */
function aggregated(resources: readonly Resource[], { data }: Role): readonly IPolicyRule[] {
  const selectors = data.aggregationRule?.clusterRoleSelectors ?? [];
  const roles = ofKind({ resources }, 'ClusterRole') as readonly Role[];
  return roles
    .filter(({ metadata }) => selectors.some((selector) => matchesSelector(selector, metadata.labels ?? {})))
    .flatMap((role) => role.data.rules ?? []);
}
