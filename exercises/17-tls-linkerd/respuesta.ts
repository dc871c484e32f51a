import type { Respuesta } from './respuesta.types';

export default {
  tramos: {
    'web-a-api': 'no-se',
    'web-a-viejo': 'no-se',
    'viejo-a-api': 'no-se',
    'web-a-db': 'no-se',
    'lo-que-se-ve-de-db': 'no-se',
    'web-a-pagos': 'no-se',
    'lotes-a-api': 'no-se',
    'web-a-cache': 'no-se',
    'sonda-a-api': 'no-se',
    'web-a-nombres': 'no-se',
    'web-al-banco': 'no-se',
    'identidad-de-informes': 'no-se',
  },
  orden: [],
  juicios: {
    'todo-el-trafico': 'no-se',
    'por-service': 'no-se',
    ancla: 'no-se',
    'tls-ajeno': 'no-se',
    exigido: 'no-se',
    sondas: 'no-se',
    opaco: 'no-se',
    'clave-privada': 'no-se',
    version: 'no-se',
    autorizacion: 'no-se',
  },
  explica: {
    mecanismo: '',
    alcance: '',
  },
} satisfies Respuesta;
