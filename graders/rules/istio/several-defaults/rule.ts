import { own } from '../../../core/own.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { fields } from '../../../model/mesh/fields.ts';
import { titleOf } from '../../../model/workloads/places.ts';
import { isSet } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';

/** Kinds of which a namespace has one without a selector: what it says is for every pod. */
const kinds: readonly string[] = [
  'networking.istio.io/Sidecar',
  'telemetry.istio.io/Telemetry',
  'security.istio.io/PeerAuthentication',
];

export default rule({
  id: 'istio/several-defaults',
  severity: 'warning',
  title: {
    es: 'Dos objetos quieren ser el de todo el espacio de nombres',
    en: 'Two objects want to be that of the whole namespace',
  },
  related: ['IST0111', 'IST0160'],
  over: 'manifests',
  codes: { another: ({ kind }) => [kind === 'Sidecar' ? 'IST0111' : 'IST0160'] },
  messages: {
    another: {
      es: '{kind:El|La} {kind} `{other}` también es para todos los pods de `{namespace}`: solo uno de los dos cuenta, y no se dice cuál.',
      en: 'The {kind} `{other}` is for every pod of `{namespace}` as well: only one of the two counts, and it is not said which.',
    },
    oldest: {
      es: 'El PeerAuthentication `{other}` también es para todos los pods de `{namespace}`: solo cuenta el más antiguo de los dos.',
      en: 'The PeerAuthentication `{other}` is for every pod of `{namespace}` as well: only the older one of the two counts.',
    },
  },
  check({ resources }, say) {
    const groups = new Map<string, Resource[]>();
    for (const resource of resources) {
      const { group, kind, namespace = 'default' } = resource;
      if (!kinds.includes(`${group}/${kind}`) || !isForAll(resource)) continue;
      const key = `${group}/${kind}/${namespace}`;
      const known = groups.get(key);
      if (known) known.push(resource);
      else groups.set(key, [resource]);
    }
    for (const all of groups.values()) {
      for (const resource of all) {
        const { kind, namespace = 'default', name } = resource;
        const other = all.find((one) => one.name !== name)?.name;
        if (other === undefined) continue;
        if (kind === 'PeerAuthentication') say('oldest', titleOf(resource), { other, namespace });
        else say('another', titleOf(resource), { kind, other, namespace });
      }
    }
  },
});

function isForAll({ data }: Resource): boolean {
  const spec = fields(fields(data).spec);
  return !['selector', 'workloadSelector', 'targetRef', 'targetRefs'].some((field) => isSet(own(spec, field)));
}
