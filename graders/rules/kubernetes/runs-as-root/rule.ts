import { containersOf } from '../../../model/workloads/containers.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { podTemplatesOf } from '../../../model/workloads/templates.ts';
import { isSet, object, text } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/runs-as-root',
  severity: 'warning',
  title: { es: 'Corre como root', en: 'It runs as root' },
  related: ['run-as-non-root', 'CKV_K8S_23', 'runAsRootAllowed', 'container-security-context-user-group-id'],
  over: 'manifests',
  messages: {
    container: {
      es: 'El contenedor `{container}` se ejecuta como root (`runAsUser: 0`).',
      en: 'The container `{container}` runs as root (`runAsUser: 0`).',
    },
    pod: {
      es: 'Los contenedores del pod se ejecutan como root (`runAsUser: 0`) si no dicen otra cosa.',
      en: 'The containers of the pod run as root (`runAsUser: 0`) unless they say otherwise.',
    },
    refused: {
      es: 'Se pide root (`runAsUser: 0`) y a la vez que no sea root (`runAsNonRoot: true`): el contenedor `{container}` no llega a arrancar.',
      en: 'Root is asked for (`runAsUser: 0`) and forbidden (`runAsNonRoot: true`): the container `{container}` never starts.',
    },
  },
  check(manifests, say) {
    for (const template of podTemplatesOf(manifests)) {
      const { owner, spec } = template;
      const ofPod = object(spec.securityContext);
      let inherited = false;
      for (const { container } of containersOf(template)) {
        const own = object(container.securityContext);
        const name = text(container.name) ?? '';
        const inherits = !isSet(own?.runAsUser);
        const user = inherits ? ofPod?.runAsUser : own?.runAsUser;
        if (user !== 0) continue;
        const at = placeOf(owner, inherits ? ofPod : own, 'runAsUser');
        if ((own?.runAsNonRoot ?? ofPod?.runAsNonRoot) === true) say('refused', at, { container: name });
        else if (!inherits) say('container', at, { container: name });
        else inherited = true;
      }
      if (inherited) say('pod', placeOf(owner, ofPod, 'runAsUser'), {});
    }
  },
});
