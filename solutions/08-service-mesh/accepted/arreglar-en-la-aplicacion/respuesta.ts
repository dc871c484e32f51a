import type { Respuesta } from '../../../../exercises/08-service-mesh/respuesta.types';

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
    'corregir-errores-de-negocio': 'aplicacion',
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
} satisfies Respuesta;
