import type { Respuesta } from '../../../../exercises/15-jaeger/respuesta.types';

export default {
  cabeceras: {
    enteras: 4,
    partida: 2,
    'partida-spans': 2,
    hoja: 1,
    'sin-sidecar': 1,
  },
  muestreo: {
    b1: 1,
    a1: 0, // expect: theory/prediction
    a2: 100,
    c1: 0,
    heredada: 1,
  },
  juicios: {
    automatica: 'falso',
    'por-defecto': 'falso',
    'sin-trazas': 'falso',
    puertos: 'falso',
    span: 'verdadero',
    'x-request-id': 'falso',
    'valores-antiguos': 'falso',
    coste: 'falso',
  },
} satisfies Respuesta;
