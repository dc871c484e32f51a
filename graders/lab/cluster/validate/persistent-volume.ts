import type { IPersistentVolumeSpec } from 'kubernetes-models/v1';
import { code } from '../../../core/code.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { isSet, items, object } from '../../../model/workloads/values.ts';
import { keySpanOf } from '../../../parse/yaml/located.ts';
import { law } from './law.ts';

/** The fields that say where the bytes of a volume are. */
const sources = [
  'awsElasticBlockStore',
  'azureDisk',
  'azureFile',
  'cephfs',
  'cinder',
  'csi',
  'fc',
  'flexVolume',
  'flocker',
  'gcePersistentDisk',
  'glusterfs',
  'hostPath',
  'iscsi',
  'local',
  'nfs',
  'photonPersistentDisk',
  'portworxVolume',
  'quobyte',
  'rbd',
  'scaleIO',
  'storageos',
  'vsphereVolume',
] as const;

export const persistentVolumeLaw = law({
  messages: {
    noSource: {
      es: 'El volumen no dice dónde están los datos: le falta un origen, como `hostPath`, `local`, `nfs` o `csi`.',
      en: 'The volume does not say where the data is: it lacks a source, such as `hostPath`, `local`, `nfs` or `csi`.',
    },
    severalSources: {
      es: 'Un volumen tiene un solo origen, y este lleva {fields}.',
      en: 'A volume has a single source, and this one has {fields}.',
    },
    noNode: {
      es: 'Un volumen `local` está en el disco de un nodo: hay que decir cuál, en `nodeAffinity.required`.',
      en: 'A `local` volume is on the disk of one node: say which, in `nodeAffinity.required`.',
    },
    noStorage: {
      es: 'A `capacity` le falta `storage`, el tamaño del volumen.',
      en: '`capacity` lacks `storage`, the size of the volume.',
    },
  },
  check({ resources }, say) {
    for (const owner of resources) {
      const { group, kind, data } = owner;
      const spec = object((data as { spec?: IPersistentVolumeSpec }).spec);
      if (group !== '' || kind !== 'PersistentVolume' || !spec) continue;
      const at = keySpanOf(data, 'spec') ?? placeOf(owner, data, 'spec');
      const given = sources.filter((field) => isSet((spec as unknown as Record<string, unknown>)[field]));
      if (given.length === 0) say('noSource', at, {});
      if (given.filter((field) => field !== 'flexVolume').length > 1)
        say('severalSources', at, { fields: given.map(code) });
      const terms = items(object(object(spec.nodeAffinity)?.required)?.nodeSelectorTerms);
      if (given.includes('local') && terms.length === 0) say('noNode', keySpanOf(spec, 'local') ?? at, {});
      const capacity = object(spec.capacity);
      if (capacity && !isSet(capacity.storage)) say('noStorage', keySpanOf(spec, 'capacity') ?? at, {});
    }
  },
});
