import type { IVolume } from 'kubernetes-models/v1';
import { own } from '../../../core/own.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { isDnsLabel, isDnsSubdomain } from '../../../model/workloads/names.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { type PodTemplate, podTemplatesOf } from '../../../model/workloads/templates.ts';
import { integer, isObject, isSet, items, object, text } from '../../../model/workloads/values.ts';
import { keySpanOf } from '../../../parse/yaml/located.ts';
import { isDivisor, isFileField, isResourceField } from './downward.ts';
import { offSources, overwrittenVolumes } from './dropped.ts';
import { law, type Say } from './law.ts';

const messages = {
  name: {
    es: '`{name}` no sirve como nombre de volumen: hasta 63 minúsculas, cifras y `-`, sin `-` en los extremos.',
    en: '`{name}` is not a valid volume name: at most 63 lowercase letters, digits and `-`, no `-` at the ends.',
  },
  duplicate: {
    es: 'Ya hay otro volumen llamado `{name}` en este pod.',
    en: 'There is already another volume named `{name}` in this pod.',
  },
  sources: {
    es: 'El volumen `{name}` dice de dónde salen los datos {count} veces: {sources}. Deja una.',
    en: 'The volume `{name}` says where its data comes from {count} times: {sources}. Keep one.',
  },
  mode: {
    es: '{mode} es {octal} en octal, y los permisos van de 0 a 0777. Escríbelo en octal, con un cero delante: `0644`.',
    en: '{mode} is {octal} in octal, and permissions go from 0 to 0777. Write it in octal, with a leading zero: `0644`.',
  },
  path: {
    es: '`{path}` tiene que ser una ruta relativa al volumen, sin `..`.',
    en: '`{path}` must be a path relative to the volume, without `..`.',
  },
  secret: {
    es: '`{name}` no es el nombre de un Secret.',
    en: '`{name}` is not the name of a Secret.',
  },
  downward: {
    es: 'Cada fichero de `downwardAPI` dice un `fieldRef` o un `resourceFieldRef`, y solo uno.',
    en: 'Each file of `downwardAPI` says one `fieldRef` or one `resourceFieldRef`, and only one.',
  },
  field: {
    es: '`{field}` no es algo del pod que un fichero pueda contar.',
    en: '`{field}` is not something of the pod that a file can tell.',
  },
  container: {
    es: 'Falta `containerName`: de qué contenedor es el recurso.',
    en: '`containerName` is missing: which container the resource is of.',
  },
  divisor: {
    es: 'El divisor es una unidad: `1` o `1m` para la CPU, y `1`, `1k`, `1Mi`… para lo que se mide en bytes.',
    en: 'The divisor is a unit: `1` or `1m` for CPU, and `1`, `1k`, `1Mi`… for what is measured in bytes.',
  },
  projected: {
    es: 'Cada entrada de `sources` es de un solo tipo: reparte esta en dos.',
    en: 'Each entry of `sources` is of a single kind: split this one in two.',
  },
  twice: {
    es: 'Dos orígenes del volumen escriben `{path}`.',
    en: 'Two sources of the volume write `{path}`.',
  },
  chap: {
    es: 'Quien se identifica por CHAP necesita su contraseña: falta `secretRef`.',
    en: 'Who identifies itself by CHAP needs its password: `secretRef` is missing.',
  },
  hostPath: {
    es: 'La ruta del nodo `{path}` no puede contener `..`.',
    en: 'The path of the node `{path}` cannot contain `..`.',
  },
} as const;

export const volumeLaw = law({
  of: 'pods',
  messages,
  check(manifests, say) {
    for (const template of podTemplatesOf(manifests)) {
      const seen = new Set<string>();
      const overwritten = overwrittenVolumes(template.owner);
      for (const volume of items(template.spec.volumes)) {
        if (overwritten.has(volume.name)) continue;
        checkName(template, volume, seen, say);
        checkSource(template, volume, say);
      }
    }
  },
});

type Sayer = Say<typeof messages>;

function checkName({ owner }: PodTemplate, volume: IVolume, seen: Set<string>, say: Sayer): void {
  const name = text(volume.name);
  if (name === undefined) return;
  if (seen.has(name)) say('duplicate', placeOf(owner, volume, 'name'), { name });
  else if (!isDnsLabel(name)) say('name', placeOf(owner, volume, 'name'), { name });
  seen.add(name);
}

