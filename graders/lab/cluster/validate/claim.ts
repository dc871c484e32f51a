import type { IPersistentVolumeClaimSpec } from 'kubernetes-models/v1';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { isDnsSubdomain } from '../../../model/workloads/names.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { parseQuantity } from '../../../model/workloads/quantities.ts';
import { podTemplateOf } from '../../../model/workloads/templates.ts';
import { isSet, items, object, text, texts } from '../../../model/workloads/values.ts';
import { law, type Say } from './law.ts';

const messages = {
  modes: {
    es: 'La petición no dice cómo se va a usar el disco: falta algún `accessModes`, como `ReadWriteOnce`.',
    en: 'The claim does not say how the disk will be used: some `accessModes` is missing, such as `ReadWriteOnce`.',
  },
  alone: {
    es: '`ReadWriteOncePod` es exclusivo: no se combina con otros modos.',
    en: '`ReadWriteOncePod` is exclusive: it does not combine with other modes.',
  },
  storage: {
    es: 'La petición no dice cuánto disco necesita: falta `resources.requests.storage`.',
    en: 'The claim does not say how much storage it needs: `resources.requests.storage` is missing.',
  },
  zero: {
    es: 'El tamaño pedido tiene que ser mayor que 0.',
    en: 'The requested size must be greater than 0.',
  },
  source: {
    es: '`{field}` no nombra de qué se copia el disco: un PersistentVolumeClaim o, con su `apiGroup`, otro tipo; con `kind` y `name`.',
    en: '`{field}` does not name what the disk is copied from: a PersistentVolumeClaim or, with its `apiGroup`, another kind; with `kind` and `name`.',
  },
  sources: {
    es: '`dataSource` y `dataSourceRef` nombran cosas distintas. Deja `dataSourceRef`.',
    en: '`dataSource` and `dataSourceRef` name different things. Keep `dataSourceRef`.',
  },
  unnamed: {
    es: 'A esta plantilla de `volumeClaimTemplates` le falta `metadata.name`: el volumen se llama como ella.',
    en: 'This template of `volumeClaimTemplates` lacks `metadata.name`: the volume is called like it.',
  },
  named: {
    es: 'Este disco se llama como diga su pod: de los metadatos, su plantilla lleva `labels` y `annotations`, y no `{field}`.',
    en: 'This disk is called as its pod says: of the metadata, its template takes `labels` and `annotations`, and not `{field}`.',
  },
} as const;

export const claimLaw = law({
  messages,
  check({ resources }, say) {
    for (const owner of resources) {
      for (const { template } of ephemeralsOf(owner)) {
        const metadata = object((template as { metadata?: Record<string, unknown> }).metadata);
        for (const [field, value] of Object.entries(metadata ?? {}))
          if (!taken.includes(field) && isGiven(value)) say('named', placeOf(owner, metadata, field), { field });
      }
      for (const template of claimTemplatesOf(owner)) {
        const metadata = object((template as { metadata?: { name?: unknown } }).metadata);
        if (text(metadata?.name) === undefined) say('unnamed', placeOf(owner, template), {});
      }
      for (const { holder, spec } of claimsOf(owner)) {
        const modes = texts(spec.accessModes);
        if (modes.length === 0) say('modes', placeOf(owner, holder, 'spec'), {});
        if (modes.includes('ReadWriteOncePod') && modes.length > 1)
          say('alone', placeOf(owner, spec, 'accessModes'), {});
        const requests = object(object(spec.resources)?.requests) as Record<string, unknown> | undefined;
        const size = requests?.storage;
        if (size === undefined || size === null) say('storage', placeOf(owner, holder, 'spec'), {});
        else if ((parseQuantity(size) ?? 1n) === 0n) say('zero', placeOf(owner, requests, 'storage'), {});
        checkSources(owner, spec, say);
      }
    }
  },
});

interface Claim {
  readonly holder: object;
  readonly spec: IPersistentVolumeClaimSpec;
}

/** What the metadata of a claim that a pod makes may hold. */
const taken = ['labels', 'annotations'];

/** Whether a field says something: what is empty is as good as absent. */
const isGiven = (value: unknown): boolean => isSet(value) && value !== '' && value !== 0;

/** The claims that the volumes of a pod make by themselves. */
export function ephemeralsOf(owner: Resource): readonly { readonly template: object }[] {
  return items(podTemplateOf(owner)?.spec.volumes).flatMap(({ ephemeral }) => {
    const template = object(object(ephemeral)?.volumeClaimTemplate);
    return template ? [{ template }] : [];
  });
}

/**
 * What a claim is copied from. The old field alone is dropped when it names nothing that can be copied.
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#data-source-references
 */
function checkSources(owner: Resource, spec: IPersistentVolumeClaimSpec, say: Say<typeof messages>): void {
  const reference = object(spec.dataSourceRef);
  const old = object(spec.dataSource);
  // Naming something of another namespace belongs to a gate that is off: the whole field is dropped.
  const across = text(reference?.namespace) !== undefined;
  const named = owner.kind === 'PersistentVolumeClaim' && across ? undefined : reference;
  if (named && !isSource(named)) say('source', placeOf(owner, spec, 'dataSourceRef'), { field: 'dataSourceRef' });
  const keptOld = old && (named !== undefined || owner.kind !== 'PersistentVolumeClaim' || isCopied(old));
  if (keptOld && !isSource(old)) say('source', placeOf(owner, spec, 'dataSource'), { field: 'dataSource' });
  else if (keptOld && named && sourceKey(old) !== sourceKey(named))
    say('sources', placeOf(owner, spec, 'dataSource'), {});
}

interface Source {
  readonly apiGroup?: string;
  readonly kind?: string;
  readonly name?: string;
}

const isSource = ({ apiGroup, kind, name }: Source): boolean =>
  text(name) !== undefined &&
  text(kind) !== undefined &&
  (text(apiGroup) === undefined ? kind === 'PersistentVolumeClaim' : isDnsSubdomain(apiGroup ?? ''));

const isCopied = ({ apiGroup, kind }: Source): boolean =>
  (kind === 'PersistentVolumeClaim' && (apiGroup ?? '') === '') ||
  (kind === 'VolumeSnapshot' && apiGroup === 'snapshot.storage.k8s.io');

const sourceKey = ({ apiGroup, kind, name }: Source): string => JSON.stringify([apiGroup ?? null, kind, name]);

/** The claims that a StatefulSet makes for each of its pods. */
const claimTemplatesOf = ({ group, kind, data }: Resource): readonly object[] =>
  group === 'apps' && kind === 'StatefulSet'
    ? items(object((data as { spec?: { volumeClaimTemplates?: object[] } }).spec)?.volumeClaimTemplates)
    : [];

function claimsOf(owner: Resource): readonly Claim[] {
  const { group, kind, data } = owner;
  const holders = group === '' && kind === 'PersistentVolumeClaim' ? [data as object] : claimTemplatesOf(owner);
  return [...holders, ...ephemeralsOf(owner).map(({ template }) => template)].flatMap((holder) => {
    const spec = object((holder as { spec?: IPersistentVolumeClaimSpec }).spec);
    return [{ holder, spec: spec ?? ({} as IPersistentVolumeClaimSpec) }];
  });
}
