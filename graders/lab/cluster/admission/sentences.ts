import type { Messages } from '../../../core/messages.ts';

/** What the API server says. */
export const sentences = {
  nodePortTaken: {
    es: 'El puerto {port} de los nodos ya es del Service `{other}`: la API no admite `{name}`, que lo pide también.',
    en: 'Port {port} of the nodes is the one of Service `{other}` already: the API does not admit `{name}`, which asks for it too.',
  },
  namespaceMissing: {
    es: 'El espacio de nombres `{namespace}` no existe: la API no admite {kind:el|la} {kind} `{name}`.',
    en: 'Namespace `{namespace}` does not exist: the API does not admit the {kind} `{name}`.',
  },
  serviceAccountMissing: {
    es: 'La ServiceAccount `{account}` no existe en el espacio de nombres `{namespace}`: la API no admite el pod.',
    en: 'ServiceAccount `{account}` does not exist in namespace `{namespace}`: the API does not admit the pod.',
  },
  classMissing: {
    es: '{kind:El|La} {kind} `{name}` no existe: la API no admite el pod.',
    en: 'The {kind} `{name}` does not exist: the API does not admit the pod.',
  },
  invalid: {
    es: 'La API rechaza {kind:el|la} {kind} `{name}`. {reason}',
    en: 'The API refuses the {kind} `{name}`. {reason}',
  },
  limitUnspecified: {
    es: 'El LimitRange `{range}` pone un `{bound}` de {allowed} a `{resource}`, y el pod no dice cuánto quiere: la API no lo admite.',
    en: 'LimitRange `{range}` sets a `{bound}` of {allowed} for `{resource}`, and the pod does not say how much it wants: the API does not admit it.',
  },
  limitBroken: {
    es: 'El LimitRange `{range}` pone un `{bound}` de {allowed} a `{resource}`, y aquí hay {found}: la API no admite el pod.',
    en: 'LimitRange `{range}` sets a `{bound}` of {allowed} for `{resource}`, and here it is {found}: the API does not admit the pod.',
  },
  requestAboveLimit: {
    es: 'El contenedor pide {request} de `{resource}` y su límite, sea suyo o el que le da el LimitRange, es {limit}: la API no admite el pod.',
    en: 'The container requests {request} of `{resource}` and its limit, its own or the one the LimitRange gives it, is {limit}: the API does not admit the pod.',
  },
  podSecurity: {
    es: 'El espacio de nombres `{namespace}` exige el nivel `{level}` de Pod Security, y el pod no lo cumple: {why}.',
    en: 'Namespace `{namespace}` enforces the Pod Security level `{level}`, and the pod does not meet it: {why}.',
  },
  quotaUnspecified: {
    es: 'La ResourceQuota `{quota}` lleva la cuenta de {resources}, y no {n:lo dice el contenedor|lo dicen los contenedores} {containers}: la API no admite el pod.',
    en: 'ResourceQuota `{quota}` keeps count of {resources}, and the {n:container|containers} {containers} {n:does|do} not say it: the API does not admit the pod.',
  },
  quotaExceeded: {
    es: 'La ResourceQuota `{quota}` permite {hard} de `{resource}`, hay {used} en uso y esto pide {asked} más: la API no lo admite.',
    en: 'ResourceQuota `{quota}` allows {hard} of `{resource}`, {used} are in use and this asks for {asked} more: the API does not admit it.',
  },
} as const satisfies Messages;
