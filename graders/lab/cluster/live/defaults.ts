import { base64 } from '../../../core/base64.ts';
import { own } from '../../../core/own.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { relocate } from '../../../parse/yaml/located.ts';
import { apiServiceIp, clusterIp } from '../addresses.ts';
import { fnv } from '../names.ts';
import { fieldsOf, isFields } from './fields.ts';
import type { Fields } from './live.ts';

/** A map with what is not written filled in; what is written stays where it was. */
function filled(written: unknown, defaults: Fields): Fields {
  const base = fieldsOf(written);
  const missing = Object.entries(defaults).filter(
    ([key, value]) => value !== undefined && (own(base, key) ?? undefined) === undefined,
  );
  return missing.length === 0 && isFields(written) ? written : copy(base, Object.fromEntries(missing));
}

/** A map with some fields changed, which still knows where it was written. */
function copy(base: Fields, changes: Fields): Fields {
  return relocate({ ...base, ...changes }, base);
}

function each(list: unknown, change: (item: Fields) => Fields): unknown {
  if (!Array.isArray(list)) return list;
  return relocate(
    list.map((item) => (isFields(item) ? change(item) : item)),
    list,
  );
}

function inside(base: Fields, key: string, change: (value: Fields) => Fields): Fields {
  const value = own(base, key);
  return isFields(value) ? copy(base, { [key]: change(value) }) : base;
}

function lists(base: Fields, key: string, change: (item: Fields) => Fields): Fields {
  const value = own(base, key);
  return Array.isArray(value) ? copy(base, { [key]: each(value, change) }) : base;
}

/**
 * An object with the defaults that the API server writes into it.
 * @see https://github.com/kubernetes/kubernetes/tree/v1.36.0/pkg/apis (`defaults.go` of each group)
 */
export function withDefaults(resource: Resource<Fields>): Resource<Fields> {
  const data = defaulted(resource);
  return data === resource.data ? resource : { ...resource, data };
}

function defaulted({ group, kind, namespace, name, data }: Resource<Fields>): Fields {
  const spec = (change: (spec: Fields) => Fields) => inside(data, 'spec', change);
  switch (`${group}/${kind}`) {
    case '/Pod':
      return inside(data, 'spec', podSpec);
    case 'apps/Deployment':
      return spec((one) =>
        inside(
          filled(inside(one, 'template', template), {
            progressDeadlineSeconds: 600,
            replicas: 1,
            revisionHistoryLimit: 10,
            strategy: { rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' }, type: 'RollingUpdate' },
          }),
          'strategy',
          rolling,
        ),
      );
    case 'apps/StatefulSet':
      return spec((one) =>
        filled(inside(one, 'template', template), {
          persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
          podManagementPolicy: 'OrderedReady',
          replicas: 1,
          revisionHistoryLimit: 10,
          updateStrategy: { rollingUpdate: { partition: 0 }, type: 'RollingUpdate' },
        }),
      );
    case 'apps/DaemonSet':
      return spec((one) =>
        filled(inside(one, 'template', template), {
          revisionHistoryLimit: 10,
          updateStrategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 }, type: 'RollingUpdate' },
        }),
      );
    case 'apps/ReplicaSet':
      return spec((one) => filled(inside(one, 'template', template), { replicas: 1 }));
    case 'batch/Job':
      return spec(job);
    case 'batch/CronJob':
      return spec((one) =>
        filled(
          inside(one, 'jobTemplate', (made) => inside(made, 'spec', (inner) => inside(inner, 'template', template))),
          { concurrencyPolicy: 'Allow', failedJobsHistoryLimit: 1, successfulJobsHistoryLimit: 3, suspend: false },
        ),
      );
    case '/Service':
      return spec((one) => service(one, namespace ?? 'default', name));
    case '/Secret':
      return secret(filled(data, { type: 'Opaque' }));
    case '/Namespace':
      return namespaceOf(data, name);
    case 'autoscaling/HorizontalPodAutoscaler':
      return spec((one) =>
        filled(one, {
          minReplicas: 1,
          metrics: [
            { type: 'Resource', resource: { name: 'cpu', target: { averageUtilization: 80, type: 'Utilization' } } },
          ],
        }),
      );
    case 'networking.k8s.io/NetworkPolicy':
      return spec((one) =>
        filled(one, { policyTypes: one.egress === undefined ? ['Ingress'] : ['Ingress', 'Egress'] }),
      );
    case 'rbac.authorization.k8s.io/RoleBinding':
    case 'rbac.authorization.k8s.io/ClusterRoleBinding':
      return lists(
        inside(data, 'roleRef', (one) => filled(one, { apiGroup: 'rbac.authorization.k8s.io' })),
        'subjects',
        (one) => (one.kind === 'ServiceAccount' ? one : filled(one, { apiGroup: 'rbac.authorization.k8s.io' })),
      );
    case 'storage.k8s.io/StorageClass':
      return filled(data, { reclaimPolicy: 'Delete', volumeBindingMode: 'Immediate' });
    case '/LimitRange':
      return spec((one) => lists(one, 'limits', limit));
    case '/PersistentVolumeClaim':
      return spec((one) => filled(one, { volumeMode: 'Filesystem', storageClassName: 'standard' }));
    default:
      return data;
  }
}

