import type { Respuesta } from '../../exercises/21-hadoop-en-kubernetes/respuesta.types';

export default {
  afirmaciones: {
    'mas-nodemanagers': 'si-hay-nodos',
    'menos-datanodes-de-noche': 'falso',
    'borrar-el-cluster': 'si-datos-fuera',
    'localidad-de-serie': 'falso',
    'localidad-preparada': 'si-disco-del-nodo',
    'compartir-nodos': 'verdadero',
    'adios-a-yarn': 'falso',
    'datanode-en-deployment': 'falso',
    'espacio-multiplicado': 'verdadero',
    'namenode-en-otro-nodo': 'si-volumen-en-red',
    'mismo-manifiesto': 'verdadero',
    'siempre-mas-rapido': 'falso',
  },
  reparto: {
    dedicado: 4,
    compartido: 0,
    pico: 2,
    'pico-sin-autoescalador': 6,
  },
  datos: {
    'lectura-en-maquinas': 100,
    'lectura-en-pods': 50,
    'lectura-en-red': 0,
    'discos-por-byte': 6,
    'rack-perdido': 'algunos',
    'dos-datanodes-menos': 'si',
    'pod-reiniciado': 0,
  },
  explica: {
    gana: 'Los NodeManagers no guardan nada que dure, así que se añaden en un pico de trabajo y se quitan después, siempre que haya nodos libres o un autoescalador. Los pods de Hadoop comparten los nodos con otros servicios y aprovechan los huecos. Y los mismos manifiestos despliegan el Hadoop de pruebas y el de producción.',
    paga: 'La localidad se pierde: YARN no reconoce qué pods están en el mismo nodo, porque cada uno tiene su nombre, y muchas tareas leen su bloque de otro nodo. Los DataNodes guardan bloques: cada uno va en un StatefulSet con su propio volumen, y antes de quitarlo se retira con decommission.',
  },
} satisfies Respuesta;
