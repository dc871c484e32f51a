import type { Respuesta } from '../../exercises/10-mtls/respuesta.types';

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
    'jwt-obligatorio': 'falso',
    rotacion: 'verdadero',
    'sondas-estrictas': 'verdadero',
  },
  explica: {
    mtls: 'En mTLS los dos extremos se autentican: cliente y servidor presentan su certificado, y el tráfico va cifrado. La identidad sale de la ServiceAccount con la que corre el pod, y es istiod quien firma el certificado.',
    'exigir-y-autorizar':
      'Un PeerAuthentication en modo STRICT exige mTLS y rechaza lo que llega en claro. Quién puede llamar a quién lo decide una AuthorizationPolicy, según la identidad que mTLS ha comprobado.',
  },
} satisfies Respuesta;
