import type { IPersistentVolumeClaimSpec } from 'kubernetes-models/v1';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { parseQuantity } from '../../../model/workloads/quantities.ts';
import { items, object, texts } from '../../../model/workloads/values.ts';
import { law } from './law.ts';

export const claimLaw = law({
  messages: {
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
  },
  check({ resources }, say) {
    for (const owner of resources) {
      for (const { holder, spec } of claimsOf(owner)) {
        const modes = texts(spec.accessModes);
        if (modes.length === 0) say('modes', placeOf(owner, holder, 'spec'), {});
        if (modes.includes('ReadWriteOncePod') && modes.length > 1)
          say('alone', placeOf(owner, spec, 'accessModes'), {});
        const requests = object(object(spec.resources)?.requests) as Record<string, unknown> | undefined;
        const size = requests?.storage;
        if (size === undefined || size === null) say('storage', placeOf(owner, holder, 'spec'), {});
        else if ((parseQuantity(size) ?? 1n) === 0n) say('zero', placeOf(owner, requests, 'storage'), {});
      }
    }
  },
});

interface Claim {
  readonly holder: object;
  readonly spec: IPersistentVolumeClaimSpec;
}

function claimsOf({ group, kind, data }: Resource): readonly Claim[] {
  const holders =
    group === '' && kind === 'PersistentVolumeClaim'
      ? [data as object]
      : group === 'apps' && kind === 'StatefulSet'
        ? items(object((data as { spec?: { volumeClaimTemplates?: object[] } }).spec)?.volumeClaimTemplates)
        : [];
  return holders.flatMap((holder) => {
    const spec = object((holder as { spec?: IPersistentVolumeClaimSpec }).spec);
    return spec ? [{ holder, spec }] : [];
  });
}
