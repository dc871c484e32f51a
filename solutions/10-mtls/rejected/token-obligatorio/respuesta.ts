import type { Respuesta } from '../../../../exercises/10-mtls/respuesta.types';

export default {
  predicciones: {
    'malla-a-permisivo': 'cifrado',
    'fuera-a-permisivo': 'en-claro',
    'fuera-a-estricto': 'no-llega',
    'malla-a-apagado': 'en-claro',
    'malla-a-forzado': 'no-llega',
    'malla-a-fuera': 'no',
  },
  juicios: {
    'cifrar-y-autorizar': 'falso',
    'permisivo-seguro': 'falso',
    'hace-falta-destination-rule': 'falso',
    'destination-rule-exige': 'falso',
    'selector-en-la-raiz': 'falso',
    'jwt-obligatorio': 'verdadero', // expect: theory/judgement
    rotacion: 'verdadero',
    'sondas-estrictas': 'verdadero',
  },
} satisfies Respuesta;
