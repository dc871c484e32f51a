import type { Respuesta } from '../../../../exercises/24-mapreduce-y-microservicios/respuesta.types';

export default {
  comparacion: {
    'peticion-a-medias': 'ninguno',
    'efecto-una-sola-vez': 'ninguno',
    'copias-de-los-datos': 'mapreduce',
    'repite-el-trozo': 'mapreduce',
    'nodo-mudo': 'ambos',
    'versiones-por-pieza': 'microservicios',
    'copias-mantenidas': 'microservicios',
    'nace-y-termina': 'mapreduce',
    'reparto-central': 'ambos',
    milisegundos: 'microservicios',
    'calculo-junto-a-los-datos': 'mapreduce',
    'maquinas-corrientes': 'ambos',
    'replicas-segun-carga': 'microservicios',
    'parte-los-datos': 'mapreduce',
  },
  trabajo: {
    'reduces-acabados': 0,
    'pierde-al-maestro': 5,
    'se-conservan': 4,
    'tareas-de-nuevo': 1,
    'maps-repetidos': 2,
  },
  cluster: {
    'sin-sitio': 2,
    'sin-sustituto': 2,
    'esperan-confirmacion': 1,
    'siguen-atendiendo': 4,
    recreados: 2,
  },
  juicios: {
    conviven: 'verdadero',
    'pieza-de-la-que-todo-depende': 'verdadero',
    'doble-de-nodos': 'falso',
    'mismo-objetivo': 'falso',
    'repetir-es-seguro': 'verdadero',
    'pod-sin-estado': 'verdadero',
    'replicas-iguales': 'falso',
    'map-es-servicio': 'falso',
  },
} satisfies Respuesta;
