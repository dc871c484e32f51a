import type { Messages } from '../../../core/messages.ts';

/** What the cluster says about pods that are not there or not ready, to whoever needs them. */
export const sentences = {
  podsRefused: {
    es: 'El selector de `{service}` elegiría los pods de {workloads}, pero la API no los admitió.',
    en: 'The selector of `{service}` would pick the pods of {workloads}, but the API did not admit them.',
  },
  podsNotAsked: {
    es: '{kind:El|La} {kind} `{name}` haría pods con esas etiquetas, pero ahora no pide ninguno.',
    en: 'The {kind} `{name}` would make pods with those labels, but it asks for none now.',
  },
  podsElsewhere: {
    es: 'Pods con esas etiquetas sí hay en el espacio de nombres `{where}`, pero un Service solo elige los del suyo.',
    en: 'There are pods with those labels in namespace `{where}`, but a Service only picks those of its own.',
  },
  pagesHidden: {
    es: 'El volumen `{volume}` está montado en `{path}` y oculta las páginas que trae la imagen: solo hay lo que pone el volumen.',
    en: 'Volume `{volume}` is mounted at `{path}` and hides the pages of the image: there is only what the volume brings.',
  },
  podEnded: {
    es: 'El pod `{pod}` ya ha terminado: uno que termina deja de recibir tráfico.',
    en: 'Pod `{pod}` has ended: one that ends receives no traffic any more.',
  },
  nodeRefuses: {
    es: 'El nodo `{node}` no lo admite: `{reason}`.',
    en: 'Node `{node}` does not take it: `{reason}`.',
  },
  nodeLabelMissing: {
    es: 'El nodo `{node}` no lo admite: el pod pide la etiqueta {wanted}, que el nodo no lleva.',
    en: 'Node `{node}` does not take it: the pod asks for the label {wanted}, which the node does not have.',
  },
  nodeLabelOther: {
    es: 'El nodo `{node}` no lo admite: el pod pide la etiqueta {wanted}, y el nodo lleva {found}.',
    en: 'Node `{node}` does not take it: the pod asks for the label {wanted}, and the node has {found}.',
  },
  nodeRoom: {
    es: 'El nodo `{node}` no lo admite: el pod pide {asked} de `{resource}`, y de sus {total} quedan libres {free}.',
    en: 'Node `{node}` does not take it: the pod asks for {asked} of `{resource}`, and of its {total} there is {free} left.',
  },
  moreNodes: {
    es: 'Y {n} {n:nodo más tampoco lo admite|nodos más tampoco lo admiten}.',
    en: 'And {n} more {n:node does not take it either|nodes do not take it either}.',
  },
  processAssumed: {
    es: 'El laboratorio no conoce lo que ejecuta el contenedor `{container}` (`{image}`): da por hecho que funciona.',
    en: 'The lab does not know what container `{container}` (`{image}`) executes: it is taken to work.',
  },
  portAssumed: {
    es: 'El laboratorio no sabe en qué puertos escucha el contenedor `{container}` (`{image}`): da por hecho que en el {port}.',
    en: 'The lab does not know on which ports container `{container}` (`{image}`) listens: port {port} is taken to be one.',
  },
  addressAssumed: {
    es: '`{address}` no es ningún pod del clúster: se da por hecho que responde.',
    en: '`{address}` is no pod of the cluster: it is taken to answer.',
  },
} as const satisfies Messages;
