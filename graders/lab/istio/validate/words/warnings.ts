import type { Messages } from '../../../../core/messages.ts';

/** What the webhook says besides, without refusing. */
export const warnings = {
  legacyGateway: {
    es: '`{value}` es la forma antigua de nombrar un Gateway; la de ahora es `{better}`.',
    en: '`{value}` is the old way to name a Gateway; the present one is `{better}`.',
  },
  emptySelector: {
    es: 'Este selector no tiene etiquetas: vale para todo el espacio de nombres. Quítalo, o di qué pods.',
    en: 'This selector has no labels: it holds for the whole namespace. Remove it, or say which pods.',
  },
  redirectWithoutHttp: {
    es: '`httpsRedirect` solo hace algo en un puerto HTTP.',
    en: '`httpsRedirect` does something on an HTTP port only.',
  },
  oldTlsCiphers: {
    es: 'Por debajo de TLS 1.2 hay que decir `cipherSuites`: los que vienen de serie ya no sirven.',
    en: 'Below TLS 1.2 `cipherSuites` must be given: the default ones no longer work.',
  },
  cipher: {
    es: '`{value}` no es un conjunto de cifrado conocido: no se tiene en cuenta.',
    en: '`{value}` is not a known cipher suite: it is ignored.',
  },
  cipherTwice: {
    es: '`{value}` está repetido: cuenta una vez.',
    en: '`{value}` stands twice: it counts once.',
  },
  unusedCertificates: {
    es: 'Con `mode: {mode}` no se usan certificados: `{field}` no se tiene en cuenta.',
    en: 'With `mode: {mode}` no certificates are used: `{field}` is ignored.',
  },
  manyCertificates: {
    es: 'Un puerto admite dos certificados como mucho.',
    en: 'A port takes two certificates at most.',
  },
  consecutiveErrors: {
    es: '`consecutiveErrors` está en desuso: usa `consecutive5xxErrors` o `consecutiveGatewayErrors`.',
    en: '`consecutiveErrors` is deprecated: use `consecutive5xxErrors` or `consecutiveGatewayErrors`.',
  },
  ringSize: {
    es: '`minimumRingSize` está en desuso aquí: va dentro de `ringHash`.',
    en: '`minimumRingSize` is deprecated here: it goes inside `ringHash`.',
  },
  failoverWithoutOutliers: {
    es: 'Sin `outlierDetection` no se sabe cuándo falla una localidad: `{field}` no actúa.',
    en: 'Without `outlierDetection` nobody knows when a locality fails: `{field}` does not act.',
  },
  sniAddress: {
    es: '`{value}` es una dirección, y SNI lleva nombres: casi ningún cliente la enviará.',
    en: '`{value}` is an address, and SNI carries names: hardly any client will send it.',
  },
  abortWithoutStatus: {
    es: '`abort` no dice con qué: le falta `httpStatus` o `grpcStatus`.',
    en: '`abort` does not say with what: it lacks `httpStatus` or `grpcStatus`.',
  },
  mirrorPercent: {
    es: '`mirrorPercent` está en desuso: usa `mirrorPercentage`.',
    en: '`mirrorPercent` is deprecated: use `mirrorPercentage`.',
  },
  largeBody: {
    es: 'Un cuerpo de más de 100 KiB pesa en el plano de control.',
    en: 'A body of more than 100 KiB weighs on the control plane.',
  },
  egressTwice: {
    es: '`{value}` ya está entre los `hosts` de este elemento.',
    en: '`{value}` is among the `hosts` of this item already.',
  },
  egressAll: {
    es: 'Con `*/*` sobran los demás `hosts`.',
    en: 'With `*/*` there is nothing more to say in `hosts`.',
  },
  httpPoolForTcp: {
    es: 'Este puerto no es HTTP: de `connectionPool` solo cuenta `tcp`.',
    en: 'This port is not HTTP: of `connectionPool` only `tcp` counts.',
  },
  partialWildcard: {
    es: 'En `{value}` el comodín es solo parte de un tramo: se escribe `*.dominio`.',
    en: 'In `{value}` the wildcard is only part of a label: it is written `*.domain`.',
  },
  tcpAddresses: {
    es: 'Sin `addresses`, un puerto TCP no se distingue de los de otros ServiceEntry.',
    en: 'Without `addresses`, a TCP port cannot be told from those of other ServiceEntries.',
  },
  hostsWithAddress: {
    es: 'Con `addresses` y un puerto TCP no se distinguen varios hosts.',
    en: 'With `addresses` and a TCP port several hosts cannot be told apart.',
  },
  selectorWithNone: {
    es: '`workloadSelector` no va con `resolution: NONE`.',
    en: '`workloadSelector` does not go with `resolution: NONE`.',
  },
  networkOnly: {
    es: 'Sin `address` solo se sabe la red (`{network}`).',
    en: 'Without `address` only the network (`{network}`) is known.',
  },
  denyTcp: {
    es: 'Una regla DENY que solo mira datos de HTTP deniega todo en los puertos TCP: añade `ports`.',
    en: 'A DENY rule that looks at HTTP data only denies everything on TCP ports: add `ports`.',
  },
  privateKey: {
    es: '`jwks` lleva una clave privada: para comprobar tokens basta la pública, y la privada no debe estar aquí.',
    en: '`jwks` has a private key: to check tokens the public one is enough, and the private one must not be here.',
  },
  manyTracings: {
    es: 'Solo se admite un elemento en `{field}`: los demás no cuentan.',
    en: 'Only one item is supported in `{field}`: the others do not count.',
  },
  envoyFilter: {
    es: 'Un EnvoyFilter toca el interior de Istio, que cambia sin avisar: úsalo solo si no hay otra API, y repásalo al actualizar.',
    en: 'An EnvoyFilter touches the inside of Istio, which changes without notice: use it only without another API, and review it on upgrades.',
  },
  untypedFilter: {
    es: 'A este filtro le falta `typed_config`: que Envoy lo busque solo por su nombre está en desuso.',
    en: 'This filter lacks `typed_config`: having Envoy look it up by its name alone is deprecated.',
  },
  filterWithoutEffect: {
    es: 'Con `applyTo: {applyTo}` la condición sobre el filtro no hace nada.',
    en: 'With `applyTo: {applyTo}` the condition on the filter does nothing.',
  },
} as const satisfies Messages;
