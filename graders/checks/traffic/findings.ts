import { descriptor } from '../../core/finding.ts';

export const noRoute = descriptor({
  id: 'traffic/no-route',
  severity: 'error',
  title: { es: 'Una petición no encuentra ruta', en: 'A request finds no route' },
  messages: {
    all: {
      es: '`{request}` desde `{from}` no casa con ninguna regla: el proxy responde 404.',
      en: '`{request}` from `{from}` matches no rule: the proxy answers 404.',
    },
    conflict: {
      es: '`{request}` desde `{from}` no casa con ninguna regla de las que cuentan: el proxy responde 404. {why}',
      en: '`{request}` from `{from}` matches none of the rules that count: the proxy answers 404. {why}',
    },
  },
});

export const unknownDestination = descriptor({
  id: 'traffic/unknown-destination',
  severity: 'error',
  title: { es: 'La ruta lleva a un destino que no existe', en: 'The route leads to a destination that does not exist' },
  messages: {
    host: {
      es: '{part} desde `{from}` va a `{host}`, que no es ningún destino de la malla: {status}.',
      en: '{part} from `{from}` goes to `{host}`, which is no destination of the mesh: {status}.',
    },
    notAllowed: {
      es: '{part} desde `{from}` no llega a nadie. {why}',
      en: '{part} from `{from}` reaches nobody. {why}',
    },
    port: {
      es: '{part} desde `{from}` va al puerto {port} de `{host}`, que no lo tiene (tiene {ports}): {status}.',
      en: '{part} from `{from}` goes to port {port} of `{host}`, which does not have it (it has {ports}): {status}.',
    },
    subset: {
      es: '{part} desde `{from}` va al subset `{subset}` de `{host}`, que ningún DestinationRule define: 503.',
      en: '{part} from `{from}` goes to subset `{subset}` of `{host}`, which no DestinationRule defines: 503.',
    },
    subsetElsewhere: {
      es: '{part} desde `{from}` va al subset `{subset}` de `{host}`, y ningún DestinationRule que cuente lo define: 503. {why}',
      en: '{part} from `{from}` goes to subset `{subset}` of `{host}`, and no DestinationRule that counts defines it: 503. {why}',
    },
  },
});

export const noPods = descriptor({
  id: 'traffic/no-pods',
  severity: 'error',
  title: { es: 'El destino no tiene ningún pod listo', en: 'The destination has no ready pod' },
  messages: {
    service: {
      es: '{part} desde `{from}` va a `{host}`, que no tiene ningún pod listo: 503.',
      en: '{part} from `{from}` goes to `{host}`, which has no ready pod: 503.',
    },
    subset: {
      es: '{part} desde `{from}` va al subset `{subset}` de `{host}`, que no selecciona ningún pod listo: 503.',
      en: '{part} from `{from}` goes to subset `{subset}` of `{host}`, which selects no ready pod: 503.',
    },
    outside: {
      es: '{part} desde `{from}` va al subset `{subset}` de `{host}`, que se queda sin pods: 503. {why}',
      en: '{part} from `{from}` goes to subset `{subset}` of `{host}`, which is left without pods: 503. {why}',
    },
  },
});

export const notConnected = descriptor({
  id: 'traffic/not-connected',
  severity: 'error',
  title: { es: 'La conexión no se establece', en: 'The connection is not made' },
  messages: {
    nobody: {
      es: '`{request}` desde `{from}` no llega a nadie. {why}',
      en: '`{request}` from `{from}` reaches nobody. {why}',
    },
    network: {
      es: 'Una NetworkPolicy no deja que `{request}` desde `{from}` llegue a su destino.',
      en: 'A NetworkPolicy does not let `{request}` from `{from}` reach its destination.',
    },
    source: {
      es: '`{from}` no tiene ningún pod que pueda enviar `{request}`.',
      en: '`{from}` has no pod that could send `{request}`.',
    },
    listener: {
      es: '`{request}` desde `{from}` no entra en el clúster: ningún Gateway escucha en ese puerto.',
      en: '`{request}` from `{from}` does not enter the cluster: no Gateway listens on that port.',
    },
    aborted: {
      es: '{part} desde `{from}` recibe {status} por un fallo inyectado.',
      en: '{part} from `{from}` gets {status} from an injected fault.',
    },
    overflow: {
      es: '{part} desde `{from}` supera los límites de conexión de `{host}`: 503.',
      en: '{part} from `{from}` exceeds the connection limits of `{host}`: 503.',
    },
  },
});

