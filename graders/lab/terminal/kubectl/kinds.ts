import { memo } from '../../../core/memo.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import type { LiveCluster } from '../../cluster/index.ts';
import { at, fieldsOf, itemsOf, textAt } from './json.ts';

/** A kind of the API and the names it goes by. */
export interface KindInfo {
  readonly kind: string;
  readonly group: string;
  readonly version: string;
  /** Plural, lower case. */
  readonly plural: string;
  readonly singular: string;
  readonly short: readonly string[];
  readonly namespaced: boolean;
  /** Belongs to `kubectl get all`. */
  readonly all: boolean;
  /** Comes from a CustomResourceDefinition. */
  readonly custom?: true;
}

/** `plural short… version Kind`, with `*` for what lives outside namespaces and `!` for what `all` lists. */
const written = `
bindings | | v1 | Binding
componentstatuses | cs | v1 | *ComponentStatus
configmaps | cm | v1 | ConfigMap
endpoints | ep | v1 | Endpoints
events | ev | v1 | Event
limitranges | limits | v1 | LimitRange
namespaces | ns | v1 | *Namespace
nodes | no | v1 | *Node
persistentvolumeclaims | pvc | v1 | PersistentVolumeClaim
persistentvolumes | pv | v1 | *PersistentVolume
pods | po | v1 | !Pod
podtemplates | | v1 | PodTemplate
replicationcontrollers | rc | v1 | !ReplicationController
resourcequotas | quota | v1 | ResourceQuota
secrets | | v1 | Secret
serviceaccounts | sa | v1 | ServiceAccount
services | svc | v1 | !Service
mutatingwebhookconfigurations | | admissionregistration.k8s.io/v1 | *MutatingWebhookConfiguration
validatingadmissionpolicies | | admissionregistration.k8s.io/v1 | *ValidatingAdmissionPolicy
validatingadmissionpolicybindings | | admissionregistration.k8s.io/v1 | *ValidatingAdmissionPolicyBinding
validatingwebhookconfigurations | | admissionregistration.k8s.io/v1 | *ValidatingWebhookConfiguration
customresourcedefinitions | crd crds | apiextensions.k8s.io/v1 | *CustomResourceDefinition
apiservices | | apiregistration.k8s.io/v1 | *APIService
controllerrevisions | | apps/v1 | ControllerRevision
daemonsets | ds | apps/v1 | !DaemonSet
deployments | deploy | apps/v1 | !Deployment
replicasets | rs | apps/v1 | !ReplicaSet
statefulsets | sts | apps/v1 | !StatefulSet
horizontalpodautoscalers | hpa | autoscaling/v2 | !HorizontalPodAutoscaler
cronjobs | cj | batch/v1 | !CronJob
jobs | | batch/v1 | !Job
certificatesigningrequests | csr | certificates.k8s.io/v1 | *CertificateSigningRequest
leases | | coordination.k8s.io/v1 | Lease
endpointslices | | discovery.k8s.io/v1 | EndpointSlice
flowschemas | | flowcontrol.apiserver.k8s.io/v1 | *FlowSchema
prioritylevelconfigurations | | flowcontrol.apiserver.k8s.io/v1 | *PriorityLevelConfiguration
ingressclasses | | networking.k8s.io/v1 | *IngressClass
ingresses | ing | networking.k8s.io/v1 | Ingress
networkpolicies | netpol | networking.k8s.io/v1 | NetworkPolicy
runtimeclasses | | node.k8s.io/v1 | *RuntimeClass
poddisruptionbudgets | pdb | policy/v1 | PodDisruptionBudget
clusterrolebindings | | rbac.authorization.k8s.io/v1 | *ClusterRoleBinding
clusterroles | | rbac.authorization.k8s.io/v1 | *ClusterRole
rolebindings | | rbac.authorization.k8s.io/v1 | RoleBinding
roles | | rbac.authorization.k8s.io/v1 | Role
priorityclasses | pc | scheduling.k8s.io/v1 | *PriorityClass
csidrivers | | storage.k8s.io/v1 | *CSIDriver
csinodes | | storage.k8s.io/v1 | *CSINode
csistoragecapacities | | storage.k8s.io/v1 | CSIStorageCapacity
storageclasses | sc | storage.k8s.io/v1 | *StorageClass
volumeattachments | | storage.k8s.io/v1 | *VolumeAttachment
`;

