import type { Respuesta } from '../../../../exercises/19-plan-de-migracion/respuesta.types';

export default {
  plan: [
    'instalar-istio-con-cni',
    'permisivo-malla',
    'nombrar-el-puerto',
    'ampliar-cuota',
    'etiquetar-pagos',
    'reiniciar-pagos',
    'etiquetar-tienda',
    'reiniciar-tienda',
    'etiquetar-legado',
    'reiniciar-legado',
    'mirar-metricas',
    'abrir-la-puerta',
    'etiquetar-entrada',
    'reiniciar-entrada',
    'ensayar-autorizacion',
    'mirar-metricas',
    'autorizar-a-los-observados',
    'strict-malla',
  ],
  vuelta: [
    'permisivo-malla',
    'desetiquetar-legado',
    'reiniciar-legado', // expect: migration/lost-flow
    'desetiquetar-tienda',
    'reiniciar-tienda',
    'desetiquetar-pagos',
    'reiniciar-pagos',
    'desetiquetar-entrada',
    'reiniciar-entrada',
  ],
} satisfies Respuesta;
