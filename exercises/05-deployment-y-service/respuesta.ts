import type { Respuesta } from './respuesta.types';

export default {
  predicciones: {
    endpoints: 'no-se',
    'etiqueta-de-mas': 'no-se',
    'sin-targetport': 'no-se',
    'pods-perdidos': 'no-se',
    'pods-minimos': 'no-se',
    'pods-maximos': 'no-se',
  },
  explica: {
    papeles: '',
    eleccion: '',
    cambio: '',
  },
} satisfies Respuesta;
