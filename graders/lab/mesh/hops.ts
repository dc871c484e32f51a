import { hopMessages } from '../../core/trace.ts';

/** What the proxies, the control plane and the network say they decided. */
export const hops = hopMessages('mesh', {
  serviceFound: {
    es: '`{host}` es el Service `{service}` del espacio de nombres `{namespace}`.',
    en: '`{host}` is the Service `{service}` of namespace `{namespace}`.',
  },
  entryFound: {
    es: '`{host}` está en el registro de la malla por el ServiceEntry `{service}`.',
    en: '`{host}` is in the registry of the mesh because of the ServiceEntry `{service}`.',
  },
  hostOutside: {
    es: '`{host}` no es ningún servicio del clúster: la petición sale hacia fuera.',
    en: '`{host}` is no service of the cluster: the request leaves it.',
  },
  hostUnknown: {
    es: 'Desde el espacio de nombres `{namespace}` no existe ningún Service que se llame `{host}`.',
    en: 'Seen from namespace `{namespace}`, there is no Service called `{host}`.',
  },
  portMissing: {
    es: 'El Service `{service}` no tiene el puerto {port}; tiene {ports}.',
    en: 'Service `{service}` has no port {port}; it has {ports}.',
  },
  noSidecar: {
    es: '`{source}` no tiene sidecar: ninguna configuración de Istio actúa sobre lo que envía.',
    en: '`{source}` has no sidecar: no Istio configuration acts on what it sends.',
  },
  notInjected: {
    es: 'Nada pide un proxy para los pods de `{workload}`: ni una etiqueta del espacio de nombres `{namespace}` ni una de su plantilla.',
    en: 'Nothing asks for a proxy for the pods of `{workload}`: no label of namespace `{namespace}` and none of their template.',
  },
  notInjectedValue: {
    es: 'El espacio de nombres `{namespace}` lleva `istio-injection: {value}`, y solo `enabled` pide un proxy: los pods de `{workload}` no lo tienen.',
    en: 'Namespace `{namespace}` carries `istio-injection: {value}`, and only `enabled` asks for a proxy: the pods of `{workload}` have none.',
  },
  notInjectedRevision: {
    es: 'No hay ningún Istio con la revisión `{revision}`: nadie pone el proxy en los pods de `{workload}`.',
    en: 'There is no Istio of revision `{revision}`: nobody puts the proxy into the pods of `{workload}`.',
  },
  notInjectedPod: {
    es: 'La plantilla de `{workload}` pide que no se le ponga proxy.',
    en: 'The template of `{workload}` asks for no proxy.',
  },
  notInjectedHostNetwork: {
    es: 'Los pods de `{workload}` usan `hostNetwork: true`, y en la red del nodo no se inyecta ningún proxy.',
    en: 'The pods of `{workload}` use `hostNetwork: true`, and no proxy is injected on the network of the node.',
  },
  sourceUnknown: {
    es: 'En el clúster no hay ningún pod de `{source}` que pueda enviar la petición.',
    en: 'The cluster has no pod of `{source}` that could send the request.',
  },
  badUrl: {
    es: '`{url}` no es una URL absoluta con un host.',
    en: '`{url}` is not an absolute URL with a host.',
  },
  ruleSkipped: {
    es: 'La regla {rule} no se aplica: pide `{wanted}` y en la petición hay `{found}`.',
    en: 'Rule {rule} does not apply: it wants `{wanted}` and the request has `{found}`.',
  },
  ruleLacks: {
    es: 'La regla {rule} no se aplica: pide `{wanted}` y la petición no lo lleva.',
    en: 'Rule {rule} does not apply: it wants `{wanted}` and the request does not carry it.',
  },
  ruleNotHere: {
    es: 'La regla {rule} no llega a este proxy: su `{wanted}` es para otros.',
    en: 'Rule {rule} does not reach this proxy: its `{wanted}` is for others.',
  },
  ruleMatched: {
    es: 'Se aplica la regla {rule} de `{virtualService}`.',
    en: 'Rule {rule} of `{virtualService}` applies.',
  },
  ruleCatchAll: {
    es: 'Se aplica la regla {rule} de `{virtualService}`, que no pide nada y acepta cualquier petición.',
    en: 'Rule {rule} of `{virtualService}` applies: it asks for nothing and takes any request.',
  },
  noRoute: {
    es: 'Ninguna regla de {virtualServices} acepta {method} `{path}`: el proxy responde 404 (NR).',
    en: 'No rule of {virtualServices} takes {method} `{path}`: the proxy answers 404 (NR).',
  },
  noRouteHere: {
    es: '`{virtualService}` nombra este host, pero ninguna de sus reglas es para `{client}` en el puerto {port}: no cuenta.',
    en: '`{virtualService}` names this host, but none of its rules is for `{client}` on port {port}: it does not count.',
  },
  otherHost: {
    es: 'El {kind} `{name}` decide sobre `{other}`, que no es `{host}`.',
    en: 'The {kind} `{name}` decides about `{other}`, which is not `{host}`.',
  },
  parentIgnored: {
    es: "Al padre de `{route}` le falta `group: ''`: su `kind: Service` no es el Service `{service}`, y la ruta no cuenta.",
    en: "The parent of `{route}` lacks `group: ''`: its `kind: Service` is not the Service `{service}`, and the route does not count.",
  },
  notHttp: {
    es: 'El puerto {port} de `{service}` se declara `{protocol}`: para la malla no es HTTP, y las rutas `http` no actúan.',
    en: 'Port {port} of `{service}` is declared `{protocol}`: for the mesh it is not HTTP, and `http` routes do not act.',
  },
  headless: {
    es: '`{service}` es un Service sin IP (headless): el cliente se conecta a los pods, y las rutas no actúan.',
    en: '`{service}` is a headless Service: the client connects to the pods, and routes do not act.',
  },
  noVirtualService: {
    es: 'Ningún VirtualService decide sobre `{host}` en este proxy: la petición va al Service tal cual.',
    en: 'No VirtualService decides about `{host}` in this proxy: the request goes to the Service as it is.',
  },
  otherGateways: {
    es: '`{virtualService}` nombra este host, pero solo actúa en {gateways}, no en los sidecars (`mesh`).',
    en: '`{virtualService}` names this host, but acts only in {gateways}, not in the sidecars (`mesh`).',
  },
  notVisible: {
    es: '`{virtualService}` nombra este host, pero `exportTo` no lo enseña al espacio de nombres `{namespace}`.',
    en: '`{virtualService}` names this host, but `exportTo` does not show it to namespace `{namespace}`.',
  },
  conflicting: {
    es: '`{virtualService}` nombra el mismo host que `{winner}`, y en los sidecars solo cuenta uno de los dos.',
    en: '`{virtualService}` names the same host as `{winner}`, and in sidecars only one of the two counts.',
  },
  rejected: {
    es: 'La API no admite `{name}` por estas líneas: es como si no existiera.',
    en: 'The API refuses `{name}` because of these lines: it is as if it did not exist.',
  },
  weighed: {
    es: 'El destino `{destination}` recibe {percent} % (peso {weight} de {sum}).',
    en: 'Destination `{destination}` gets {percent} % (weight {weight} of {sum}).',
  },
  onlyDestination: {
    es: 'El destino es `{destination}`, el único de la regla.',
    en: 'The destination is `{destination}`, the only one of the rule.',
  },
  destinationUnknown: {
    es: 'El destino `{host}` no está en el registro de la malla: el proxy responde {status} (NC).',
    en: 'Destination `{host}` is not in the registry of the mesh: the proxy answers {status} (NC).',
  },
  backendNotAllowed: {
    es: '`{route}` no puede enviar a `{backend}`: o no es un Service, o está en otro espacio de nombres sin un ReferenceGrant. El proxy responde {status} (NC).',
    en: '`{route}` may not send to `{backend}`: it is no Service, or it is in another namespace without a ReferenceGrant. The proxy answers {status} (NC).',
  },
  destinationPortMissing: {
    es: 'El destino `{host}` no tiene el puerto {port}; tiene {ports}. El proxy responde {status} (NC).',
    en: 'Destination `{host}` has no port {port}; it has {ports}. The proxy answers {status} (NC).',
  },
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
  noEndpoints: {
    es: 'El Service `{service}` no tiene ningún pod listo detrás: no hay a quién enviar la petición.',
    en: 'Service `{service}` has no ready pod behind it: there is nobody to send the request to.',
  },
  delivered: {
    es: '{percent} % llega a `{workload}` (puerto {port}), {n} {n:pod|pods}.',
    en: '{percent} % reaches `{workload}` (port {port}), {n} {n:pod|pods}.',
  },
  portMapped: {
    es: 'El Service `{service}` lleva su puerto {port} al {target} de los pods.',
    en: 'Service `{service}` takes its port {port} to port {target} of the pods.',
  },
  nothingListens: {
    es: 'En los pods de `{workload}` nadie escucha en el puerto {port}; escuchan en {listens}.',
    en: 'In the pods of `{workload}` nobody listens on port {port}; they listen on {listens}.',
  },
  answeredDirectly: {
    es: 'El proxy responde {status} él mismo.',
    en: 'The proxy answers {status} by itself.',
  },
  redirected: {
    es: 'El proxy responde {status} y envía al cliente a `{location}`.',
    en: 'The proxy answers {status} and sends the client to `{location}`.',
  },
  timeoutSet: {
    es: 'La regla espera {seconds} s como mucho.',
    en: 'The rule waits {seconds} s at most.',
  },
  retriesSet: {
    es: 'La regla reintenta {attempts} {attempts:vez|veces}.',
    en: 'The rule retries {attempts} {attempts:time|times}.',
  },
  rewritten: {
    es: 'La aplicación verá la ruta `{path}` y el host `{authority}`.',
    en: 'The application will see the path `{path}` and the host `{authority}`.',
  },
  injected: {
    es: 'El proxy retrasa el {delayed} % de las peticiones y aborta el {aborted} %.',
    en: 'The proxy delays {delayed} % of the requests and aborts {aborted} %.',
  },
  mirrored: {
    es: 'El proxy copia el {percent} % de las peticiones a `{host}`, sin esperar su respuesta.',
    en: 'The proxy copies {percent} % of the requests to `{host}` without waiting for an answer.',
  },
  preflightAnswered: {
    es: 'El proxy responde él mismo, con 200, la consulta previa (preflight) de `{origin}`: ese origen está admitido.',
    en: 'The proxy answers the preflight of `{origin}` by itself, with 200: that origin is allowed.',
  },
  preflightIgnored: {
    es: 'El proxy responde 200 a la consulta previa (preflight) sin admitir `{origin}`: el navegador no seguirá.',
    en: 'The proxy answers the preflight with 200 without allowing `{origin}`: the browser will not go on.',
  },
  originAllowed: {
    es: 'El origen `{origin}` está admitido: la respuesta lo dirá, y el navegador la entrega a la página.',
    en: 'Origin `{origin}` is allowed: the answer will say so, and the browser hands it to the page.',
  },
  originOther: {
    es: 'El origen `{origin}` no está admitido: la petición sigue, pero el navegador no entrega la respuesta a la página.',
    en: 'Origin `{origin}` is not allowed: the request goes on, but the browser does not hand the answer to the page.',
  },
  mutualTls: {
    es: 'La conexión con `{workload}` es TLS mutuo: el cliente {sends} y el servidor {takes}.',
    en: 'The connection to `{workload}` is mutual TLS: the client {sends} and the server {takes}.',
  },
  simpleTls: {
    es: 'La conexión con `{workload}` es TLS sin identidad de la malla: el cliente {sends} y el servidor {takes}.',
    en: 'The connection to `{workload}` is TLS without a mesh identity: the client {sends} and the server {takes}.',
  },
  plaintext: {
    es: 'La conexión con `{workload}` va sin cifrar: el cliente {sends} y el servidor {takes}.',
    en: 'The connection to `{workload}` is not encrypted: the client {sends} and the server {takes}.',
  },
  plaintextRefused: {
    es: 'La conexión con `{workload}` se corta: va sin cifrar, porque el cliente {sends}, y el servidor {takes}.',
    en: 'The connection to `{workload}` breaks: it is not encrypted, as the client {sends}, and the server {takes}.',
  },
  tlsRefused: {
    es: 'La conexión con `{workload}` falla: el cliente {sends} y el servidor {takes}.',
    en: 'The connection to `{workload}` fails: the client {sends} and the server {takes}.',
  },
  tokenAccepted: {
    es: '`{policy}` acepta el token de `{issuer}`.',
    en: '`{policy}` accepts the token of `{issuer}`.',
  },
  tokenRefused: {
    es: '`{policy}` no acepta el token de `{issuer}`: 401.',
    en: '`{policy}` does not accept the token of `{issuer}`: 401.',
  },
  allowedBy: {
    es: 'La regla {rule} de `{policy}` permite la petición.',
    en: 'Rule {rule} of `{policy}` allows the request.',
  },
  deniedBy: {
    es: 'La regla {rule} de `{policy}` deniega la petición.',
    en: 'Rule {rule} of `{policy}` denies the request.',
  },
  ruleMisses: {
    es: 'La regla {rule} de `{policy}` pide en `{field}` {wanted}, y en la petición es `{found}`.',
    en: 'Rule {rule} of `{policy}` wants {wanted} in `{field}`, and the request has `{found}`.',
  },
  ruleLacksFact: {
    es: 'La regla {rule} de `{policy}` pide en `{field}` {wanted}, y la petición no lo trae.',
    en: 'Rule {rule} of `{policy}` wants {wanted} in `{field}`, and the request carries nothing of the kind.',
  },
  ruleLacksIdentity: {
    es: 'La regla {rule} de `{policy}` pide en `{field}` {wanted}, y sin mTLS no se sabe quién llama.',
    en: 'Rule {rule} of `{policy}` wants {wanted} in `{field}`, and without mTLS nobody knows who calls.',
  },
  allowedByNone: {
    es: 'Hay políticas ALLOW ({policies}) y ninguna permite la petición: se deniega.',
    en: 'There are ALLOW policies ({policies}) and none of them allows the request: it is denied.',
  },
  policyForNamespace: {
    es: '`{policy}` no lleva `selector`: es para todos los pods del espacio de nombres `{namespace}`.',
    en: '`{policy}` has no `selector`: it is for every pod of namespace `{namespace}`.',
  },
  policyForMesh: {
    es: '`{policy}` no lleva `selector` y está en el espacio de nombres raíz: es para todos los pods de la malla.',
    en: '`{policy}` has no `selector` and is in the root namespace: it is for every pod of the mesh.',
  },
  nothingAllowed: {
    es: 'Hay políticas ALLOW ({policies}) y ninguna regla suya permite algo aquí: todo se deniega.',
    en: 'There are ALLOW policies ({policies}) and no rule of theirs allows anything here: all is denied.',
  },
  noneDenies: {
    es: 'Las políticas DENY ({policies}) no dicen nada de esta petición, y sin ningún ALLOW lo demás se permite.',
    en: 'The DENY policies ({policies}) say nothing of this request, and without any ALLOW the rest is allowed.',
  },
  policyElsewhere: {
    es: '`{policy}` no es para `{workload}`: solo alcanza a los pods del espacio de nombres `{namespace}`.',
    en: '`{policy}` is not for `{workload}`: it only reaches the pods of namespace `{namespace}`.',
  },
  policyOtherPods: {
    es: '`{policy}` no es para los pods de `{workload}`: su selector pide {labels}.',
    en: '`{policy}` is not for the pods of `{workload}`: its selector wants {labels}.',
  },
  policyTargeted: {
    es: '`{policy}` se dirige a otros objetos con `targetRefs`, y el proxy de `{workload}` no la aplica.',
    en: '`{policy}` is aimed at other objects with `targetRefs`, and the proxy of `{workload}` does not apply it.',
  },
  policyAudits: {
    es: '`{policy}` es para `{workload}`, pero con `AUDIT` solo se anota: no decide nada.',
    en: '`{policy}` is for `{workload}`, but `AUDIT` only records: it decides nothing.',
  },
  policyDryRun: {
    es: '`{policy}` es para `{workload}`, pero está en pruebas (`istio.io/dry-run`): no decide nada.',
    en: '`{policy}` is for `{workload}`, but it is a dry run (`istio.io/dry-run`): it decides nothing.',
  },
  unguarded: {
    es: 'Ninguna AuthorizationPolicy decide sobre los pods de `{workload}`: se permite todo.',
    en: 'No AuthorizationPolicy decides about the pods of `{workload}`: everything is allowed.',
  },
  noListener: {
    es: 'Ningún Gateway abre el puerto {port}: la conexión no se establece.',
    en: 'No Gateway opens port {port}: the connection is not made.',
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
  hostNotServed: {
    es: 'Ningún VirtualService de {gateways} es para `{host}`: el proxy responde 404 (NR).',
    en: 'No VirtualService of {gateways} is for `{host}`: the proxy answers 404 (NR).',
  },
  outboundBlocked: {
    es: 'Solo se deja salir hacia hosts conocidos (`REGISTRY_ONLY`), y `{host}` no lo es para este proxy.',
    en: 'Traffic only goes out to known hosts (`REGISTRY_ONLY`), and `{host}` is not known to this proxy.',
  },
  notImported: {
    es: 'El Sidecar `{sidecar}` no da a conocer `{host}` a este proxy: para él es un destino desconocido.',
    en: 'Sidecar `{sidecar}` does not make `{host}` known to this proxy: to it, the destination is unknown.',
  },
  routesNotImported: {
    es: 'El Sidecar `{sidecar}` no da a conocer `{virtualService}` a este proxy.',
    en: 'Sidecar `{sidecar}` does not make `{virtualService}` known to this proxy.',
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
    en: 'After {errors} {errors:error|errors} in a row, a pod of `{host}` is left out for {seconds} s; at most {percent} % at once.',
  },
  overflow: {
    es: 'Caben {room} peticiones a la vez hacia `{host}` y llegan {concurrent}: el resto recibe 503 (UO).',
    en: '{room} requests to `{host}` fit at once and {concurrent} arrive: the rest gets 503 (UO).',
  },
  ambient: {
    es: '`{source}` está en modo ambient: el proxy de su nodo cifra lo que envía, pero no aplica rutas HTTP.',
    en: '`{source}` is in ambient mode: the proxy of its node encrypts what it sends, but applies no HTTP routes.',
  },
});
