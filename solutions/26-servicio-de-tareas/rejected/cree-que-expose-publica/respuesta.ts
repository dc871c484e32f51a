import type { Respuesta } from '../../../../exercises/26-servicio-de-tareas/respuesta.types';

export default {
  juicios: {
    'expose-publica': 'verdadero', // expect: theory/judgement
    'orden-de-p': 'verdadero',
    loopback: 'falso',
    memoria: 'falso',
    'dos-contenedores': 'falso',
    'borrar-dos-veces': 'verdadero',
    'error-con-200': 'falso',
    'modo-desarrollo': 'falso',
  },
} satisfies Respuesta;
