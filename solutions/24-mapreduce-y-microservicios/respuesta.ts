import type { Respuesta } from '../../exercises/24-mapreduce-y-microservicios/respuesta.types';

export default {
  comparacion: {
    'parte-los-datos': 'mapreduce',
    'replicas-segun-carga': 'microservicios',
    'maquinas-corrientes': 'ambos',
    'calculo-junto-a-los-datos': 'mapreduce',
    milisegundos: 'microservicios',
    'reparto-central': 'ambos',
    'nace-y-termina': 'mapreduce',
    'copias-mantenidas': 'microservicios',
    'versiones-por-pieza': 'microservicios',
    'nodo-mudo': 'ambos',
    'repite-el-trozo': 'mapreduce',
    'copias-de-los-datos': 'mapreduce',
    'efecto-una-sola-vez': 'ninguno',
    'peticion-a-medias': 'ninguno',
  },
  trabajo: {
    'maps-repetidos': 2,
    'tareas-de-nuevo': 1,
    'se-conservan': 4,
    'pierde-al-maestro': 5,
    'reduces-acabados': 0,
  },
  cluster: {
    recreados: 2,
    'siguen-atendiendo': 4,
    'esperan-confirmacion': 1,
    'sin-sustituto': 2,
    'sin-sitio': 2,
  },
  juicios: {
    'map-es-servicio': 'falso',
    'replicas-iguales': 'falso',
    'pod-sin-estado': 'verdadero',
    'repetir-es-seguro': 'verdadero',
    'mismo-objetivo': 'falso',
    'doble-de-nodos': 'falso',
    'pieza-de-la-que-todo-depende': 'verdadero',
    conviven: 'verdadero',
  },
  explica: {
    'ante-un-nodo':
      'MapReduce vuelve a ejecutar en otro nodo las tareas que tenía el perdido. Kubernetes crea pods nuevos en otros nodos, vacíos. HDFS guarda réplicas de los bloques en varias máquinas.',
    'escala-y-parecido':
      'MapReduce divide los datos de entrada en trozos y lanza un map por cada uno. Un microservicio cambia sus réplicas según la carga. Los dos reparten el trabajo entre muchas máquinas.',
  },
} satisfies Respuesta;
