import type { Respuesta } from '../../../../exercises/09-istio-y-linkerd/respuesta.types';

export default {
  rasgos: {
    'descifra-todo-tls': 'ninguno',
    'identidad-por-cuenta': 'ambos',
    'egress-gateway': 'istio',
    'certificados-cortos': 'ambos',
    'mixer-hoy': 'ninguno',
    'panel-aparte': 'linkerd',
    'sin-sidecar': 'istio',
    'gateway-api': 'ambos',
    'virtual-service': 'istio',
    'mtls-sin-configurar': 'ambos',
    'tres-despliegues': 'linkerd',
    'un-solo-binario': 'istio',
    'proxy-en-rust': 'linkerd',
    'proxy-envoy': 'istio',
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
