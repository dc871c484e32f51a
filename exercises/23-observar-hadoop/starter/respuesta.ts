import type { Respuesta } from './respuesta.types';

export default {
  consultas: {
    'peor-entre-media': 'no-se',
    recogiendo: 'no-se',
    'por-tarea-map': 'no-se',
    'mezcla-servida': 'no-se',
  },
  diagnostico: {
    lunes: 'no-se',
    martes: 'no-se',
    miercoles: 'no-se',
    jueves: 'no-se',
    viernes: 'no-se',
    'quien-lunes': 'no-se',
    'quien-miercoles': 'no-se',
    'quien-viernes': 'no-se',
  },
  malla: {
    'en-la-malla-lunes': 'no-se',
    'en-la-malla-martes': 'no-se',
    'en-la-malla-miercoles': 'no-se',
    'en-la-malla-jueves': 'no-se',
    'en-la-malla-viernes': 'no-se',
  },
  explica: {
    procedimiento: '',
    limite: '',
  },
} satisfies Respuesta;
