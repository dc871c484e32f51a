import type { ISecret } from 'kubernetes-models/v1';
import { own } from '../../../core/own.ts';
import { ofKind } from '../../../model/manifests/manifests.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { isObject, keysOf, pairs, text } from '../../../model/workloads/values.ts';
import { law } from './law.ts';

/** What each type of Secret must hold: all of the keys, or any of them. */
const needs: Readonly<Record<string, { readonly keys: readonly string[]; readonly any?: true }>> = {
  'kubernetes.io/tls': { keys: ['tls.crt', 'tls.key'] },
  'kubernetes.io/dockerconfigjson': { keys: ['.dockerconfigjson'] },
  'kubernetes.io/dockercfg': { keys: ['.dockercfg'] },
  'kubernetes.io/ssh-auth': { keys: ['ssh-privatekey'] },
  'kubernetes.io/basic-auth': { keys: ['username', 'password'], any: true },
};

const accountToken = 'kubernetes.io/service-account-token';
const accountName = 'kubernetes.io/service-account.name';

export const secretLaw = law({
  messages: {
    all: {
      es: 'Un Secret de tipo `{type}` necesita la clave `{key}`.',
      en: 'A Secret of type `{type}` needs the key `{key}`.',
    },
    any: {
      es: 'Un Secret de tipo `{type}` necesita la clave `username` o `password`.',
      en: 'A Secret of type `{type}` needs the key `username` or `password`.',
    },
    account: {
      es: 'Un Secret de tipo `{type}` dice de qué cuenta es en la anotación `kubernetes.io/service-account.name`.',
      en: 'A Secret of type `{type}` says whose account it is in the annotation `kubernetes.io/service-account.name`.',
    },
    json: {
      es: 'El valor de `{key}` tiene que ser un JSON.',
      en: 'The value of `{key}` must be JSON.',
    },
  },
  check(manifests, say) {
    for (const secret of ofKind<ISecret>(manifests, 'Secret', '')) {
      const { data } = secret;
      const type = text(data.type);
      if (type === undefined) continue;
      const at = placeOf(secret, data, 'type');
      const keys = new Set([...keysOf(data.data), ...keysOf(data.stringData)]);
      const need = own(needs, type);
      if (need?.any && !need.keys.some((key) => keys.has(key))) say('any', at, { type });
      if (need && !need.any) for (const key of need.keys) if (!keys.has(key)) say('all', at, { type, key });
      const owner = pairs(secret.metadata.annotations).find(([key]) => key === accountName);
      if (type === accountToken && !owner?.[1]) say('account', at, { type });
      for (const [key, value] of pairs(data.stringData))
        if (need?.keys[0] === key && key.startsWith('.docker') && !isJson(value))
          say('json', placeOf(secret, data.stringData, key), { key });
      const empty = type === 'kubernetes.io/ssh-auth' ? written(data, 'ssh-privatekey') === '' : false;
      if (empty) say('all', at, { type, key: 'ssh-privatekey' });
    }
  },
});

const written = ({ data, stringData }: Partial<ISecret>, key: string): unknown =>
  own(stringData ?? {}, key) ?? own(data ?? {}, key);

function isJson(value: string): boolean {
  try {
    // Numbers, texts and lists are JSON and no list of registries; `null` is an empty one.
    return isObject(JSON.parse(value) ?? {});
  } catch {
    return false;
  }
}
