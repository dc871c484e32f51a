import type { Respuesta } from '../../exercises/03-arquitectura-cluster/respuesta.types';

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
    'replica-sin-controladores': 'no',
    'pod-suelto-sin-controladores': 'si',
    'pod-nuevo-sin-kube-proxy': 'no',
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
  explica: {
    reparto:
      'El plano de control toma las decisiones del clúster: valida las peticiones, guarda el estado y elige dónde va cada cosa. Los nodos de trabajo ejecutan los pods. En cada nodo es el kubelet quien arranca los contenedores, pidiéndoselo al entorno de ejecución.',
    'estado-deseado':
      'El usuario declara en un manifiesto el estado deseado, no los pasos para llegar a él. Los controladores comparan sin descanso lo que hay con lo que se ha pedido y corrigen la diferencia, por ejemplo creando el pod que falta.',
  },
} satisfies Respuesta;
