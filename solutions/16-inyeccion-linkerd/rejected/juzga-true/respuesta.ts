import type { Respuesta } from '../../../../exercises/16-inyeccion-linkerd/respuesta.types';

export default {
  predicciones: {
    callado: 'si',
    verdadero: 'no',
    'en-el-nodo': 'no',
    'bajo-etiqueta': 'no',
    rebelde: 'si',
    arriba: 'no',
    veterano: 'no',
    reiniciado: 2,
  },
  orden: [
    'pod-pedido',
    'peticion-autorizada',
    'webhook-llamado',
    'anotaciones-leidas',
    'parche-devuelto',
    'pod-guardado',
    'pod-asignado',
    'trafico-desviado',
    'proxy-en-marcha',
    'aplicacion-en-marcha',
  ],
  juicios: {
    etiqueta: 'falso',
    existentes: 'falso',
    istio: 'falso',
    metadatos: 'falso',
    'donde-mirar': 'falso',
    'sin-codigo': 'verdadero',
    excepcion: 'verdadero',
    sustituye: 'verdadero', // expect: theory/judgement
    envoy: 'falso',
    'webhook-caido': 'verdadero',
  },
} satisfies Respuesta;
