import { hopMessages } from '../../core/trace.ts';

/** What the injector, the proxies and the policy controller of Linkerd say they decided. */
export const hops = hopMessages('linkerd', {
  'namespace-enabled': {
    es: '`{workload}` recibe el proxy: lo pide la anotación de su Namespace.',
    en: '`{workload}` gets the proxy: the annotation of its Namespace asks for it.',
  },
  'pod-enabled': {
    es: '`{workload}` recibe el proxy: lo pide la anotación del pod.',
    en: '`{workload}` gets the proxy: the annotation of the pod asks for it.',
  },
  'webhook-not-called': {
    es: '`{workload}` no recibe el proxy: el webhook de Linkerd no se llama en el Namespace `{namespace}`.',
    en: '`{workload}` gets no proxy: the webhook of Linkerd is not called in Namespace `{namespace}`.',
  },
  'host-network': {
    es: '`{workload}` no recibe el proxy: usa la red del nodo (`hostNetwork`), y ahí no se puede desviar el tráfico.',
    en: '`{workload}` gets no proxy: it uses the network of its node (`hostNetwork`), where traffic cannot be redirected.',
  },
  'already-has-proxy': {
    es: '`{workload}` no recibe el proxy: el pod ya trae un contenedor con el nombre de uno, de Linkerd o de Istio, y el inyector se lo salta.',
    en: '`{workload}` gets no proxy: the pod already has a container with the name of one, of Linkerd or Istio, and the injector skips it.',
  },
  'bad-namespace-value': {
    es: '`{workload}` no recibe el proxy: el Namespace lleva `linkerd.io/inject: {value}`, y solo valen `enabled`, `ingress` y `disabled`.',
    en: '`{workload}` gets no proxy: the Namespace has `linkerd.io/inject: {value}`, and only `enabled`, `ingress` and `disabled` are understood.',
  },
  'bad-pod-value': {
    es: '`{workload}` no recibe el proxy: el pod lleva `linkerd.io/inject: {value}`, y solo valen `enabled`, `ingress` y `disabled`.',
    en: '`{workload}` gets no proxy: the pod has `linkerd.io/inject: {value}`, and only `enabled`, `ingress` and `disabled` are understood.',
  },
  'pod-disabled': {
    es: '`{workload}` no recibe el proxy: el pod lleva `linkerd.io/inject: disabled`, que manda sobre el Namespace.',
    en: '`{workload}` gets no proxy: the pod has `linkerd.io/inject: disabled`, which beats the Namespace.',
  },
  'namespace-disabled': {
    es: '`{workload}` no recibe el proxy: el Namespace dice `disabled` y el pod no dice nada.',
    en: '`{workload}` gets no proxy: the Namespace says `disabled` and the pod says nothing.',
  },
  'nothing-asks': {
    es: '`{workload}` no recibe el proxy: ni el pod ni el Namespace llevan la anotación `linkerd.io/inject`.',
    en: '`{workload}` gets no proxy: neither the pod nor the Namespace has the annotation `linkerd.io/inject`.',
  },
  notRecreated: {
    es: '`{workload}` sigue con los pods que tenía: nada los ha vuelto a crear desde el cambio, y solo se inyecta al crear el pod.',
    en: '`{workload}` keeps the pods it had: nothing has created them again since the change, and injection happens only at creation.',
  },
  mutual: {
    es: 'De `{from}` a `{to}` hay mTLS en el puerto {port}: `{client}` habla con `{server}`.',
    en: 'From `{from}` to `{to}` there is mTLS on port {port}: `{client}` talks to `{server}`.',
  },
  opaque: {
    es: 'El puerto {port} de `{to}` es opaco: los proxies lo llevan como TCP, sin mirar el protocolo.',
    en: 'Port {port} of `{to}` is opaque: the proxies carry it as TCP, without looking at the protocol.',
  },
  misread: {
    es: 'El puerto {port} de `{to}` está declarado como `{protocol}`, y lo que envía `{from}` no es HTTP: el proxy corta la conexión.',
    en: 'Port {port} of `{to}` is declared as `{protocol}`, and what `{from}` sends is not HTTP: the proxy closes the connection.',
  },
  'client-not-meshed': {
    es: 'De `{from}` a `{to}` no hay mTLS: `{from}` no tiene proxy y envía sin identidad.',
    en: 'From `{from}` to `{to}` there is no mTLS: `{from}` has no proxy and sends without an identity.',
  },
  'server-not-meshed': {
    es: 'De `{from}` a `{to}` no hay mTLS: `{to}` no tiene proxy que lo reciba.',
    en: 'From `{from}` to `{to}` there is no mTLS: `{to}` has no proxy to receive it.',
  },
  'neither-meshed': {
    es: 'De `{from}` a `{to}` no hay mTLS: ninguno de los dos tiene proxy.',
    en: 'From `{from}` to `{to}` there is no mTLS: neither of them has a proxy.',
  },
  'skip-outbound': {
    es: 'De `{from}` a `{to}` no hay mTLS: `{from}` saca el puerto {port} del proxy con `skip-outbound-ports`.',
    en: 'From `{from}` to `{to}` there is no mTLS: `{from}` takes port {port} away from its proxy with `skip-outbound-ports`.',
  },
  'skip-inbound': {
    es: 'De `{from}` a `{to}` no hay mTLS: `{to}` saca el puerto {port} del proxy con `skip-inbound-ports`.',
    en: 'From `{from}` to `{to}` there is no mTLS: `{to}` takes port {port} away from its proxy with `skip-inbound-ports`.',
  },
  udp: {
    es: 'De `{from}` a `{to}` no hay mTLS: los proxies de Linkerd no llevan UDP.',
    en: 'From `{from}` to `{to}` there is no mTLS: the proxies of Linkerd do not carry UDP.',
  },
  probe: {
    es: 'La sonda a `{to}` llega sin mTLS: el kubelet no está en la malla.',
    en: 'The probe to `{to}` comes without mTLS: the kubelet is not in the mesh.',
  },
  outside: {
    es: '`{to}` está fuera de la malla: Linkerd no cifra esa conexión.',
    en: '`{to}` is outside the mesh: Linkerd does not encrypt that connection.',
  },
  'same-pod': {
    es: '`{from}` se llama a sí mismo: la conexión no sale del pod.',
    en: '`{from}` calls itself: the connection does not leave the pod.',
  },
  sourceUnknown: {
    es: 'En el clúster no hay ningún pod de `{from}`.',
    en: 'The cluster has no pod of `{from}`.',
  },
  noUdpPort: {
    es: 'Ningún pod recibe UDP por `{url}`.',
    en: 'No pod takes UDP at `{url}`.',
  },
  notEnforced: {
    es: 'El tráfico del puerto {port} no pasa por ningún proxy de `{to}`: ninguna política lo mira.',
    en: 'The traffic of port {port} goes through no proxy of `{to}`: no policy looks at it.',
  },
  unknownPolicy: {
    es: '`{value}` no es ninguna política por omisión, así que para `{to}` vale la de la instalación. Las que hay son {known}.',
    en: '`{value}` is no default policy, so that of the installation holds for `{to}`. There are {known}.',
  },
  detached: {
    es: '{kind:El|La} {kind} `{route}` se une al puerto {port} de `{service}`, que no lo tiene (tiene {ports}): no se une a nada y no actúa.',
    en: '{kind} `{route}` names port {port} of `{service}` as its parent, which does not have it (it has {ports}): it is attached to nothing and does not act.',
  },
  otherGroup: {
    es: '{kind:El|La} {kind} `{route}` nombra como padre a `{service}` con el grupo `{group}`, que no es el de los Services (`""`, o `core`): no se une a nada y no actúa.',
    en: '{kind} `{route}` names `{service}` as its parent with the group `{group}`, which is not that of Services (`""`, or `core`): it is attached to nothing and does not act.',
  },
  otherConsumers: {
    es: '{kind:El|La} {kind} `{route}` está en `{namespace}`, así que solo vale para los clientes de `{namespace}`, y este es de `{client}`.',
    en: '{kind} `{route}` is in `{namespace}`, so it is for the clients in `{namespace}` alone, and this one is in `{client}`.',
  },
  routesWithoutProxy: {
    es: '{kind:El|La} {kind} `{route}` no actúa: las rutas las aplica el proxy de quien llama, y `{from}` no tiene.',
    en: '{kind} `{route}` does not act: routes are carried out by the proxy of the caller, and `{from}` has none.',
  },
  routesSkipped: {
    es: '{kind:El|La} {kind} `{route}` no actúa: lo que `{from}` envía al puerto {port} no pasa por su proxy (`skip-outbound-ports`).',
    en: '{kind} `{route}` does not act: what `{from}` sends to port {port} does not go through its proxy (`skip-outbound-ports`).',
  },
  routesHeadless: {
    es: '{kind:El|La} {kind} `{route}` no actúa: `{service}` no tiene dirección propia (`clusterIP: None`), y Linkerd no une rutas a un Service así.',
    en: '{kind} `{route}` does not act: `{service}` has no address of its own (`clusterIP: None`), and Linkerd attaches no routes to such a Service.',
  },
  routesOpaque: {
    es: '{kind:El|La} {kind} `{route}` no actúa: el puerto {port} de `{service}` es opaco, y el proxy no ve las peticiones.',
    en: '{kind} `{route}` does not act: port {port} of `{service}` is opaque, and the proxy does not see the requests.',
  },
  routesOverridden: {
    es: '{kind:El|La} {kind} `{route}` no actúa: `{service}` tiene un ServiceProfile con rutas propias, que manda mientras exista.',
    en: '{kind} `{route}` does not act: `{service}` has a ServiceProfile with routes of its own, which decides for as long as it exists.',
  },
  retryBudget: {
    es: 'El ServiceProfile `{profile}` deja reintentar esta ruta (`isRetryable`): lo que falla se vuelve a pedir mientras quede presupuesto, un 20 % de peticiones de más si no dice otra cosa.',
    en: 'ServiceProfile `{profile}` lets this route be retried (`isRetryable`): what fails is asked for again while there is budget left, 20% more requests unless it says otherwise.',
  },
  behindCalls: {
    es: 'El HTTPRoute `{route}` no actúa: `{service}` tiene un GRPCRoute, y entonces Linkerd solo mira los GRPCRoutes.',
    en: 'HTTPRoute `{route}` does not act: `{service}` has a GRPCRoute, and Linkerd then looks at GRPCRoutes alone.',
  },
  methodPattern: {
    es: 'Del GRPCRoute `{route}` no actúa ninguna regla: Linkerd no compara métodos con expresiones regulares.',
    en: 'No rule of GRPCRoute `{route}` acts: Linkerd does not compare methods by regular expression.',
  },
  filterUnknown: {
    es: 'De la ruta `{route}` no actúa ninguna regla: Linkerd no tiene el filtro `{filter}`.',
    en: 'No rule of `{route}` acts: Linkerd does not have the filter `{filter}`.',
  },
  redirectPrefix: {
    es: 'El proxy de Linkerd no entiende `replacePrefixMatch` en una redirección, y con el HTTPRoute `{route}` se queda sin configuración del Service: contesta 500 a todo. `replaceFullPath` sí lo entiende.',
    en: 'The proxy of Linkerd does not understand `replacePrefixMatch` in a redirect, and HTTPRoute `{route}` leaves it without any configuration of the Service: it answers 500 to everything. It does understand `replaceFullPath`.',
  },
  ruleTakes: {
    es: 'La regla {rule} {kind:del|de la} {kind} `{route}` acepta la petición.',
    en: 'Rule {rule} of {kind} `{route}` takes the request.',
  },
  noRouteOut: {
    es: 'A `{service}` están unidas rutas ({routes}), y ninguna acepta {method} `{path}`: el proxy de `{from}` contesta 404.',
    en: '`{service}` has routes ({routes}), and none of them takes {method} `{path}`: the proxy of `{from}` answers 404.',
  },
  sentTo: {
    es: 'La regla envía la petición a `{backend}`.',
    en: 'The rule sends the request to `{backend}`.',
  },
  sharedOut: {
    es: 'La regla reparte las peticiones: {backends}.',
    en: 'The rule shares the requests out: {backends}.',
  },
  noWeights: {
    es: 'En la regla {kind:del|de la} {kind} `{route}` ningún backend tiene peso: el proxy contesta 500.',
    en: 'No backend has a weight in the rule of {kind} `{route}`: the proxy answers 500.',
  },
  redirected: {
    es: 'La regla redirige: el proxy contesta {status} con `Location: {location}`.',
    en: 'The rule redirects: the proxy answers {status} with `Location: {location}`.',
  },
  backendMissing: {
    es: 'El Service `{backend}` no existe: el proxy contesta 500 a su parte de las peticiones.',
    en: 'Service `{backend}` does not exist: the proxy answers 500 to its part of the requests.',
  },
  backendKind: {
    es: 'Linkerd no lleva peticiones a `{backend}`, que es de tipo {kind}: contesta 500 a su parte.',
    en: 'Linkerd takes no requests to `{backend}`, which is of kind {kind}: it answers 500 to its part.',
  },
  backendPort: {
    es: 'El backend `{backend}` no dice su puerto: el proxy contesta 500 a su parte de las peticiones.',
    en: 'Backend `{backend}` does not say its port: the proxy answers 500 to its part of the requests.',
  },
  backendFilter: {
    es: 'El backend `{backend}` pide el filtro `{filter}`, que Linkerd no tiene: el proxy contesta 500 a su parte de las peticiones.',
    en: 'Backend `{backend}` asks for the filter `{filter}`, which Linkerd does not have: the proxy answers 500 to its part of the requests.',
  },
  backendEmpty: {
    es: 'Detrás de `{backend}` no hay ningún pod listo: en cuanto el proxy lo nota, sus peticiones van a los otros backends.',
    en: 'There is no ready pod behind `{backend}`: as soon as the proxy notices, its requests go to the other backends.',
  },
  serverElsewhere: {
    es: 'El Server `{server}` es para el puerto {wanted} de `{to}`, donde no escucha nadie; la conexión llega al {port}, que es el del contenedor.',
    en: 'Server `{server}` is for port {wanted} of `{to}`, where nobody listens; the connection comes to {port}, that of the container.',
  },
  rejected: {
    es: 'Linkerd no admite `{name}`, y es como si no existiera. {reason}',
    en: 'Linkerd refuses `{name}`, and it is as if it did not exist. {reason}',
  },
  allowedByDefault: {
    es: 'La política por omisión de `{to}` (`{policy}`) deja pasar a `{from}`.',
    en: 'The default policy of `{to}` (`{policy}`) lets `{from}` through.',
  },
  deniedByDefault: {
    es: 'La política por omisión de `{to}` (`{policy}`) no deja pasar a `{from}`.',
    en: 'The default policy of `{to}` (`{policy}`) does not let `{from}` through.',
  },
  allowedBy: {
    es: 'La AuthorizationPolicy `{policy}` autoriza a `{from}` en el Server `{server}`.',
    en: 'AuthorizationPolicy `{policy}` authorizes `{from}` at Server `{server}`.',
  },
  allowedByOlder: {
    es: 'La ServerAuthorization `{policy}` autoriza a `{from}` en el Server `{server}`.',
    en: 'ServerAuthorization `{policy}` authorizes `{from}` at Server `{server}`.',
  },
  allowedByServer: {
    es: 'Ninguna AuthorizationPolicy decide, y el `accessPolicy` del Server `{server}` (`{policy}`) deja pasar a `{from}`.',
    en: 'No AuthorizationPolicy decides, and the `accessPolicy` of Server `{server}` (`{policy}`) lets `{from}` through.',
  },
  deniedByServer: {
    es: 'El Server `{server}` deniega lo que nadie autoriza, y ninguna AuthorizationPolicy suya autoriza a `{from}`, que se presenta como `{identity}`.',
    en: 'Server `{server}` denies what nobody authorizes, and none of its AuthorizationPolicies authorizes `{from}`, which comes as `{identity}`.',
  },
  deniedWithoutIdentity: {
    es: 'El Server `{server}` deniega lo que nadie autoriza, y ninguna AuthorizationPolicy suya autoriza a `{from}`, que llega sin identidad.',
    en: 'Server `{server}` denies what nobody authorizes, and none of its AuthorizationPolicies authorizes `{from}`, which comes without an identity.',
  },
  noRoute: {
    es: 'Al Server `{server}` están unidas rutas ({routes}), y ninguna acepta {method} `{path}`.',
    en: 'Server `{server}` has routes ({routes}), and none of them takes {method} `{path}`.',
  },
  probeDenied: {
    es: 'El proxy de `{workload}` contesta {status} a la sonda `{probe}` del contenedor `{container}` ({path}, puerto {port}): con rutas unidas al Server, las sondas también necesitan una, y una política que las autorice. El pod no llega a estar listo.',
    en: 'The proxy of `{workload}` answers {status} to `{probe}` of container `{container}` ({path}, port {port}): with routes attached to the Server, probes need one too, and a policy that authorizes them. The pod does not become ready.',
  },
  identityRequired: {
    es: '`proxy-require-identity-inbound-ports` cierra el puerto {port} de `{to}` a quien llega sin identidad, como `{from}`.',
    en: '`proxy-require-identity-inbound-ports` closes port {port} of `{to}` to whom comes without an identity, as `{from}` does.',
  },
  probeAllowed: {
    es: 'Las sondas del pod se autorizan solas: el Server `{server}` no tiene rutas propias.',
    en: 'The probes of the pod are authorized by themselves: Server `{server}` has no routes of its own.',
  },
});
