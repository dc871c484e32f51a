import type { Respuesta } from './respuesta.types';

export default {
  rasgos: {
    'proxy-envoy': 'no-se',
    'proxy-en-rust': 'no-se',
    'un-solo-binario': 'no-se',
    'tres-despliegues': 'no-se',
    'mtls-sin-configurar': 'no-se',
    'virtual-service': 'no-se',
    'gateway-api': 'no-se',
    'sin-sidecar': 'no-se',
    'panel-aparte': 'no-se',
    'mixer-hoy': 'no-se',
    'certificados-cortos': 'no-se',
    'egress-gateway': 'no-se',
    'identidad-por-cuenta': 'no-se',
    'descifra-todo-tls': 'no-se',
  },
  epocas: {
    'pilot-separado': 'no-se',
    'citadel-autoriza': 'no-se',
    'reintentos-en-destination-rule': 'no-se',
    'politica-en-pod-propio': 'no-se',
    'viz-en-el-nucleo': 'no-se',
    rapidez: 'no-se',
    'artefactos-estables': 'no-se',
    'envoy-siempre-en-el-pod': 'no-se',
  },
  explica: {
    planos: '',
    funciones: '',
  },
} satisfies Respuesta;
