import type { Respuesta } from '../../exercises/12-virtual-service-y-destination-rule/respuesta.types';

export default {
  predicciones: {
    prefijo: 'v2',
    'condiciones-alternativas': 'v2',
    pesos: 25,
    'subset-sin-definir': 503,
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
  explica: {
    papeles:
      'El VirtualService decide a dónde va cada petición: mira la ruta, el método y las cabeceras y elige el destino, con sus pesos. El DestinationRule define los subsets, es decir, qué pods forman cada versión según sus etiquetas. También configura las políticas con que se trata a ese destino: el balanceo, las conexiones o cuándo se expulsa a un pod que falla.',
    fallos:
      'Si un subset no está definido, el proxy no conoce ese destino y responde 503. Si no coincide ninguna regla, la respuesta es un 404, aunque el Service funcione. Por eso aplicaría primero el DestinationRule y después el VirtualService que nombra sus subsets.',
  },
} satisfies Respuesta;
