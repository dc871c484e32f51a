import type { IConfigMap } from 'kubernetes-models/v1';
import { ofKind } from '../../../model/manifests/manifests.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { pairs } from '../../../model/workloads/values.ts';
import { keySpanOf } from '../../../parse/yaml/located.ts';
import { rule } from '../../rule.ts';
import { looksSecret } from '../secrets.ts';

export default rule({
  id: 'kubernetes/secret-in-config-map',
  severity: 'warning',
  title: { es: 'Un secreto en un ConfigMap', en: 'A secret in a ConfigMap' },
  related: ['sensitiveConfigmapContent'],
  over: 'manifests',
  messages: {
    privateKey: {
      es: 'La clave `{key}` lleva una clave privada, y un ConfigMap lo lee cualquiera. Va en un Secret.',
      en: 'The key `{key}` holds a private key, and anyone reads a ConfigMap. It belongs in a Secret.',
    },
    literal: {
      es: 'La clave `{key}` parece un secreto, y un ConfigMap lo lee cualquiera. Va en un Secret.',
      en: 'The key `{key}` looks like a secret, and anyone reads a ConfigMap. It belongs in a Secret.',
    },
  },
  check(manifests, say) {
    for (const map of ofKind<IConfigMap>(manifests, 'ConfigMap', '')) {
      for (const [key, value] of pairs(map.data.data)) {
        if (/-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/.test(value))
          say('privateKey', keySpanOf(map.data.data, key) ?? placeOf(map, map.data.data, key), { key });
        else if (!value.includes('\n') && looksSecret(key, value))
          say('literal', placeOf(map, map.data.data, key), { key });
      }
    }
  },
});
