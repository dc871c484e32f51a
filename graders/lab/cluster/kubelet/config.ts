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

/** Where needed objects are looked for. */
export interface Stock {
  readonly resources: readonly Resource[];
  /** What is not there does not exist; else only a key that an object there lacks is certain to be missing. */
  readonly closed: boolean;
}

/**
 * The first ConfigMap or Secret, or key of one, that the environment of a container needs and the cluster does not have.
 * The kubelet then leaves the container in `CreateContainerConfigError`.
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/configure-pod-configmap/#restrictions
 */
export function missingConfig(container: IContainer, plan: PodPlan, stock: Stock): Hop | undefined {
  for (const { configMapRef, secretRef } of list(container.envFrom)) {
    const missing =
      lacks('ConfigMap', configMapRef, plan, container, stock) ?? lacks('Secret', secretRef, plan, container, stock);
    if (missing) return missing;
  }
  for (const { valueFrom } of list(container.env)) {
    const missing =
      lacks('ConfigMap', valueFrom?.configMapKeyRef, plan, container, stock) ??
      lacks('Secret', valueFrom?.secretKeyRef, plan, container, stock);
    if (missing) return missing;
  }
  return undefined;
}

function lacks(
  kind: 'ConfigMap' | 'Secret',
  reference: Reference | undefined,
  plan: PodPlan,
  container: IContainer,
  { resources, closed }: Stock,
): Hop | undefined {
  const name = text(reference?.name);
  if (!reference || !name || reference.optional === true) return undefined;
  const found = objectNamed(resources, kind, name, plan.namespace);
  const facts = { container: text(container.name) ?? '', kind, name };
  if (!found && closed) {
    const data = { ...facts, namespace: plan.namespace };
    return podHop(plan, 'kubelet', 'objectMissing', data, spanOf(reference, 'name') ?? plan.at);
  }
  const key = text(reference.key);
  if (key === undefined || !found || !lacksKey(found, key)) return undefined;
  return podHop(plan, 'kubelet', 'keyMissing', { ...facts, key }, spanOf(reference, 'key') ?? plan.at);
}

/**
 * A volume whose ConfigMap, Secret or claim does not exist, or lacks a key that one of its `items` names; without a claim
 * the pod is not even scheduled.
 * @see https://kubernetes.io/docs/concepts/storage/volumes/#configmap
 */
export function missingVolume(plan: PodPlan, stock: Stock): { hop: Hop; reason: string } | undefined {
  return (stock.closed ? missingObject(plan, stock) : undefined) ?? missingItem(plan, stock);
}

function missingItem(plan: PodPlan, { resources }: Stock): { hop: Hop; reason: string } | undefined {
  for (const volume of list(plan.spec.volumes)) {
    const projected = list(volume.projected?.sources).flatMap(({ configMap, secret }) => [
      ['ConfigMap', configMap, configMap?.name] as const,
      ['Secret', secret, secret?.name] as const,
    ]);
    const sources = [
      ['ConfigMap', volume.configMap, volume.configMap?.name] as const,
      ['Secret', volume.secret, volume.secret?.secretName] as const,
      ...projected,
    ];
    for (const [kind, source, name] of sources) {
      const found = source && text(name) && objectNamed(resources, kind, String(name), plan.namespace);
      if (!source || !found || isOptional(source)) continue;
      const item = list(source.items).find(({ key }) => text(key) && lacksKey(found, key));
      if (!item) continue;
      const data = { volume: text(volume.name) ?? '', kind, name: String(name), key: item.key };
      return { hop: podHop(plan, 'kubelet', 'itemMissing', data, spanOf(item, 'key') ?? plan.at), reason: pending };
    }
  }
  return undefined;
}

const pending = 'ContainerCreating';

function missingObject(plan: PodPlan, { resources }: Stock): { hop: Hop; reason: string } | undefined {
  for (const volume of list(plan.spec.volumes)) {
    const needs = (
      [
        ['ConfigMap', volume.configMap, volume.configMap?.name, pending],
        ['Secret', volume.secret, volume.secret?.secretName, pending],
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

/** The control plane fills in the Secrets of ServiceAccounts by itself. */
function lacksKey({ data }: { readonly data: unknown }, key: string): boolean {
  const object = data as Record<string, unknown>;
  if (own(object, 'type') === 'kubernetes.io/service-account-token') return false;
  return !['data', 'stringData', 'binaryData'].some((part) => Object.hasOwn(own(object, part) ?? {}, key));
}