function checkSource({ owner }: PodTemplate, volume: IVolume, say: Sayer): void {
  const sources = Object.entries(volume).filter(([key, value]) => key !== 'name' && isSet(value));
  if (sources.length > 1) {
    const names = sources.map(([key]) => `\`${key}\``);
    const at = keySpanOf(volume, sources[1]?.[0] ?? '') ?? placeOf(owner, volume);
    say('sources', at, { name: text(volume.name) ?? '', count: names.length, sources: names });
  }
  const hostPath = text(volume.hostPath?.path);
  if (hostPath?.split('/').includes('..')) say('hostPath', placeOf(owner, volume.hostPath, 'path'), { path: hostPath });
  const iscsi = object(volume.iscsi);
  const asksChap = iscsi?.chapAuthDiscovery === true || iscsi?.chapAuthSession === true;
  if (asksChap && !object(iscsi?.secretRef)) say('chap', placeOf(owner, volume, 'iscsi'), {});
  const secret = object(object(volume.csi)?.nodePublishSecretRef);
  const named = text(secret?.name) ?? '';
  if (secret && !isDnsSubdomain(named)) say('secret', placeOf(owner, secret, 'name'), { name: named });
  checkDownward(owner, volume, say);
  checkProjected(owner, volume, say);
  for (const source of filesOf(volume)) {
    for (const field of ['defaultMode', 'mode']) {
      const mode = integer(own(source, field));
      if (mode === undefined || (mode >= 0 && mode <= 0o777)) continue;
      say('mode', placeOf(owner, source, field), { mode: String(mode), octal: mode.toString(8) });
    }
    const path = text(source.path);
    if (path !== undefined && (path.startsWith('/') || path.split('/').includes('..')))
      say('path', placeOf(owner, source, 'path'), { path });
  }
}

type DownwardItem = NonNullable<NonNullable<IVolume['downwardAPI']>['items']>[number];

/** Files about the pod itself: each one tells a field or a resource. */
function checkDownward(owner: Resource, { downwardAPI, projected }: IVolume, say: Sayer): void {
  const sources = [downwardAPI, ...items(projected?.sources).map((source) => source.downwardAPI)];
  const files: readonly DownwardItem[] = sources.flatMap((source) => items(object(source)?.items));
  for (const file of files) {
    const field = object(file.fieldRef);
    const resource = object(file.resourceFieldRef);
    if ((field !== undefined) === (resource !== undefined)) say('downward', placeOf(owner, file), {});
    else if (field && !(isFileField(text(field.fieldPath) ?? '') && (text(field.apiVersion) ?? 'v1') === 'v1'))
      say('field', placeOf(owner, field, 'fieldPath'), { field: text(field.fieldPath) ?? '' });
    else if (resource && text(resource.containerName) === undefined)
      say('container', placeOf(owner, resource, 'resource'), {});
    else if (resource && !isResourceField(text(resource.resource) ?? ''))
      say('field', placeOf(owner, resource, 'resource'), { field: text(resource.resource) ?? '' });
    else if (resource && !isDivisor(resource)) say('divisor', placeOf(owner, resource, 'divisor'), {});
  }
}

/** In a projected volume, each source is of one kind, and no path is written twice. */
function checkProjected(owner: Resource, { projected }: IVolume, say: Sayer): void {
  const paths = new Set<string>();
  for (const source of items(object(projected)?.sources)) {
    const given = Object.entries(source).filter(([key, value]) => isSet(value) && !offSources.includes(key));
    if (given.length > 1) say('projected', placeOf(owner, source, given[1]?.[0]), {});
    for (const [kind, inner] of given) {
      if (!isObject(inner) || kind === 'serviceAccountToken') continue;
      for (const { path: written } of items(inner.items as readonly Record<string, unknown>[])) {
        const path = text(written);
        if (path === undefined) continue;
        if (paths.has(path)) say('twice', placeOf(owner, inner), { path });
        paths.add(path);
      }
    }
  }
}

/** The sources made of files (ConfigMap, Secret, downward API, projected), each with its items. */
function filesOf({ configMap, secret, downwardAPI, projected }: IVolume): readonly Record<string, unknown>[] {
  const sources: readonly unknown[] = [
    configMap,
    secret,
    downwardAPI,
    projected,
    ...items(projected?.sources).flatMap((source) =>
      Object.entries(source).flatMap(([kind, inner]) => (offSources.includes(kind) ? [] : [inner])),
    ),
  ];
  return sources.filter(isObject).flatMap((source) => [source, ...items(source.items as Record<string, unknown>[])]);
}
