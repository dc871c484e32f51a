import type { Respuesta } from '../../../../exercises/06-escalado-automatico/respuesta.types';

export default {
  predicciones: {
    'doble-del-objetivo': 8,
    redondeo: 4,
    tolerancia: 5,
    techo: 10,
    'sidecar-sin-requests': 4,
    'pod-sin-medidas': 3,
    'bajada-inmediata': 8,
    'pods-sin-sitio': 4,
    'nodos-anadidos': 2,
  },
  juicios: {
    'hpa-y-nodos': 'falso',
    'nodos-y-cpu': 'verdadero', // expect: theory/judgement
    'pendiente-anade-nodo': 'verdadero',
    'metrics-server': 'verdadero',
    'replicas-en-el-manifiesto': 'verdadero',
    'selector-amplio': 'verdadero',
    'limite-y-porcentaje': 'falso',
    'retirar-nodo': 'verdadero',
  },
} satisfies Respuesta;
