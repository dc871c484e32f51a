import type { IPersistentVolumeClaimSpec, IResourceQuotaSpec } from 'kubernetes-models/v1';
import { own } from '../../../core/own.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { containersOf } from '../../../model/workloads/containers.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { parseQuantity } from '../../../model/workloads/quantities.ts';
import { podTemplateOf } from '../../../model/workloads/templates.ts';
import { isObject, items, object } from '../../../model/workloads/values.ts';
import { law } from './law.ts';

export const negativeQuantityLaw = law({
  messages: {
    negative: {
      es: 'La cantidad de `{resource}` no puede ser negativa: `{quantity}`.',
      en: 'The quantity of `{resource}` cannot be negative: `{quantity}`.',
    },
  },
  check({ resources }, say) {
    for (const owner of resources) {
      for (const [map, resource] of quantitiesOf(owner)) {
        const quantity = own(map, resource);
        const amount = parseQuantity(quantity);
        if (amount === undefined || amount >= 0n) continue;
        say('negative', placeOf(owner, map, resource), { resource, quantity: String(quantity) });
      }
    }
  },
});

/** One field that holds a quantity: the object it stands in and its key. */
type Field = readonly [holder: Readonly<Record<string, unknown>>, key: string];

function quantitiesOf(owner: Resource): readonly Field[] {
  return [...ofPods(owner), ...ofStorage(owner), ...ofQuota(owner)];
}

function ofPods(owner: Resource): readonly Field[] {
  const template = podTemplateOf(owner);
  if (!template) return [];
  return [
    ...ofResources(template.spec.resources),
    ...containersOf(template).flatMap(({ container }) => ofResources(container.resources)),
    ...items(template.spec.volumes).flatMap(({ emptyDir, ephemeral }) => [
      ...fieldsOf(emptyDir).filter(([, key]) => key === 'sizeLimit'),
      ...ofClaim(object(object(ephemeral?.volumeClaimTemplate)?.spec)),
    ]),
  ];
}

function ofStorage({ group, kind, data }: Resource): readonly Field[] {
  const spec = object((data as { spec?: Record<string, unknown> }).spec);
  if (group === '' && kind === 'PersistentVolumeClaim') return ofClaim(spec);
  if (group === '' && kind === 'PersistentVolume') return fieldsOf(spec?.capacity);
  if (group !== 'apps' || kind !== 'StatefulSet') return [];
  const claims = spec?.volumeClaimTemplates as readonly { spec?: IPersistentVolumeClaimSpec }[] | undefined;
  return items(claims).flatMap((claim) => ofClaim(object(claim.spec)));
}

function ofQuota({ group, kind, data }: Resource): readonly Field[] {
  if (group !== '') return [];
  const { spec } = data as { spec?: IResourceQuotaSpec };
  return kind === 'ResourceQuota' ? fieldsOf(object(spec)?.hard) : [];
}

const ofResources = (resources: unknown): readonly Field[] =>
  isObject(resources) ? [...fieldsOf(resources.requests), ...fieldsOf(resources.limits)] : [];

/** Of a claim only the size it asks for is looked at. */
const ofClaim = (spec: object | undefined): readonly Field[] =>
  fieldsOf(object((spec as IPersistentVolumeClaimSpec | undefined)?.resources)?.requests).filter(
    ([, key]) => key === 'storage',
  );

const fieldsOf = (holder: unknown): readonly Field[] =>
  isObject(holder) ? Object.keys(holder).map((key) => [holder, key]) : [];
