import type { Respuesta } from './respuesta.types';

export default {
  predicciones: {
    'lineas-de-edges': 'no-se',
    'lineas-con-marca': 'no-se',
    'tap-de-api': 'no-se',
    'tap-de-la-sonda': 'no-se',
    'tap-de-panel': 'no-se',
    'tap-de-memoria': 'no-se',
    'viz-despues': 'no-se',
    'stat-de-reloj': 'no-se',
  },
  juicios: {
    crds: 'no-se',
    check: 'no-se',
    viz: 'no-se',
    reinicio: 'no-se',
    entrada: 'no-se',
    etiqueta: 'no-se',
    sondas: 'no-se',
    certificados: 'no-se',
  },
  explica: {
    certificados: '',
    comprobar: '',
  },
} satisfies Respuesta;
