import type { Say } from '../../rule.ts';

export const messages = {
  host: {
    es: '«{value}» no es un nombre de host: va sin protocolo, puerto ni ruta, con letras, cifras, `-` y `.`.',
    en: '"{value}" is not a host name: it has no protocol, port or path, only letters, digits, `-` and `.`.',
  },
  shortHost: {
    es: '`{value}` es un nombre corto, y un Gateway atiende nombres completos, como `tienda.example.com`, o `*`.',
    en: '`{value}` is a short name, and a Gateway serves full names, such as `shop.example.com`, or `*`.',
  },
  subset: {
    es: '«{value}» no sirve como nombre de un subset: letras, cifras y `-`, hasta 63.',
    en: '"{value}" is not a valid name for a subset: letters, digits and `-`, at most 63.',
  },
  label: {
    es: '`{value}` no puede ser el valor de una etiqueta: letras, cifras, `-`, `_` y `.`, hasta 63.',
    en: '`{value}` cannot be the value of a label: letters, digits, `-`, `_` and `.`, at most 63.',
  },
  gateway: {
    es: '`{value}` no es el nombre de un Gateway: se escribe `nombre` o `espacio/nombre`.',
    en: '`{value}` is not the name of a Gateway: it is written `name` or `namespace/name`.',
  },
  sniHost: {
    es: '`{value}` no está entre los `hosts` de este VirtualService.',
    en: '`{value}` is not among the `hosts` of this VirtualService.',
  },
  egressHost: {
    es: '`{value}` no dice de qué espacio de nombres: se escribe `espacio/host`, como `./*` o `istio-system/*`.',
    en: '`{value}` does not say of which namespace: it is written `namespace/host`, like `./*` or `istio-system/*`.',
  },
  keysUrl: {
    es: '«{value}» no es una dirección: `jwksUri` empieza por `http://` o `https://`.',
    en: '"{value}" is not an address: `jwksUri` starts with `http://` or `https://`.',
  },
  noPorts: {
    es: '`portLevelMtls` no nombra ningún puerto.',
    en: '`portLevelMtls` names no port.',
  },
  portKey: {
    es: '`{value}` no es un puerto: las claves de `portLevelMtls` son números de puerto del contenedor, de 1 a 65535.',
    en: '`{value}` is not a port: the keys of `portLevelMtls` are port numbers of the container, from 1 to 65535.',
  },
  repeatedSubset: {
    es: 'Ya hay un subset `{value}` en este DestinationRule.',
    en: 'There is a subset `{value}` already in this DestinationRule.',
  },
  duration: {
    es: '`{field}` vale `{value}`, y una duración de Istio es de 1 ms como mínimo, en milisegundos enteros.',
    en: '`{field}` is `{value}`, and a duration of Istio is at least 1 ms, in whole milliseconds.',
  },
  emptyMatch: {
    es: '`{field}` está vacío: así no se compara con nada. Para aceptar cualquier valor, quita la condición.',
    en: '`{field}` is empty: it compares with nothing. To take any value, remove the condition.',
  },
  port: {
    es: 'Falta el número del puerto, o no está entre 1 y 65535.',
    en: 'The port number is missing, or it is not between 1 and 65535.',
  },
  repeatedPort: {
    es: 'Ya hay otro puerto con este número o este nombre (`{value}`).',
    en: 'There is another port with this number or this name already (`{value}`).',
  },
  protocol: {
    es: 'Istio no conoce el protocolo `{value}`; conoce {known}.',
    en: 'Istio does not know the protocol `{value}`; it knows {known}.',
  },
  retryOn: {
    es: '`{value}` no es un motivo para reintentar: son nombres como `5xx`, `connect-failure` o `503`, separados por comas y sin espacios.',
    en: '`{value}` is not a reason to retry: reasons are names such as `5xx`, `connect-failure` or `503`, separated by commas without blanks.',
  },
  status: {
    es: '`{field}` es un código de respuesta entre 200 y 599, y aquí hay {value}.',
    en: '`{field}` is a response code between 200 and 599, and here it is {value}.',
  },
  method: {
    es: '`{value}` no es un método HTTP: se escriben en mayúsculas, como `GET` o `POST`.',
    en: '`{value}` is not an HTTP method: methods are written in capitals, like `GET` or `POST`.',
  },
  nothing: {
    es: '`{field}` está vacío: necesita al menos uno de estos campos: {needed}.',
    en: '`{field}` is empty: it needs at least one of these fields: {needed}.',
  },
  scheme: {
    es: 'Una redirección va a `http` o a `https`, no a `{value}`.',
    en: 'A redirect goes to `http` or `https`, not to `{value}`.',
  },
  percentSign: {
    es: 'En el valor de una cabecera, `%` abre una variable de Envoy: para escribir el signo, pon `%%`.',
    en: 'In the value of a header, `%` opens a variable of Envoy: to write the sign itself, put `%%`.',
  },
  negative: { es: '`{field}` no puede ser negativo.', en: '`{field}` cannot be negative.' },
  percent: {
    es: '`{field}` es un porcentaje de 0 a 100, y aquí hay {value}.',
    en: '`{field}` is a percentage from 0 to 100, and here it is {value}.',
  },
  certificates: {
    es: 'Con `mode: {mode}` faltan los certificados: {needed}.',
    en: 'With `mode: {mode}` the certificates are missing: {needed}.',
  },
  localityWeights: {
    es: 'Las partes de `{from}` suman {sum}, y tienen que sumar 100.',
    en: 'The shares of `{from}` add up to {sum}, and they must add up to 100.',
  },
  localOrigin: {
    es: '`consecutiveLocalOriginFailures` solo se cuenta aparte con `splitExternalLocalOriginErrors: true`.',
    en: '`consecutiveLocalOriginFailures` is only counted apart with `splitExternalLocalOriginErrors: true`.',
  },
  address: {
    es: '`{value}` no es una dirección IP.',
    en: '`{value}` is not an IP address.',
  },
  block: {
    es: '`{value}` no es una dirección IP ni un bloque de direcciones.',
    en: '`{value}` is neither an IP address nor a block of addresses.',
  },
  noAddress: {
    es: 'A este destino le falta `address`.',
    en: 'This endpoint lacks its `address`.',
  },
  noSniHosts: {
    es: 'Este `match` no dice para qué nombres vale: falta `sniHosts`.',
    en: 'This `match` does not say for which names it holds: `sniHosts` is missing.',
  },
  noRoute: {
    es: 'A esta regla le falta `route`.',
    en: 'This rule lacks its `route`.',
  },
  endpointsWithNone: {
    es: 'Con `resolution: NONE` se va a la dirección que pidió el cliente: no hay `endpoints`.',
    en: 'With `resolution: NONE` traffic goes to the address the client asked for: there are no `endpoints`.',
  },
} as const;

export type Sayer = Say<typeof messages>;
