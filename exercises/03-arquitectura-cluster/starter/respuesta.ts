import type { Respuesta } from './respuesta.types';

export default {
  lugar: {
    'kube-apiserver': 'no-se',
    etcd: 'no-se',
    'kube-scheduler': 'no-se',
    'kube-controller-manager': 'no-se',
    kubelet: 'no-se',
    'container-runtime': 'no-se',
    'kube-proxy': 'no-se',
  },
  tarea: {
    'elegir-nodo': 'no-se',
    'pedir-arranque': 'no-se',
    'crear-proceso': 'no-se',
    'guardar-estado': 'no-se',
    validar: 'no-se',
    'mantener-replicas': 'no-se',
    'reglas-service': 'no-se',
  },
  orden: [],
  averias: {
    'trafico-sin-plano-de-control': 'no-se',
    'reinicio-sin-api': 'no-se',
    'apply-sin-planificador': 'no-se',
    'replica-sin-controladores': 'no-se',
    'pod-suelto-sin-controladores': 'no-se',
    'pod-nuevo-sin-kube-proxy': 'no-se',
  },
  juicios: {
    'etcd-acceso': 'no-se',
    declarativo: 'no-se',
    'docker-en-nodos': 'no-se',
    'kube-proxy-capa': 'no-se',
    'alta-disponibilidad': 'no-se',
    'kubelet-lugar': 'no-se',
    'cloud-controller': 'no-se',
    'kube-proxy-obligatorio': 'no-se',
  },
  explica: {
    reparto: '',
    'estado-deseado': '',
  },
} satisfies Respuesta;
