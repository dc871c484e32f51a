import { hopMessages } from '../../core/trace.ts';
import { sentences as authn } from './authn/sentences.ts';
import { sentences as authz } from './authz/sentences.ts';
import { sentences as gateway } from './gateway/sentences.ts';
import { sentences as injection } from './injection/sentences.ts';
import { sentences as policy } from './policy/sentences.ts';
import { sentences as route } from './route/sentences.ts';
import { sentences as sidecar } from './sidecar/sentences.ts';
import { sentences as tls } from './tls/sentences.ts';

/** What the proxies, the control plane and the network say they decided; here, what concerns the way of a request as a whole. */
export const hops = hopMessages('mesh', {
  ...authn,
  ...authz,
  ...gateway,
  ...injection,
  ...policy,
  ...route,
  ...sidecar,
  ...tls,
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
  podAsItIs: {
    es: 'Ningún Service lleva aquí, sino la dirección del pod `{pod}`: el proxy del cliente pasa la conexión tal cual, sin TLS mutuo.',
    en: "No Service leads here but the address of pod `{pod}`: the client's proxy passes the connection on as it is, without mutual TLS.",
  },
  podFound: { es: '`{host}` es el pod `{pod}`.', en: '`{host}` is the pod `{pod}`.' },
  portMissing: {
    es: 'El Service `{service}` no tiene el puerto {port}; tiene {ports}.',
    en: 'Service `{service}` has no port {port}; it has {ports}.',
  },
  sourceUnknown: {
    es: 'En el clúster no hay ningún pod de `{source}` que pueda enviar la petición.',
    en: 'The cluster has no pod of `{source}` that could send the request.',
  },
  badUrl: {
    es: '`{url}` no es una URL absoluta con un host.',
    en: '`{url}` is not an absolute URL with a host.',
  },
  aliasFollowed: {
    es: '`{host}` es un Service de tipo ExternalName: es otro nombre de `{target}`.',
    en: '`{host}` is a Service of type ExternalName: it is another name for `{target}`.',
  },
  pathRead: {
    es: 'El proxy simplifica la ruta antes de mirarla: `{from}` es `{to}`.',
    en: 'The proxy simplifies the path before it looks at it: `{from}` is `{to}`.',
  },
  rejected: {
    es: 'La API no admite `{name}`, y es como si no existiera. {reason}',
    en: 'The API refuses `{name}`, and it is as if it did not exist. {reason}',
  },
  destinationUnknown: {
    es: 'El destino `{host}` no está en el registro de la malla: el proxy responde {status} (NC).',
    en: 'Destination `{host}` is not in the registry of the mesh: the proxy answers {status} (NC).',
  },
  backendNotAllowed: {
    es: '`{route}` no puede enviar a `{backend}`: o no es un Service, o está en otro espacio de nombres sin un ReferenceGrant. El proxy responde {status} (NC).',
    en: '`{route}` may not send to `{backend}`: it is no Service, or it is in another namespace without a ReferenceGrant. The proxy answers {status} (NC).',
  },
  destinationPortGuessed: {
    es: 'El destino `{host}` no dice el puerto. Un sidecar lo busca entonces en el {port}, el de la llamada, y ese Service tiene {ports}: responde 503 (NC). La documentación da a entender que basta con que tenga uno solo; escribe `port.number`.',
    en: 'Destination `{host}` names no port. A sidecar then looks for it at {port}, that of the call, and that Service has {ports}: it answers 503 (NC). The documentation reads as if a single port were enough; write `port.number`.',
  },
  destinationPortMissing: {
    es: 'El destino `{host}` no tiene el puerto {port}; tiene {ports}. El proxy responde {status} (NC).',
    en: 'Destination `{host}` has no port {port}; it has {ports}. The proxy answers {status} (NC).',
  },
  noEndpoints: {
    es: 'El Service `{service}` no tiene ningún pod listo detrás: no hay a quién enviar la petición.',
    en: 'Service `{service}` has no ready pod behind it: there is nobody to send the request to.',
  },
  delivered: {
    es: '{percent} % llega a `{workload}` (puerto {port}), {n} {n:pod|pods}.',
    en: '{percent}% reaches `{workload}` (port {port}), {n} {n:pod|pods}.',
  },
  portMapped: {
    es: 'El Service `{service}` lleva su puerto {port} al {target} de los pods.',
    en: 'Service `{service}` takes its port {port} to port {target} of the pods.',
  },
  noHttpHere: {
    es: 'En el puerto {port} de `{workload}` atiende `{product}`, que no habla HTTP: la petición se queda sin respuesta.',
    en: 'On port {port} of `{workload}` there is `{product}`, which speaks no HTTP: the request gets no answer.',
  },
  nothingListens: {
    es: 'En los pods de `{workload}` nadie escucha en el puerto {port}; escuchan en {listens}.',
    en: 'In the pods of `{workload}` nobody listens on port {port}; they listen on {listens}.',
  },
});