export const insecure = descriptor({
  id: 'traffic/tls-mismatch',
  severity: 'error',
  title: { es: 'Los dos extremos no acuerdan el cifrado', en: 'Both ends do not agree on encryption' },
  messages: {
    plaintext: {
      es: '{part} desde `{from}` debería llegar y no llega: va sin cifrar, y `{workload}` solo acepta mTLS.',
      en: '{part} from `{from}` should arrive and does not: it is not encrypted, and `{workload}` only takes mTLS.',
    },
    tls: {
      es: '{part} desde `{from}` debería llegar y no llega: va con un TLS que `{workload}` no espera.',
      en: '{part} from `{from}` should arrive and does not: it comes with a TLS that `{workload}` does not expect.',
    },
    mode: {
      es: '`{request}` desde `{from}` debería ir {wanted} y va {found}.',
      en: '`{request}` from `{from}` should travel {wanted} and travels {found}.',
    },
    noProxy: {
      es: '`{request}` desde `{from}` debería ir {wanted} y va {found}. {why}',
      en: '`{request}` from `{from}` should travel {wanted} and travels {found}. {why}',
    },
  },
});

export const denied = descriptor({
  id: 'traffic/denied',
  severity: 'error',
  title: { es: 'Una petición que debe pasar se rechaza', en: 'A request that must pass is refused' },
  messages: {
    byRule: {
      es: '`{request}` desde `{from}` debería permitirse y se deniega (403): lo hace la regla {rule} de `{policy}`.',
      en: '`{request}` from `{from}` should be allowed and is denied (403): rule {rule} of `{policy}` does it.',
    },
    nearest: {
      es: '`{request}` desde `{from}` debería permitirse y se deniega (403): ninguna regla la permite. La que más se acerca, la {rule} de `{policy}`, pide en `{field}` {wanted}, y en la petición {found}.',
      en: '`{request}` from `{from}` should be allowed and is denied (403): no rule allows it. The nearest, rule {rule} of `{policy}`, wants {wanted} in `{field}`, and the request {found}.',
    },
    unscoped: {
      es: '`{request}` desde `{from}` debería permitirse y se deniega (403): `{policy}` no lleva `selector`, así que también es para ese pod, y ninguna regla la permite. La que más se acerca, la {rule}, pide en `{field}` {wanted}, y en la petición {found}.',
      en: '`{request}` from `{from}` should be allowed and is denied (403): `{policy}` has no `selector`, so it is for that pod too, and no rule allows it. The nearest, rule {rule}, wants {wanted} in `{field}`, and the request {found}.',
    },
    nothing: {
      es: '`{request}` desde `{from}` debería permitirse y se deniega (403): `{policy}` es una política ALLOW sin reglas, que no permite nada.',
      en: '`{request}` from `{from}` should be allowed and is denied (403): `{policy}` is an ALLOW policy without rules, which allows nothing.',
    },
    nothingAnywhere: {
      es: '`{request}` desde `{from}` debería permitirse y se deniega (403): `{policy}` es una política ALLOW sin reglas, que no permite nada, y sin `selector`, de modo que también es para ese pod.',
      en: '`{request}` from `{from}` should be allowed and is denied (403): `{policy}` is an ALLOW policy without rules, which allows nothing, and without `selector`, so it is for that pod too.',
    },
    token: {
      es: '`{request}` desde `{from}` debería permitirse y su token no se acepta (401).',
      en: '`{request}` from `{from}` should be allowed and its token is not accepted (401).',
    },
  },
});

