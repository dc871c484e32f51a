import type { Respuesta } from '../../../../exercises/09-istio-y-linkerd/respuesta.types';

export default {
  rasgos: {
    'proxy-envoy': 'ambos', // expect: theory/match
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
} satisfies Respuesta;
