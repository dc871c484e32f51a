import type { Respuesta } from './respuesta.types';

export default {
  explica: {
    promover: '',
    medir: '',
  },
} satisfies Respuesta;
