import type { Messages } from '../../../../core/messages.ts';

/** Why a single value is refused. */
export const values = {
  host: {
    es: '«{value}» no es un nombre de host: va sin protocolo, puerto ni ruta, con letras, cifras, `-` y `.`.',
    en: '"{value}" is not a host name: it has no protocol, port or path, only letters, digits, `-` and `.`.',
  },
  shortHost: {
    es: '`{value}` es un nombre corto, y un Gateway atiende nombres completos, como `tienda.example.com`, o `*`.',
    en: '`{value}` is a short name, and a Gateway serves full names, such as `shop.example.com`, or `*`.',
  },
  partialHost: {
    es: 'En `{value}` el comodín es solo parte de un tramo: aquí se escribe `*.dominio`.',
    en: 'In `{value}` the wildcard is only part of a label: here it is written `*.domain`.',
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
  labelKey: {
    es: '`{value}` no puede ser la clave de una etiqueta: `nombre` o `dominio/nombre`, con letras, cifras, `-`, `_` y `.`.',
    en: '`{value}` cannot be the key of a label: `name` or `domain/name`, with letters, digits, `-`, `_` and `.`.',
  },
  portName: {
    es: '`{value}` no sirve como nombre de un puerto: letras, cifras y `-`, hasta 63.',
    en: '`{value}` is not a valid name for a port: letters, digits and `-`, at most 63.',
  },
  namespaceName: {
    es: '`{value}` no es el nombre de un espacio de nombres.',
    en: '`{value}` is not the name of a namespace.',
  },
  exportTo: {
    es: '`{value}` no vale en `exportTo`: van `.` (este espacio de nombres), `*` (todos) o nombres de espacios de nombres.',
    en: '`{value}` does not go in `exportTo`: it takes `.` (this namespace), `*` (all of them) or names of namespaces.',
  },
  repeatedValue: {
    es: '`{value}` está repetido en `{field}`.',
    en: '`{value}` stands twice in `{field}`.',
  },
  exportAlone: {
    es: 'Con `{value}` sobra lo demás de `exportTo`: va solo.',
    en: 'With `{value}` there is nothing more to say in `exportTo`: it stands alone.',
  },
  wildcardDestination: {
    es: 'El destino es un servicio, no `*`.',
    en: 'A destination is one service, not `*`.',
  },
  headerName: {
    es: '`{value}` no es el nombre de una cabecera: letras, cifras y `-`, sin espacios ni `:`.',
    en: '`{value}` is not the name of a header: letters, digits and `-`, without blanks or `:`.',
  },
  emptyHeader: {
    es: 'Hay una cabecera sin nombre.',
    en: 'There is a header without a name.',
  },
  protectedHeader: {
    es: '`{value}` no se puede cambiar aquí: el host de la petición se cambia con `rewrite.authority` o con `headers.request.set`.',
    en: '`{value}` cannot be changed here: the host of the request is changed by `rewrite.authority` or `headers.request.set`.',
  },
  controlCharacter: {
    es: 'El valor de una cabecera no puede llevar caracteres de control, ni saltos de línea.',
    en: 'The value of a header cannot have control characters, nor line breaks.',
  },
  authorityTwice: {
    es: 'El host de la petición se cambia dos veces: deja `rewrite.authority` o una sola cabecera.',
    en: 'The host of the request is changed twice: keep `rewrite.authority` or one single header.',
  },
  grpcStatus: {
    es: '`{value}` no es un estado de gRPC: son nombres como `UNAVAILABLE` o `NOT_FOUND`.',
    en: '`{value}` is not a status of gRPC: they are names such as `UNAVAILABLE` or `NOT_FOUND`.',
  },
  wholeSeconds: {
    es: '`{field}` va en segundos enteros.',
    en: '`{field}` is in whole seconds.',
  },
  longRegex: {
    es: 'Una expresión regular tiene aquí 1024 bytes como mucho.',
    en: 'A regular expression has 1024 bytes here at most.',
  },
  longBody: {
    es: 'El cuerpo de una respuesta directa ocupa menos de 1 MiB.',
    en: 'The body of a direct response takes less than 1 MiB.',
  },
  nullItem: {
    es: 'Un elemento de `{field}` está vacío: quita el guion, o pon lo que falta.',
    en: 'An item of `{field}` is empty: remove the dash, or write what is missing.',
  },
  missing: { es: 'Falta `{field}`, o está vacío.', en: '`{field}` is missing, or empty.' },
  range: {
    es: '`{field}` va de {from} a {to}, y aquí hay {value}.',
    en: '`{field}` goes from {from} to {to}, and here it is {value}.',
  },
  prime: {
    es: '`tableSize` es un número primo menor que 5000011, y aquí hay {value}.',
    en: '`tableSize` is a prime number below 5000011, and here it is {value}.',
  },
  locality: {
    es: '`{value}` no es una localidad: se escribe `región`, `región/zona` o `región/zona/subzona`, con `*` solo al final.',
    en: '`{value}` is no locality: it is written `region`, `region/zone` or `region/zone/subzone`, with `*` at the end only.',
  },
  localityOverlap: {
    es: 'La localidad `{value}` ya está cubierta por otra de la misma lista.',
    en: 'Locality `{value}` is already covered by another one of the same list.',
  },
  failoverRegion: {
    es: '`failover` va de una región a otra distinta, cada una por su nombre, sin zona ni `*`.',
    en: '`failover` goes from one region to a different one, each by its name, without zone or `*`.',
  },
  topologyLabel: {
    es: '`{value}` no puede ir aquí en `failoverPriority`: de región, zona y subzona ya se encarga el propio reparto.',
    en: '`{value}` cannot stand in `failoverPriority` here: balancing takes care of region, zone and subzone by itself.',
  },
  socket: {
    es: '`{value}` no es un socket de Unix: se escribe `unix:///ruta/fichero` o `unix://@nombre`.',
    en: '`{value}` is not a Unix socket: it is written `unix:///path/file` or `unix://@name`.',
  },
  egressNamespace: {
    es: '`{value}` no empieza por un espacio de nombres: `.`, `*` o un nombre antes de la barra.',
    en: '`{value}` does not start with a namespace: `.`, `*` or a name before the slash.',
  },
  defaultEndpoint: {
    es: '`{value}` no es un destino del propio pod: `127.0.0.1:puerto`, `0.0.0.0:puerto`, `[::1]:puerto` o `unix:///ruta`.',
    en: '`{value}` is no endpoint of the pod itself: `127.0.0.1:port`, `0.0.0.0:port`, `[::1]:port` or `unix:///path`.',
  },
  fullHost: {
    es: '`{value}` no es un nombre de host completo, sin comodines.',
    en: '`{value}` is not a full host name, without wildcards.',
  },
  pathTemplate: {
    es: '`{value}` no es una plantilla de ruta: `{*}` es un tramo entero, `{**}` el resto y va al final, y no hay más llaves.',
    en: '`{value}` is no path template: `{*}` is one whole segment, `{**}` the rest, at the end, and there are no other braces.',
  },
  wildcardPlace: {
    es: 'En `{value}` el comodín no vale: solo uno, al principio o al final.',
    en: 'The wildcard in `{value}` does not work: only one, at the start or at the end.',
  },
  trustDomain: {
    es: '`{value}` no es un dominio de confianza: no lleva `/`.',
    en: '`{value}` is not a trust domain: it has no `/`.',
  },
  account: {
    es: '`{value}` no es una cuenta de servicio: se escribe `cuenta` o `espacio/cuenta`, sin comodines.',
    en: '`{value}` is no service account: it is written `account` or `namespace/account`, without wildcards.',
  },
  accounts: {
    es: 'Caben 16 cuentas de servicio como mucho.',
    en: 'At most 16 service accounts fit.',
  },
  conditionKey: {
    es: 'A `{value}` le falta el nombre entre corchetes, como en `request.headers[x-user]`.',
    en: '`{value}` lacks the name in brackets, as in `request.headers[x-user]`.',
  },
  keySet: {
    es: '`jwks` no es un conjunto de claves (JWKS) en JSON.',
    en: '`jwks` is not a set of keys (JWKS) in JSON.',
  },
  url: {
    es: '`{value}` no es una dirección `oci://`, `https://`, `http://` o `file://`.',
    en: '`{value}` is not an `oci://`, `https://`, `http://` or `file://` address.',
  },
  checksum: {
    es: '`sha256` son 64 cifras hexadecimales en minúscula.',
    en: '`sha256` is 64 hexadecimal digits in lower case.',
  },
  longText: {
    es: '`{field}` tiene {most} caracteres como mucho.',
    en: '`{field}` has at most {most} characters.',
  },
  probeScheme: {
    es: '`{value}` no es un protocolo de la prueba: `HTTP` o `HTTPS`.',
    en: '`{value}` is not a protocol of the probe: `HTTP` or `HTTPS`.',
  },
  dryRun: {
    es: '`istio.io/dry-run` vale `"true"` o `"false"`, no `{value}`.',
    en: '`istio.io/dry-run` is `"true"` or `"false"`, not `{value}`.',
  },
  objectName: {
    es: 'Un Gateway se llama con letras minúsculas, cifras y `-`, sin puntos, y `{value}` no.',
    en: 'The name of a Gateway has letters, digits and `-`, no dots, and `{value}` does not.',
  },
  selectorKey: {
    es: 'Una etiqueta del selector no tiene clave.',
    en: 'A label of the selector has no key.',
  },
} as const satisfies Messages;
