import type { Messages } from '../../../core/messages.ts';

/** What a Sidecar resource keeps from a proxy. */
export const sentences = {
  outboundBlocked: {
    es: 'Solo se deja salir hacia hosts conocidos (`REGISTRY_ONLY`), y `{host}` no lo es para este proxy.',
    en: 'Traffic only goes out to known hosts (`REGISTRY_ONLY`), and `{host}` is not known to this proxy.',
  },
  notImported: {
    es: 'El Sidecar `{sidecar}` no da a conocer `{host}` a este proxy: para él es un destino desconocido.',
    en: 'Sidecar `{sidecar}` does not make `{host}` known to this proxy: to it, the destination is unknown.',
  },
} as const satisfies Messages;
