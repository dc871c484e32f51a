import type { Text } from '../../core/text.ts';
import type { Refusal } from '../../lab/istio/index.ts';

/** Why a request gets no answer, as what follows «because». */
export const reasons: Readonly<Record<Refusal, Text>> = {
  'denied-by-policy': { es: 'una AuthorizationPolicy la deniega', en: 'an AuthorizationPolicy denies it' },
  'plaintext-refused': { es: 'el servidor no acepta tráfico en claro', en: 'the server takes no plaintext' },
  'tls-refused': { es: 'el servidor no espera ese TLS', en: 'the server does not expect that TLS' },
  'invalid-token': { es: 'su token no se acepta', en: 'its token is not accepted' },
  'blocked-by-network-policy': { es: 'una NetworkPolicy la corta', en: 'a NetworkPolicy stops it' },
  'no-route': { es: 'ninguna ruta la acepta', en: 'no route takes it' },
  'no-listener': { es: 'ningún Gateway escucha en ese puerto', en: 'no Gateway listens on that port' },
  'cluster-not-found': { es: 'su destino no existe', en: 'its destination does not exist' },
  'no-healthy-upstream': { es: 'no hay ningún pod listo', en: 'there is no ready pod' },
  'upstream-overflow': { es: 'supera el límite de conexiones', en: 'it exceeds the connection limits' },
  'outbound-blocked': {
    es: 'el sidecar no deja salir hacia ese host',
    en: 'the sidecar lets nothing out to that host',
  },
  'fault-aborted': { es: 'un fallo inyectado la aborta', en: 'an injected fault aborts it' },
  'unknown-source': { es: 'no hay ningún pod que la envíe', en: 'there is no pod to send it' },
  'bad-url': { es: 'su URL no es válida', en: 'its URL is not valid' },
  'unknown-host': { es: 'ese nombre no existe', en: 'that name does not exist' },
  'dns-blocked': { es: 'no puede preguntar por ese nombre', en: 'it cannot ask for that name' },
  'not-reachable': { es: 'a ese nombre no se llega desde el clúster', en: 'that name is not reached from the cluster' },
  'port-not-served': { es: 'el Service no tiene ese puerto', en: 'the Service has no such port' },
  'no-endpoints': { es: 'no hay ningún pod detrás del Service', en: 'there is no pod behind the Service' },
  'connection-refused': { es: 'nadie escucha en ese puerto', en: 'nobody listens on that port' },
  'not-http': { es: 'quien atiende en ese puerto no habla HTTP', en: 'what serves on that port speaks no HTTP' },
};
