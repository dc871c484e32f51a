import type { IPodSpec } from 'kubernetes-models/v1';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { isAddress } from '../../../model/workloads/cidr.ts';
import { isDnsLabel, isDnsSubdomain } from '../../../model/workloads/names.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { podTemplatesOf } from '../../../model/workloads/templates.ts';
import { isSet, items, object, text, texts } from '../../../model/workloads/values.ts';
import { law, type Say } from './law.ts';

const messages = {
  label: {
    es: '`{value}` no sirve como `{field}`: hasta 63 minúsculas, cifras y `-`, sin `-` en los extremos.',
    en: '`{value}` is not a valid `{field}`: at most 63 lowercase letters, digits and `-`, no `-` at the ends.',
  },
  subdomain: {
    es: '`{value}` no sirve como `{field}`: solo minúsculas, cifras, `-` y `.`.',
    en: '`{value}` is not a valid `{field}`: only lowercase letters, digits, `-` and `.`.',
  },
  nameservers: {
    es: 'Con `dnsPolicy: None` el pod no tiene DNS propio: hace falta `dnsConfig.nameservers`.',
    en: 'With `dnsPolicy: None` the pod has no DNS of its own: `dnsConfig.nameservers` is needed.',
  },
  deadline: {
    es: '`activeDeadlineSeconds` es para pods que terminan: un {kind} no lo admite.',
    en: '`activeDeadlineSeconds` is for pods that finish: a {kind} does not take it.',
  },
  alias: {
    es: '`{ip}` no es una dirección IP.',
    en: '`{ip}` is not an IP address.',
  },
} as const;

export const podFieldLaw = law({
  messages,
  check(manifests, say) {
    for (const { owner, spec } of podTemplatesOf(manifests)) {
      checkNames(owner, spec, say);
      if (spec.dnsPolicy === 'None' && texts(object(spec.dnsConfig)?.nameservers).length === 0)
        say('nameservers', placeOf(owner, spec, 'dnsPolicy'), {});
      if (isSet(spec.activeDeadlineSeconds) && ['Deployment', 'ReplicaSet', 'DaemonSet'].includes(owner.kind))
        say('deadline', placeOf(owner, spec, 'activeDeadlineSeconds'), { kind: owner.kind });
      const server = texts(object(spec.dnsConfig)?.nameservers).find((value) => !isAddress(value));
      if (server !== undefined) say('alias', placeOf(owner, spec.dnsConfig, 'nameservers'), { ip: server });
      for (const alias of items(spec.hostAliases)) {
        const ip = text(alias.ip);
        if (ip !== undefined && !isAddress(ip)) say('alias', placeOf(owner, alias, 'ip'), { ip });
        const value = texts(alias.hostnames).find((name) => !isDnsSubdomain(name));
        if (value !== undefined) say('subdomain', placeOf(owner, alias, 'hostnames'), { field: 'hostnames', value });
      }
    }
  },
});

function checkNames(owner: Resource, spec: IPodSpec, say: Say<typeof messages>): void {
  for (const field of ['hostname', 'subdomain'] as const) {
    const value = text(spec[field]);
    if (value !== undefined && !isDnsLabel(value)) say('label', placeOf(owner, spec, field), { field, value });
  }
  for (const field of ['serviceAccountName', 'nodeName', 'priorityClassName', 'runtimeClassName'] as const) {
    const value = text(spec[field]);
    if (value !== undefined && !isDnsSubdomain(value)) say('subdomain', placeOf(owner, spec, field), { field, value });
  }
}
