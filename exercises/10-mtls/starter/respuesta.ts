import type { Respuesta } from './respuesta.types';

export default {
  predicciones: {
    'malla-a-permisivo': 'no-se',
    'fuera-a-permisivo': 'no-se',
    'fuera-a-estricto': 'no-se',
    'malla-a-apagado': 'no-se',
    'malla-a-forzado': 'no-se',
    'malla-a-fuera': 'no-se',
  },
  juicios: {
    'cifrar-y-autorizar': 'no-se',
    'permisivo-seguro': 'no-se',
    'hace-falta-destination-rule': 'no-se',
    'destination-rule-exige': 'no-se',
    'selector-en-la-raiz': 'no-se',
    'jwt-obligatorio': 'no-se',
    rotacion: 'no-se',
    'sondas-estrictas': 'no-se',
  },
  explica: {
    mtls: '',
    'exigir-y-autorizar': '',
  },
} satisfies Respuesta;
