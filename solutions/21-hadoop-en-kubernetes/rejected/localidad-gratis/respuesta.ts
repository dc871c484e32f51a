import type { Respuesta } from '../../../../exercises/21-hadoop-en-kubernetes/respuesta.types';

export default {
  afirmaciones: {
    'mas-nodemanagers': 'si-hay-nodos',
    'menos-datanodes-de-noche': 'falso',
    'borrar-el-cluster': 'si-datos-fuera',
    'localidad-de-serie': 'verdadero', // expect: theory/match
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
} satisfies Respuesta;
