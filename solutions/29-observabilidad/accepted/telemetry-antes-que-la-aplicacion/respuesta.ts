import type { Respuesta } from '../../../../exercises/29-observabilidad/respuesta.types';

export default {
  diagnostico: {
    servicio: 'plantillas',
    cuanto: 694,
    avisos: 116,
  },
  orden: [
    'instalar-istio',
    'desplegar-addons',
    'aplicar-telemetry',
    'etiquetar',
    'desplegar-aplicacion',
    'generar-trafico',
    'mirar',
  ],
  juicios: {
    'sin-trafico': 'falso',
    reenvio: 'verdadero',
    'metricas-sin-muestreo': 'falso',
    'addons-produccion': 'verdadero',
    'metrica-o-traza': 'verdadero',
    'cr-operador': 'falso',
  },
} satisfies Respuesta;
