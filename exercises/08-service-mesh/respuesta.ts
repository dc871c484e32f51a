import type { Respuesta } from './respuesta.types';

export default {
  quien: {
    'cifrado-entre-servicios': 'no-se',
    'nombre-y-descubrimiento': 'no-se',
    'reparto-por-porcentaje': 'no-se',
    'arrancar-pods': 'no-se',
    reintentar: 'no-se',
    'deshacer-pago-doble': 'no-se',
    'autorizar-por-identidad': 'no-se',
    'propagar-cabeceras-de-traza': 'no-se',
    'latencia-por-ruta': 'no-se',
    'cortar-conexiones-malas': 'no-se',
    'corregir-errores-de-negocio': 'no-se',
    'limitar-recursos': 'no-se',
  },
  grafo: {
    'exito-sin-malla': 'no-se',
    'exito-con-malla': 'no-se',
    tormenta: 'no-se',
    'llamadas-cifradas': 'no-se',
    'sin-proxy-en-la-entrada': 'no-se',
  },
  juicios: {
    'sustituye-services': 'no-se',
    'cura-de-errores': 'no-se',
    'sin-tocar-nada': 'no-se',
    'puerta-de-apis': 'no-se',
    'siempre-sidecar': 'no-se',
    coste: 'no-se',
    'plano-de-datos': 'no-se',
    'pocos-servicios': 'no-se',
  },
  explica: {
    'que-es': '',
    'mejora-y-coste': '',
  },
} satisfies Respuesta;