/** @see https://kubernetes.io/docs/reference/kubectl/#resource-types */
export const builtIn: readonly KindInfo[] = written
  .trim()
  .split('\n')
  .map((line) => {
    const [plural = '', short = '', apiVersion = '', marked = ''] = line.split('|').map((part) => part.trim());
    const kind = marked.replace(/^[*!]/, '');
    const slash = apiVersion.indexOf('/');
    return {
      kind,
      group: slash === -1 ? '' : apiVersion.slice(0, slash),
      version: apiVersion.slice(slash + 1),
      plural,
      singular: kind.toLowerCase(),
      short: short.split(' ').filter(Boolean),
      namespaced: !marked.startsWith('*'),
      all: marked.startsWith('!'),
    };
  });

/** The kinds of a cluster: those of Kubernetes and those of its CustomResourceDefinitions. */
export const kindsOf = ({ resources }: LiveCluster): readonly KindInfo[] => kindsIn(resources);

const kindsIn = memo((resources: LiveCluster['resources']): readonly KindInfo[] => [
  ...builtIn,
  // Of two kinds with one name, discovery gives the one whose group comes first: `gateway.networking.k8s.io`.
  ...resources
    .flatMap((one) => (one.kind === definition && one.group === 'apiextensions.k8s.io' ? defined(one) : []))
    .sort((a, b) => (a.group < b.group ? -1 : a.group > b.group ? 1 : 0)),
]);

const definition = 'CustomResourceDefinition';

const defined = memo(({ data }: Resource): readonly KindInfo[] => {
  const { spec } = fieldsOf(data);
  const names = fieldsOf(at(spec, 'names'));
  const kind = textAt(names, 'kind');
  const plural = textAt(names, 'plural');
  const group = textAt(spec, 'group');
  const versions = itemsOf(at(spec, 'versions')).filter(({ served }) => served !== false);
  const stored = versions.find(({ storage }) => storage === true) ?? versions[0];
  const version = textAt(stored, 'name');
  if (!kind || !plural || !group || !version) return [];
  return [
    {
      kind,
      group,
      version,
      plural,
      singular: textAt(names, 'singular') ?? kind.toLowerCase(),
      short: (Array.isArray(names.shortNames) ? names.shortNames : []).map(String),
      namespaced: textAt(spec, 'scope') !== 'Cluster',
      all: false,
      custom: true,
    },
  ];
});

/** `pods`, `po`, `Pod`, `deployments.apps`, `deployment.v1.apps`. */
export function kindNamed(live: LiveCluster, written: string): KindInfo | undefined {
  const [name = '', ...rest] = written.toLowerCase().split('.');
  const group = rest.join('.');
  const named = kindsOf(live).filter(
    ({ plural, singular, short, kind }) =>
      plural === name || singular === name || short.includes(name) || kind.toLowerCase() === name,
  );
  if (group === '') return named[0];
  return named.find(
    (one) =>
      one.group === group ||
      `${one.version}.${one.group}` === group ||
      (one.group !== '' && one.group.startsWith(group)),
  );
}

/** The kind of a manifest; undefined where the cluster serves no such kind in that version. */
export function kindOf(live: LiveCluster, group: string, kind: string): KindInfo | undefined {
  return kindsOf(live).find((one) => one.group === group && one.kind === kind);
}

/** `deployments.apps`: a resource as the API server names it in errors. */
export const resourceName = ({ plural, group }: KindInfo): string => (group === '' ? plural : `${plural}.${group}`);
/** `deployment.apps`: a resource as `kubectl` names what it did. */
export const didName = ({ singular, group }: KindInfo): string => (group === '' ? singular : `${singular}.${group}`);
export const apiVersionOf = ({ group, version }: KindInfo): string => (group === '' ? version : `${group}/${version}`);
