import type { Respuesta } from './respuesta.types';

export default {
  predicciones: {
    callado: 'no-se',
    verdadero: 'no-se',
    'en-el-nodo': 'no-se',
    'bajo-etiqueta': 'no-se',
    rebelde: 'no-se',
    arriba: 'no-se',
    veterano: 'no-se',
    reiniciado: 'no-se',
  },
  orden: [],
  juicios: {
    etiqueta: 'no-se',
    existentes: 'no-se',
    istio: 'no-se',
    metadatos: 'no-se',
    'donde-mirar': 'no-se',
    'sin-codigo': 'no-se',
    excepcion: 'no-se',
    sustituye: 'no-se',
    envoy: 'no-se',
    'webhook-caido': 'no-se',
  },
  explica: {
    mecanismo: '',
    beneficios: '',
  },
} satisfies Respuesta;
