import { own } from '../../core/own.ts';
import { containersOf } from './containers.ts';
import type { PodTemplate } from './templates.ts';
import { isObject, items, object, text } from './values.ts';

export type ReferencedKind = 'ConfigMap' | 'Secret' | 'PersistentVolumeClaim' | 'ServiceAccount';

/** The name of another object of the same namespace that a pod needs to start. */
export interface Reference {
  readonly kind: ReferencedKind;
  readonly name: string;
  /** The key it takes from it, when it takes one alone. */
  readonly key?: string;
  /** Where it was written: the object and the field with the name. */
  readonly holder: object;
  readonly field: string;
}

/** Every object a pod cannot start without; the optional ones are left out. */
export function referencesOf(template: PodTemplate): readonly Reference[] {
  const { spec } = template;
  const found: Reference[] = [];
  const add = (kind: ReferencedKind, holder: unknown, field: string): void => {
    if (!isObject(holder) || holder.optional === true) return;
    const name = text(own(holder, field));
    const key = text(holder.key);
    if (name !== undefined) found.push({ kind, name, holder, field, ...(key === undefined ? {} : { key }) });
  };
  for (const { container } of containersOf(template)) {
    for (const { valueFrom } of items(container.env)) {
      add('ConfigMap', valueFrom?.configMapKeyRef, 'name');
      add('Secret', valueFrom?.secretKeyRef, 'name');
    }
    for (const { configMapRef, secretRef } of items(container.envFrom)) {
      add('ConfigMap', configMapRef, 'name');
      add('Secret', secretRef, 'name');
    }
  }
  for (const volume of items(spec.volumes)) {
    add('ConfigMap', volume.configMap, 'name');
    add('Secret', volume.secret, 'secretName');
    add('PersistentVolumeClaim', volume.persistentVolumeClaim, 'claimName');
    for (const source of items(object(volume.projected)?.sources)) {
      add('ConfigMap', source.configMap, 'name');
      add('Secret', source.secret, 'name');
    }
  }
  add('ServiceAccount', spec, 'serviceAccountName');
  return found;
}
