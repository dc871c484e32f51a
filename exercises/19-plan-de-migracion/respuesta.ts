import type { Respuesta } from './respuesta.types';

export default {
  plan: [],
  vuelta: [],
} satisfies Respuesta;
