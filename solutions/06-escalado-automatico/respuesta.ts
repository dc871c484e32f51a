import type { Respuesta } from '../../exercises/06-escalado-automatico/respuesta.types';

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
    'nodos-y-cpu': 'falso',
    'pendiente-anade-nodo': 'verdadero',
    'metrics-server': 'verdadero',
    'replicas-en-el-manifiesto': 'verdadero',
    'selector-amplio': 'verdadero',
    'limite-y-porcentaje': 'falso',
    'retirar-nodo': 'verdadero',
  },
  explica: {
    pods: 'El HPA cambia el número de réplicas de un Deployment. Compara el uso medio de CPU de sus pods, medido como porcentaje de lo que piden en requests, con el objetivo que le escribiste: por encima de él faltan réplicas, y por debajo sobran.',
    nodos:
      'El Cluster Autoscaler añade nodos cuando hay pods en Pending porque lo que piden no cabe en ningún nodo; la CPU que se esté usando no le dice nada. Cuando el HPA crea más réplicas de las que caben, las que sobran se quedan pendientes, y eso es lo que acaba trayendo un nodo nuevo.',
  },
} satisfies Respuesta;
