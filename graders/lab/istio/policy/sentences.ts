import type { Messages } from '../../../core/messages.ts';

/** What the DestinationRules of a host say. */
export const sentences = {
  subsetUnknown: {
    es: 'Ningún DestinationRule que cuente aquí define el subset `{subset}` de `{host}`: el proxy responde 503 (NC).',
    en: 'No DestinationRule that counts here defines the subset `{subset}` of `{host}`: the proxy answers 503 (NC).',
  },
  subsetOtherHost: {
    es: 'El DestinationRule `{rule}` define `{subset}`, pero para `{other}`, que no es `{host}`.',
    en: 'The DestinationRule `{rule}` defines `{subset}`, but for `{other}`, which is not `{host}`.',
  },
  subsetForOthers: {
    es: 'El DestinationRule `{rule}` define `{subset}`, pero su `workloadSelector` no incluye a `{client}`.',
    en: 'The DestinationRule `{rule}` defines `{subset}`, but its `workloadSelector` does not include `{client}`.',
  },
  subsetNotShown: {
    es: 'El DestinationRule `{rule}` define `{subset}`, pero su `exportTo` no lo enseña al espacio de nombres `{namespace}`.',
    en: 'The DestinationRule `{rule}` defines `{subset}`, but its `exportTo` does not show it to namespace `{namespace}`.',
  },
  subsetOverruled: {
    es: 'El DestinationRule `{rule}` define `{subset}`, pero está en `{namespace}`: para `{client}` cuenta el de su espacio de nombres; si no, el del Service; y si no, el de la raíz.',
    en: 'The DestinationRule `{rule}` defines `{subset}`, but it is in `{namespace}`: for `{client}` that of its own namespace counts, else that of the Service, else that of the root.',
  },
  subsetResolved: {
    es: 'El subset `{subset}` de `{host}` son los pods con {labels}: {n} de {of}.',
    en: 'Subset `{subset}` of `{host}` is the pods with {labels}: {n} of {of}.',
  },
  subsetEmpty: {
    es: 'Ningún pod listo del Service tiene {labels}, lo que pide el subset `{subset}`: 503 (UH).',
    en: 'No ready pod of the Service has {labels}, which subset `{subset}` asks for: 503 (UH).',
  },
  subsetOutside: {
    es: 'Hay pods con {labels}, pero el selector del Service `{service}` no los elige, y un subset solo reparte los del Service.',
    en: 'There are pods with {labels}, but the selector of Service `{service}` does not take them, and a subset only divides those of the Service.',
  },
  balanced: {
    es: '`{host}` se reparte entre sus pods con `{policy}`.',
    en: '`{host}` is spread over its pods with `{policy}`.',
  },
  affinity: {
    es: 'Las peticiones a `{host}` con lo mismo en `{affinity}` van siempre al mismo pod.',
    en: 'Requests to `{host}` with the same `{affinity}` always go to the same pod.',
  },
  outliers: {
    es: 'Tras {errors} {errors:error|errores} {errors:seguido|seguidos}, un pod de `{host}` queda fuera {seconds} s; a la vez, como mucho el {percent} %.',
    en: 'After {errors} {errors:error|errors} in a row, a pod of `{host}` is left out for {seconds} s; at most {percent}% at once.',
  },
  overflow: {
    es: 'Caben {room} peticiones a la vez hacia `{host}` y llegan {concurrent}: el resto recibe 503 (UO).',
    en: '{room} requests to `{host}` fit at once and {concurrent} arrive: the rest gets 503 (UO).',
  },
} as const satisfies Messages;
