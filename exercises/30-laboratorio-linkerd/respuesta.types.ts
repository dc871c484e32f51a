// Generado a partir de exercise.yaml con `npm run generate`. No lo edites.

export interface Respuesta {
  /** ¿Qué ocurrirá? */
  readonly predicciones: {
    /** En `given/sala.yaml`, `panel` llama muchas veces a `api`, a `memoria` (6379) y a `reloj.fuera`, y `reloj` llama a `api.sala`. ¿Cuántas líneas de esas llamadas muestra `linkerd viz edges`? (El Prometheus de viz añade las suyas.) */
    readonly 'lineas-de-edges': number | 'no-se';
    /** ¿Cuántas de ellas llevan `√` en la columna SECURED? */
    readonly 'lineas-con-marca': number | 'no-se';
    /**
     * `linkerd viz tap deploy/api -n sala` muestra una petición de `panel`. ¿Qué pone detrás de `tls=`?
     * true: true
     * no_tls_from_remote: no_tls_from_remote
     * not_provided_by_service_discovery: not_provided_by_service_discovery
     * ninguna-linea: no hay ninguna línea
     */
    readonly 'tap-de-api': 'ninguna-linea' | 'no_tls_from_remote' | 'not_provided_by_service_discovery' | 'true' | 'no-se';
    /**
     * En la misma salida aparece una sonda del kubelet a `api`. ¿Qué pone?
     * true: true
     * no_tls_from_remote: no_tls_from_remote
     * not_provided_by_service_discovery: not_provided_by_service_discovery
     * ninguna-linea: no hay ninguna línea
     */
    readonly 'tap-de-la-sonda': 'ninguna-linea' | 'no_tls_from_remote' | 'not_provided_by_service_discovery' | 'true' | 'no-se';
    /**
     * `linkerd viz tap deploy/panel -n sala` muestra una petición de salida a `reloj.fuera`. ¿Qué pone?
     * true: true
     * no_tls_from_remote: no_tls_from_remote
     * not_provided_by_service_discovery: not_provided_by_service_discovery
     * ninguna-linea: no hay ninguna línea
     */
    readonly 'tap-de-panel': 'ninguna-linea' | 'no_tls_from_remote' | 'not_provided_by_service_discovery' | 'true' | 'no-se';
    /**
     * ¿Y qué muestra `tap` de lo que `panel` envía a `memoria:6379`?
     * true: true
     * no_tls_from_remote: no_tls_from_remote
     * not_provided_by_service_discovery: not_provided_by_service_discovery
     * ninguna-linea: no hay ninguna línea
     */
    readonly 'tap-de-memoria': 'ninguna-linea' | 'no_tls_from_remote' | 'not_provided_by_service_discovery' | 'true' | 'no-se';
    /** Si la extensión viz se instala cuando los pods de `sala` ya están en marcha y nadie los reinicia, ¿cuántas líneas `req` muestra `tap` de esas llamadas? */
    readonly 'viz-despues': number | 'no-se';
    /**
     * ¿Qué pone la columna MESHED de `linkerd viz stat deploy -n fuera` para `reloj`?
     * cero-de-uno: 0/1
     * uno-de-uno: 1/1
     */
    readonly 'stat-de-reloj': 'cero-de-uno' | 'uno-de-uno' | 'no-se';
  };
  /** ¿Verdadero o falso? */
  readonly juicios: {
    /** `linkerd install --crds` falla si en el clúster faltan las CRD de la Gateway API */
    readonly crds: 'falso' | 'verdadero' | 'no-se';
    /** Si `linkerd check` termina bien, las conexiones entre los microservicios van cifradas */
    readonly check: 'falso' | 'verdadero' | 'no-se';
    /** `linkerd viz edges` funciona nada más instalar el plano de control */
    readonly viz: 'falso' | 'verdadero' | 'no-se';
    /** Después de anotar un Namespace con aplicaciones en marcha hay que volver a crear sus pods */
    readonly reinicio: 'falso' | 'verdadero' | 'no-se';
    /** Aunque el controlador de entrada no tenga proxy, lo que envía a los pods de la malla va con mTLS */
    readonly entrada: 'falso' | 'verdadero' | 'no-se';
    /** `kubectl label ns votos linkerd.io/inject=enabled` es la forma de pedir la inyección */
    readonly etiqueta: 'falso' | 'verdadero' | 'no-se';
    /** Que en `tap` las sondas del kubelet salgan sin TLS es lo esperable */
    readonly sondas: 'falso' | 'verdadero' | 'no-se';
    /** Para que haya mTLS hay que crear antes un certificado para cada microservicio */
    readonly certificados: 'falso' | 'verdadero' | 'no-se';
  };
  /** Con tus palabras, en dos o tres frases. Entre acentos graves (`…`) el texto puede ocupar varias líneas. */
  readonly explica?: {
    /** ¿Por qué no has tenido que configurar ningún certificado para que los microservicios hablen con TLS? */
    readonly certificados: string;
    /** ¿Cómo se comprueba que las conexiones van cifradas, y por qué no basta con que `linkerd check` termine bien? */
    readonly comprobar: string;
  };
}
