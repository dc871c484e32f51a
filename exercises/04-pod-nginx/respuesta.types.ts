// Generado a partir de exercise.yaml con `npm run generate`. No lo edites.

export interface Respuesta {
  /** ¿Qué ocurrirá? */
  readonly predicciones: {
    /** ¿Cuántas direcciones IP tienen, entre los dos, los contenedores de `pareja`? */
    readonly direcciones: number | 'no-se';
    /**
     * Desde el contenedor `curioso` de `pareja` se pide `http://localhost/`. ¿Qué se recibe?
     * bienvenida: la página de nginx
     * conexion-rechazada: conexión rechazada
     */
    readonly localhost: 'bienvenida' | 'conexion-rechazada' | 'no-se';
    /** ¿Cuántos contenedores de `choque` quedan en marcha? */
    readonly choque: number | 'no-se';
    /**
     * ¿Llega `choque` a estar listo para recibir tráfico?
     * si: sí
     * no: no
     */
    readonly 'choque-listo': 'no' | 'si' | 'no-se';
    /**
     * `declarado` ejecuta nginx y declara `containerPort: 8080`. ¿Qué ve quien llega a ese puerto por `http://declarado/`?
     * bienvenida: la página de nginx
     * conexion-rechazada: conexión rechazada
     * sin-endpoints: ningún endpoint
     */
    readonly 'puerto-declarado': 'bienvenida' | 'conexion-rechazada' | 'sin-endpoints' | 'no-se';
    /**
     * Diez minutos después de aplicar `saludo`, ¿en qué estado está su contenedor?
     * completado: `Completed`, y ahí se queda
     * en-marcha: en marcha
     * reinicios: `CrashLoopBackOff`, reinicio tras reinicio
     */
    readonly 'orden-que-termina': 'completado' | 'en-marcha' | 'reinicios' | 'no-se';
  };
  /** ¿Verdadero o falso? */
  readonly juicios: {
    /** Un pod es otro nombre de un contenedor */
    readonly 'un-contenedor': 'falso' | 'verdadero' | 'no-se';
    /** Los contenedores de un pod están siempre en el mismo nodo */
    readonly 'mismo-nodo': 'falso' | 'verdadero' | 'no-se';
    /** Si se pierde el nodo de un Pod suelto, Kubernetes crea otro igual en otro nodo */
    readonly 'se-repone-solo': 'falso' | 'verdadero' | 'no-se';
    /** Las imágenes construidas con Docker dejaron de servir cuando Kubernetes retiró dockershim */
    readonly 'imagenes-de-docker': 'falso' | 'verdadero' | 'no-se';
    /** El kubelet pide los contenedores al runtime a través de la interfaz CRI */
    readonly cri: 'falso' | 'verdadero' | 'no-se';
    /** Cuando falla la sonda de disponibilidad (readiness), el kubelet reinicia el contenedor */
    readonly 'readiness-reinicia': 'falso' | 'verdadero' | 'no-se';
  };
  /** Con tus palabras, en dos o tres frases. Entre acentos graves (`…`) el texto puede ocupar varias líneas. */
  readonly explica?: {
    /** ¿Qué es un pod, y qué tienen en común sus contenedores? */
    readonly pod: string;
    /** ¿Cómo consigue el kubelet que arranquen los contenedores de un pod, y qué pasa con las imágenes que construyes con Docker? */
    readonly runtime: string;
  };
}
