import type { Respuesta } from './respuesta.types';

export default {
  predicciones: {
    'otro-espacio': 'no-se',
    'nombre-corto': 'no-se',
    'dos-selectores': 'no-se',
  },
  juicios: {
    red: 'no-se',
    nodos: 'no-se',
    negar: 'no-se',
    'cuota-y-rango': 'no-se',
    'cuota-obliga': 'no-se',
    'rol-de-cluster': 'no-se',
    'mismo-nombre': 'no-se',
    borrar: 'no-se',
  },
  explica: {
    'para-que': '',
    limites: '',
  },
} satisfies Respuesta;
