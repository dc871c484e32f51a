import { descriptor } from '../../core/finding.ts';
import { hops } from '../../lab/linkerd/hops.ts';

const { messages } = hops;

export const notInjected = descriptor({
  id: 'linkerd/not-injected',
  severity: 'error',
  title: { es: 'Unos pods se quedan sin el proxy', en: 'Some pods are left without the proxy' },
  messages: {
    notRecreated: messages.notRecreated,
    'webhook-not-called': messages['webhook-not-called'],
    'host-network': messages['host-network'],
    'already-has-proxy': messages['already-has-proxy'],
    'bad-namespace-value': messages['bad-namespace-value'],
    'bad-pod-value': messages['bad-pod-value'],
    'pod-disabled': messages['pod-disabled'],
    'namespace-disabled': messages['namespace-disabled'],
    'nothing-asks': messages['nothing-asks'],
  },
});

export const injected = descriptor({
  id: 'linkerd/injected',
  severity: 'error',
  title: { es: 'Unos pods tienen un proxy que no deben tener', en: 'Some pods have a proxy they must not have' },
  messages: {
    has: {
      es: '`{workload}` tiene el proxy de Linkerd y no debe tenerlo. {because}',
      en: '`{workload}` has the proxy of Linkerd and must not have it. {because}',
    },
  },
});

export const noWorkload = descriptor({
  id: 'linkerd/no-workload',
  severity: 'error',
  title: { es: 'Falta una carga de trabajo', en: 'A workload is missing' },
  messages: {
    none: {
      es: 'En el clúster no hay ningún pod de `{workload}` una vez aplicada tu respuesta.',
      en: 'The cluster has no pod of `{workload}` once your answer is applied.',
    },
  },
});

export const notSecured = descriptor({
  id: 'linkerd/not-secured',
  severity: 'error',
  title: { es: 'Una conexión va sin cifrar', en: 'A connection is not encrypted' },
  messages: {
    'client-not-meshed': messages['client-not-meshed'],
    'server-not-meshed': messages['server-not-meshed'],
    'neither-meshed': messages['neither-meshed'],
    'skip-outbound': messages['skip-outbound'],
    'skip-inbound': messages['skip-inbound'],
    udp: messages.udp,
    probe: messages.probe,
    outside: messages.outside,
    'same-pod': messages['same-pod'],
  },
});

export const secured = descriptor({
  id: 'linkerd/secured',
  severity: 'error',
  title: { es: 'Una conexión pasa por la malla y no debe', en: 'A connection goes through the mesh and must not' },
  messages: {
    is: {
      es: '{request} desde `{from}` va con mTLS de Linkerd, y no debe. {because}',
      en: '{request} from `{from}` has mTLS of Linkerd, and must not. {because}',
    },
  },
});

export const otherLayer = descriptor({
  id: 'linkerd/other-layer',
  severity: 'error',
  title: { es: 'Los proxies ven otra cosa de la conexión', en: 'The proxies see something else of the connection' },
  messages: {
    lost: {
      es: '{request} desde `{from}`: los proxies solo ven bytes, así que no hay métricas, reintentos ni reglas de HTTP. {because}',
      en: '{request} from `{from}`: the proxies see only bytes, so there are no HTTP metrics, retries or rules. {because}',
    },
    looked: {
      es: '{request} desde `{from}`: los proxies intentan entender el protocolo, y deben tratarlo como opaco. {because}',
      en: '{request} from `{from}`: the proxies try to understand the protocol, and must treat it as opaque. {because}',
    },
    unseen: {
      es: '{request} desde `{from}` no pasa por ningún proxy. {because}',
      en: '{request} from `{from}` goes through no proxy. {because}',
    },
  },
});

export const letIn = descriptor({
  id: 'linkerd/let-in',
  severity: 'error',
  title: { es: 'Se deja pasar una llamada que debe denegarse', en: 'A call that must be denied is let in' },
  messages: {
    allowed: {
      es: '{request} desde `{from}` se deja pasar, y debe denegarse. {because}',
      en: '{request} from `{from}` is let in, and must be denied. {because}',
    },
  },
});

export const shutOut = descriptor({
  id: 'linkerd/shut-out',
  severity: 'error',
  title: { es: 'Se deniega una llamada que debe pasar', en: 'A call that must get through is denied' },
  messages: {
    deniedByDefault: messages.deniedByDefault,
    deniedByServer: messages.deniedByServer,
    noRoute: messages.noRoute,
  },
});

export const unreachable = descriptor({
  id: 'linkerd/unreachable',
  severity: 'error',
  title: { es: 'Una llamada no llega a ningún pod', en: 'A call reaches no pod' },
  messages: {
    refused: {
      es: '{request} desde `{from}` no llega a ningún pod (`{refusal}`).',
      en: '{request} from `{from}` reaches no pod (`{refusal}`).',
    },
  },
});
