import type { Respuesta } from '../../../../exercises/19-plan-de-migracion/respuesta.types';

export default {
  plan: [
    'instalar-istio-con-cni',
    'nombrar-el-puerto',
    'ampliar-cuota',
    'etiquetar-pagos',
    'reiniciar-pagos',
    'etiquetar-tienda',
    'reiniciar-tienda',
    'etiquetar-legado',
    'reiniciar-legado',
    'abrir-la-puerta',
    'etiquetar-entrada',
    'reiniciar-entrada',
    'strict-malla',
    'autorizar-a-los-observados',
  ],
  vuelta: [
    'permisivo-malla',
    'desetiquetar-pagos',
    'reiniciar-pagos',
    'desetiquetar-tienda',
    'reiniciar-tienda',
    'desetiquetar-legado',
    'reiniciar-legado',
    'desetiquetar-entrada',
    'reiniciar-entrada',
  ],
} satisfies Respuesta;
