import { type Fields, fieldsOf, textAt } from '../../../core/fields.ts';
import type { Piece } from './chart.ts';
import { asYaml } from './print.ts';

/** @see https://github.com/helm/helm/blob/main/pkg/release/v1/util/kind_sorter.go (`InstallOrder`) */
const order =
  `PriorityClass Namespace NetworkPolicy ResourceQuota LimitRange PodSecurityPolicy PodDisruptionBudget ServiceAccount Secret
  SecretList ConfigMap StorageClass PersistentVolume PersistentVolumeClaim CustomResourceDefinition ClusterRole ClusterRoleList
  ClusterRoleBinding ClusterRoleBindingList Role RoleList RoleBinding RoleBindingList Service DaemonSet Pod ReplicationController
  ReplicaSet Deployment HorizontalPodAutoscaler StatefulSet Job CronJob IngressClass Ingress APIService
  MutatingWebhookConfiguration ValidatingWebhookConfiguration`.split(/\s+/);

const placeOf = ({ object }: Piece): number => {
  const place = order.indexOf(String(object.kind));
  return place === -1 ? order.length : place;
};

/** Pieces in the order in which they are installed: by kind, and as they came. */
export const inOrder = (pieces: readonly Piece[]): readonly Piece[] =>
  [...pieces].sort((a, b) => placeOf(a) - placeOf(b));

/** What a chart comes to, as text. */
export function manifestOf(chart: string, pieces: readonly Piece[]): string {
  return inOrder(pieces)
    .map(({ from, object }) => `---\n# Source: ${chart}/templates/${from}\n${asYaml(object)}`)
    .join('');
}

export const managedBy = 'app.kubernetes.io/managed-by';
const releaseName = 'meta.helm.sh/release-name';
const releaseNamespace = 'meta.helm.sh/release-namespace';

/** An object with what tells whose it is. @see pkg/action/validate.go (`setMetadataVisitor`) */
export function owned(object: Fields, name: string, namespace: string): Fields {
  const metadata = fieldsOf(object.metadata);
  return {
    ...object,
    metadata: {
      ...metadata,
      labels: { ...fieldsOf(metadata.labels), [managedBy]: 'Helm' },
      annotations: { ...fieldsOf(metadata.annotations), [releaseName]: name, [releaseNamespace]: namespace },
    },
  };
}

/** Why an object that is there is not taken into a release; undefined where it is its own. @see pkg/action/validate.go (`checkOwnership`) */
export function foreign(metadata: unknown, name: string, namespace: string): string | undefined {
  const wants = (kind: string, of: string, key: string, wanted: string): readonly string[] => {
    const found = textAt(metadata, of, key);
    if (found === undefined) return [`${kind} validation error: missing key "${key}": must be set to "${wanted}"`];
    return found === wanted
      ? []
      : [`${kind} validation error: key "${key}" must equal "${wanted}": current value is "${found}"`];
  };
  const errors = [
    ...wants('label', 'labels', managedBy, 'Helm'),
    ...wants('annotation', 'annotations', releaseName, name),
    ...wants('annotation', 'annotations', releaseNamespace, namespace),
  ];
  return errors.length === 0 ? undefined : `invalid ownership metadata; ${errors.join('; ')}`;
}
