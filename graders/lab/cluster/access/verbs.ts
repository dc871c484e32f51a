import { own } from '../../../core/own.ts';
/** The plural by which RBAC names a kind, and its API group. */
export const resourceOf: Readonly<Record<string, { readonly group: string; readonly resource: string }>> =
  Object.fromEntries(
    (
      [
        [
          '',
          'Pod Service ConfigMap Secret Namespace Node ServiceAccount PersistentVolume PersistentVolumeClaim Event Endpoints ResourceQuota LimitRange ReplicationController',
        ],
        ['apps', 'Deployment StatefulSet DaemonSet ReplicaSet ControllerRevision'],
        ['batch', 'Job CronJob'],
        ['autoscaling', 'HorizontalPodAutoscaler'],
        ['networking.k8s.io', 'NetworkPolicy Ingress IngressClass'],
        ['policy', 'PodDisruptionBudget'],
        ['rbac.authorization.k8s.io', 'Role RoleBinding ClusterRole ClusterRoleBinding'],
        ['discovery.k8s.io', 'EndpointSlice'],
        ['storage.k8s.io', 'StorageClass'],
      ] as const
    ).flatMap(([group, kinds]) => kinds.split(' ').map((kind) => [kind, { group, resource: plural(kind) }])),
  );

const short: Readonly<Record<string, string>> = {
  po: 'pods',
  svc: 'services',
  cm: 'configmaps',
  ns: 'namespaces',
  no: 'nodes',
  sa: 'serviceaccounts',
  pv: 'persistentvolumes',
  pvc: 'persistentvolumeclaims',
  deploy: 'deployments',
  sts: 'statefulsets',
  ds: 'daemonsets',
  rs: 'replicasets',
  cj: 'cronjobs',
  hpa: 'horizontalpodautoscalers',
  netpol: 'networkpolicies',
  ing: 'ingresses',
  pdb: 'poddisruptionbudgets',
  quota: 'resourcequotas',
  limits: 'limitranges',
  ep: 'endpoints',
};

const groups: ReadonlyMap<string, string> = new Map(
  Object.values(resourceOf).map(({ group, resource }) => [resource, group]),
);

/** What a request is about: a kind of object, or a part of it such as the log of a pod. */
export interface Target {
  readonly group: string;
  /** Plural, lower case. */
  readonly resource: string;
  readonly subresource: string | undefined;
}

/**
 * Reads `pods`, `pod`, `po`, `Deployment`, `deployments.apps`, `pods/log`.
 * @param group when the name does not say it and it is not one of the usual kinds
 */
export function readTarget(text: string, group?: string): Target {
  const [name = '', subresource] = text.split('/', 2);
  const dot = name.indexOf('.');
  const base = dot === -1 ? name : name.slice(0, dot);
  const resource = nameOf(base);
  const known = groups.get(resource) ?? '';
  return { group: dot === -1 ? (group ?? known) : name.slice(dot + 1), resource, subresource };
}

function nameOf(base: string): string {
  const known = own(resourceOf, base)?.resource ?? own(short, base.toLowerCase());
  if (known) return known;
  const lower = base.toLowerCase();
  return groups.has(lower) || !groups.has(`${lower}s`) ? lower : `${lower}s`;
}

function plural(kind: string): string {
  const name = kind.toLowerCase();
  if (name === 'endpoints') return name;
  if (/(?:s|x|ch)$/.test(name)) return `${name}es`;
  return name.endsWith('y') ? `${name.slice(0, -1)}ies` : `${name}s`;
}
