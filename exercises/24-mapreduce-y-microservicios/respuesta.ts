import type { Respuesta } from './respuesta.types';

export default {
  comparacion: {
    'parte-los-datos': 'no-se',
    'replicas-segun-carga': 'no-se',
    'maquinas-corrientes': 'no-se',
    'calculo-junto-a-los-datos': 'no-se',
    milisegundos: 'no-se',
    'reparto-central': 'no-se',
    'nace-y-termina': 'no-se',
    'copias-mantenidas': 'no-se',
    'versiones-por-pieza': 'no-se',
    'nodo-mudo': 'no-se',
    'repite-el-trozo': 'no-se',
    'copias-de-los-datos': 'no-se',
    'efecto-una-sola-vez': 'no-se',
    'peticion-a-medias': 'no-se',
  },
  trabajo: {
    'maps-repetidos': 'no-se',
    'tareas-de-nuevo': 'no-se',
    'se-conservan': 'no-se',
    'pierde-al-maestro': 'no-se',
    'reduces-acabados': 'no-se',
  },
  cluster: {
    recreados: 'no-se',
    'siguen-atendiendo': 'no-se',
    'esperan-confirmacion': 'no-se',
    'sin-sustituto': 'no-se',
    'sin-sitio': 'no-se',
  },
  juicios: {
    'map-es-servicio': 'no-se',
    'replicas-iguales': 'no-se',
    'pod-sin-estado': 'no-se',
    'repetir-es-seguro': 'no-se',
    'mismo-objetivo': 'no-se',
    'doble-de-nodos': 'no-se',
    'pieza-de-la-que-todo-depende': 'no-se',
    conviven: 'no-se',
  },
  explica: {
    'ante-un-nodo': '',
    'escala-y-parecido': '',
  },
} satisfies Respuesta;
