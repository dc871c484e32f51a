import type { IStatefulSet } from 'kubernetes-models/apps/v1';
import type { IPersistentVolumeClaimSpec } from 'kubernetes-models/v1';
import { own } from '../../../core/own.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { containersOf } from '../../../model/workloads/containers.ts';
import { type PodTemplate, podTemplateOf } from '../../../model/workloads/templates.ts';
import { isSet, items, object, text } from '../../../model/workloads/values.ts';

/**
 * What the API server takes and throws away before it validates an object that is created: fields whose feature gate is off
 * in Kubernetes 1.36, what it has retired, and what a controller writes over.
 * @see https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/api/pod/util.go `dropDisabledFields`
 * @see https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/features/kube_features.go
 */

export interface Dropped {
  readonly why: 'gate' | 'retired' | 'controller' | 'claimed';
  readonly holder: object;
  readonly field: string;
  /** The gate, or what is used instead. */
  readonly of: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** Kinds of sources of a projected volume whose gates are off. */
const sourceGates: ReadonlyMap<string, string> = new Map([
  ['clusterTrustBundle', 'ClusterTrustBundleProjection'],
  ['podCertificate', 'PodCertificateRequest'],
]);

export const offSources: readonly string[] = [...sourceGates.keys()];

/** Volumes of the template of a StatefulSet that give way to a claim of their name. */
export function overwrittenVolumes({ group, kind, data }: Resource): ReadonlySet<string> {
  if (group !== 'apps' || kind !== 'StatefulSet') return new Set();
  const claims = items(object((data as IStatefulSet).spec)?.volumeClaimTemplates);
  return new Set(claims.flatMap(({ metadata }) => text(object(metadata)?.name) ?? []));
}

/** Everything of an object that is dropped. */
export function droppedIn(resource: Resource): readonly Dropped[] {
  const template = podTemplateOf(resource);
  return [...(template ? inPods(template) : []), ...inSet(resource, template), ...inOthers(resource)];
}

function inPods(template: PodTemplate): readonly Dropped[] {
  const gated = (holder: object | undefined, field: string, of: string): readonly Dropped[] =>
    isSet(own(holder as Fields | undefined, field)) && holder ? [{ why: 'gate', holder, field, of }] : [];
  const sources = items(template.spec.volumes).flatMap(({ projected }) => items(object(projected)?.sources));
  return [
    ...gated(template.spec, 'schedulingGroup', 'GenericWorkload'),
    ...containersOf(template).flatMap(({ container }) =>
      gated(object(container.lifecycle), 'stopSignal', 'ContainerStopSignals'),
    ),
    ...sources.flatMap((source) => [...sourceGates].flatMap(([field, gate]) => gated(source, field, gate))),
  ];
}

/** What the controller of a StatefulSet writes over in the pods it makes. */
function inSet(resource: Resource, template: PodTemplate | undefined): readonly Dropped[] {
  if (resource.group !== 'apps' || resource.kind !== 'StatefulSet') return [];
  const update = object(object(object((resource.data as IStatefulSet).spec)?.updateStrategy)?.rollingUpdate);
  const claimed = overwrittenVolumes(resource);
  const names = ['hostname', 'subdomain'] as const;
  return [
    ...(update && isSet(update.maxUnavailable)
      ? [{ why: 'gate', holder: update, field: 'maxUnavailable', of: 'MaxUnavailableStatefulSet' } as const]
      : []),
    ...names.flatMap((field): readonly Dropped[] =>
      text(template?.spec[field]) === undefined || !template
        ? []
        : [
            {
              why: 'controller',
              holder: template.spec,
              field,
              of: field === 'hostname' ? 'metadata.name' : 'serviceName',
            },
          ],
    ),
    ...items(template?.spec.volumes)
      .filter(({ name }) => claimed.has(name))
      .map((holder): Dropped => ({ why: 'claimed', holder, field: 'name', of: holder.name })),
  ];
}

function inOthers({ group, kind, data }: Resource): readonly Dropped[] {
  if (group !== '') return [];
  const spec = object((data as { spec?: object }).spec);
  if (kind === 'Node' && spec && isSet(own(spec as Fields, 'configSource')))
    return [{ why: 'retired', holder: spec, field: 'configSource', of: '1.22' }];
  const source = object((spec as IPersistentVolumeClaimSpec | undefined)?.dataSourceRef);
  if (kind !== 'PersistentVolumeClaim' || !spec || text(source?.namespace) === undefined) return [];
  return [{ why: 'gate', holder: spec, field: 'dataSourceRef', of: 'CrossNamespaceVolumeDataSource' }];
}
