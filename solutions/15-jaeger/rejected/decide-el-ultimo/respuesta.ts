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
    a1: 40,
    a2: 100,
    c1: 0,
    heredada: 100, // expect: theory/prediction
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
