import type { IPolicyRule } from 'kubernetes-models/rbac.authorization.k8s.io/v1';
import { code } from '../../../core/code.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { items, texts } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';

/** What lets somebody into containers that run. */
const doors: readonly string[] = ['pods/exec', 'pods/attach', 'pods/portforward', 'pods/proxy'];

export default rule({
  id: 'kubernetes/exec-permission',
  severity: 'info',
  title: { es: 'Un permiso para entrar en los contenedores', en: 'A permission to get into containers' },
  over: 'manifests',
  messages: {
    exec: {
      es: 'Con {resources} se entra en los contenedores que ya están en marcha: quien tenga este permiso puede lo mismo que ellos, y lee sus Secrets.',
      en: 'With {resources} one gets into containers that run: whoever has this permission can do what they can, and reads their Secrets.',
    },
  },
  check({ resources }, say) {
    for (const resource of resources) {
      if (resource.group !== 'rbac.authorization.k8s.io' || !/^(?:Cluster)?Role$/.test(resource.kind)) continue;
      for (const entry of items((resource.data as { rules?: IPolicyRule[] }).rules)) {
        const found = texts(entry.resources).filter((one) => doors.includes(one));
        const isOfPods = texts(entry.apiGroups).some((group) => group === '' || group === '*');
        const isUsable = texts(entry.verbs).some((verb) => ['create', 'get', '*'].includes(verb));
        if (found.length > 0 && isOfPods && isUsable)
          say('exec', placeOf(resource, entry, 'resources'), { resources: found.map(code) });
      }
    }
  },
});
