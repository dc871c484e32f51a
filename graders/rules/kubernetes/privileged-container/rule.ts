import { code } from '../../../core/code.ts';
import { containersIn } from '../../../model/workloads/containers.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { object, text, texts } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';

/** Capabilities that amount to being root on the node. */
const dangerous = [
  'ALL',
  'SYS_ADMIN',
  'SYS_MODULE',
  'SYS_PTRACE',
  'SYS_RAWIO',
  'SYS_BOOT',
  'DAC_READ_SEARCH',
  'BPF',
  'MAC_ADMIN',
];

export default rule({
  id: 'kubernetes/privileged-container',
  severity: 'warning',
  title: { es: 'El contenedor manda sobre el nodo', en: 'The container rules over the node' },
  related: [
    'privileged-container',
    'privilege-escalation-container',
    'CKV_K8S_16',
    'CKV_K8S_20',
    'CKV_K8S_25',
    'dangerousCapabilities',
  ],
  over: 'manifests',
  messages: {
    privileged: {
      es: 'El contenedor `{container}` es privilegiado: tiene todos los permisos sobre el nodo.',
      en: 'The container `{container}` is privileged: it has every permission over the node.',
    },
    escalation: {
      es: 'El contenedor `{container}` permite que sus procesos ganen privilegios (`allowPrivilegeEscalation: true`).',
      en: 'The container `{container}` lets its processes gain privileges (`allowPrivilegeEscalation: true`).',
    },
    capability: {
      es: 'La capacidad {capabilities} da al contenedor `{container}` poder sobre el nodo.',
      en: 'The capability {capabilities} gives the container `{container}` power over the node.',
    },
  },
  check(manifests, say) {
    for (const { template, container } of containersIn(manifests)) {
      const context = object(container.securityContext);
      const facts = { container: text(container.name) ?? '' };
      if (context?.privileged === true) say('privileged', placeOf(template.owner, context, 'privileged'), facts);
      else if (context?.allowPrivilegeEscalation === true)
        say('escalation', placeOf(template.owner, context, 'allowPrivilegeEscalation'), facts);
      const added = object(context?.capabilities);
      const capabilities = texts(added?.add).filter((name) => dangerous.includes(name.replace(/^CAP_/, '')));
      if (capabilities.length > 0)
        say('capability', placeOf(template.owner, added, 'add'), {
          ...facts,
          capabilities: capabilities.map(code),
        });
    }
  },
});
