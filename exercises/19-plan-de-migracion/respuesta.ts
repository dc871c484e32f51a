import type { Respuesta } from './respuesta.types';

export default {
  plan: [],
  vuelta: [],
  explica: {
    reversion: '',
    preparacion: '',
  },
} satisfies Respuesta;
