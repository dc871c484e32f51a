// expect-file: theory/prediction
// Una avería del plano de control congela las decisiones.
import type { Respuesta } from '../../../../exercises/03-arquitectura-cluster/respuesta.types';

export default {
  lugar: {
    'kube-apiserver': 'plano-de-control',
    etcd: 'plano-de-control',
    'kube-scheduler': 'plano-de-control',
    'kube-controller-manager': 'plano-de-control',
    kubelet: 'nodo',
    'container-runtime': 'nodo',
    'kube-proxy': 'nodo',
  },
  tarea: {
    'elegir-nodo': 'kube-scheduler',
    'pedir-arranque': 'kubelet',
    'crear-proceso': 'container-runtime',
    'guardar-estado': 'etcd',
    validar: 'kube-apiserver',
    'mantener-replicas': 'kube-controller-manager',
    'reglas-service': 'kube-proxy',
  },
  orden: [
    'peticion-validada',
    'deployment-guardado',
    'kubectl-responde',
    'replicaset-creado',
    'pods-creados',
    'nodo-asignado',
    'kubelet-recibe',
    'imagen-descargada',
    'contenedor-arrancado',
    'estado-comunicado',
  ],
  averias: {
    'trafico-sin-plano-de-control': 'si',
    'reinicio-sin-api': 'si',
    'apply-sin-planificador': 'sin-nodo',
    'replica-sin-controladores': 'si',
    'pod-suelto-sin-controladores': 'si',
    'pod-nuevo-sin-kube-proxy': 'si',
  },
  juicios: {
    'etcd-acceso': 'falso',
    declarativo: 'verdadero',
    'docker-en-nodos': 'falso',
    'kube-proxy-capa': 'falso',
    'alta-disponibilidad': 'verdadero',
    'kubelet-lugar': 'falso',
    'cloud-controller': 'verdadero',
    'kube-proxy-obligatorio': 'falso',
  },
} satisfies Respuesta;
