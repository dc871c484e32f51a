import type { Messages } from '../../../core/messages.ts';

/** What the node autoscaler says. */
export const sentences = {
  nodeAdded: {
    es: 'El grupo `{group}` crece con el nodo `{node}`, para {n:el pod pendiente|los pods pendientes} {pods}.',
    en: 'Group `{group}` grows by node `{node}`, for the pending {n:pod|pods} {pods}.',
  },
  nodeNoHelp: {
    es: 'Ningún grupo de nodos puede crecer con una máquina que admita el pod `{pod}`: sigue pendiente.',
    en: 'No node group can grow by a machine that takes pod `{pod}`: it stays pending.',
  },
  nodeRemoved: {
    es: 'Los pods del nodo `{node}` piden menos de la mitad y caben en otros: el nodo se retira.',
    en: 'The pods of node `{node}` request less than half of it and fit elsewhere: the node is removed.',
  },
  nodeKeptMinimum: {
    es: 'El nodo `{node}` se queda: su grupo está en el mínimo.',
    en: 'Node `{node}` stays: its group is at its minimum.',
  },
  nodeKeptNoRoom: {
    es: 'El nodo `{node}` se queda: el pod `{pod}` no cabe en ningún otro.',
    en: 'Node `{node}` stays: pod `{pod}` fits on no other.',
  },
  nodeKeptBudget: {
    es: 'El nodo `{node}` se queda: el PodDisruptionBudget `{budget}` no deja mover el pod `{pod}`.',
    en: 'Node `{node}` stays: the PodDisruptionBudget `{budget}` does not let pod `{pod}` move.',
  },
  nodeKeptBare: {
    es: 'El nodo `{node}` se queda: nadie repondría el pod suelto `{pod}`.',
    en: 'Node `{node}` stays: nobody would replace the bare pod `{pod}`.',
  },
  nodeKeptStorage: {
    es: 'El nodo `{node}` se queda: el pod `{pod}` guarda datos en él.',
    en: 'Node `{node}` stays: pod `{pod}` keeps data on it.',
  },
  nodeKeptUnsafe: {
    es: 'El nodo `{node}` se queda: el pod `{pod}` dice que no se le desaloje.',
    en: 'Node `{node}` stays: pod `{pod}` says it must not be evicted.',
  },
} as const satisfies Messages;
