import type { Respuesta } from './respuesta.types';

export default {
  cabeceras: {
    enteras: 'no-se',
    partida: 'no-se',
    'partida-spans': 'no-se',
    hoja: 'no-se',
    'sin-sidecar': 'no-se',
  },
  muestreo: {
    b1: 'no-se',
    a1: 'no-se',
    a2: 'no-se',
    c1: 'no-se',
    heredada: 'no-se',
  },
  juicios: {
    automatica: 'no-se',
    'por-defecto': 'no-se',
    'sin-trazas': 'no-se',
    puertos: 'no-se',
    span: 'no-se',
    'x-request-id': 'no-se',
    'valores-antiguos': 'no-se',
    coste: 'no-se',
  },
  explica: {
    traza: '',
    propagacion: '',
  },
} satisfies Respuesta;
