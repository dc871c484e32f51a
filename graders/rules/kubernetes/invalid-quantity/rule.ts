import type { IPersistentVolumeClaimSpec, IResourceQuotaSpec } from 'kubernetes-models/v1';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { containersOf } from '../../../model/workloads/containers.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { parseQuantity } from '../../../model/workloads/quantities.ts';
import { podTemplateOf } from '../../../model/workloads/templates.ts';
import { isObject, items, object } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/invalid-quantity',
  severity: 'error',
  title: { es: 'La cantidad no se puede leer', en: 'The quantity cannot be read' },
  over: 'manifests',
  messages: {
    malformed: {
      es: '`{quantity}` no es una cantidad: es un número seguido, sin espacio, de `m`, `k`, `M`, `G`, `T` o de `Ki`, `Mi`, `Gi`, `Ti`.',
      en: '`{quantity}` is not a quantity: it is a number followed, with no space, by `m`, `k`, `M`, `G`, `T` or by `Ki`, `Mi`, `Gi`, `Ti`.',
    },
    suggestion: {
      es: '`{quantity}` no es una cantidad. ¿Querías decir `{suggestion}`?',
      en: '`{quantity}` is not a quantity. Did you mean `{suggestion}`?',
    },
    negative: {
      es: 'La cantidad de `{resource}` no puede ser negativa: `{quantity}`.',
      en: 'The quantity of `{resource}` cannot be negative: `{quantity}`.',
    },
  },
  check({ resources }, say) {
    for (const owner of resources) {
      for (const [map, resource] of quantitiesOf(owner)) {
        const quantity = map[resource];
        if (typeof quantity !== 'string' && typeof quantity !== 'number') continue;
        const amount = parseQuantity(quantity);
        const at = placeOf(owner, map, resource);
        const written = String(quantity);
        const suggestion = amount === undefined ? suggestionFor(written) : undefined;
        if (suggestion !== undefined) say('suggestion', at, { quantity: written, suggestion });
        else if (amount === undefined) say('malformed', at, { quantity: written });
        else if (amount < 0n) say('negative', at, { resource, quantity: written });
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
      ...ofResources(object(object(ephemeral?.volumeClaimTemplate)?.spec)?.resources),
    ]),
  ];
}

function ofStorage({ group, kind, data }: Resource): readonly Field[] {
  const spec = object((data as { spec?: Record<string, unknown> }).spec);
  if (group === '' && kind === 'PersistentVolumeClaim') return ofResources(spec?.resources);
  if (group === '' && kind === 'PersistentVolume') return fieldsOf(spec?.capacity);
  if (group !== 'apps' || kind !== 'StatefulSet') return [];
  const claims = spec?.volumeClaimTemplates as readonly { spec?: IPersistentVolumeClaimSpec }[] | undefined;
  return items(claims).flatMap((claim) => ofResources(object(claim.spec)?.resources));
}

function ofQuota({ group, kind, data }: Resource): readonly Field[] {
  if (group !== '') return [];
  const { spec } = data as { spec?: IResourceQuotaSpec & { limits?: readonly Record<string, unknown>[] } };
  if (kind === 'ResourceQuota') return fieldsOf(object(spec)?.hard);
  if (kind !== 'LimitRange') return [];
  const fields = ['default', 'defaultRequest', 'max', 'min', 'maxLimitRequestRatio'];
  return items(object(spec)?.limits).flatMap((limit) => fields.flatMap((field) => fieldsOf(limit[field])));
}

const ofResources = (resources: unknown): readonly Field[] =>
  isObject(resources) ? [...fieldsOf(resources.requests), ...fieldsOf(resources.limits)] : [];

const fieldsOf = (holder: unknown): readonly Field[] =>
  isObject(holder) ? Object.keys(holder).map((key) => [holder, key]) : [];

/** What the usual slips meant: `512MB`, `512mb`, `1 Gi`, `256mi`, `1K`. */
function suggestionFor(quantity: string): string | undefined {
  const [, number, unit = ''] = /^\s*(\d+(?:\.\d+)?)\s*([a-z]+)\s*$/i.exec(quantity) ?? [];
  if (number === undefined) return undefined;
  const units: Readonly<Record<string, string>> = {
    k: 'k',
    kb: 'k',
    ki: 'Ki',
    kib: 'Ki',
    mb: 'M',
    mi: 'Mi',
    mib: 'Mi',
    g: 'G',
    gb: 'G',
    gi: 'Gi',
    gib: 'Gi',
    t: 'T',
    tb: 'T',
    ti: 'Ti',
    tib: 'Ti',
    m: unit,
  };
  const right = units[unit.toLowerCase()];
  return right === undefined ? undefined : `${number}${right}`;
}
