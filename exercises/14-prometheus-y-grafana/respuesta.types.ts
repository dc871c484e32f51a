// Generado a partir de exercise.yaml con `npm run generate`. No lo edites.

export interface Respuesta {
  /** Una consulta de PromQL para cada pregunta. */
  readonly consultas: {
    /** ¿Cuántas peticiones por segundo recibe `carrito`, entre todos sus clientes? */
    readonly peticiones: string;
    /** ¿Qué parte de las peticiones a `carrito`, de 0 a 1, recibe una respuesta 5xx? */
    readonly errores: string;
    /** ¿Cuál es el percentil 95, en milisegundos, de lo que duran las peticiones a `carrito`? */
    readonly p95: string;
    /** ¿Cuántas peticiones por segundo hace a `carrito` cada cliente? (una serie por `source_workload`) */
    readonly 'por-cliente': string;
  };
  /** ¿Qué ocurrirá? */
  readonly llega: {
    /**
     * `callado` tiene sidecar y ninguna anotación. ¿Qué llega a Prometheus?
     * las-dos: las métricas del proxy y las de la aplicación
     * las-del-proxy: solo las del proxy
     * las-de-la-aplicacion: solo las de la aplicación
     * ninguna: ninguna
     */
    readonly callado: 'las-de-la-aplicacion' | 'las-del-proxy' | 'las-dos' | 'ninguna' | 'no-se';
    /**
     * `anunciado` tiene sidecar y anuncia sus métricas en el puerto 9102, con mTLS STRICT. ¿Qué llega?
     * las-dos: las métricas del proxy y las de la aplicación
     * las-del-proxy: solo las del proxy
     * las-de-la-aplicacion: solo las de la aplicación
     * ninguna: ninguna
     */
    readonly anunciado: 'las-de-la-aplicacion' | 'las-del-proxy' | 'las-dos' | 'ninguna' | 'no-se';
    /**
     * `apartado` es igual, pero renuncia a mezclar sus métricas. ¿Qué llega?
     * las-dos: las métricas del proxy y las de la aplicación
     * las-del-proxy: solo las del proxy
     * las-de-la-aplicacion: solo las de la aplicación
     * ninguna: ninguna
     */
    readonly apartado: 'las-de-la-aplicacion' | 'las-del-proxy' | 'las-dos' | 'ninguna' | 'no-se';
    /**
     * `desviado` renuncia también, y su puerto 9102 queda fuera del sidecar. ¿Qué llega?
     * las-dos: las métricas del proxy y las de la aplicación
     * las-del-proxy: solo las del proxy
     * las-de-la-aplicacion: solo las de la aplicación
     * ninguna: ninguna
     */
    readonly desviado: 'las-de-la-aplicacion' | 'las-del-proxy' | 'las-dos' | 'ninguna' | 'no-se';
    /**
     * `forastero` no está en la malla y anuncia el puerto 9102. ¿Qué llega?
     * las-dos: las métricas del proxy y las de la aplicación
     * las-del-proxy: solo las del proxy
     * las-de-la-aplicacion: solo las de la aplicación
     * ninguna: ninguna
     */
    readonly forastero: 'las-de-la-aplicacion' | 'las-del-proxy' | 'las-dos' | 'ninguna' | 'no-se';
    /** `escaparate` hace 10 peticiones por segundo a `carrito`, y los dos tienen sidecar. ¿Cuánto da `sum(rate(istio_requests_total[5m]))`? */
    readonly doble: number | 'no-se';
  };
  /** ¿A qué corresponde cada cosa? */
  readonly quien: {
    /** Contar cada petición y medir lo que dura */
    readonly contar: 'grafana' | 'istiod' | 'nadie' | 'prometheus' | 'sidecar' | 'no-se';
    /** Juntar en el puerto 15020 las métricas del proxy y las de la aplicación */
    readonly juntar: 'grafana' | 'istiod' | 'nadie' | 'prometheus' | 'sidecar' | 'no-se';
    /** Poner en el pod las anotaciones que dicen dónde leerlo */
    readonly anotar: 'grafana' | 'istiod' | 'nadie' | 'prometheus' | 'sidecar' | 'no-se';
    /** Ir a buscar las métricas cada pocos segundos */
    readonly recoger: 'grafana' | 'istiod' | 'nadie' | 'prometheus' | 'sidecar' | 'no-se';
    /** Guardar las series en el tiempo */
    readonly guardar: 'grafana' | 'istiod' | 'nadie' | 'prometheus' | 'sidecar' | 'no-se';
    /** Evaluar la consulta PromQL de un panel */
    readonly evaluar: 'grafana' | 'istiod' | 'nadie' | 'prometheus' | 'sidecar' | 'no-se';
    /** Dibujar el panel y refrescarlo */
    readonly dibujar: 'grafana' | 'istiod' | 'nadie' | 'prometheus' | 'sidecar' | 'no-se';
    /** Recibir de cada proxy un informe por petición, en el plano de control */
    readonly mixer: 'grafana' | 'istiod' | 'nadie' | 'prometheus' | 'sidecar' | 'no-se';
  };
  /** ¿Verdadero o falso? */
  readonly juicios: {
    /** Los proxies envían sus métricas a Prometheus */
    readonly push: 'falso' | 'verdadero' | 'no-se';
    /** Con el perfil `demo` de Istio quedan instalados Prometheus y Grafana */
    readonly perfil: 'falso' | 'verdadero' | 'no-se';
    /** Con mTLS STRICT, Prometheus necesita un sidecar para leer los pods de la malla */
    readonly strict: 'falso' | 'verdadero' | 'no-se';
    /** Si Grafana está parado una hora, se pierden las métricas de esa hora */
    readonly 'grafana-recoge': 'falso' | 'verdadero' | 'no-se';
    /** De una conexión TCP a una base de datos hay bytes y conexiones, pero no `response_code` */
    readonly tcp: 'falso' | 'verdadero' | 'no-se';
    /** Que una petición llegó por mTLS lo dice `connection_security_policy`, y solo en las series del destino */
    readonly politica: 'falso' | 'verdadero' | 'no-se';
    /** Para saber el ritmo de peticiones de ahora basta con mirar el valor de `istio_requests_total` */
    readonly 'reiniciar-contador': 'falso' | 'verdadero' | 'no-se';
    /** El percentil 95 de un servicio es la media de los percentiles 95 de sus réplicas */
    readonly 'media-de-percentiles': 'falso' | 'verdadero' | 'no-se';
  };
  /** Con tus palabras, en dos o tres frases. Entre acentos graves (`…`) el texto puede ocupar varias líneas. */
  readonly explica?: {
    /** Sigue una métrica desde que ocurre una petición hasta que se ve. ¿Qué hace cada uno de los tres, el proxy, Prometheus y Grafana? */
    readonly cadena: string;
    /** En las consultas se elige un solo `reporter` y se usa `rate`. ¿Qué saldría mal sin cada una de las dos cosas? */
    readonly lectura: string;
  };
}
