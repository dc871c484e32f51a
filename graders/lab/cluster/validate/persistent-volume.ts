import type { IPersistentVolumeSpec } from 'kubernetes-models/v1';
import { code } from '../../../core/code.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { isDnsLabel, isDnsSubdomain } from '../../../model/workloads/names.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { parseQuantity } from '../../../model/workloads/quantities.ts';
import { isSet, keysOf, object, text, texts } from '../../../model/workloads/values.ts';
import { keySpanOf } from '../../../parse/yaml/located.ts';
import { law, type Say } from './law.ts';

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

const after: readonly string[] = [
  'azureFile',
  'vsphereVolume',
  'photonPersistentDisk',
  'portworxVolume',
  'azureDisk',
  'scaleIO',
  'local',
  'storageos',
  'csi',
];

const messages = {
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
  zero: {
    es: 'El tamaño de un volumen tiene que ser mayor que 0.',
    en: 'The size of a volume must be greater than 0.',
  },
  otherCapacity: {
    es: '`capacity` solo dice el tamaño, `storage`: sobra `{resource}`.',
    en: '`capacity` only says the size, `storage`: `{resource}` has no place here.',
  },
  alone: {
    es: '`ReadWriteOncePod` es exclusivo: no se combina con otros modos.',
    en: '`ReadWriteOncePod` is exclusive: it does not combine with other modes.',
  },
  secret: {
    es: '`{field}` nombra un Secret por `name` y `namespace`, y aquí hay `{value}`.',
    en: '`{field}` names a Secret by `name` and `namespace`, and here it is `{value}`.',
  },
  attributes: {
    es: '`volumeAttributesClassName` es de los volúmenes `csi`, y este no lo es.',
    en: '`volumeAttributesClassName` is of `csi` volumes, and this is none.',
  },
  dataset: {
    es: 'El volumen de Flocker se nombra con `datasetName` o con `datasetUUID`: uno, y solo uno.',
    en: 'The volume of Flocker is named by `datasetName` or by `datasetUUID`: one, and only one.',
  },
  registry: {
    es: '`{value}` no sirve como `registry`: son pares `máquina:puerto`, separados por comas.',
    en: '`{value}` is not a valid `registry`: it takes `host:port` pairs, separated by commas.',
  },
  path: {
    es: 'La ruta `{path}` no puede contener `..`.',
    en: 'The path `{path}` cannot contain `..`.',
  },
  recycled: {
    es: 'Con `Recycle` se borra lo que hay en el volumen, y este es todo el disco del nodo: la ruta `/`.',
    en: 'With `Recycle` what is in the volume is removed, and this one is the whole disk of the node: the path `/`.',
  },
  reserved: {
    es: '`{key}` es de Kubernetes: las opciones de un `flexVolume` llevan otro dominio.',
    en: '`{key}` belongs to Kubernetes: the options of a `flexVolume` carry another domain.',
  },
} as const;

export const persistentVolumeLaw = law({
  messages,
  check({ resources }, say) {
    for (const owner of resources) {
      const { group, kind, data } = owner;
      const spec = object((data as { spec?: IPersistentVolumeSpec }).spec);
      if (group !== '' || kind !== 'PersistentVolume' || !spec) continue;
      const at = keySpanOf(data, 'spec') ?? placeOf(owner, data, 'spec');
      const given = sources.filter((field) => isSet((spec as unknown as Record<string, unknown>)[field]));
      if (given.length === 0) say('noSource', at, {});
      // A `flexVolume` is only counted against what is looked at after it.
      if (given.filter((field) => field !== 'flexVolume' || given.some((one) => after.includes(one))).length > 1)
        say('severalSources', at, { fields: given.map(code) });
      const listed: unknown = object(object(spec.nodeAffinity)?.required)?.nodeSelectorTerms;
      const terms = Array.isArray(listed) ? listed.length : 0;
      if (given.includes('local') && terms === 0) say('noNode', keySpanOf(spec, 'local') ?? at, {});
      checkCapacity(owner, spec, say);
      checkSource(owner, spec, say);
      const modes = texts(spec.accessModes);
      if (modes.includes('ReadWriteOncePod') && modes.some((mode) => mode !== 'ReadWriteOncePod'))
        say('alone', placeOf(owner, spec, 'accessModes'), {});
    }
  },
});

type Sayer = Say<typeof messages>;

function checkCapacity(owner: Resource, spec: IPersistentVolumeSpec, say: Sayer): void {
  const capacity = object(spec.capacity) as Record<string, unknown> | undefined;
  if (!capacity) return;
  if (!isSet(capacity.storage)) say('noStorage', keySpanOf(spec, 'capacity') ?? placeOf(owner, spec, 'capacity'), {});
  else if (parseQuantity(capacity.storage) === 0n) say('zero', placeOf(owner, capacity, 'storage'), {});
  const other = keysOf(capacity).find((resource) => resource !== 'storage');
  if (other !== undefined) say('otherCapacity', placeOf(owner, capacity, other), { resource: other });
}

const secrets = [
  'controllerPublishSecretRef',
  'controllerExpandSecretRef',
  'nodePublishSecretRef',
  'nodeExpandSecretRef',
] as const;

function checkSource(owner: Resource, spec: IPersistentVolumeSpec, say: Sayer): void {
  const csi = object(spec.csi);
  for (const field of secrets) {
    const secret = object(csi?.[field]);
    if (!secret) continue;
    const [name, namespace] = [text(secret.name) ?? '', text(secret.namespace) ?? ''];
    const wrong = !isDnsSubdomain(name) ? name : !isDnsLabel(namespace) ? namespace : undefined;
    if (wrong !== undefined) say('secret', placeOf(owner, csi, field), { field, value: wrong });
  }
  if (isSet(spec.volumeAttributesClassName) && !csi)
    say('attributes', placeOf(owner, spec, 'volumeAttributesClassName'), {});
  for (const holder of [object(spec.hostPath), object(spec.local)]) {
    const path = text(holder?.path);
    if (path?.split('/').includes('..')) say('path', placeOf(owner, holder, 'path'), { path });
  }
  const root = text(object(spec.hostPath)?.path);
  if (spec.persistentVolumeReclaimPolicy === 'Recycle' && root !== undefined && /^\/[./]*$/.test(root))
    say('recycled', placeOf(owner, spec, 'persistentVolumeReclaimPolicy'), {});
  const flocker = object(spec.flocker);
  if (flocker && (text(flocker.datasetName) === undefined) === (text(flocker.datasetUUID) === undefined))
    say('dataset', placeOf(owner, spec, 'flocker'), {});
  const registry = text(object(spec.quobyte)?.registry);
  if (registry?.split(',').some((pair) => !/^(?:[^:[\]]*|\[[^[\]]*\]):[^:[\]]*$/.test(pair)))
    say('registry', placeOf(owner, spec.quobyte, 'registry'), { value: registry });
  const options = object(object(spec.flexVolume)?.options);
  for (const key of keysOf(options))
    if (/^(?:[^/]*\.)?(?:kubernetes|k8s)\.io(?:\/|$)/.test(key.toLowerCase()))
      say('reserved', placeOf(owner, options, key), { key });
}
