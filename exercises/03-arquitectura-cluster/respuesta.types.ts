// Generado a partir de exercise.yaml con `npm run generate`. No lo edites.

export interface Respuesta {
  /** ¿A qué corresponde cada cosa? */
  readonly lugar: {
    /** kube-apiserver */
    readonly 'kube-apiserver': 'nodo' | 'plano-de-control' | 'no-se';
    /** etcd */
    readonly etcd: 'nodo' | 'plano-de-control' | 'no-se';
    /** kube-scheduler */
    readonly 'kube-scheduler': 'nodo' | 'plano-de-control' | 'no-se';
    /** kube-controller-manager */
    readonly 'kube-controller-manager': 'nodo' | 'plano-de-control' | 'no-se';
    /** kubelet */
    readonly kubelet: 'nodo' | 'plano-de-control' | 'no-se';
    /** el entorno de ejecución de contenedores (containerd, CRI-O) */
    readonly 'container-runtime': 'nodo' | 'plano-de-control' | 'no-se';
    /** kube-proxy */
    readonly 'kube-proxy': 'nodo' | 'plano-de-control' | 'no-se';
  };
  /** ¿A qué corresponde cada cosa? */
  readonly tarea: {
    /** Elegir el nodo de un pod recién creado */
    readonly 'elegir-nodo': 'container-runtime' | 'etcd' | 'kube-apiserver' | 'kube-controller-manager' | 'kube-proxy' | 'kube-scheduler' | 'kubelet' | 'no-se';
    /** Hacer que los contenedores de un pod se pongan en marcha en su nodo */
    readonly 'pedir-arranque': 'container-runtime' | 'etcd' | 'kube-apiserver' | 'kube-controller-manager' | 'kube-proxy' | 'kube-scheduler' | 'kubelet' | 'no-se';
    /** Descargar la imagen y crear el proceso aislado */
    readonly 'crear-proceso': 'container-runtime' | 'etcd' | 'kube-apiserver' | 'kube-controller-manager' | 'kube-proxy' | 'kube-scheduler' | 'kubelet' | 'no-se';
    /** Guardar el estado deseado y el observado */
    readonly 'guardar-estado': 'container-runtime' | 'etcd' | 'kube-apiserver' | 'kube-controller-manager' | 'kube-proxy' | 'kube-scheduler' | 'kubelet' | 'no-se';
    /** Autenticar, autorizar y validar cada petición */
    readonly validar: 'container-runtime' | 'etcd' | 'kube-apiserver' | 'kube-controller-manager' | 'kube-proxy' | 'kube-scheduler' | 'kubelet' | 'no-se';
    /** Crear otro pod cuando faltan réplicas */
    readonly 'mantener-replicas': 'container-runtime' | 'etcd' | 'kube-apiserver' | 'kube-controller-manager' | 'kube-proxy' | 'kube-scheduler' | 'kubelet' | 'no-se';
    /** Escribir en el nodo las reglas que llevan el tráfico de un Service a sus pods */
    readonly 'reglas-service': 'container-runtime' | 'etcd' | 'kube-apiserver' | 'kube-controller-manager' | 'kube-proxy' | 'kube-scheduler' | 'kubelet' | 'no-se';
  };
  /**
   * Los pasos, en un orden que pueda darse. Alguno puede sobrar.
   * contenedor-arrancado: El entorno de ejecución arranca el contenedor
   * deployment-guardado: El Deployment queda guardado en etcd
   * estado-comunicado: El kubelet comunica a la API que el pod está Running
   * imagen-descargada: El entorno de ejecución descarga la imagen si no está
   * kubectl-responde: kubectl muestra `deployment.apps/web created`
   * kubelet-lee-etcd: El kubelet lee el pod directamente de etcd
   * kubelet-recibe: El kubelet del nodo ve que el pod es suyo
   * nodo-asignado: El planificador asigna un nodo a cada pod
   * peticion-validada: El servidor de API autentica, autoriza y valida el Deployment
   * planificador-arranca: El planificador arranca el contenedor en el nodo
   * pods-creados: El controlador de ReplicaSets crea los pods, todavía sin nodo
   * replicaset-creado: El controlador de Deployments crea un ReplicaSet
   */
  readonly orden: readonly ('contenedor-arrancado' | 'deployment-guardado' | 'estado-comunicado' | 'imagen-descargada' | 'kubectl-responde' | 'kubelet-lee-etcd' | 'kubelet-recibe' | 'nodo-asignado' | 'peticion-validada' | 'planificador-arranca' | 'pods-creados' | 'replicaset-creado')[];
  /** ¿Qué ocurrirá? */
  readonly averias: {
    /**
     * Cae todo el plano de control. ¿Siguen llegando peticiones a los pods que ya estaban en marcha?
     * si: sí
     * no: no
     */
    readonly 'trafico-sin-plano-de-control': 'no' | 'si' | 'no-se';
    /**
     * El servidor de API no responde y un contenedor se cae. ¿Vuelve a arrancar en su nodo?
     * si: sí
     * no: no
     */
    readonly 'reinicio-sin-api': 'no' | 'si' | 'no-se';
    /**
     * El planificador está caído y aplicas un Deployment nuevo. ¿Qué ocurre con sus pods?
     * sin-nodo: existen, sin nodo y en Pending
     * no-se-crean: no llegan a crearse
     * rechazo: la API rechaza el Deployment
     * con-nodo: tienen nodo pero no arrancan
     */
    readonly 'apply-sin-planificador': 'con-nodo' | 'no-se-crean' | 'rechazo' | 'sin-nodo' | 'no-se';
    /**
     * Se cae el kube-controller-manager y después se pierde un nodo. ¿Aparecen pods de repuesto en otro?
     * si: sí
     * no: no
     */
    readonly 'replica-sin-controladores': 'no' | 'si' | 'no-se';
    /**
     * Con el kube-controller-manager caído, ¿llega a arrancar un Pod suelto que aplicas tú?
     * si: sí
     * no: no
     */
    readonly 'pod-suelto-sin-controladores': 'no' | 'si' | 'no-se';
    /**
     * kube-proxy se ha detenido en el nodo de un cliente. ¿Llegan sus peticiones al Service también a un pod que acaba de estar listo?
     * si: sí
     * no: no
     */
    readonly 'pod-nuevo-sin-kube-proxy': 'no' | 'si' | 'no-se';
  };
  /** ¿Verdadero o falso? */
  readonly juicios: {
    /** El planificador y el kubelet consultan etcd directamente */
    readonly 'etcd-acceso': 'falso' | 'verdadero' | 'no-se';
    /** Al aplicar un manifiesto se describe un estado y los controladores trabajan hasta alcanzarlo */
    readonly declarativo: 'falso' | 'verdadero' | 'no-se';
    /** Cada nodo necesita Docker Engine para ejecutar imágenes construidas con Docker */
    readonly 'docker-en-nodos': 'falso' | 'verdadero' | 'no-se';
    /** kube-proxy lee las rutas HTTP para repartir las peticiones */
    readonly 'kube-proxy-capa': 'falso' | 'verdadero' | 'no-se';
    /** El plano de control puede tener varias réplicas para no depender de una máquina */
    readonly 'alta-disponibilidad': 'falso' | 'verdadero' | 'no-se';
    /** El kubelet es un componente del plano de control */
    readonly 'kubelet-lugar': 'falso' | 'verdadero' | 'no-se';
    /** El cloud-controller-manager solo hace falta si el clúster se integra con un proveedor de nube */
    readonly 'cloud-controller': 'falso' | 'verdadero' | 'no-se';
    /** Todo clúster necesita kube-proxy en cada nodo */
    readonly 'kube-proxy-obligatorio': 'falso' | 'verdadero' | 'no-se';
  };
  /** Con tus palabras, en dos o tres frases. Entre acentos graves (`…`) el texto puede ocupar varias líneas. */
  readonly explica?: {
    /** ¿Qué hace el plano de control, qué hacen los nodos de trabajo y quién pone en marcha los contenedores en cada nodo? */
    readonly reparto: string;
    /** ¿Qué quiere decir que Kubernetes trabaja con un estado deseado? ¿Quién dice qué, y quién se ocupa de que se cumpla? */
    readonly 'estado-deseado': string;
  };
}
