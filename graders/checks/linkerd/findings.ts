import { descriptor } from '../../core/finding.ts';
import { hops } from '../../lab/linkerd/hops.ts';

const { messages } = hops;

export const notInjected = descriptor({
  id: 'linkerd/not-injected',
  severity: 'error',
  title: { es: 'Unos pods se quedan sin el proxy', en: 'Some pods are left without the proxy' },
  messages: {
    notRecreated: {
      es: '{workloads} {n:sigue|siguen} con los pods que {n:tenía|tenían}: nada los ha vuelto a crear desde el cambio, y solo se inyecta al crear el pod.',
      en: '{workloads} {n:keeps|keep} the pods {n:it|they} had: nothing has created them again since the change, and injection happens only at creation.',
    },
    label: {
      es: '{workloads} no {n:recibe|reciben} el proxy: `{key}` es aquí una etiqueta, y el inyector solo lee la anotación `linkerd.io/inject`, la del pod o la de su Namespace.',
      en: '{workloads} {n:gets|get} no proxy: `{key}` is a label here, and the injector only reads the annotation `linkerd.io/inject`, that of the pod or that of its Namespace.',
    },
    workload: {
      es: '{workloads} no {n:recibe|reciben} el proxy: la anotación está en los metadatos {kind:del|de la} {kind}, y los pods solo heredan los de su plantilla (`spec.template.metadata`).',
      en: '{workloads} {n:gets|get} no proxy: the annotation is in the metadata of the {kind}, and pods only inherit those of their template (`spec.template.metadata`).',
    },
    'nothing-asks': {
      es: '{workloads} no {n:recibe|reciben} el proxy: ni el pod ni el Namespace llevan la anotación `linkerd.io/inject`.',
      en: '{workloads} {n:gets|get} no proxy: neither the pod nor the Namespace has the annotation `linkerd.io/inject`.',
    },
    'webhook-not-called': {
      es: '{workloads} no {n:recibe|reciben} el proxy: el webhook de Linkerd no se llama en el Namespace `{namespace}`.',
      en: '{workloads} {n:gets|get} no proxy: the webhook of Linkerd is not called in Namespace `{namespace}`.',
    },
    'bad-namespace-value': {
      es: '{workloads} no {n:recibe|reciben} el proxy: el Namespace lleva `linkerd.io/inject: {value}`, y solo valen `enabled`, `ingress` y `disabled`.',
      en: '{workloads} {n:gets|get} no proxy: the Namespace has `linkerd.io/inject: {value}`, and only `enabled`, `ingress` and `disabled` are understood.',
    },
    'namespace-disabled': {
      es: '{workloads} no {n:recibe|reciben} el proxy: el Namespace dice `disabled` y el pod no dice nada.',
      en: '{workloads} {n:gets|get} no proxy: the Namespace says `disabled` and the pod says nothing.',
    },
    'host-network': messages['host-network'],
    'already-has-proxy': messages['already-has-proxy'],
    'bad-pod-value': messages['bad-pod-value'],
    'pod-disabled': messages['pod-disabled'],
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

export const immutable = descriptor({
  id: 'linkerd/immutable',
  severity: 'error',
  title: { es: 'La API rechaza el cambio', en: 'The API refuses the change' },
  messages: {
    selector: {
      es: 'La API rechaza {kind:este|esta} {kind}: `{name}` ya está en marcha con otro selector, y `spec.selector` no se puede cambiar. Deja el que tenía.',
      en: 'The API refuses this {kind}: `{name}` is already running with another selector, and `spec.selector` cannot change. Leave the one it had.',
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
      es: '{request} desde `{from}`: los proxies solo ven bytes y deben entender HTTP: sin eso no hay métricas, reintentos ni reglas por petición. {because}',
      en: '{request} from `{from}`: the proxies see only bytes and must understand HTTP: without that there are no metrics, retries or rules per request. {because}',
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
      es: '{request} desde `{from}` se deja pasar, y debe denegarse. {because} {reason}',
      en: '{request} from `{from}` is let in, and must be denied. {because} {reason}',
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
    deniedWithoutIdentity: messages.deniedWithoutIdentity,
    noRoute: messages.noRoute,
    misread: messages.misread,
  },
});

export const unreachable = descriptor({
  id: 'linkerd/unreachable',
  severity: 'error',
  title: { es: 'Una llamada no llega a ningún pod', en: 'A call reaches no pod' },
  messages: {
    refused: {
      es: '{request} desde `{from}` no llega a ningún pod. {reason}',
      en: '{request} from `{from}` reaches no pod. {reason}',
    },
  },
});