function rolling(strategy: Fields): Fields {
  if (strategy.type === 'Recreate') return strategy;
  const typed = filled(strategy, { type: 'RollingUpdate', rollingUpdate: {} });
  return inside(typed, 'rollingUpdate', (one) => filled(one, { maxSurge: '25%', maxUnavailable: '25%' }));
}

function job(spec: Fields): Fields {
  const queue = spec.completions === undefined && spec.parallelism !== undefined;
  return filled(inside(spec, 'template', template), {
    backoffLimit: 6,
    completionMode: 'NonIndexed',
    completions: queue ? undefined : 1,
    manualSelector: false,
    parallelism: 1,
    podReplacementPolicy: 'TerminatingOrFailed',
    suspend: false,
  });
}

/** A limit of containers without defaults takes them from its other bounds. */
function limit(one: Fields): Fields {
  if (one.type !== 'Container') return one;
  const most = { ...fieldsOf(one.max), ...fieldsOf(one.default) };
  const asked = { ...fieldsOf(one.min), ...most, ...fieldsOf(one.defaultRequest) };
  const some = (values: Fields) => (Object.keys(values).length > 0 ? values : undefined);
  return copy(one, { ...(some(most) && { default: most }), ...(some(asked) && { defaultRequest: asked }) });
}

const template = (one: Fields): Fields => inside(one, 'spec', podSpec);

function podSpec(spec: Fields): Fields {
  const account = spec.serviceAccountName ?? spec.serviceAccount;
  const named = account === undefined ? {} : { serviceAccount: account, serviceAccountName: account };
  const withContainers = lists(
    lists(lists(spec, 'containers', container), 'initContainers', container),
    'volumes',
    volume,
  );
  return filled(withContainers, {
    dnsPolicy: 'ClusterFirst',
    restartPolicy: 'Always',
    schedulerName: 'default-scheduler',
    securityContext: {},
    terminationGracePeriodSeconds: 30,
    ...named,
  });
}

function container(one: Fields): Fields {
  const image = typeof one.image === 'string' ? one.image : '';
  const last = image.slice(image.lastIndexOf('/') + 1);
  const isLatest = !image.includes('@') && (!last.includes(':') || last.endsWith(':latest'));
  const probed = ['livenessProbe', 'readinessProbe', 'startupProbe'].reduce(
    (inner, key) => inside(inner, key, probe),
    one,
  );
  const withPorts = lists(probed, 'ports', (port) => filled(port, { protocol: 'TCP' }));
  const withEnv = lists(withPorts, 'env', (variable) =>
    inside(variable, 'valueFrom', (from) => inside(from, 'fieldRef', (ref) => filled(ref, { apiVersion: 'v1' }))),
  );
  return filled(withEnv, {
    imagePullPolicy: isLatest ? 'Always' : 'IfNotPresent',
    resources: {},
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
  });
}

function probe(one: Fields): Fields {
  const usual = { failureThreshold: 3, periodSeconds: 10, successThreshold: 1, timeoutSeconds: 1 };
  return filled(
    inside(one, 'httpGet', (get) => filled(get, { path: '/', scheme: 'HTTP' })),
    usual,
  );
}

function volume(one: Fields): Fields {
  const kinds = ['configMap', 'secret', 'projected', 'downwardAPI'];
  return kinds.reduce((inner, key) => inside(inner, key, (source) => filled(source, { defaultMode: 420 })), one);
}

function service(spec: Fields, namespace: string, name: string): Fields {
  const type = typeof spec.type === 'string' ? spec.type : 'ClusterIP';
  if (type === 'ExternalName') return filled(spec, { sessionAffinity: 'None' });
  const published = type === 'NodePort' || type === 'LoadBalancer';
  const ports = lists(spec, 'ports', (port) =>
    filled(port, {
      protocol: 'TCP',
      targetPort: port.port,
      nodePort: published ? 30_000 + (fnv(`${namespace}/${name}/${String(port.port)}`) % 2768) : undefined,
    }),
  );
  const address =
    spec.clusterIP ?? (namespace === 'default' && name === 'kubernetes' ? apiServiceIp : clusterIp(namespace, name));
  return filled(ports, {
    allocateLoadBalancerNodePorts: type === 'LoadBalancer' ? true : undefined,
    clusterIP: address,
    clusterIPs: [address],
    externalTrafficPolicy: published ? 'Cluster' : undefined,
    internalTrafficPolicy: 'Cluster',
    ipFamilies: ['IPv4'],
    ipFamilyPolicy: 'SingleStack',
    sessionAffinity: 'None',
    type,
  });
}

/** `stringData` is written into `data` and forgotten. */
function secret(data: Fields): Fields {
  if (!isFields(data.stringData)) return data;
  const { stringData, ...rest } = data;
  const encoded = Object.entries(fieldsOf(stringData)).map(([key, value]) => [key, base64(String(value))]);
  return relocate({ ...rest, data: { ...fieldsOf(rest.data), ...Object.fromEntries(encoded) } }, data);
}

function namespaceOf(data: Fields, name: string): Fields {
  const label = { 'kubernetes.io/metadata.name': name };
  const withLabel = inside(
    filled(data, { metadata: {}, spec: { finalizers: ['kubernetes'] } }),
    'metadata',
    (metadata) => inside(filled(metadata, { labels: {} }), 'labels', (labels) => filled(labels, label)),
  );
  return withLabel;
}
