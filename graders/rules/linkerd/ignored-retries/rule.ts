import type { Resource } from '../../../model/manifests/manifests.ts';
import { fields, fieldsList } from '../../../model/mesh/fields.ts';
import { keySpanOf } from '../../../parse/yaml/located.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'linkerd/ignored-retries',
  severity: 'warning',
  title: {
    es: 'Un ServiceProfile anula reintentos y tiempos de espera',
    en: 'A ServiceProfile overrides retries and timeouts',
  },
  over: 'manifests',
  messages: {
    ignored: {
      es: '`{key}` no se usa: existe el ServiceProfile `{profile}`, y entonces solo cuentan los reintentos y tiempos que diga él.',
      en: '`{key}` is not used: there is the ServiceProfile `{profile}`, and then only its own retries and timeouts count.',
    },
  },
  check({ resources }, say) {
    const profiles = resources.filter(({ kind, group }) => kind === 'ServiceProfile' && group === 'linkerd.io');
    for (const resource of resources) {
      const hosts = servicesBehind(resource);
      const place = resource.namespace;
      const profile = profiles.find(({ name, namespace }) => namespace === place && hosts.includes(name));
      if (!profile) continue;
      const { annotations } = resource.metadata;
      for (const key of Object.keys(fields(annotations))) {
        if (!/^(?:retry|timeout)\.linkerd\.io\//.test(key)) continue;
        say('ignored', keySpanOf(annotations, key) ?? resource.at, { key, profile: profile.name });
      }
    }
  },
});

/** The full names of the Service that an object is, or that an HTTPRoute is for. */
function servicesBehind({ kind, group, name, namespace = 'default', data }: Resource): readonly string[] {
  if (kind === 'Service' && group === '') return [`${name}.${namespace}.svc.cluster.local`];
  if (kind !== 'HTTPRoute' && kind !== 'GRPCRoute') return [];
  return fieldsList(fields(fields(data).spec).parentRefs).flatMap((parent) => {
    const place = typeof parent.namespace === 'string' ? parent.namespace : namespace;
    return parent.kind === 'Service' ? [`${String(parent.name)}.${place}.svc.cluster.local`] : [];
  });
}
