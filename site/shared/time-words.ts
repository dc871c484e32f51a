import type { Text } from '../../graders/index.ts';

/** What is drawn over time says. */
export const timeWords = {
  rollout: { es: 'La actualización, momento a momento', en: 'The update, moment by moment' },
  rolloutAbout: {
    es: 'Así se sustituyen los pods al aplicar tu manifiesto con la imagen `{image}`. Cada columna es un momento; cada casilla, un pod.',
    en: 'This is how the pods are replaced when your manifest is applied with image `{image}`. Each column is a moment; each square, a pod.',
  },
  rolloutMoment: {
    es: 'A los {seconds} s: {ready} {ready:pod listo|pods listos} de {wanted}. Antiguos: {oldReady} listos de {oldPods}. Nuevos: {newReady} listos de {newPods}.',
    en: 'At {seconds} s: {ready} {ready:pod|pods} ready of {wanted}. Old: {oldReady} ready of {oldPods}. New: {newReady} ready of {newPods}.',
  },
  autoscaling: { es: 'El autoescalado bajo la carga', en: 'Autoscaling under load' },
  autoscalingAbout: {
    es: 'Arriba, las réplicas que pide el autoescalador (línea) y los pods listos (relleno). Abajo, la CPU de cada pod listo, en porcentaje de lo que pide.',
    en: 'Above, the replicas that the autoscaler asks for (line) and the pods that are ready (fill). Below, the CPU of each ready pod, in percent of what it requests.',
  },
  scalingMoment: {
    es: 'A los {seconds} s: {ready} {ready:pod listo|pods listos}, y el autoescalador pide {replicas}.',
    en: 'At {seconds} s: {ready} {ready:pod|pods} ready, and the autoscaler asks for {replicas}.',
  },
  scalingUse: {
    es: 'Cada pod usa el {percent} % de la CPU que pide.',
    en: 'Each pod uses {percent}% of the CPU it requests.',
  },
  migration: { es: 'La migración bajo tráfico', en: 'The migration under traffic' },
  migrationAbout: {
    es: 'Cada columna es un instante de tu plan en el que las peticiones pueden correr otra suerte; cada fila, unas peticiones que no paran.',
    en: 'Each column is an instant of your plan at which requests may fare differently; each row, requests that never stop.',
  },
  migrationStep: { es: 'Paso {number}: {step}.', en: 'Step {number}: {step}.' },
  nothingLost: { es: 'No se pierde nada.', en: 'Nothing is lost.' },
  lost: { es: 'Se pierden peticiones de {from} a `{to}`:', en: 'Requests from {from} to `{to}` are lost:' },
  stepRefused: { es: 'El paso no se puede dar.', en: 'The step cannot be taken.' },
  left: {
    es: '{n:Queda|Quedan} {n} {n:paso|pasos} del plan sin mostrar.',
    en: '{n} more {n:step|steps} of the plan {n:is|are} not shown.',
  },
  outside: { es: 'fuera del clúster', en: 'outside the cluster' },
  requests: { es: 'Peticiones', en: 'Requests' },
  step: { es: 'Paso', en: 'Step' },
  answered: { es: 'llegan', en: 'answered' },
  lostShort: { es: 'se pierden', en: 'lost' },
  twin: { es: 'Lo mismo en una tabla', en: 'The same as a table' },
  seconds: { es: 'Segundo', en: 'Second' },
  oldPods: { es: 'Pods antiguos (listos / en total)', en: 'Old pods (ready / in all)' },
  newPods: { es: 'Pods nuevos (listos / en total)', en: 'New pods (ready / in all)' },
  happens: { es: 'Qué pasa', en: 'What happens' },
  replicas: { es: 'Réplicas pedidas', en: 'Replicas asked for' },
  ready: { es: 'Pods listos', en: 'Pods ready' },
  use: { es: 'CPU por pod', en: 'CPU per pod' },
  oldReady: { es: 'antiguo, listo', en: 'old, ready' },
  oldWaiting: { es: 'antiguo, no listo', en: 'old, not ready' },
  newReady: { es: 'nuevo, listo', en: 'new, ready' },
  newWaiting: { es: 'nuevo, aún no listo', en: 'new, not ready yet' },
  laterReady: { es: 'de la otra línea, listo', en: 'of the other line, ready' },
  laterWaiting: { es: 'de la otra línea, aún no listo', en: 'of the other line, not ready yet' },
  rolloutLater: {
    es: ' De la otra línea: {laterReady} listos de {laterPods}.',
    en: ' Of the other line: {laterReady} ready of {laterPods}.',
  },
  laterPods: { es: 'Pods de la otra línea (listos / en total)', en: 'Pods of the other line (ready / in all)' },
  wantedLine: { es: 'réplicas que se piden: {wanted}', en: 'replicas asked for: {wanted}' },
  atMost: { es: 'máximo {n}', en: 'at most {n}' },
  atLeast: { es: 'mínimo {n}', en: 'at least {n}' },
  changesOnly: {
    es: 'Solo los momentos en los que cambia algo.',
    en: 'Only the moments at which something changes.',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** The player of what is drawn over time. */
export const momentWords = {
  walk: { es: 'Momento', en: 'Moment' },
  previous: { es: 'Momento anterior', en: 'Previous moment' },
  next: { es: 'Momento siguiente', en: 'Next moment' },
  step: { es: 'Momento {step} de {of}', en: 'Moment {step} of {of}' },
} as const satisfies Readonly<Record<string, Text>>;

/** What somebody does otherwise from a moment on. */
export const whatIfWords = {
  title: { es: '¿Y si…?', en: 'What if…?' },
  what: { es: 'Qué haces desde ese momento', en: 'What you do from that moment on' },
  open: { es: 'Ver la otra línea', en: 'See the other line' },
  close: { es: 'Quitar la otra línea', en: 'Take the other line away' },
  before: { es: 'Como estaba', en: 'As it was' },
  line: { es: '{from}, {does}', en: '{from}, {does}' },
  asking: { es: 'Un momento…', en: 'One moment…' },
  broke: { es: 'El laboratorio no ha podido seguir esa línea.', en: 'The lab could not follow that line.' },
  ended: { es: 'Aquí la línea ya ha terminado.', en: 'This line has ended by now.' },
  unknown: { es: 'Eso no se puede hacer ahí.', en: 'That cannot be done there.' },
  refused: { es: 'La API no lo admite:', en: 'The API does not admit it:' },
  unreadable: {
    es: 'El manifiesto no se puede leer tal como está ahora.',
    en: 'The manifest cannot be read as it stands now.',
  },
  fromSeconds: { es: 'Desde los {seconds} s', en: 'From {seconds} s on' },
  undo: { es: 'vuelvo atrás (`kubectl rollout undo`)', en: 'I go back (`kubectl rollout undo`)' },
  image: { es: 'aplico la imagen', en: 'I apply image' },
  imageName: { es: 'Imagen', en: 'Image' },
  apply: {
    es: 'aplico el manifiesto como está ahora en el editor',
    en: 'I apply the manifest as it stands in the editor now',
  },
  killOld: { es: 'borro un pod antiguo', en: 'I delete an old pod' },
  killNew: { es: 'borro un pod nuevo', en: 'I delete a new pod' },
  load: { es: 'la carga pasa a ser de', en: 'the load becomes' },
  loadName: { es: 'Carga en milésimas de CPU', en: 'Load in thousandths of a CPU' },
  afterStep: { es: 'Tras el paso {number}', en: 'After step {number}' },
  skip: { es: 'me salto el paso que tocaba', en: 'I leave out the step whose turn it is' },
  take: { es: 'toca {step}', en: 'the next is to {step}' },
} as const satisfies Readonly<Record<string, Text>>;
