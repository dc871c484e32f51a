import type { Respuesta } from '../../../../exercises/19-plan-de-migracion/respuesta.types';

export default {
  plan: [
    'instalar-istio-con-cni',
    'nombrar-el-puerto',
    'etiquetar-tienda',
    'reiniciar-tienda',
    'ampliar-cuota',
    'etiquetar-pagos',
    'reiniciar-pagos',
    'etiquetar-legado',
    'reiniciar-legado',
    'abrir-la-puerta',
    'etiquetar-entrada',
    'reiniciar-entrada',
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
    'desinstalar-istio',
  ],
} satisfies Respuesta;
