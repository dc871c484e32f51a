import type { Respuesta } from '../../../../exercises/26-servicio-de-tareas/respuesta.types';

export default {
  juicios: {
    'expose-publica': 'falso',
    'orden-de-p': 'verdadero',
    loopback: 'falso',
    memoria: 'falso',
    'dos-contenedores': 'verdadero', // expect: theory/judgement
    'borrar-dos-veces': 'verdadero',
    'error-con-200': 'falso',
    'modo-desarrollo': 'falso',
  },
} satisfies Respuesta;
