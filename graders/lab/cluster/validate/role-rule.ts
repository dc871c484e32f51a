import type { IPolicyRule } from 'kubernetes-models/rbac.authorization.k8s.io/v1';
import { placeOf } from '../../../model/workloads/places.ts';
import { items } from '../../../model/workloads/values.ts';
import { law } from './law.ts';

export const roleRuleLaw = law({
  messages: {
    verbs: {
      es: 'Esta regla no permite nada: `verbs` necesita al menos un verbo (`get`, `list`, `watch`, …).',
      en: 'This rule allows nothing: `verbs` needs at least one verb (`get`, `list`, `watch`, …).',
    },
    groups: {
      es: 'Falta `apiGroups`. El grupo de los pods, Services y ConfigMaps es el vacío: `apiGroups: [""]`.',
      en: '`apiGroups` is missing. The group of pods, Services and ConfigMaps is the empty one: `apiGroups: [""]`.',
    },
    resources: {
      es: 'Falta `resources`: la regla no dice sobre qué objetos vale.',
      en: '`resources` is missing: the rule does not say which objects it is about.',
    },
    mixed: {
      es: 'Una regla trata de recursos o de URL, no de las dos cosas. Sepárala en dos.',
      en: 'A rule is about resources or about URLs, not both. Split it in two.',
    },
    namespaced: {
      es: 'Un Role vive en un espacio de nombres y no puede conceder URL: eso es de un ClusterRole.',
      en: 'A Role lives in a namespace and cannot grant URLs: that is for a ClusterRole.',
    },
  },
  check({ resources: objects }, say) {
    for (const role of objects) {
      if (role.group !== 'rbac.authorization.k8s.io' || !/^(?:Cluster)?Role$/.test(role.kind)) continue;
      for (const entry of items((role.data as { rules?: readonly IPolicyRule[] }).rules)) {
        const [verbs, groups, resources, urls, names] = [
          entry.verbs,
          entry.apiGroups,
          entry.resources,
          entry.nonResourceURLs,
          entry.resourceNames,
        ].map((list) => (Array.isArray(list) ? list.length : 0));
        if (!verbs) say('verbs', placeOf(role, entry, 'verbs'), {});
        if (urls) {
          const at = placeOf(role, entry, 'nonResourceURLs');
          if (role.kind === 'Role') say('namespaced', at, {});
          else if (groups || resources || names) say('mixed', at, {});
        } else {
          if (!groups) say('groups', placeOf(role, entry, 'apiGroups'), {});
          if (!resources) say('resources', placeOf(role, entry, 'resources'), {});
        }
      }
    }
  },
});
