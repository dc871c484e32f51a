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
    'etiquetar',
    'desplegar-aplicacion',
    'aplicar-telemetry',
    'mirar', // expect: theory/order
    'generar-trafico',
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
