import type { Respuesta } from './respuesta.types';

export default {
  afirmaciones: {
    'mas-nodemanagers': 'no-se',
    'menos-datanodes-de-noche': 'no-se',
    'borrar-el-cluster': 'no-se',
    'localidad-de-serie': 'no-se',
    'localidad-preparada': 'no-se',
    'compartir-nodos': 'no-se',
    'adios-a-yarn': 'no-se',
    'datanode-en-deployment': 'no-se',
    'espacio-multiplicado': 'no-se',
    'namenode-en-otro-nodo': 'no-se',
    'mismo-manifiesto': 'no-se',
    'siempre-mas-rapido': 'no-se',
  },
  reparto: {
    dedicado: 'no-se',
    compartido: 'no-se',
    pico: 'no-se',
    'pico-sin-autoescalador': 'no-se',
  },
  datos: {
    'lectura-en-maquinas': 'no-se',
    'lectura-en-pods': 'no-se',
    'lectura-en-red': 'no-se',
    'discos-por-byte': 'no-se',
    'rack-perdido': 'no-se',
    'dos-datanodes-menos': 'no-se',
    'pod-reiniciado': 'no-se',
  },
  explica: {
    gana: '',
    paga: '',
  },
} satisfies Respuesta;
