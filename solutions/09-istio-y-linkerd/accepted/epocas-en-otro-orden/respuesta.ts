import type { Respuesta } from '../../../../exercises/09-istio-y-linkerd/respuesta.types';

export default {
  rasgos: {
    'proxy-envoy': "istio",
    'proxy-en-rust': "linkerd",
    'un-solo-binario': "istio",
    'tres-despliegues': "linkerd",
    'mtls-sin-configurar': "ambos",
    'virtual-service': "istio",
    'gateway-api': "ambos",
    'sin-sidecar': "istio",
    'panel-aparte': "linkerd",
    'mixer-hoy': "ninguno",
    'certificados-cortos': "ambos",
    'egress-gateway': "istio",
    'identidad-por-cuenta': "ambos",
    'descifra-todo-tls': "ninguno",
  },
  epocas: {
    'envoy-siempre-en-el-pod': "falso",
    'artefactos-estables': "verdadero",
    rapidez: "verdadero",
    'viz-en-el-nucleo': "falso",
    'politica-en-pod-propio': "falso",
    'reintentos-en-destination-rule': "verdadero",
    'citadel-autoriza': "falso",
    'pilot-separado': "falso",
  },
} satisfies Respuesta;
