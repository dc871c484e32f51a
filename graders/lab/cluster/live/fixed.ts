import type { Text } from '../../../core/text.ts';
import type { Hop } from '../../../core/trace.ts';
import { fieldSpan, type Resource } from '../../../model/manifests/manifests.ts';
import { objectHop } from '../admission/hop.ts';
import { at, fieldsOf, itemsOf } from './fields.ts';
import type { Fields } from './live.ts';

/** Fields that the API server never lets change, by kind. */
const fixed: ReadonlyMap<string, readonly string[]> = new Map([
  ['apps/Deployment', ['spec.selector']],
  ['apps/ReplicaSet', ['spec.selector']],
  ['apps/DaemonSet', ['spec.selector']],
  ['batch/Job', ['spec.selector', 'spec.template', 'spec.completionMode']],
  ['/Secret', ['type']],
  ['rbac.authorization.k8s.io/RoleBinding', ['roleRef']],
  ['rbac.authorization.k8s.io/ClusterRoleBinding', ['roleRef']],
  ['storage.k8s.io/StorageClass', ['provisioner', 'parameters', 'reclaimPolicy']],
]);

const statefulSetMay = [
  'replicas',
  'ordinals',
  'template',
  'updateStrategy',
  'revisionHistoryLimit',
  'persistentVolumeClaimRetentionPolicy',
  'minReadySeconds',
];

/**
 * What an update changes that must stay as it was created.
 * @see https://github.com/kubernetes/kubernetes/tree/v1.36.0/pkg/apis (`validation.go` of each group, `ValidateImmutableField`)
 */
export function fixedFields(before: Resource<Fields>, after: Resource<Fields>): readonly Hop[] {
  const id = `${after.group}/${after.kind}`;
  const same = (...path: string[]) =>
    JSON.stringify(ordered(at(before.data, ...path))) === JSON.stringify(ordered(at(after.data, ...path)));
  const found = (fixed.get(id) ?? []).filter((path) => !same(...path.split('.')));
  const hops = found.map((path) => told(after, path, immutable(path, at(after.data, ...path.split('.')))));
  if ((id === '/ConfigMap' || id === '/Secret') && before.data.immutable === true && !same('data')) {
    return [...hops, told(after, 'data', both('data: Forbidden: field is immutable when `immutable` is set'))];
  }
  if (
    id === '/Service' &&
    !same('spec', 'clusterIP') &&
    at(before.data, 'spec', 'type') !== 'ExternalName' &&
    at(after.data, 'spec', 'type') !== 'ExternalName'
  ) {
    return [
      ...hops,
      told(
        after,
        'spec.clusterIP',
        both(
          `spec.clusterIPs[0]: Invalid value: ${JSON.stringify([at(after.data, 'spec', 'clusterIP')])}: may not change once set`,
        ),
      ),
    ];
  }
  if (id === 'apps/StatefulSet') {
    const changed = Object.keys({ ...fieldsOf(before.data.spec), ...fieldsOf(after.data.spec) }).filter(
      (key) => !statefulSetMay.includes(key) && !same('spec', key),
    );
    if (changed.length > 0) {
      return [
        ...hops,
        told(
          after,
          `spec.${changed[0]}`,
          both(
            `spec: Forbidden: updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden`,
          ),
        ),
      ];
    }
  }
  if (
    id === '/Pod' &&
    JSON.stringify(ordered(withoutImages(before.data))) !== JSON.stringify(ordered(withoutImages(after.data)))
  ) {
    return [
      ...hops,
      told(
        after,
        'spec',
        both(
          'spec: Forbidden: pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)',
        ),
      ),
    ];
  }
  return hops;
}

function withoutImages({ spec }: Fields): Fields {
  const { activeDeadlineSeconds: _, tolerations: _t, containers, initContainers, ...rest } = fieldsOf(spec);
  const plain = (list: unknown) => itemsOf(list).map(({ image: _i, ...one }) => one);
  return { ...rest, containers: plain(containers), initContainers: plain(initContainers) };
}

const immutable = (path: string, value: unknown): Text =>
  both(`${path}: Invalid value: ${JSON.stringify(value ?? null)}: field is immutable`);
const both = (text: string): Text => ({ es: text, en: text });

function told(resource: Resource, path: string, reason: Text): Hop {
  const where = fieldSpan(resource, ...path.split('.'));
  return objectHop(resource, 'invalid', { kind: resource.kind, name: resource.name, reason }, where);
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined && part !== null)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, ordered(part)]),
  );
}
