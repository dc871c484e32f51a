import type { Respuesta } from '../../../../exercises/12-virtual-service-y-destination-rule/respuesta.types';

export default {
  predicciones: {
    prefijo: 'v2',
    'condiciones-alternativas': 'v2',
    pesos: 25,
    'subset-sin-definir': 200, // expect: theory/prediction
    'sin-regla': 404,
  },
  campos: {
    subsets: 'destination-rule',
    pesos: 'virtual-service',
    reintentos: 'virtual-service',
    expulsion: 'destination-rule',
    balanceo: 'destination-rule',
    reescritura: 'virtual-service',
    'tls-del-cliente': 'destination-rule',
    'nombre-y-endpoints': 'service',
  },
} satisfies Respuesta;
