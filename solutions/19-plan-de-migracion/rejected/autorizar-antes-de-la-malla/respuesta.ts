import type { Respuesta } from '../../../../exercises/19-plan-de-migracion/respuesta.types';

export default {
  plan: [
    'instalar-istio-con-cni',
    'permisivo-malla',
    'nombrar-el-puerto',
    'ampliar-cuota',
    'etiquetar-pagos',
    'reiniciar-pagos',
    'autorizar-a-los-observados', // expect: migration/lost-flow
    'etiquetar-tienda',
    'reiniciar-tienda',
    'etiquetar-legado',
    'reiniciar-legado',
  ],
  vuelta: [
    'permisivo-malla',
    'desetiquetar-entrada',
    'reiniciar-entrada',
    'desetiquetar-tienda',
    'reiniciar-tienda',
    'desetiquetar-pagos',
    'reiniciar-pagos',
    'desetiquetar-legado',
    'reiniciar-legado',
    'desinstalar-istio',
  ],
} satisfies Respuesta;
