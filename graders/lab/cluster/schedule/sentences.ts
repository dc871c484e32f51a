import type { Messages } from '../../../core/messages.ts';

/** What the scheduler says. */
export const sentences = {
  scheduled: {
    es: 'El planificador asigna el pod al nodo `{node}`.',
    en: 'The scheduler binds the pod to node `{node}`.',
  },
  unschedulable: {
    es: 'Ningún nodo admite el pod, que se queda en `Pending`: {reasons}.',
    en: 'No node takes the pod, which stays in `Pending`: {reasons}.',
  },
  noScheduler: {
    es: 'Nadie planifica el pod: en el clúster no hay ningún planificador `{scheduler}`.',
    en: 'Nobody schedules the pod: the cluster has no scheduler `{scheduler}`.',
  },
  schedulingGated: {
    es: 'El pod espera a que alguien retire `{gate}` de `schedulingGates`.',
    en: 'The pod waits for somebody to remove `{gate}` from `schedulingGates`.',
  },
  nodeUnknown: {
    es: 'El pod pide el nodo `{node}`, que no existe.',
    en: 'The pod asks for node `{node}`, which does not exist.',
  },
} as const satisfies Messages;
