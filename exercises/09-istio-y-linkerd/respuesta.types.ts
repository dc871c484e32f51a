// Generado a partir de exercise.yaml con `npm run generate`. No lo edites.

export interface Respuesta {
  /** ¿A qué corresponde cada cosa? */
  readonly rasgos: {
    /** Su plano de datos usa Envoy, escrito en C++ */
    readonly 'proxy-envoy': 'ambos' | 'istio' | 'linkerd' | 'ninguno' | 'no-se';
    /** Su sidecar es un proxy pequeño escrito en Rust, hecho a medida */
    readonly 'proxy-en-rust': 'ambos' | 'istio' | 'linkerd' | 'ninguno' | 'no-se';
    /** Su plano de control es un único binario */
    readonly 'un-solo-binario': 'ambos' | 'istio' | 'linkerd' | 'ninguno' | 'no-se';
    /** Su plano de control son destination, identity y proxy-injector */
    readonly 'tres-despliegues': 'ambos' | 'istio' | 'linkerd' | 'ninguno' | 'no-se';
    /** Cifra el tráfico entre pods de la malla sin que lo configures */
    readonly 'mtls-sin-configurar': 'ambos' | 'istio' | 'linkerd' | 'ninguno' | 'no-se';
    /** Encamina con VirtualService y DestinationRule */
    readonly 'virtual-service': 'ambos' | 'istio' | 'linkerd' | 'ninguno' | 'no-se';
    /** Entiende rutas HTTPRoute de Gateway API */
    readonly 'gateway-api': 'ambos' | 'istio' | 'linkerd' | 'ninguno' | 'no-se';
    /** Ofrece un modo sin sidecars */
    readonly 'sin-sidecar': 'ambos' | 'istio' | 'linkerd' | 'ninguno' | 'no-se';
    /** Su panel web llega con una extensión llamada viz */
    readonly 'panel-aparte': 'ambos' | 'istio' | 'linkerd' | 'ninguno' | 'no-se';
    /** Un componente Mixer recoge la telemetría y aplica las políticas */
    readonly 'mixer-hoy': 'ambos' | 'istio' | 'linkerd' | 'ninguno' | 'no-se';
    /** Da a cada pod un certificado de unas 24 horas que se renueva solo */
    readonly 'certificados-cortos': 'ambos' | 'istio' | 'linkerd' | 'ninguno' | 'no-se';
    /** Trae una puerta de salida propia para el tráfico que abandona el clúster */
    readonly 'egress-gateway': 'ambos' | 'istio' | 'linkerd' | 'ninguno' | 'no-se';
    /** La identidad de un pod sale de su ServiceAccount */
    readonly 'identidad-por-cuenta': 'ambos' | 'istio' | 'linkerd' | 'ninguno' | 'no-se';
    /** Descifra el TLS que la aplicación ya establece por su cuenta para ver las rutas HTTP */
    readonly 'descifra-todo-tls': 'ambos' | 'istio' | 'linkerd' | 'ninguno' | 'no-se';
  };
  /** ¿Verdadero o falso? */
  readonly epocas: {
    /** Hoy Pilot, Mixer y Citadel se instalan por separado */
    readonly 'pilot-separado': 'falso' | 'verdadero' | 'no-se';
    /** Quien autoriza una petición en Istio es la autoridad de certificación */
    readonly 'citadel-autoriza': 'falso' | 'verdadero' | 'no-se';
    /** En Istio los reintentos se configuran en el VirtualService y el cortacircuitos en el DestinationRule */
    readonly 'reintentos-en-destination-rule': 'falso' | 'verdadero' | 'no-se';
    /** El controlador de políticas de Linkerd es un Deployment aparte */
    readonly 'politica-en-pod-propio': 'falso' | 'verdadero' | 'no-se';
    /** Al instalar Linkerd ya están el panel y Prometheus */
    readonly 'viz-en-el-nucleo': 'falso' | 'verdadero' | 'no-se';
    /** Que una malla añada menos latencia que otra depende del modo, de las funciones activas y de la carga */
    readonly rapidez: 'falso' | 'verdadero' | 'no-se';
    /** El proyecto abierto de Linkerd publica solo versiones edge; las estables las ofrecen proveedores */
    readonly 'artefactos-estables': 'falso' | 'verdadero' | 'no-se';
    /** En Istio siempre hay un Envoy dentro de cada pod */
    readonly 'envoy-siempre-en-el-pod': 'falso' | 'verdadero' | 'no-se';
  };
  /** Con tus palabras, en dos o tres frases. Entre acentos graves (`…`) el texto puede ocupar varias líneas. */
  readonly explica?: {
    /** ¿Con qué componentes está hecho el plano de datos y el plano de control de cada malla? */
    readonly planos: string;
    /** ¿En qué se diferencian en funcionalidades y en facilidad de uso? */
    readonly funciones: string;
  };
}
