import { descriptor } from '../../core/finding.ts';
import { hops } from '../../lab/cluster/hops.ts';

const { messages } = hops;

export const noTarget = descriptor({
  id: 'reach/no-target',
  severity: 'error',
  title: { es: 'No hay a quién llamar', en: 'There is nobody to call' },
  messages: {
    noPod: {
      es: 'Ningún pod de la respuesta está en marcha, así que nadie puede responder en el puerto {port}.',
      en: 'No pod of the answer is running, so nobody can answer on port {port}.',
    },
    sourceUnknown: messages.sourceUnknown,
    badUrl: messages.badUrl,
  },
});

export const unknownHost = descriptor({
  id: 'reach/unknown-host',
  severity: 'error',
  title: { es: 'El nombre o la dirección no llevan a ninguna parte', en: 'The name or address leads nowhere' },
  messages: {
    hostUnknown: messages.hostUnknown,
    aliasLost: messages.aliasLost,
    aliasOfItself: messages.aliasOfItself,
    hostUnknownOutside: messages.hostUnknownOutside,
    hostElsewhere: messages.hostElsewhere,
    dnsElsewhere: messages.dnsElsewhere,
    notReachable: messages.notReachable,
    nodePortMissing: messages.nodePortMissing,
    hostOutside: messages.hostOutside,
  },
});

export const noEndpoints = descriptor({
  id: 'reach/no-endpoints',
  severity: 'error',
  title: { es: 'El Service no tiene endpoints', en: 'The Service has no endpoints' },
  messages: {
    noPodSelected: messages.noPodSelected,
    otherLabels: messages.otherLabels,
    noPodReady: messages.noPodReady,
    noPortNamed: messages.noPortNamed,
    noSelector: messages.noSelector,
  },
});

export const wrongPort = descriptor({
  id: 'reach/wrong-port',
  severity: 'error',
  title: { es: 'En ese puerto no escucha nadie', en: 'Nobody listens on that port' },
  messages: {
    portMissing: messages.portMissing,
    nobodyListens: messages.nobodyListens,
    nothingListens: messages.nothingListens,
    notTranslated: messages.notTranslated,
    notRunning: messages.notRunning,
  },
});

export const blocked = descriptor({
  id: 'reach/blocked',
  severity: 'error',
  title: { es: 'Una NetworkPolicy corta la conexión', en: 'A NetworkPolicy cuts the connection' },
  messages: {
    ingressDenied: messages.ingressDenied,
    egressDenied: messages.egressDenied,
    dnsDenied: messages.dnsDenied,
  },
});

export const status = descriptor({
  id: 'reach/status',
  severity: 'error',
  title: { es: 'El código de estado es otro', en: 'The status is another one' },
  messages: {
    other: {
      es: '`{request}` recibe un {found}; se espera un {wanted}.',
      en: '`{request}` gets a {found}; a {wanted} is expected.',
    },
  },
});

export const otherServer = descriptor({
  id: 'reach/other-server',
  severity: 'error',
  title: { es: 'Responde otro programa', en: 'Another program answers' },
  messages: {
    product: {
      es: 'A `{request}` responde `{found}`; tiene que responder `{wanted}`.',
      en: '`{request}` is answered by `{found}`; it must be answered by `{wanted}`.',
    },
    unknown: {
      es: 'No sé qué programa ejecuta la imagen `{image}`, así que no puedo comprobar que responda `{wanted}`.',
      en: 'I do not know which program the image `{image}` runs, so I cannot check that `{wanted}` answers.',
    },
  },
});

export const otherDestination = descriptor({
  id: 'reach/other-destination',
  severity: 'error',
  title: { es: 'El tráfico llega a otros pods', en: 'The traffic reaches other pods' },
  messages: {
    destination: {
      es: '`{request}` llega a {found}; tiene que llegar solo a {wanted}.',
      en: '`{request}` reaches {found}; it must reach only {wanted}.',
    },
    alias: {
      es: '`{request}` sale del clúster hacia {found}: `{service}` es un Service de tipo ExternalName, que no tiene pods y solo da otro nombre. Tiene que llegar a {wanted}.',
      en: '`{request}` leaves the cluster for {found}: `{service}` is a Service of type ExternalName, which has no pods and only gives another name. It must reach {wanted}.',
    },
    memory: {
      es: '`{request}` se reparte entre {found} pods, y cada uno guarda su lista en su memoria: lo que se escribe en uno no está en los demás.',
      en: '`{request}` is shared by {found} pods, and each keeps its list in its memory: what is written to one is not in the others.',
    },
    pods: {
      es: '`{request}` se reparte entre {found} {found:pod|pods}; hacen falta {wanted}.',
      en: '`{request}` is shared by {found} {found:pod|pods}; {wanted} are needed.',
    },
  },
});

export const notRefused = descriptor({
  id: 'reach/not-refused',
  severity: 'error',
  title: { es: 'Una conexión prohibida pasa', en: 'A forbidden connection gets through' },
  messages: {
    answered: {
      es: '`{request}` desde `{from}` llega a {found}, y no debe pasar.{reason}',
      en: '`{request}` from `{from}` reaches {found}, and it must not get through.{reason}',
    },
    open: {
      es: '`{request}` desde `{from}` llega a {found}, y no debe pasar: ninguna NetworkPolicy elige sus pods.',
      en: '`{request}` from `{from}` reaches {found}, and it must not get through: no NetworkPolicy selects its pods.',
    },
    otherReason: {
      es: '`{request}` desde `{from}` no llega, pero no por lo que debería. Se esperaba que no llegara porque {wanted}, y es porque {found}.',
      en: '`{request}` from `{from}` does not arrive, but not for the reason it should. It was expected to fail because {wanted}, and it fails because {found}.',
    },
  },
});
