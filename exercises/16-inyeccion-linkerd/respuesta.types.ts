// Generado a partir de exercise.yaml con `npm run generate`. No lo edites.

export interface Respuesta {
  /** ¿Qué ocurrirá? */
  readonly predicciones: {
    /**
     * ¿Recibe el proxy `callado`? No lleva ninguna anotación y su Namespace, `anotado`, sí.
     * si: sí
     * no: no
     */
    readonly callado: 'no' | 'si' | 'no-se';
    /**
     * ¿Y `verdadero`, que en el mismo Namespace lleva `linkerd.io/inject: "true"`?
     * si: sí
     * no: no
     */
    readonly verdadero: 'no' | 'si' | 'no-se';
    /**
     * ¿Y `en-el-nodo`, también en `anotado`, con `hostNetwork: true`?
     * si: sí
     * no: no
     */
    readonly 'en-el-nodo': 'no' | 'si' | 'no-se';
    /**
     * ¿Y `bajo-etiqueta`, en un Namespace que lleva `linkerd.io/inject: enabled` entre sus etiquetas?
     * si: sí
     * no: no
     */
    readonly 'bajo-etiqueta': 'no' | 'si' | 'no-se';
    /**
     * ¿Y `rebelde`, que pide `ingress` en un Namespace que dice `disabled`?
     * si: sí
     * no: no
     */
    readonly rebelde: 'no' | 'si' | 'no-se';
    /**
     * ¿Y los pods del Deployment `arriba`, que lleva la anotación en sus propios metadatos?
     * si: sí
     * no: no
     */
    readonly arriba: 'no' | 'si' | 'no-se';
    /**
     * El Namespace `veterano` pasa de `given/antes.yaml` a `given/despues.yaml` y nadie toca nada más. ¿Tienen el proxy los pods de `pedidos`?
     * si: sí
     * no: no
     */
    readonly veterano: 'no' | 'si' | 'no-se';
    /** ¿Cuántos contenedores están en marcha en un pod de `pedidos` después de un `kubectl rollout restart`? */
    readonly reiniciado: number | 'no-se';
  };
  /**
   * Los pasos, en un orden que pueda darse. Alguno puede sobrar.
   * anotaciones-leidas: El inyector mira las anotaciones del pod y de su Namespace
   * aplicacion-en-marcha: Arranca el contenedor de la aplicación
   * deployment-modificado: El inyector escribe el proxy en la plantilla del Deployment
   * imagen-reconstruida: Se reconstruye la imagen de la aplicación con el proxy dentro
   * parche-devuelto: El inyector devuelve un parche con `linkerd-init` y `linkerd-proxy`
   * peticion-autorizada: La API autentica y autoriza la petición
   * pod-asignado: El planificador elige un nodo para el pod
   * pod-guardado: La API valida el pod, ya con el parche, y lo guarda
   * pod-pedido: El controlador del ReplicaSet pide a la API que cree un pod
   * proxy-del-nodo: El kubelet arranca el proxy compartido de su nodo
   * proxy-en-marcha: `linkerd-proxy` arranca y obtiene su identidad
   * trafico-desviado: `linkerd-init` desvía con iptables el tráfico del pod y termina
   * webhook-llamado: La API llama al webhook de mutación `linkerd-proxy-injector`
   */
  readonly orden: readonly ('anotaciones-leidas' | 'aplicacion-en-marcha' | 'deployment-modificado' | 'imagen-reconstruida' | 'parche-devuelto' | 'peticion-autorizada' | 'pod-asignado' | 'pod-guardado' | 'pod-pedido' | 'proxy-del-nodo' | 'proxy-en-marcha' | 'trafico-desviado' | 'webhook-llamado')[];
  /** ¿Verdadero o falso? */
  readonly juicios: {
    /** `kubectl label namespace tienda linkerd.io/inject=enabled` hace que los pods nuevos reciban el proxy */
    readonly etiqueta: 'falso' | 'verdadero' | 'no-se';
    /** Al anotar un Namespace, sus pods en marcha reciben el proxy en unos segundos */
    readonly existentes: 'falso' | 'verdadero' | 'no-se';
    /** Con Linkerd instalado, la etiqueta `istio-injection: enabled` también sirve */
    readonly istio: 'falso' | 'verdadero' | 'no-se';
    /** La anotación en `metadata` del Deployment basta, porque sus pods la heredan */
    readonly metadatos: 'falso' | 'verdadero' | 'no-se';
    /** En Linkerd 2.20, un pod sin `linkerd-proxy` en `spec.containers` está fuera de la malla */
    readonly 'donde-mirar': 'falso' | 'verdadero' | 'no-se';
    /** La aplicación no cambia: unas reglas de iptables llevan su tráfico TCP al proxy */
    readonly 'sin-codigo': 'falso' | 'verdadero' | 'no-se';
    /** Un pod con `linkerd.io/inject: disabled` se queda sin proxy aunque su Namespace diga `enabled` */
    readonly excepcion: 'falso' | 'verdadero' | 'no-se';
    /** El valor `"true"` equivale a `enabled` */
    readonly sustituye: 'falso' | 'verdadero' | 'no-se';
    /** El proxy que se inyecta es Envoy */
    readonly envoy: 'falso' | 'verdadero' | 'no-se';
    /** De serie, si el inyector no responde, los pods se crean sin proxy; en alta disponibilidad, no se crean */
    readonly 'webhook-caido': 'falso' | 'verdadero' | 'no-se';
  };
  /** Con tus palabras, en dos o tres frases. Entre acentos graves (`…`) el texto puede ocupar varias líneas. */
  readonly explica?: {
    /** ¿Quién pone el proxy en un pod y en qué momento? ¿Por qué pasa por él el tráfico si la aplicación no lo conoce? */
    readonly mecanismo: string;
    /** ¿Qué ganan los pods que llevan el proxy, qué se ahorra quien desarrolla y qué se paga por ello? */
    readonly beneficios: string;
  };
}
