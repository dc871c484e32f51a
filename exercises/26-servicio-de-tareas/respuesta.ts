import type { Respuesta } from './respuesta.types';

export default {
  juicios: {
    'expose-publica': 'no-se',
    'orden-de-p': 'no-se',
    loopback: 'no-se',
    memoria: 'no-se',
    'dos-contenedores': 'no-se',
    'borrar-dos-veces': 'no-se',
    'error-con-200': 'no-se',
    'modo-desarrollo': 'no-se',
  },
} satisfies Respuesta;
