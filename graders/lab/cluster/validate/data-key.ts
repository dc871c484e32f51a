import type { IConfigMap, ISecret } from 'kubernetes-models/v1';
import { placeOf } from '../../../model/workloads/places.ts';
import { keysOf } from '../../../model/workloads/values.ts';
import { keySpanOf } from '../../../parse/yaml/located.ts';
import { law } from './law.ts';

export const dataKeyLaw = law({
  messages: {
    key: {
      es: '`{key}` no sirve como clave: letras, cifras, `-`, `_` y `.`, hasta 253, sin ser `.` ni empezar por `..`.',
      en: '`{key}` is not a valid key: letters, digits, `-`, `_` and `.`, at most 253, and not `.` nor beginning with `..`.',
    },
    both: {
      es: 'La clave `{key}` está en `data` y en `binaryData`. Deja una.',
      en: 'The key `{key}` is in both `data` and `binaryData`. Keep one.',
    },
  },
  check({ resources }, say) {
    for (const resource of resources) {
      const { group, kind } = resource;
      if (group !== '' || (kind !== 'ConfigMap' && kind !== 'Secret')) continue;
      const { data, stringData, binaryData } = resource.data as IConfigMap & ISecret;
      for (const map of [data, stringData, binaryData]) {
        for (const key of keysOf(map)) {
          const at = keySpanOf(map, key) ?? placeOf(resource, map);
          if (!isKey(key)) say('key', at, { key });
          else if (map === binaryData && keysOf(data).includes(key)) say('both', at, { key });
        }
      }
    }
  },
});

/** Each key may become a file of a volume. */
const isKey = (key: string): boolean => /^[-._a-zA-Z0-9]{1,253}$/.test(key) && key !== '.' && !key.startsWith('..');
