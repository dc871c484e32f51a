import type { Respuesta } from '../../exercises/08-service-mesh/respuesta.types';

export default {
  quien: {
    'cifrado-entre-servicios': 'malla',
    'nombre-y-descubrimiento': 'kubernetes',
    'reparto-por-porcentaje': 'malla',
    'arrancar-pods': 'kubernetes',
    reintentar: 'malla',
    'deshacer-pago-doble': 'aplicacion',
    'autorizar-por-identidad': 'malla',
    'propagar-cabeceras-de-traza': 'aplicacion',
    'latencia-por-ruta': 'malla',
    'cortar-conexiones-malas': 'malla',
    'corregir-errores-de-negocio': 'nadie',
    'limitar-recursos': 'kubernetes',
  },
  grafo: {
    'exito-sin-malla': 65.6,
    'exito-con-malla': 'casi-todo',
    tormenta: 27,
    'llamadas-cifradas': 3,
    'sin-proxy-en-la-entrada': 9,
  },
  juicios: {
    'sustituye-services': 'falso',
    'cura-de-errores': 'falso',
    'sin-tocar-nada': 'falso',
    'puerta-de-apis': 'verdadero',
    'siempre-sidecar': 'falso',
    coste: 'verdadero',
    'plano-de-datos': 'falso',
    'pocos-servicios': 'verdadero',
  },
  explica: {
    'que-es':
      'Un service mesh es una capa de infraestructura que se ocupa de la comunicación entre los servicios. Lo hace con un proxy junto a cada uno, por el que pasan todas sus llamadas, y por eso no hay que cambiar el código de la aplicación.',
    'mejora-y-coste':
      'La malla cifra las llamadas con mTLS y comprueba quién llama, mide la latencia y los errores de todos los servicios por igual, y reintenta lo que falla o reparte el tráfico por pesos. A cambio, cada proxy consume memoria y procesador y añade latencia a cada llamada.',
  },
} satisfies Respuesta;
