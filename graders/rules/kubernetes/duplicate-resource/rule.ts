import type { Resource } from '../../../model/manifests/manifests.ts';
import { titleOf } from '../../../model/workloads/places.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/duplicate-resource',
  severity: 'warning',
  title: { es: 'El mismo objeto está dos veces', en: 'The same object is there twice' },
  over: 'manifests',
  messages: {
    sameFile: {
      es: '{kind:El|La} {kind} `{name}` ya está en este fichero: al aplicarlo, este pisa al primero.',
      en: 'The {kind} `{name}` is already in this file: when applied, this one overwrites the first.',
    },
    otherFile: {
      es: '{kind:El|La} {kind} `{name}` ya está en `{path}`: al aplicar los dos, uno pisa al otro.',
      en: 'The {kind} `{name}` is already in `{path}`: when both are applied, one overwrites the other.',
    },
  },
  check({ resources }, say) {
    const seen = new Map<string, Resource>();
    for (const resource of resources) {
      const { group, kind, namespace, name, at } = resource;
      if (name === '') continue;
      const key = [folderOf(at.path), group, kind, namespace, name].join('\n');
      const first = seen.get(key);
      if (!first) seen.set(key, resource);
      else if (first.at.path === at.path) say('sameFile', titleOf(resource), { kind, name });
      else say('otherFile', titleOf(resource), { kind, name, path: first.at.path });
    }
  },
});

/** Variants of one object (an overlay for each environment) live in folders of their own. */
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
