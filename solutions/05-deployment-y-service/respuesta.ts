import type { Respuesta } from '../../exercises/05-deployment-y-service/respuesta.types';

export default {
  predicciones: {
    endpoints: 4,
    'etiqueta-de-mas': 0,
    'sin-targetport': 'conexion-rechazada',
    'pods-perdidos': 'si',
    'pods-minimos': 3,
    'pods-maximos': 5,
  },
} satisfies Respuesta;