export const answered = descriptor({
  id: 'traffic/not-refused',
  severity: 'error',
  title: { es: 'Una petición que debe rechazarse pasa', en: 'A request that must be refused passes' },
  messages: {
    allowed: {
      es: '`{request}` desde `{from}` debería rechazarse y llega a {workloads}.',
      en: '`{request}` from `{from}` should be refused and reaches {workloads}.',
    },
    byRule: {
      es: '`{request}` desde `{from}` debería rechazarse y llega a {workloads}: la permite la regla {rule} de `{policy}`.',
      en: '`{request}` from `{from}` should be refused and reaches {workloads}: rule {rule} of `{policy}` allows it.',
    },
    unopposed: {
      es: '`{request}` desde `{from}` debería rechazarse y llega a {workloads}: ninguna regla DENY la nombra y, sin ningún ALLOW, lo demás se permite.',
      en: '`{request}` from `{from}` should be refused and reaches {workloads}: no DENY rule names it and, without any ALLOW, the rest is allowed.',
    },
    unguarded: {
      es: '`{request}` desde `{from}` debería rechazarse y llega a {workloads}: ninguna AuthorizationPolicy decide sobre sus pods. {why}',
      en: '`{request}` from `{from}` should be refused and reaches {workloads}: no AuthorizationPolicy decides about its pods. {why}',
    },
    plaintextTaken: {
      es: '`{request}` desde `{from}` va en claro y debería rechazarse, pero {workloads} la acepta: su mTLS está en `{mode}`.',
      en: '`{request}` from `{from}` goes in the clear and should be refused, but {workloads} takes it: its mTLS is `{mode}`.',
    },
    plaintextByDefault: {
      es: '`{request}` desde `{from}` va en claro y debería rechazarse, pero {workloads} la acepta: ningún PeerAuthentication alcanza a sus pods, y sin ninguno vale `PERMISSIVE`.',
      en: '`{request}` from `{from}` goes in the clear and should be refused, but {workloads} takes it: no PeerAuthentication reaches its pods, and without one `PERMISSIVE` holds.',
    },
    plaintextUnset: {
      es: '`{request}` desde `{from}` va en claro y debería rechazarse, pero {workloads} la acepta: el PeerAuthentication `{policy}` no dice ningún `mode`, y sin él vale `PERMISSIVE`.',
      en: '`{request}` from `{from}` goes in the clear and should be refused, but {workloads} takes it: the PeerAuthentication `{policy}` says no `mode`, and without one `PERMISSIVE` holds.',
    },
    notPlaintext: {
      es: '`{request}` desde `{from}` debería rechazarse por ir en claro, y llega cifrada a {workloads}: tu respuesta ha cambiado a quien llama, y no lo que acepta quien recibe.',
      en: '`{request}` from `{from}` should be refused as it goes in the clear, and reaches {workloads} encrypted: your answer changed who calls, and not what the receiver takes.',
    },
    noProxy: {
      es: '`{request}` desde `{from}` va en claro y debería rechazarse, pero los pods de {workloads} no llevan ningún proxy que lo haga.',
      en: '`{request}` from `{from}` goes in the clear and should be refused, but the pods of {workloads} have no proxy to do so.',
    },
    otherReason: {
      es: '`{request}` desde `{from}` no llega, pero no por lo que debería. Se esperaba que no llegara porque {wanted}, y es porque {found}.',
      en: '`{request}` from `{from}` does not arrive, but not for the reason it should. It was expected to fail because {wanted}, and it fails because {found}.',
    },
    lost: {
      es: '`{request}` desde `{from}` no llega, pero no porque se rechace, sino porque {found}. Tiene que rechazarla quien la recibe.',
      en: '`{request}` from `{from}` does not arrive, yet not as it is refused, but because {found}. The receiver must refuse it.',
    },
    answeredByProxy: {
      es: 'A `{request}` desde `{from}` le responde {status} un proxy, porque se lo dice una ruta. Eso no protege a quien la recibe: llegaría por cualquier camino que no pase por esa ruta.',
      en: 'A proxy answers {status} to `{request}` from `{from}`, as a route tells it to. That does not protect the receiver: by any way that avoids that route it would arrive.',
    },
  },
});

export const status = descriptor({
  id: 'traffic/status',
  severity: 'error',
  title: { es: 'La respuesta no es la esperada', en: 'The response is not the expected one' },
  messages: {
    other: {
      es: '`{request}` desde `{from}` debería recibir {wanted} y recibe {found}.',
      en: '`{request}` from `{from}` should get {wanted} and gets {found}.',
    },
  },
});

