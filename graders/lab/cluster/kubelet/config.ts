import type { IContainer } from 'kubernetes-models/v1';
import { own } from '../../../core/own.ts';
import type { Hop } from '../../../core/trace.ts';
import { lookup } from '../../../model/manifests/lookup.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { list, text } from '../read.ts';
import type { PodPlan } from '../workloads/plan.ts';
import { podHop } from './say.ts';

interface Reference {
  readonly name?: string;
  readonly key?: string;
  readonly optional?: boolean;
}

/**
 * The first ConfigMap or Secret, or key of one, that the environment of a container needs and the cluster does not have.
 * The kubelet then leaves the container in `CreateContainerConfigError`.
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/configure-pod-configmap/#restrictions
 */
export function missingConfig(container: IContainer, plan: PodPlan, resources: readonly Resource[]): Hop | undefined {
  for (const { configMapRef, secretRef } of list(container.envFrom)) {
    const missing =
      lacks('ConfigMap', configMapRef, plan, container, resources) ??
      lacks('Secret', secretRef, plan, container, resources);
    if (missing) return missing;
  }
  for (const { valueFrom } of list(container.env)) {
    const missing =
      lacks('ConfigMap', valueFrom?.configMapKeyRef, plan, container, resources) ??
      lacks('Secret', valueFrom?.secretKeyRef, plan, container, resources);
    if (missing) return missing;
  }
  return undefined;
}

function lacks(
  kind: 'ConfigMap' | 'Secret',
  reference: Reference | undefined,
  plan: PodPlan,
  container: IContainer,
  resources: readonly Resource[],
): Hop | undefined {
  const name = text(reference?.name);
  if (!reference || !name || reference.optional === true) return undefined;
  const found = objectNamed(resources, kind, name, plan.namespace);
  const facts = { container: text(container.name) ?? '', kind, name };
  if (!found) {
    const data = { ...facts, namespace: plan.namespace };
    return podHop(plan, 'kubelet', 'objectMissing', data, spanOf(reference, 'name') ?? plan.at);
  }
  const key = text(reference.key);
  if (key === undefined || keysOf(found).has(key)) return undefined;
  return podHop(plan, 'kubelet', 'keyMissing', { ...facts, key }, spanOf(reference, 'key') ?? plan.at);
}

/** A volume whose ConfigMap, Secret or claim does not exist; without a claim the pod is not even scheduled. */
export function missingVolume(plan: PodPlan, resources: readonly Resource[]): { hop: Hop; reason: string } | undefined {
  for (const volume of list(plan.spec.volumes)) {
    const needs = (
      [
        ['ConfigMap', volume.configMap, volume.configMap?.name, 'ContainerCreating'],
        ['Secret', volume.secret, volume.secret?.secretName, 'ContainerCreating'],
        [
          'PersistentVolumeClaim',
          volume.persistentVolumeClaim,
          volume.persistentVolumeClaim?.claimName,
          'Unschedulable',
        ],
      ] as const
    ).find(
      ([kind, source, name]) =>
        source && text(name) && !isOptional(source) && !objectNamed(resources, kind, String(name), plan.namespace),
    );
    if (!needs) continue;
    const [kind, source, name, reason] = needs;
    const at = spanOf(source) ?? plan.at;
    const shown = reason === 'Unschedulable' ? 'Pending' : reason;
    const data = {
      volume: text(volume.name) ?? '',
      kind,
      name: String(name),
      namespace: plan.namespace,
      reason: shown,
    };
    return { hop: podHop(plan, 'kubelet', 'volumeMissing', data, at), reason };
  }
  return undefined;
}

const isOptional = (source: object): boolean => 'optional' in source && source.optional === true;

/** Each namespace is born with the ConfigMap of the cluster's root certificate. */
function objectNamed(resources: readonly Resource[], kind: string, name: string, namespace: string) {
  if (kind === 'ConfigMap' && name === 'kube-root-ca.crt') return rootCertificate;
  return lookup(resources).named('', kind, namespace, name)[0];
}

const rootCertificate = { data: { data: { 'ca.crt': '' } } };

function keysOf({ data }: { readonly data: unknown }): ReadonlySet<string> {
  const object = data as Record<string, unknown>;
  return new Set(['data', 'stringData', 'binaryData'].flatMap((part) => Object.keys(own(object, part) ?? {})));
}
