// Generado a partir de exercise.yaml con `npm run generate`. No lo edites.

export interface Respuesta {
  /** ¿Qué ocurrirá? */
  readonly diagnostico: {
    /**
     * `given/traza.json` es la traza de una petición que tarda 930 ms. ¿Qué servicio consume más tiempo propio, sin contar lo que espera a otros?
     * web: web
     * tareas: tareas
     * usuarios: usuarios
     * avisos: avisos
     * plantillas: plantillas
     */
    readonly servicio: 'avisos' | 'plantillas' | 'tareas' | 'usuarios' | 'web' | 'no-se';
    /** ¿Cuántos milisegundos propios suma ese servicio? (con un margen de 10) */
    readonly cuanto: number | 'no-se';
    /** El span de servidor de `avisos` dura 810 ms. ¿Cuántos milisegundos son suyos, sumando los de sus dos spans? (con un margen de 5) */
    readonly avisos: number | 'no-se';
  };
  /**
   * Los pasos, en un orden que pueda darse. Alguno puede sobrar.
   * aplicar-istiooperator: Aplicar el IstioOperator con `kubectl apply`
   * aplicar-telemetry: Aplicar el Telemetry
   * desplegar-addons: Desplegar Prometheus, Grafana y Jaeger
   * desplegar-aplicacion: Desplegar la aplicación
   * direccion-en-proxies: Dar a cada proxy la dirección de Prometheus
   * etiquetar: Etiquetar el espacio de nombres para la inyección
   * generar-trafico: Enviar peticiones a la aplicación
   * instalar-istio: Instalar Istio con el proveedor de trazas (`istioctl install -f`)
   * mirar: Abrir los paneles de Grafana y las trazas de Jaeger
   */
  readonly orden: readonly ('aplicar-istiooperator' | 'aplicar-telemetry' | 'desplegar-addons' | 'desplegar-aplicacion' | 'direccion-en-proxies' | 'etiquetar' | 'generar-trafico' | 'instalar-istio' | 'mirar')[];
  /** ¿Verdadero o falso? */
  readonly juicios: {
    /** Un panel de peticiones vacío justo después de instalarlo todo significa que Prometheus no lee los proxies */
    readonly 'sin-trafico': 'falso' | 'verdadero' | 'no-se';
    /** `istioctl dashboard jaeger` abre la interfaz; `jaeger-collector:4317` no la sirve */
    readonly reenvio: 'falso' | 'verdadero' | 'no-se';
    /** Con un muestreo del 1 %, `istio_requests_total` cuenta una de cada cien peticiones */
    readonly 'metricas-sin-muestreo': 'falso' | 'verdadero' | 'no-se';
    /** Los addons de `samples/addons` no guardan datos de forma duradera ni piden contraseña */
    readonly 'addons-produccion': 'falso' | 'verdadero' | 'no-se';
    /** Una traza dice en qué servicio se fue el tiempo de una petición; una métrica, cuántas peticiones van así de lentas */
    readonly 'metrica-o-traza': 'falso' | 'verdadero' | 'no-se';
    /** Un IstioOperator aplicado con kubectl cambia la malla en marcha */
    readonly 'cr-operador': 'falso' | 'verdadero' | 'no-se';
  };
}
