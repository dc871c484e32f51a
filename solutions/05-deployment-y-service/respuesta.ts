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
  explica: {
    papeles:
      'Un Deployment mantiene en marcha tantas réplicas como pide su manifiesto: si un pod se pierde, crea otro a partir de la misma plantilla. Un Service da a quien llama un nombre y una dirección estables, que siguen siendo los mismos aunque los pods de detrás cambien.',
    eleccion:
      'El Service busca los pods por sus etiquetas: elige los que llevan todas las que pide su selector, los haya creado quien los haya creado. De esos, solo reciben tráfico los que están listos; mientras un pod no pasa la sonda de disponibilidad, no le llega ninguna petición.',
    cambio:
      'Los pods se sustituyen poco a poco y no todos a la vez: el Deployment crea alguno con la imagen nueva y no retira uno antiguo hasta que el nuevo está listo. Así nunca falta quien atienda las peticiones que reparte el Service.',
  },
} satisfies Respuesta;
