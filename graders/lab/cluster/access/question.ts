/** Who asks: a person, as the cluster's authentication names them, or a ServiceAccount. */
export type Subject =
  | { readonly user: string; readonly groups?: readonly string[] }
  | { readonly serviceAccount: string; readonly namespace: string };

/** What a subject wants to do, as `kubectl auth can-i` puts it. */
export interface Question {
  readonly subject: Subject;
  /** `get`, `list`, `watch`, `create`, `update`, `patch`, `delete`, `deletecollection`, … */
  readonly verb: string;
  /** Plural, with its subresource if any: `pods`, `pods/log`, `deployments`. */
  readonly resource: string;
  /** API group; by default the one where the resource lives. */
  readonly group?: string;
  /** Absent for cluster-scoped resources and for questions about every namespace. */
  readonly namespace?: string;
  /** Name of the object; absent for `list` and `create`. */
  readonly name?: string;
}

/** The name and the groups authentication gives a subject. */
export interface Identity {
  readonly user: string;
  readonly groups: readonly string[];
}

/** @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-subjects */
export function identityOf(subject: Subject): Identity {
  if ('user' in subject) return { user: subject.user, groups: [...(subject.groups ?? []), 'system:authenticated'] };
  const { serviceAccount, namespace } = subject;
  return {
    user: `system:serviceaccount:${namespace}:${serviceAccount}`,
    groups: ['system:serviceaccounts', `system:serviceaccounts:${namespace}`, 'system:authenticated'],
  };
}

const groups: Readonly<Record<string, readonly string[]>> = {
  apps: ['deployments', 'statefulsets', 'daemonsets', 'replicasets', 'controllerrevisions'],
  batch: ['jobs', 'cronjobs'],
  autoscaling: ['horizontalpodautoscalers'],
  policy: ['poddisruptionbudgets'],
  'networking.k8s.io': ['networkpolicies', 'ingresses', 'ingressclasses'],
  'discovery.k8s.io': ['endpointslices'],
  'rbac.authorization.k8s.io': ['roles', 'rolebindings', 'clusterroles', 'clusterrolebindings'],
  'storage.k8s.io': ['storageclasses', 'volumeattachments', 'csidrivers', 'csinodes'],
};

/** The API group where a resource lives: empty for the core group. */
export function groupOf({ group, resource }: Question): string {
  if (group !== undefined) return group;
  const plural = resource.split('/')[0] ?? resource;
  return Object.entries(groups).find(([, plurals]) => plurals.includes(plural))?.[0] ?? '';
}
