import type { Respuesta } from './respuesta.types';

export default {
  predicciones: {
    prefijo: 'no-se',
    'condiciones-alternativas': 'no-se',
    pesos: 'no-se',
    'subset-sin-definir': 'no-se',
    'sin-regla': 'no-se',
  },
  campos: {
    subsets: 'no-se',
    pesos: 'no-se',
    reintentos: 'no-se',
    expulsion: 'no-se',
    balanceo: 'no-se',
    reescritura: 'no-se',
    'tls-del-cliente': 'no-se',
    'nombre-y-endpoints': 'no-se',
  },
  explica: {
    papeles: '',
    fallos: '',
  },
} satisfies Respuesta;
