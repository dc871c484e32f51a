import type { Respuesta } from '../../../../exercises/04-pod-nginx/respuesta.types';

export default {
  predicciones: {
    direcciones: 1,
    localhost: 'bienvenida',
    choque: 1,
    'choque-listo': 'no',
    'puerto-declarado': 'conexion-rechazada',
    'orden-que-termina': 'reinicios',
  },
  juicios: {
    'un-contenedor': 'verdadero', // expect: theory/judgement
    'mismo-nodo': 'verdadero',
    'se-repone-solo': 'falso',
    'imagenes-de-docker': 'falso',
    cri: 'verdadero',
    'readiness-reinicia': 'falso',
  },
} satisfies Respuesta;
