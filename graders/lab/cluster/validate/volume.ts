import type { IVolume } from 'kubernetes-models/v1';
import { own } from '../../../core/own.ts';
import { isDnsLabel } from '../../../model/workloads/names.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { type PodTemplate, podTemplatesOf } from '../../../model/workloads/templates.ts';
import { integer, isObject, isSet, items, text } from '../../../model/workloads/values.ts';
import { keySpanOf } from '../../../parse/yaml/located.ts';
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
  hostPath: {
    es: 'La ruta del nodo `{path}` no puede contener `..`.',
    en: 'The path of the node `{path}` cannot contain `..`.',
  },
} as const;

export const volumeLaw = law({
  messages,
  check(manifests, say) {
    for (const template of podTemplatesOf(manifests)) {
      const seen = new Set<string>();
      for (const volume of items(template.spec.volumes)) {
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

/** The sources made of files (ConfigMap, Secret, downward API, projected), each with its items. */
function filesOf({ configMap, secret, downwardAPI, projected }: IVolume): readonly Record<string, unknown>[] {
  const sources: readonly unknown[] = [
    configMap,
    secret,
    downwardAPI,
    projected,
    ...items(projected?.sources).flatMap((source) => Object.values(source)),
  ];
  return sources.filter(isObject).flatMap((source) => [source, ...items(source.items as Record<string, unknown>[])]);
}
