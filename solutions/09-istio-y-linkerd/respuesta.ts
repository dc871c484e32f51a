import type { Respuesta } from '../../exercises/09-istio-y-linkerd/respuesta.types';

export default {
  rasgos: {
    'proxy-envoy': 'istio',
    'proxy-en-rust': 'linkerd',
    'un-solo-binario': 'istio',
    'tres-despliegues': 'linkerd',
    'mtls-sin-configurar': 'ambos',
    'virtual-service': 'istio',
    'gateway-api': 'ambos',
    'sin-sidecar': 'istio',
    'panel-aparte': 'linkerd',
    'mixer-hoy': 'ninguno',
    'certificados-cortos': 'ambos',
    'egress-gateway': 'istio',
    'identidad-por-cuenta': 'ambos',
    'descifra-todo-tls': 'ninguno',
  },
  epocas: {
    'pilot-separado': 'falso',
    'citadel-autoriza': 'falso',
    'reintentos-en-destination-rule': 'verdadero',
    'politica-en-pod-propio': 'falso',
    'viz-en-el-nucleo': 'falso',
    rapidez: 'verdadero',
    'artefactos-estables': 'verdadero',
    'envoy-siempre-en-el-pod': 'falso',
  },
  explica: {
    planos:
      'El plano de datos de Istio son proxies Envoy, y su plano de control es un único proceso, istiod. Linkerd tiene un proxy propio, pequeño y escrito en Rust, y su plano de control se reparte en destination, identity y proxy-injector.',
    funciones:
      'Istio ofrece más funciones y más opciones: VirtualService, puertas de entrada y de salida, modo sin sidecars y extensiones. Linkerd es más sencillo de instalar y de operar, y hace lo esencial casi sin configurar nada.',
  },
} satisfies Respuesta;
