import type { Respuesta } from './respuesta.types';

export default {
  predicciones: {
    direcciones: 'no-se',
    localhost: 'no-se',
    choque: 'no-se',
    'choque-listo': 'no-se',
    'puerto-declarado': 'no-se',
    'orden-que-termina': 'no-se',
  },
  juicios: {
    'un-contenedor': 'no-se',
    'mismo-nodo': 'no-se',
    'se-repone-solo': 'no-se',
    'imagenes-de-docker': 'no-se',
    cri: 'no-se',
    'readiness-reinicia': 'no-se',
  },
  explica: {
    pod: '',
    runtime: '',
  },
} satisfies Respuesta;
