import type { Messages } from '../../../core/messages.ts';

/** Why a pod has a proxy, or has none. */
export const sentences = {
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
  ambient: {
    es: '`{source}` está en modo ambient: el proxy de su nodo cifra lo que envía, pero no aplica rutas HTTP.',
    en: '`{source}` is in ambient mode: the proxy of its node encrypts what it sends, but applies no HTTP routes.',
  },
} as const satisfies Messages;
