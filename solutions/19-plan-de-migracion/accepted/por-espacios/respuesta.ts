import type { Respuesta } from '../../../../exercises/19-plan-de-migracion/respuesta.types';

export default {
  plan: [
    'instalar-istio-con-cni',
    'nombrar-el-puerto',
    'ampliar-cuota',
    'etiquetar-legado',
    'reiniciar-legado',
    'etiquetar-entrada',
    'reiniciar-entrada',
    'etiquetar-tienda',
    'reiniciar-tienda',
    'strict-tienda',
    'etiquetar-pagos',
    'reiniciar-pagos',
    'strict-pagos',
  ],
  vuelta: [
    'permisivo-tienda',
    'permisivo-pagos',
    'desetiquetar-legado',
    'reiniciar-legado',
    'desetiquetar-tienda',
    'reiniciar-tienda',
    'desetiquetar-pagos',
    'reiniciar-pagos',
    'desetiquetar-entrada',
    'reiniciar-entrada',
  ],
} satisfies Respuesta;
