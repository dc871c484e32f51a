import { runningContainersOf } from '../../../model/workloads/containers.ts';
import { namePlaceOf } from '../../../model/workloads/places.ts';
import { podTemplatesOf } from '../../../model/workloads/templates.ts';
import { isSet, object, text } from '../../../model/workloads/values.ts';
import { isWindows } from '../../../model/workloads/windows.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/may-run-as-root',
  severity: 'info',
  title: { es: 'Nada impide que corra como root', en: 'Nothing keeps it from running as root' },
  related: ['run-as-non-root', 'CKV_K8S_23', 'runAsRootAllowed'],
  over: 'manifests',
  messages: {
    open: {
      es: 'Nada impide que {containers} {n:se ejecute|se ejecuten} como root: lo decide {n:su imagen|cada imagen}. Falta `runAsNonRoot: true`.',
      en: 'Nothing keeps {containers} from running as root: {n:its|each} image decides. `runAsNonRoot: true` is missing.',
    },
  },
  check(manifests, say) {
    for (const template of podTemplatesOf(manifests)) {
      if (isWindows(template)) continue;
      const ofPod = object(template.spec.securityContext);
      const open = runningContainersOf(template).filter(({ container }) => {
        const own = object(container.securityContext);
        const user = own?.runAsUser ?? ofPod?.runAsUser;
        return !isSet(user) && (own?.runAsNonRoot ?? ofPod?.runAsNonRoot) !== true && own?.privileged !== true;
      });
      const [first] = open;
      if (!first) continue;
      const containers = open.map(({ container }) => `\`${text(container.name) ?? ''}\``);
      say('open', namePlaceOf(template.owner, first.container), { containers, n: containers.length });
    }
  },
});
