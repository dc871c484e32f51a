import type { Respuesta } from '../../../../exercises/27-desplegar-el-servicio/respuesta.types';

export default {
  predicciones: {
    siempre: 'no-se-descarga',
    'etiqueta-latest': 'no-se-descarga',
    'etiqueta-fija': 'en-marcha',
    nodeport: 'si',
    'puerto-del-service': 'si', // expect: theory/prediction
    'dos-replicas': 'en-la-mitad',
    'pod-sustituido': 'en-ninguna',
  },
} satisfies Respuesta;
