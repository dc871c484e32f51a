import type { Respuesta } from '../../../../exercises/19-plan-de-migracion/respuesta.types';

export default {
  plan: [
    'nombrar-el-puerto',
    'etiquetar-pagos',
    'etiquetar-tienda',
    'instalar-istio-con-cni',
    'ampliar-cuota',
    'reiniciar-tienda',
    'reiniciar-pagos',
    'etiquetar-legado',
    'reiniciar-legado',
    'etiquetar-entrada',
    'reiniciar-entrada',
    'abrir-la-puerta',
    'strict-malla',
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
  ],
} satisfies Respuesta;
