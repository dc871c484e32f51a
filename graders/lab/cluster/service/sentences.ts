import type { Messages } from '../../../core/messages.ts';

/** What names, Services and ports say. */
export const sentences = {
  sourceUnknown: {
    es: 'En el clúster no hay ningún pod de `{source}` que pueda abrir la conexión.',
    en: 'The cluster has no pod of `{source}` that could open the connection.',
  },
  badUrl: {
    es: '`{url}` no es una URL absoluta con un host.',
    en: '`{url}` is not an absolute URL with a host.',
  },
  aliasFound: {
    es: '`{host}` es el Service `{service}`, de tipo ExternalName: no tiene pods, es otro nombre de `{target}`.',
    en: '`{host}` is Service `{service}`, of type ExternalName: it has no pods, it is another name for `{target}`.',
  },
  aliasLost: {
    es: '`{host}` es el Service `{service}`, de tipo ExternalName: es otro nombre de `{target}`, y con ese nombre el DNS del clúster no encuentra a nadie.',
    en: '`{host}` is Service `{service}`, of type ExternalName: it is another name for `{target}`, and by that name the DNS of the cluster finds nobody.',
  },
  aliasOfItself: {
    es: '`{host}` es el Service `{service}`, de tipo ExternalName, y su `externalName` (`{target}`) acaba por llevar a él mismo: el DNS da vueltas y no da ninguna dirección.',
    en: '`{host}` is Service `{service}`, of type ExternalName, and its `externalName` (`{target}`) leads back to itself in the end: the DNS goes in circles and gives no address.',
  },
  hostUnknown: {
    es: 'El DNS del clúster no conoce `{host}` desde el espacio de nombres `{namespace}`: no hay ningún Service que se llame así.',
    en: 'The DNS of the cluster does not know `{host}` seen from namespace `{namespace}`: no Service has that name.',
  },
  hostUnknownOutside: {
    es: 'Desde fuera del clúster nadie conoce `{host}`: los nombres de los Services solo los resuelve su DNS.',
    en: 'Outside the cluster nobody knows `{host}`: only its own DNS resolves the names of Services.',
  },
  hostElsewhere: {
    es: 'El DNS del clúster no conoce `{host}` desde el espacio de nombres `{namespace}`: el Service `{service}` está en `{where}`.',
    en: 'The DNS of the cluster does not know `{host}` seen from namespace `{namespace}`: Service `{service}` is in `{where}`.',
  },
  podOtherDomain: {
    es: 'El pod `{pod}` existe, pero en el DNS no se llama `{host}`: su `{field}` es `{subdomain}`, y para tener nombre bajo `{service}` tiene que ser ese.',
    en: 'Pod `{pod}` exists, but DNS does not know it as `{host}`: its `{field}` is `{subdomain}`, and to have a name under `{service}` it has to be that one.',
  },
  podNotHeadless: {
    es: 'El pod `{pod}` existe, pero en el DNS no se llama `{host}`: solo un Service headless (`clusterIP: None`) da nombre a sus pods, y `{service}` no lo es.',
    en: 'Pod `{pod}` exists, but DNS does not know it as `{host}`: only a headless Service (`clusterIP: None`) gives its pods names, and `{service}` is none.',
  },
  podNameless: {
    es: 'El pod `{pod}` existe, pero en el DNS no se llama `{host}`: para tener nombre necesita `hostname` y `subdomain: {service}`, o ser de un StatefulSet con `serviceName: {service}`.',
    en: 'Pod `{pod}` exists, but DNS does not know it as `{host}`: to have a name it needs `hostname` and `subdomain: {service}`, or to be of a StatefulSet with `serviceName: {service}`.',
  },
  podNotReady: {
    es: 'El DNS no da la dirección de `{host}` mientras el pod `{pod}` no esté listo; `{service}` la daría con `publishNotReadyAddresses`.',
    en: 'DNS does not give the address of `{host}` as long as pod `{pod}` is not ready; `{service}` would with `publishNotReadyAddresses`.',
  },
  podNotSelected: {
    es: 'El pod `{pod}` existe, pero el selector de `{service}` no lo elige, así que en el DNS no se llama `{host}`.',
    en: 'Pod `{pod}` exists, but the selector of `{service}` does not pick it, so that DNS does not know it as `{host}`.',
  },
  dnsElsewhere: {
    es: '`{from}` no pregunta al DNS del clúster (`dnsPolicy: {policy}`), así que no conoce `{host}`.',
    en: '`{from}` does not ask the DNS of the cluster (`dnsPolicy: {policy}`), so it does not know `{host}`.',
  },
  hostOutside: {
    es: '`{host}` está fuera del clúster: se da por hecho que responde.',
    en: '`{host}` is outside the cluster: it is taken to answer.',
  },
  notReachable: {
    es: 'Desde fuera del clúster no se llega a `{host}`: es una dirección interna.',
    en: '`{host}` cannot be reached from outside the cluster: it is an internal address.',
  },
  serviceFound: {
    es: '`{host}` es el Service `{service}` del espacio de nombres `{namespace}`.',
    en: '`{host}` is the Service `{service}` of namespace `{namespace}`.',
  },
  podFound: { es: '`{host}` es el pod `{pod}`.', en: '`{host}` is the pod `{pod}`.' },
  nodePortFound: {
    es: 'El puerto {port} de cada nodo es el `nodePort` del Service `{service}`.',
    en: 'Port {port} of every node is the `nodePort` of Service `{service}`.',
  },
  nodePortMissing: {
    es: 'Ningún Service publica el puerto {port} en los nodos.',
    en: 'No Service publishes port {port} on the nodes.',
  },
  portMissing: {
    es: 'El Service `{service}` no atiende en el puerto {port}/TCP; atiende en {ports}.',
    en: 'Service `{service}` does not serve on port {port}/TCP; it serves on {ports}.',
  },
  endpoints: {
    es: 'El puerto {port} del Service `{service}` lleva a {n} {n:pod|pods}: {addresses}.',
    en: 'Port {port} of Service `{service}` leads to {n} {n:pod|pods}: {addresses}.',
  },
  noPodSelected: {
    es: 'Ningún pod del espacio de nombres `{namespace}` tiene las etiquetas del selector de `{service}`: {labels}.',
    en: 'No pod of namespace `{namespace}` has the labels of the selector of `{service}`: {labels}.',
  },
  otherLabels: {
    es: 'Ningún pod del espacio de nombres `{namespace}` tiene las etiquetas del selector de `{service}`: {labels}. Los que hay llevan {others}.',
    en: 'No pod of namespace `{namespace}` has the labels of the selector of `{service}`: {labels}. Those there carry {others}.',
  },
  noPodReady: {
    es: 'El selector de `{service}` elige {n} {n:pod, pero no está listo|pods, pero ninguno está listo}.',
    en: 'The selector of `{service}` picks {n} {n:pod, but it is not ready|pods, but none is ready}.',
  },
  noPortNamed: {
    es: 'El `targetPort` `{target}` de `{service}` no es el nombre de ningún puerto de sus pods.',
    en: 'The `targetPort` `{target}` of `{service}` is the name of no port of its pods.',
  },
  noSelector: {
    es: 'El Service `{service}` no tiene selector, ni hay ningún EndpointSlice suyo para el puerto {port}.',
    en: 'Service `{service}` has no selector, and there is no EndpointSlice of its own for port {port}.',
  },
  onlyLoopback: {
    es: 'En el pod `{pod}`, el proceso del contenedor `{container}` escucha en el puerto {port} solo en `127.0.0.1`: desde fuera del pod la conexión se rechaza. Haz que escuche en `0.0.0.0`.',
    en: 'In pod `{pod}`, the process of container `{container}` listens on port {port} only at `127.0.0.1`: from outside the pod the connection is refused. Make it listen on `0.0.0.0`.',
  },
  nobodyListens: {
    es: 'En el pod `{pod}` nadie escucha en el puerto {port}: conexión rechazada. Escucha en {listens}.',
    en: 'In pod `{pod}` nobody listens on port {port}: connection refused. It listens on {listens}.',
  },
  nothingListens: {
    es: 'En el pod `{pod}` no escucha nadie en ningún puerto, tampoco en el {port}: conexión rechazada.',
    en: 'In pod `{pod}` nobody listens on any port, {port} included: connection refused.',
  },
  notTranslated: {
    es: '`{service}` es headless (`clusterIP: None`): su nombre lleva a los pods sin cambiar de puerto, así que su `targetPort` no cuenta. Se llama al {port}, y los pods escuchan en {targets}.',
    en: '`{service}` is headless (`clusterIP: None`): its name leads to the pods without changing the port, so its `targetPort` does not count. Port {port} is called, and the pods listen on {targets}.',
  },
  notRunning: {
    es: 'El pod `{pod}` no está en marcha: nadie responde en el puerto {port}.',
    en: 'Pod `{pod}` is not running: nobody answers on port {port}.',
  },
  answered: {
    es: 'El pod `{pod}` responde {status} en el puerto {port}.',
    en: 'Pod `{pod}` answers {status} on port {port}.',
  },
  notHttp: {
    es: 'En el puerto {port} del pod `{pod}` atiende `{product}`, que no habla HTTP: la petición se queda sin respuesta. Con `tcp://` se prueba solo la conexión.',
    en: 'On port {port} of pod `{pod}` there is `{product}`, which speaks no HTTP: the request gets no answer. `tcp://` tries the connection alone.',
  },
  connected: {
    es: 'El pod `{pod}` acepta la conexión en el puerto {port}.',
    en: 'Pod `{pod}` accepts the connection on port {port}.',
  },
  sticky: {
    es: 'Con `sessionAffinity: ClientIP`, este cliente va siempre al mismo pod: `{pod}`.',
    en: 'With `sessionAffinity: ClientIP` this client always goes to the same pod: `{pod}`.',
  },
} as const satisfies Messages;
