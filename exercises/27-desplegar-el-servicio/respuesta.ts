import type { Respuesta } from './respuesta.types';

export default {
  predicciones: {
    siempre: 'no-se',
    'etiqueta-latest': 'no-se',
    'etiqueta-fija': 'no-se',
    nodeport: 'no-se',
    'puerto-del-service': 'no-se',
    'dos-replicas': 'no-se',
    'pod-sustituido': 'no-se',
  },
} satisfies Respuesta;
