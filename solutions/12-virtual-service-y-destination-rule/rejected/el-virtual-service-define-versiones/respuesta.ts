import type { Respuesta } from '../../../../exercises/12-virtual-service-y-destination-rule/respuesta.types';

export default {
  predicciones: {
    prefijo: 'v2',
    'condiciones-alternativas': 'v2',
    pesos: 25,
    'subset-sin-definir': 503,
    'sin-regla': 404,
  },
  campos: {
    subsets: 'virtual-service', // expect: theory/match
    pesos: 'virtual-service',
    reintentos: 'virtual-service',
    expulsion: 'destination-rule',
    balanceo: 'destination-rule',
    reescritura: 'virtual-service',
    'tls-del-cliente': 'destination-rule',
    'nombre-y-endpoints': 'service',
  },
} satisfies Respuesta;
