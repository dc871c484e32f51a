import type { Resource } from '../../../model/manifests/manifests.ts';
import { byLabel } from '../../../model/workloads/by-label.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import type { PodTemplate } from '../../../model/workloads/templates.ts';
import { rule } from '../../rule.ts';
import { selectorOf } from '../selector.ts';
import { readWorld } from '../world.ts';

/** Kinds of which a pod has one: a second one with a selector for it is not merged with the first. */
const kinds: readonly string[] = ['Sidecar', 'Telemetry', 'PeerAuthentication'];

export default rule({
  id: 'istio/overlapping-workloads',
  severity: 'warning',
  title: { es: 'Dos objetos eligen el mismo pod', en: 'Two objects select the same pod' },
  related: ['IST0110', 'IST0159'],
  over: 'manifests',
  codes: { both: ({ kind }) => (kind === 'Sidecar' ? ['IST0110'] : kind === 'Telemetry' ? ['IST0159'] : []) },
  messages: {
    both: {
      es: '{kind:El|La} {kind} `{other}` elige también los pods de `{pod}`, donde no se combinan: solo cuenta uno de los dos.',
      en: 'The {kind} `{other}` selects the pods of `{pod}` as well, where they are not merged: only one of the two counts.',
    },
  },
  check(manifests, say) {
    const templates = byLabel(readWorld(manifests).templates);
    for (const group of groupsOf(manifests.resources)) {
      const chosen = new Map<PodTemplate, Resource[]>();
      for (const { resource, wanted } of group) {
        for (const pod of templates.with(resource.namespace, wanted)) {
          const known = chosen.get(pod);
          if (known) known.push(resource);
          else chosen.set(pod, [resource]);
        }
      }
      for (const { resource, wanted } of group) {
        const [pod, others] = [...chosen].find(([, all]) => all.length > 1 && all.includes(resource)) ?? [];
        const other = others?.find((one) => one !== resource);
        if (!pod || !other) continue;
        const facts = { kind: resource.kind, other: other.name, pod: pod.owner.name };
        say('both', placeOf(resource, wanted), facts);
      }
    }
  },
});

interface Selecting {
  readonly resource: Resource;
  readonly wanted: Readonly<Record<string, string>>;
}

/** The objects of a kind in a namespace that choose their pods, where there are several. */
function groupsOf(resources: readonly Resource[]): readonly (readonly Selecting[])[] {
  const groups = new Map<string, Selecting[]>();
  for (const resource of resources) {
    const wanted = kinds.includes(resource.kind) ? selectorOf(resource) : undefined;
    if (!wanted || Object.keys(wanted).length === 0) continue;
    const key = `${resource.kind} ${resource.namespace ?? 'default'}`;
    groups.set(key, [...(groups.get(key) ?? []), { resource, wanted }]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}