export const split = descriptor({
  id: 'traffic/split',
  severity: 'error',
  title: { es: 'El reparto del tráfico no es el pedido', en: 'The traffic is not spread as asked' },
  messages: {
    share: {
      es: 'En `{request}` desde `{from}`, `{key}` recibe el {percent} % y debería recibir {wanted}.',
      en: 'In `{request}` from `{from}`, `{key}` gets {percent}% and should get {wanted}.',
    },
    nothing: {
      es: 'En `{request}` desde `{from}`, `{key}` no recibe nada y debería recibir {wanted}.',
      en: 'In `{request}` from `{from}`, `{key}` gets nothing and should get {wanted}.',
    },
    unrouted: {
      es: 'En `{request}` desde `{from}`, `{key}` recibe el {percent} % y debería recibir {wanted}. {why}',
      en: 'In `{request}` from `{from}`, `{key}` gets {percent}% and should get {wanted}. {why}',
    },
    drifts: {
      es: 'En `{request}` desde `{from}`, `{key}` recibe el {before} % con los pods de ahora y el {now} % si cambian ({pods}): una parte del tráfico se reparte por número de pods, no por pesos.',
      en: 'In `{request}` from `{from}`, `{key}` gets {before}% with the pods there are and {now}% if they change ({pods}): part of the traffic is spread by the number of pods, not by weights.',
    },
  },
});

export const destination = descriptor({
  id: 'traffic/destination',
  severity: 'error',
  title: { es: 'El tráfico llega a otro sitio', en: 'The traffic arrives somewhere else' },
  messages: {
    other: {
      es: '`{request}` desde `{from}` debería llegar a `{wanted}` y llega a {found}.',
      en: '`{request}` from `{from}` should reach `{wanted}` and reaches {found}.',
    },
    unrouted: {
      es: '`{request}` desde `{from}` debería llegar a `{wanted}` y llega a {found}. {why}',
      en: '`{request}` from `{from}` should reach `{wanted}` and reaches {found}. {why}',
    },
  },
});

export const changed = descriptor({
  id: 'traffic/request-handling',
  severity: 'error',
  title: { es: 'El proxy no trata la petición como se pide', en: 'The proxy does not handle the request as asked' },
  messages: {
    path: {
      es: '`{request}` desde `{from}` debería llegar a la aplicación con la ruta `{wanted}` y llega con `{found}`.',
      en: '`{request}` from `{from}` should reach the application with path `{wanted}` and arrives with `{found}`.',
    },
    location: {
      es: '`{request}` desde `{from}` debería redirigirse a `{wanted}` y la respuesta lleva a `{found}`.',
      en: '`{request}` from `{from}` should be redirected to `{wanted}` and the response leads to `{found}`.',
    },
    noRedirect: {
      es: '`{request}` desde `{from}` debería redirigirse a `{wanted}` y no se redirige.',
      en: '`{request}` from `{from}` should be redirected to `{wanted}` and is not.',
    },
    noTimeout: {
      es: '`{request}` desde `{from}` debería tener un tiempo de espera de {wanted} s, y la ruta que se le aplica no pone ninguno.',
      en: '`{request}` from `{from}` should have a timeout of {wanted} s, and the route that applies to it sets none.',
    },
    timeout: {
      es: '`{request}` desde `{from}` debería tener un tiempo de espera de {wanted} s y tiene {found} s.',
      en: '`{request}` from `{from}` should have a timeout of {wanted} s and has {found} s.',
    },
    noRetries: {
      es: '`{request}` desde `{from}` debería reintentarse {wanted} {wanted:vez|veces}, y no se reintenta.',
      en: '`{request}` from `{from}` should be retried {wanted} {wanted:time|times}, and is not retried.',
    },
    usualRetries: {
      es: '`{request}` desde `{from}` debería reintentarse {wanted} {wanted:vez|veces}. La ruta que se le aplica no dice nada de reintentos, y entonces Istio reintenta {found}.',
      en: '`{request}` from `{from}` should be retried {wanted} {wanted:time|times}. The route that applies to it says nothing of retries, and then Istio retries {found} times.',
    },
    retries: {
      es: '`{request}` desde `{from}` debería reintentarse {wanted} {wanted:vez|veces} y se reintenta {found}.',
      en: '`{request}` from `{from}` should be retried {wanted} {wanted:time|times} and is retried {found}.',
    },
    delayed: {
      es: 'En `{request}` desde `{from}` se retrasa el {percent} % y debería ser {wanted}.',
      en: 'In `{request}` from `{from}`, {percent}% is delayed and it should be {wanted}.',
    },
    aborted: {
      es: 'En `{request}` desde `{from}` se aborta el {percent} % y debería ser {wanted}.',
      en: 'In `{request}` from `{from}`, {percent}% is aborted and it should be {wanted}.',
    },
    mirror: {
      es: 'De `{request}` desde `{from}` se copia a `{key}` el {percent} % y debería ser {wanted}.',
      en: 'Of `{request}` from `{from}`, {percent}% is copied to `{key}` and it should be {wanted}.',
    },
  },
});
