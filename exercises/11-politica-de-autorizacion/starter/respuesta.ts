import type { Respuesta } from './respuesta.types';

export default {
  explica: {
    identidad: '',
    decision: '',
  },
} satisfies Respuesta;
