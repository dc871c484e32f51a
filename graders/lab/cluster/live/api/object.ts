import { suffix } from '../../names.ts';
import { isFields, itemsOf } from '../fields.ts';
import type { Fields, LiveCluster, LiveObject, LivePod, Owner } from '../live.ts';
import { podResource } from '../objects.ts';
import { stamp } from '../time.ts';
import { podStatus } from './pod-status.ts';
import { statusOf } from './status.ts';

/** An object as the API gives it to those who ask: with what the server writes into `metadata`, and with its status. */
export function objectView(live: LiveCluster, object: LiveObject): Fields {
  const { resource, uid, created, version, generation, owner, deleting } = object;
  const counts =
    isFields(resource.data.spec) &&
    !/^(?:Service|Namespace|Node|PersistentVolume|PersistentVolumeClaim)$/.test(resource.kind);
  const status = statusOf(live, object);
  return ordered({
    ...(resource.kind === 'Job' ? withJobLabels(resource.data, resource.name, uid) : resource.data),
    metadata: {
      ...(isFields(resource.data.metadata) ? resource.data.metadata : {}),
      ...server({ uid, created, version, owner, namespace: resource.namespace }),
      ...(counts && { generation }),
      ...(deleting !== undefined && { deletionTimestamp: stamp(deleting) }),
    },
    ...(status && { status }),
  });
}

/** By what a Job finds its pods: labels that it writes into its template itself. */
function withJobLabels(data: Fields, name: string, uid: string): Fields {
  const spec = isFields(data.spec) ? data.spec : {};
  const template = isFields(spec.template) ? spec.template : {};
  const metadata = isFields(template.metadata) ? template.metadata : {};
  const labels = {
    ...(isFields(metadata.labels) ? metadata.labels : {}),
    'batch.kubernetes.io/controller-uid': uid,
    'batch.kubernetes.io/job-name': name,
    'controller-uid': uid,
    'job-name': name,
  };
  const selector = { matchLabels: { 'batch.kubernetes.io/controller-uid': uid } };
  return { ...data, spec: { ...spec, selector, template: { ...template, metadata: { ...metadata, labels } } } };
}

export function podView(live: LiveCluster, pod: LivePod): Fields {
  const { data } = podResource(pod);
  const { uid, created, version, owner, deleting, verdict } = pod;
  const spec = isFields(data.spec) ? data.spec : {};
  return ordered({
    ...data,
    metadata: {
      ...(isFields(data.metadata) ? data.metadata : {}),
      ...server({ uid, created, version, owner, namespace: verdict.namespace }),
      generation: 1,
      ...(deleting && {
        deletionTimestamp: stamp(deleting.gone),
        deletionGracePeriodSeconds: deleting.gone - deleting.at,
      }),
    },
    spec: {
      enableServiceLinks: true,
      preemptionPolicy: 'PreemptLowerPriority',
      priority: 0,
      serviceAccount: verdict.serviceAccount,
      serviceAccountName: verdict.serviceAccount,
      tolerations: usualTolerations,
      ...withToken(spec, uid),
      ...(verdict.node !== undefined && { nodeName: verdict.node }),
    },
    status: podStatus(live, pod),
  });
}

/** The token by which a pod talks to the API, mounted into every container unless somebody says no. */
function withToken(spec: Fields, uid: string): Fields {
  if (spec.automountServiceAccountToken === false) return spec;
  const name = `kube-api-access-${suffix(uid)}`;
  const mount = { mountPath: '/var/run/secrets/kubernetes.io/serviceaccount', name, readOnly: true };
  const mounted = (list: unknown) =>
    itemsOf(list).map((one) => ({ ...one, volumeMounts: [...itemsOf(one.volumeMounts), mount] }));
  const sources = [
    { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
    { configMap: { items: [{ key: 'ca.crt', path: 'ca.crt' }], name: 'kube-root-ca.crt' } },
    {
      downwardAPI: { items: [{ fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' }, path: 'namespace' }] },
    },
  ];
  return {
    ...spec,
    containers: mounted(spec.containers),
    ...(spec.initContainers !== undefined && { initContainers: mounted(spec.initContainers) }),
    volumes: [...itemsOf(spec.volumes), { name, projected: { defaultMode: 420, sources } }],
  };
}

const usualTolerations = ['not-ready', 'unreachable'].map((key) => ({
  effect: 'NoExecute',
  key: `node.kubernetes.io/${key}`,
  operator: 'Exists',
  tolerationSeconds: 300,
}));

interface Served {
  readonly uid: string;
  readonly created: number;
  readonly version: number;
  readonly owner: Owner | undefined;
  readonly namespace: string | undefined;
}

function server({ uid, created, version, owner, namespace }: Served): Fields {
  return {
    ...(namespace !== undefined && { namespace }),
    creationTimestamp: stamp(created),
    resourceVersion: String(version),
    uid,
    ...(owner && { ownerReferences: [{ ...owner, blockOwnerDeletion: true, controller: true }] }),
  };
}

/** The order in which people read it; the printers sort what they print sorted. */
function ordered({ apiVersion, kind, metadata, ...rest }: Fields): Fields {
  return { apiVersion, kind, metadata, ...rest };
}
