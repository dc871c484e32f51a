import type { Respuesta } from './respuesta.types';

export default {
  predicciones: {
    'doble-del-objetivo': 'no-se',
    redondeo: 'no-se',
    tolerancia: 'no-se',
    techo: 'no-se',
    'sidecar-sin-requests': 'no-se',
    'pod-sin-medidas': 'no-se',
    'bajada-inmediata': 'no-se',
    'pods-sin-sitio': 'no-se',
    'nodos-anadidos': 'no-se',
  },
  juicios: {
    'hpa-y-nodos': 'no-se',
    'nodos-y-cpu': 'no-se',
    'pendiente-anade-nodo': 'no-se',
    'metrics-server': 'no-se',
    'replicas-en-el-manifiesto': 'no-se',
    'selector-amplio': 'no-se',
    'limite-y-porcentaje': 'no-se',
    'retirar-nodo': 'no-se',
  },
  explica: {
    pods: '',
    nodos: '',
  },
} satisfies Respuesta;
