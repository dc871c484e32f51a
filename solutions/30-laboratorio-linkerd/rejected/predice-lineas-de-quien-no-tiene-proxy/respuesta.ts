import type { Respuesta } from '../../../../exercises/30-laboratorio-linkerd/respuesta.types';

export default {
  predicciones: {
    'lineas-de-edges': 4, // expect: theory/prediction
    'lineas-con-marca': 2,
    'tap-de-api': 'true',
    'tap-de-la-sonda': 'no_tls_from_remote',
    'tap-de-panel': 'not_provided_by_service_discovery',
    'tap-de-memoria': 'ninguna-linea',
    'viz-despues': 0,
    'stat-de-reloj': 'cero-de-uno',
  },
  juicios: {
    crds: 'verdadero',
    check: 'falso',
    viz: 'falso',
    reinicio: 'verdadero',
    entrada: 'falso',
    etiqueta: 'falso',
    sondas: 'verdadero',
    certificados: 'falso',
  },
} satisfies Respuesta;
