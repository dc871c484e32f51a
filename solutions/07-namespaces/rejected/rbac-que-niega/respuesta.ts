import type { Respuesta } from '../../../../exercises/07-namespaces/respuesta.types';

export default {
  predicciones: {
    'otro-espacio': 'si',
    'nombre-corto': 'no',
    'dos-selectores': 'no',
  },
  juicios: {
    red: 'falso',
    nodos: 'falso',
    negar: 'verdadero', // expect: theory/judgement
    'cuota-y-rango': 'verdadero',
    'cuota-obliga': 'verdadero',
    'rol-de-cluster': 'falso',
    'mismo-nombre': 'verdadero',
    borrar: 'verdadero',
  },
} satisfies Respuesta;
