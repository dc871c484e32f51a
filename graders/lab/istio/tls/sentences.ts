import type { Messages } from '../../../core/messages.ts';

/** How a connection was made, or why it was not. */
export const sentences = {
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
} as const satisfies Messages;
