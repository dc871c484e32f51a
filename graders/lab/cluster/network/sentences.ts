import type { Messages } from '../../../core/messages.ts';

/** What network policies say. */
export const sentences = {
  policyAllows: {
    es: 'La regla {rule} de `{direction}` de la NetworkPolicy `{policy}` admite la conexión de `{from}` a `{to}` en el puerto {port}.',
    en: '`{direction}` rule {rule} of NetworkPolicy `{policy}` admits the connection from `{from}` to `{to}` on port {port}.',
  },
  blockAssumed: {
    es: 'La NetworkPolicy `{policy}` admite a `{pod}` solo por su dirección, y {ip} es del laboratorio: en tu clúster tendrá otra. A los pods se los nombra con `podSelector`.',
    en: 'NetworkPolicy `{policy}` admits `{pod}` by its address alone, and {ip} is of the lab: in your cluster it will have another one. Pods are named with `podSelector`.',
  },
  ingressDenied: {
    es: '{n:La NetworkPolicy|Las NetworkPolicy} {policies} {n:aísla|aíslan} la entrada de `{to}`, y ninguna regla admite a `{from}` en el puerto {port}: la conexión agota su tiempo de espera.',
    en: 'NetworkPolicy {policies} {n:isolates|isolate} `{to}` for ingress, and no rule admits `{from}` on port {port}: the connection times out.',
  },
  egressDenied: {
    es: '{n:La NetworkPolicy|Las NetworkPolicy} {policies} {n:aísla|aíslan} la salida de `{from}`, y ninguna regla admite ir a `{to}` por el puerto {port}: la conexión agota su tiempo de espera.',
    en: 'NetworkPolicy {policies} {n:isolates|isolate} `{from}` for egress, and no rule admits going to `{to}` on port {port}: the connection times out.',
  },
  dnsDenied: {
    es: '`{from}` no puede preguntar por `{host}`: {n:la NetworkPolicy|las NetworkPolicy} {policies} {n:cierra|cierran} su salida y no {n:deja|dejan} pasar el DNS (UDP 53).',
    en: '`{from}` cannot ask for `{host}`: NetworkPolicy {policies} {n:closes|close} its egress and {n:does|do} not let DNS (UDP 53) through.',
  },
} as const satisfies Messages;
