import type { Messages } from '../../../../core/messages.ts';

/** Why the API server refuses a Gateway or a route by the expressions of its definition. */
export const gatewayApi = {
  backendWithoutPort: {
    es: 'A `{name}` le falta `port`: una ruta envía el tráfico a un puerto del Service, y la API no lo admite sin él.',
    en: '`{name}` has no `port`: a route sends traffic to a port of the Service, and the API refuses it without one.',
  },
  parentTwice: {
    es: '`{name}` está más de una vez en `parentRefs`: entonces cada referencia lleva un `sectionName` distinto.',
    en: '`{name}` is in `parentRefs` more than once: then each reference has a `sectionName` of its own.',
  },
  tooManyMatches: {
    es: 'Entre todas las reglas hay {count} condiciones en `matches`, y caben 128.',
    en: 'All rules together have {count} conditions in `matches`, and 128 are the most.',
  },
  filterWithout: {
    es: 'Un filtro `{type}` se configura en `{field}`, y aquí falta.',
    en: 'A `{type}` filter is configured in `{field}`, and it is missing here.',
  },
  filterOther: {
    es: '`{field}` es de otro tipo de filtro, y este es `{type}`.',
    en: '`{field}` is of another type of filter, and this one is `{type}`.',
  },
  filterTwice: {
    es: 'Ya hay un filtro `{type}` en esta lista, y de ese tipo solo puede haber uno.',
    en: 'There is already a `{type}` filter in this list, and of that type there can only be one.',
  },
  itemTwice: {
    es: '`{value}` está más de una vez en `{field}`.',
    en: '`{value}` is in `{field}` more than once.',
  },
  retryAttempts: {
    es: '`attempts` cuenta reintentos, y con menos de 1 no hay ninguno: quita `retry`.',
    en: '`attempts` counts retries, and with less than 1 there is none: remove `retry`.',
  },
  redirectAndRewrite: {
    es: '`RequestRedirect` y `URLRewrite` no pueden ir juntos: o se manda al cliente a otra parte, o se cambia lo que sigue adelante.',
    en: '`RequestRedirect` and `URLRewrite` cannot go together: either the client is sent elsewhere, or what goes on is changed.',
  },
  redirectWithBackends: {
    es: 'Una regla que redirige no manda nada a ningún destino: quita `backendRefs` o el filtro `RequestRedirect`.',
    en: 'A rule that redirects sends nothing to a backend: remove `backendRefs` or the `RequestRedirect` filter.',
  },
  prefixAlone: {
    es: '`replacePrefixMatch` cambia el prefijo comparado: la regla necesita una sola condición, y que su ruta sea `PathPrefix`.',
    en: '`replacePrefixMatch` changes the prefix that matched: the rule needs one condition alone, with a `PathPrefix` path.',
  },
  pathModifier: {
    es: '`type: {type}` y `{field}` no concuerdan: `ReplaceFullPath` lleva `replaceFullPath`, y `ReplacePrefixMatch`, `replacePrefixMatch`.',
    en: '`type: {type}` and `{field}` do not agree: `ReplaceFullPath` has `replaceFullPath`, and `ReplacePrefixMatch` has `replacePrefixMatch`.',
  },
  mirrorTwice: {
    es: 'La parte que se copia se dice con `percent` o con `fraction`, no con los dos.',
    en: 'The part that is copied is said with `percent` or with `fraction`, not with both.',
  },
  fractionOverOne: {
    es: 'La fracción {numerator}/{denominator} es más que todo.',
    en: 'The fraction {numerator}/{denominator} is more than everything.',
  },
  authProtocol: {
    es: '`protocol: {protocol}` y `{field}` no concuerdan: `GRPC` se configura en `grpc`, y `HTTP`, en `http`.',
    en: '`protocol: {protocol}` and `{field}` do not agree: `GRPC` is configured in `grpc`, and `HTTP` in `http`.',
  },
  permanentSession: {
    es: 'Una cookie `Permanent` caduca en algún momento: falta `absoluteTimeout`.',
    en: 'A `Permanent` cookie expires at some moment: `absoluteTimeout` is missing.',
  },
  cookieOfHeader: {
    es: '`cookieConfig` solo va con `type: Cookie`.',
    en: '`cookieConfig` only goes with `type: Cookie`.',
  },
  corsAll: {
    es: 'En `{field}`, `*` ya es todo: va solo.',
    en: 'In `{field}`, `*` is everything already: it goes alone.',
  },
  backendLonger: {
    es: 'Cada intento (`backendRequest: {each}`) no puede durar más que la petición entera (`request: {whole}`).',
    en: 'Each try (`backendRequest: {each}`) cannot last longer than the whole request (`request: {whole}`).',
  },
  routePath: {
    es: '`{value}` no sirve como ruta: empieza por `/` y no lleva espacios, `#`, `//`, `/./`, `/../` ni `%2f`.',
    en: '`{value}` is not valid as a path: it begins with `/` and has no spaces, `#`, `//`, `/./`, `/../` or `%2f`.',
  },
  grpcEmpty: {
    es: 'Una condición sobre el método dice qué `service`, qué `method` o los dos.',
    en: 'A condition on the method says which `service`, which `method` or both.',
  },
  grpcName: {
    es: '`{value}` no puede ser el `{field}` de una llamada gRPC: letras, cifras y `_`, sin empezar por una cifra; con puntos en un servicio.',
    en: '`{value}` cannot be the `{field}` of a gRPC call: letters, digits and `_`, not beginning with a digit; with dots in a service.',
  },
  tlsRouteHost: {
    es: '`{value}` no puede estar en `hostnames`: es un nombre DNS en minúsculas, quizá con `*.` delante, y no una IP.',
    en: '`{value}` cannot be in `hostnames`: it is a DNS name in lower case, perhaps with `*.` before it, and no IP.',
  },
  listenerTls: {
    es: 'Un listener `{protocol}` no lleva `tls`.',
    en: 'A `{protocol}` listener has no `tls`.',
  },
  listenerMode: {
    es: 'Un listener `HTTPS` abre él mismo el TLS: su modo es `Terminate`. Para pasarlo sin abrir, el protocolo es `TLS`.',
    en: 'An `HTTPS` listener opens TLS itself: its mode is `Terminate`. To pass it on unopened, the protocol is `TLS`.',
  },
  listenerWithoutTls: {
    es: 'A un listener `TLS` le falta `tls`, que dice si lo abre (`Terminate`) o lo pasa sin abrir (`Passthrough`).',
    en: 'A `TLS` listener lacks `tls`, which says whether it opens it (`Terminate`) or passes it on (`Passthrough`).',
  },
  listenerHostname: {
    es: 'Un listener `{protocol}` no ve a qué nombre se llama: no lleva `hostname`.',
    en: 'A `{protocol}` listener does not see which name is called: it has no `hostname`.',
  },
  listenerName: {
    es: 'Ya hay otro listener llamado `{name}` en este Gateway.',
    en: 'There is already another listener named `{name}` in this Gateway.',
  },
  listenerTwice: {
    es: 'Otro listener tiene ya el puerto {port} con `{protocol}` y el mismo `hostname`.',
    en: 'Another listener already has port {port} with `{protocol}` and the same `hostname`.',
  },
  listenerCertificate: {
    es: 'Para abrir el TLS (`Terminate`) hace falta un certificado en `certificateRefs`, o `options`.',
    en: 'To open TLS (`Terminate`) a certificate in `certificateRefs` is needed, or `options`.',
  },
} as const satisfies Messages;
