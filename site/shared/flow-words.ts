import type { Text } from '../../graders/index.ts';
import type { FlowAnswer, Protection } from '../../graders/lab/picture/index.ts';

/** What the tables of who may call whom say. */
export const flowWords = {
  title: { es: 'Quién puede llamar a quién', en: 'Who may call whom' },
  summary: {
    es: 'Cada casilla es lo que le pasa a una petición que el laboratorio ha enviado por tus manifiestos. Elige una para ver qué lo decide.',
    en: 'Each cell is what became of a request that the lab sent through your manifests. Choose one to see what decides it.',
  },
  keys: {
    es: 'Con el teclado: Tab entra en la tabla y las flechas van de casilla en casilla.',
    en: 'With the keyboard: Tab enters the table and the arrows go from cell to cell.',
  },
  protection: { es: 'Cómo va protegida la conexión', en: 'How the connection is protected' },
  authorization: { es: 'Qué peticiones dejan pasar las políticas', en: 'Which requests the policies let through' },
  client: { es: 'Quién llama', en: 'Who calls' },
  also: {
    es: 'Las políticas miran además {also}: con otro valor, la respuesta puede ser otra.',
    en: 'The policies also look at {also}: with another value, the answer may be another.',
  },
  left: {
    es: 'La tabla no tiene todo: faltan {clients} que llaman y {ports} puertos.',
    en: 'The table does not have everything: {clients} callers and {ports} ports are missing.',
  },
  tried: { es: 'Peticiones probadas', en: 'Requests tried' },
  some: { es: '{count} de {of}', en: '{count} of {of}' },
  all: { es: 'todas', en: 'all' },
  none: { es: 'ninguna', en: 'none' },
  connects: { es: 'la conexión', en: 'the connection' },
  decides: { es: 'Lo decide', en: 'What decides' },
} as const satisfies Readonly<Record<string, Text>>;

/** In a cell there is room for a word. */
export const protectionWords: Readonly<Record<Protection, Text>> = {
  mutual: { es: 'mTLS', en: 'mTLS' },
  simple: { es: 'TLS', en: 'TLS' },
  plaintext: { es: 'sin cifrar', en: 'plaintext' },
  refused: { es: 'rechazada', en: 'refused' },
  mixed: { es: 'según el pod', en: 'by pod' },
  unreached: { es: 'no llega', en: 'no answer' },
};

export const protectionMeans: Readonly<Record<Protection, Text>> = {
  mutual: {
    es: 'mTLS: va cifrada y cada lado prueba quién es.',
    en: 'mTLS: it is encrypted, and each side proves who it is.',
  },
  simple: { es: 'TLS: va cifrada, sin identidad de la malla.', en: 'TLS: it is encrypted, without a mesh identity.' },
  plaintext: {
    es: 'Sin cifrar: la conexión se hace, pero quien esté en la red puede leerla y nadie prueba quién es.',
    en: 'Plaintext: the connection is made, but whoever is on the network can read it and nobody proves who they are.',
  },
  refused: { es: 'Rechazada: la conexión se corta.', en: 'Refused: the connection breaks.' },
  mixed: {
    es: 'Según el pod: unas partes van protegidas de una manera y otras de otra.',
    en: 'By pod: its parts are protected differently.',
  },
  unreached: { es: 'No llega a ninguna aplicación.', en: 'It reaches no application.' },
};

export const answerWords: Readonly<Record<FlowAnswer['is'], Text>> = {
  in: { es: 'entra', en: 'let in' },
  denied: { es: 'denegada', en: 'denied' },
  stopped: { es: 'no llega', en: 'no answer' },
};
