import { changeAt, type Fields, fieldsOf, isFields, textOf } from './edit.ts';
import { templateOf } from './labels.ts';

/** Where pods name objects of other kinds, from their spec on. */
const inPods: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'ConfigMap',
    [
      'containers.*.env.*.valueFrom.configMapKeyRef.name',
      'containers.*.envFrom.*.configMapRef.name',
      'initContainers.*.env.*.valueFrom.configMapKeyRef.name',
      'initContainers.*.envFrom.*.configMapRef.name',
      'volumes.*.configMap.name',
      'volumes.*.projected.sources.*.configMap.name',
    ],
  ],
  [
    'Secret',
    [
      'containers.*.env.*.valueFrom.secretKeyRef.name',
      'containers.*.envFrom.*.secretRef.name',
      'initContainers.*.env.*.valueFrom.secretKeyRef.name',
      'initContainers.*.envFrom.*.secretRef.name',
      'imagePullSecrets.*.name',
      'volumes.*.secret.secretName',
      'volumes.*.projected.sources.*.secret.name',
    ],
  ],
  ['PersistentVolumeClaim', ['volumes.*.persistentVolumeClaim.claimName']],
  ['ServiceAccount', ['serviceAccountName']],
  ['PriorityClass', ['priorityClassName']],
]);

const scalable = ['Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController'];

/** Where objects that are no pods name others: the kind that names, the path, and the kinds that may be named there. */
const elsewhere: readonly { readonly in: string; readonly path: string; readonly kinds: readonly string[] }[] = [
  { in: 'StatefulSet', path: 'spec.serviceName', kinds: ['Service'] },
  { in: 'Ingress', path: 'spec.rules.*.http.paths.*.backend.service.name', kinds: ['Service'] },
  { in: 'Ingress', path: 'spec.defaultBackend.service.name', kinds: ['Service'] },
  { in: 'Ingress', path: 'spec.tls.*.secretName', kinds: ['Secret'] },
  { in: 'HorizontalPodAutoscaler', path: 'spec.scaleTargetRef.name', kinds: scalable },
  { in: 'RoleBinding', path: 'roleRef.name', kinds: ['Role', 'ClusterRole'] },
  { in: 'ClusterRoleBinding', path: 'roleRef.name', kinds: ['ClusterRole'] },
  { in: 'RoleBinding', path: 'subjects.*.name', kinds: ['ServiceAccount'] },
  { in: 'ClusterRoleBinding', path: 'subjects.*.name', kinds: ['ServiceAccount'] },
  { in: 'PersistentVolumeClaim', path: 'spec.volumeName', kinds: ['PersistentVolume'] },
  { in: 'ServiceAccount', path: 'imagePullSecrets.*.name', kinds: ['Secret'] },
];

/** What an object is called now, by its kind, the name it had and the namespace it is in. */
export type Renamed = (kind: string, name: string, namespace: string) => string | undefined;

/** An object that names others by the names they have now. */
export function withReferences(data: Fields, renamed: Renamed): Fields {
  const kind = textOf(data.kind) ?? '';
  const own = textOf(fieldsOf(data.metadata).namespace) ?? 'default';
  let changed: unknown = data;
  const rename = (path: readonly string[], kinds: readonly string[]) => {
    changed = changeAt(changed, path, (value, _, holder) => {
      // What an autoscaler says of the kind of its target does not count, as in Kustomize.
      const named = kinds === scalable ? undefined : textOf(holder.kind);
      const asked = named === undefined ? kinds : kinds.filter((one) => one === named);
      const now = asked
        .map((one) => renamed(one, textOf(value) ?? '', textOf(holder.namespace) ?? own))
        .find((name) => name !== undefined);
      // It stays where it was written, whatever it is called now.
      return now === undefined || now === value ? undefined : { value: now };
    });
  };
  const template = templateOf(kind);
  if (template)
    for (const [of, paths] of inPods) for (const path of paths) rename([...template, 'spec', ...path.split('.')], [of]);
  for (const one of elsewhere) if (one.in === kind) rename(one.path.split('.'), one.kinds);
  return isFields(changed) ? changed : data;
}

/** The object under another name. */
export function named(data: Fields, name: string): Fields {
  const changed = changeAt(data, ['metadata', 'name'], () => ({ value: name }), true);
  return fieldsOf(changed);
}
