import type { Respuesta } from '../../../../exercises/29-observabilidad/respuesta.types';

export default {
  diagnostico: {
    servicio: 'avisos', // expect: theory/prediction
    cuanto: 694,
    avisos: 810,
  },
  orden: [
    'instalar-istio',
    'desplegar-addons',
    'etiquetar',
    'desplegar-aplicacion',
    'aplicar-telemetry',
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
