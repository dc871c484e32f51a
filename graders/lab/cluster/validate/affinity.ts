import type { IAffinity, IPodAffinityTerm } from 'kubernetes-models/v1';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { isQualifiedName } from '../../../model/workloads/names.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { podTemplatesOf } from '../../../model/workloads/templates.ts';
import { integer, items, object, text, texts } from '../../../model/workloads/values.ts';
import { law, type Say } from './law.ts';

const messages = {
  noTerms: {
    es: 'La afinidad obligatoria con nodos no dice con cuáles: `nodeSelectorTerms` está vacío.',
    en: 'The required node affinity does not say which nodes: `nodeSelectorTerms` is empty.',
  },
  topology: {
    es: '`{key}` no sirve como `topologyKey`: es la etiqueta de nodo que define la zona, como `topology.kubernetes.io/zone`.',
    en: '`{key}` is not a valid `topologyKey`: it is the node label that defines the zone, such as `topology.kubernetes.io/zone`.',
  },
  labelKey: {
    es: '`{key}`, en `{field}`, no sirve como nombre de una etiqueta.',
    en: '`{key}`, in `{field}`, is not valid as the name of a label.',
  },
  bothKeys: {
    es: '`{key}` está a la vez en `matchLabelKeys` y en `mismatchLabelKeys`.',
    en: '`{key}` is in `matchLabelKeys` and in `mismatchLabelKeys` at once.',
  },
  keysAlone: {
    es: '`{field}` completa el `labelSelector`, y aquí no hay ninguno.',
    en: '`{field}` completes the `labelSelector`, and there is none here.',
  },
  domains: {
    es: '`minDomains` cuenta zonas y tiene que ser mayor que 0.',
    en: '`minDomains` counts zones and must be greater than 0.',
  },
  soft: {
    es: '`minDomains` exige `whenUnsatisfiable: DoNotSchedule`.',
    en: '`minDomains` demands `whenUnsatisfiable: DoNotSchedule`.',
  },
  repeated: {
    es: 'Ya hay otra regla de reparto con `topologyKey: {key}` y el mismo `whenUnsatisfiable`.',
    en: 'There is already another spread rule with `topologyKey: {key}` and the same `whenUnsatisfiable`.',
  },
} as const;

type Sayer = Say<typeof messages>;

export const affinityLaw = law({
  of: 'pods',
  messages,
  check(manifests, say) {
    for (const { owner, spec } of podTemplatesOf(manifests)) {
      const affinity = object(spec.affinity);
      const required = object(object(affinity?.nodeAffinity)?.requiredDuringSchedulingIgnoredDuringExecution);
      if (required && items(required.nodeSelectorTerms).length === 0)
        say('noTerms', placeOf(owner, required, 'nodeSelectorTerms'), {});
      for (const term of podTerms(affinity)) {
        checkTopology(owner, term, say);
        checkKeys(owner, term, say);
      }
      const seen = new Set<string>();
      for (const constraint of items(spec.topologySpreadConstraints)) {
        // Unlike that of an affinity, the key of a constraint is not judged as the name of a label.
        const key = text(constraint.topologyKey);
        checkKeys(owner, constraint, say);
        const pair = `${key}/${text(constraint.whenUnsatisfiable) ?? ''}`;
        if (key !== undefined && seen.has(pair)) say('repeated', placeOf(owner, constraint, 'topologyKey'), { key });
        seen.add(pair);
        const domains = integer(constraint.minDomains);
        const at = placeOf(owner, constraint, 'minDomains');
        if (domains !== undefined && domains < 1) say('domains', at, {});
        else if (domains !== undefined && constraint.whenUnsatisfiable !== 'DoNotSchedule') say('soft', at, {});
      }
    }
  },
});

function checkTopology(owner: Resource, term: IPodAffinityTerm, say: Sayer): void {
  const key: unknown = term.topologyKey;
  if (typeof key === 'string' && !isQualifiedName(key)) say('topology', placeOf(owner, term, 'topologyKey'), { key });
}

interface Keyed {
  readonly labelSelector?: object;
  readonly matchLabelKeys?: readonly string[];
  readonly mismatchLabelKeys?: readonly string[];
}

function checkKeys(owner: Resource, term: Keyed, say: Sayer): void {
  for (const field of ['matchLabelKeys', 'mismatchLabelKeys'] as const)
    for (const key of texts(term[field]))
      if (!isQualifiedName(key)) say('labelKey', placeOf(owner, term, field), { field, key });
  for (const field of ['matchLabelKeys', 'mismatchLabelKeys'] as const)
    if (texts(term[field]).length > 0 && !object(term.labelSelector))
      say('keysAlone', placeOf(owner, term, field), { field });
  const key = texts(term.matchLabelKeys).find((one) => texts(term.mismatchLabelKeys).includes(one));
  if (key !== undefined) say('bothKeys', placeOf(owner, term, 'matchLabelKeys'), { key });
}

/** The required and preferred terms of affinity and anti-affinity between pods. */
function podTerms(affinity: IAffinity | undefined): readonly IPodAffinityTerm[] {
  return [object(affinity?.podAffinity), object(affinity?.podAntiAffinity)].flatMap((part) => [
    ...items(part?.requiredDuringSchedulingIgnoredDuringExecution),
    ...items(part?.preferredDuringSchedulingIgnoredDuringExecution).flatMap((one) => object(one.podAffinityTerm) ?? []),
  ]);
}
