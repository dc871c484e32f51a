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
  tlsTwice: {
    es: 'La conexión con `{workload}` falla: la aplicación ya habla TLS y el proxy del cliente {sends} por encima, así que va cifrada dos veces. Llama con `http://`, o quita el TLS del DestinationRule.',
    en: 'The connection to `{workload}` fails: the application speaks TLS already and the proxy of the client {sends} on top, so it is encrypted twice. Call with `http://`, or remove the TLS of the DestinationRule.',
  },
  httpExpected: {
    es: 'La conexión con `{workload}` falla: la aplicación llama con TLS (`https://`) a un puerto que se declara HTTP. Llama con `http://`, o llama `https` al puerto si detrás se habla TLS.',
    en: 'The connection to `{workload}` fails: the application calls with TLS (`https://`) a port that is declared HTTP. Call with `http://`, or name the port `https` if TLS is spoken behind it.',
  },
  tlsRefused: {
    es: 'La conexión con `{workload}` falla: el cliente {sends} y el servidor {takes}.',
    en: 'The connection to `{workload}` fails: the client {sends} and the server {takes}.',
  },
} as const satisfies Messages;
