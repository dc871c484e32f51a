import type { Respuesta } from '../../exercises/13-despliegue-canario/respuesta.types';

export default {
  explica: {
    promover:
      'Se promueve subiendo por pasos el peso de v2 en el VirtualService, hasta que se queda con todo. Para volver atrás basta con devolver todo el tráfico a v1, es decir, dejar el peso de v2 a 0. El reparto no depende de las réplicas, así que no se crea ni se borra ningún pod.',
    medir:
      'Antes de cada paso miraría la proporción de errores 5xx y el percentil 95 de la latencia, pero solo de v2 y comparados con los de v1 (por destination_version). Con un 10 % del tráfico, un fallo de la versión nueva casi no movería las cifras del conjunto.',
  },
} satisfies Respuesta;
