import type { Respuesta } from '../../../../exercises/21-hadoop-en-kubernetes/respuesta.types';

export default {
  afirmaciones: {
    'siempre-mas-rapido': 'falso',
    'mismo-manifiesto': 'verdadero',
    'namenode-en-otro-nodo': 'si-volumen-en-red',
    'espacio-multiplicado': 'verdadero',
    'datanode-en-deployment': 'falso',
    'adios-a-yarn': 'falso',
    'compartir-nodos': 'verdadero',
    'localidad-preparada': 'si-disco-del-nodo',
    'localidad-de-serie': 'falso',
    'borrar-el-cluster': 'si-datos-fuera',
    'menos-datanodes-de-noche': 'falso',
    'mas-nodemanagers': 'si-hay-nodos',
  },
  reparto: {
    'pico-sin-autoescalador': 6,
    pico: 2,
    compartido: 0,
    dedicado: 4,
  },
  datos: {
    'pod-reiniciado': 0,
    'dos-datanodes-menos': 'si',
    'rack-perdido': 'algunos',
    'discos-por-byte': 6,
    'lectura-en-red': 0,
    'lectura-en-pods': 50,
    'lectura-en-maquinas': 100,
  },
} satisfies Respuesta;
