import type { Messages } from '../../../core/messages.ts';

/** What a gateway says of a request from outside. */
export const sentences = {
  noListener: {
    es: 'Ningún Gateway abre el puerto {port}: la conexión no se establece.',
    en: 'No Gateway opens port {port}: the connection is not made.',
  },
  serverRepeated: {
    es: 'Del puerto {port} del Gateway `{gateway}` Istio deja fuera el servidor de {hosts}: otro del mismo puerto tiene ya uno de sus hosts.',
    en: 'Of port {port} of Gateway `{gateway}` Istio leaves the server of {hosts} out: another one of the same port already has one of its hosts.',
  },
  listenerClosed: {
    es: 'El listener `{listener}` del Gateway `{gateway}` es de este puerto e Istio no lo abre (`{reason}`): «{message}».',
    en: 'Listener `{listener}` of Gateway `{gateway}` is for this port and Istio does not open it (`{reason}`): "{message}".',
  },
  routeOtherListener: {
    es: '{kind:El|La} {kind} `{route}` nombra este Gateway, pero pide `{wanted}`, que no es de ningún listener que atienda aquí: no cuenta.',
    en: '{kind} `{route}` names this Gateway, but asks for `{wanted}`, which is of no listener that serves here: it does not count.',
  },
  routeOtherNames: {
    es: '{kind:El|La} {kind} `{route}` nombra este Gateway, pero es para {names}, y el listener es para `{hostname}`: no tienen ningún nombre en común.',
    en: '{kind} `{route}` names this Gateway, but it is for {names}, and the listener is for `{hostname}`: they have no name in common.',
  },
  routeOtherNamespace: {
    es: '{kind:El|La} {kind} `{route}` está en el espacio de nombres `{namespace}`, y el listener `{listener}` no admite rutas de allí. Las admite con `allowedRoutes.namespaces`.',
    en: '{kind} `{route}` is in namespace `{namespace}`, and listener `{listener}` takes no routes from there. It takes them with `allowedRoutes.namespaces`.',
  },
  routeOtherKind: {
    es: 'El listener `{listener}` no admite {kind}, y `{route}` lo es: su protocolo o `allowedRoutes.kinds` no las deja.',
    en: 'Listener `{listener}` takes no {kind}, and `{route}` is one: its protocol or `allowedRoutes.kinds` does not let them.',
  },
  routeUnreadable: {
    es: 'Istio no entiende una regla de `{route}` (`{reason}`) y deja fuera la ruta entera: «{message}».',
    en: 'Istio does not understand a rule of `{route}` (`{reason}`) and leaves the whole route out: "{message}".',
  },
  undefinedOrder: {
    es: '`{other}` es del mismo host y también acepta esta petición. Istio une las reglas de los dos sin un orden definido: aquí cuenta `{virtualService}`, y en tu clúster puede contar el otro.',
    en: '`{other}` is of the same host and takes this request too. Istio puts the rules of both together in no defined order: here `{virtualService}` counts, and in your cluster the other one may.',
  },
  listens: {
    es: 'El Gateway `{gateway}` recibe la petición en el puerto {port}.',
    en: 'Gateway `{gateway}` takes the request on port {port}.',
  },
  otherProtocol: {
    es: 'El puerto {port} del Gateway habla `{protocol}` para otros hosts o con otro cifrado: la conexión falla.',
    en: 'Port {port} of the Gateway speaks `{protocol}` for other hosts or with another encryption: the connection fails.',
  },
  certificateMissing: {
    es: 'El Gateway pide un certificado de cliente (`{mode}`) y el cliente no lo lleva: la conexión TLS falla.',
    en: 'The Gateway wants a client certificate (`{mode}`) and the client has none: the TLS connection fails.',
  },
  gatewayElsewhere: {
    es: 'El VirtualService `{virtualService}` es para `{host}`, pero se une al Gateway `{gateway}`; quien atiende aquí es `{meant}`. Un nombre sin espacio de nombres es el del propio VirtualService: escribe `{meant}`.',
    en: 'VirtualService `{virtualService}` is for `{host}`, but it is bound to Gateway `{gateway}`; the one that serves here is `{meant}`. A name without a namespace means that of the VirtualService: write `{meant}`.',
  },
  notOfGateway: {
    es: 'El VirtualService `{virtualService}` es para `{host}`, pero solo actúa en {gateways}.',
    en: 'VirtualService `{virtualService}` is for `{host}`, but it acts only in {gateways}.',
  },
  hostNotServed: {
    es: 'Ningún VirtualService de {gateways} es para `{host}`: el proxy responde 404 (NR).',
    en: 'No VirtualService of {gateways} is for `{host}`: the proxy answers 404 (NR).',
  },
} as const satisfies Messages;
