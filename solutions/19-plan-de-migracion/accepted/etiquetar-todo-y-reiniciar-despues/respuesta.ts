import type { Respuesta } from '../../../../exercises/19-plan-de-migracion/respuesta.types';

export default {
  plan: [
    'nombrar-el-puerto',
    'ampliar-cuota',
    'instalar-istio-con-cni',
    'etiquetar-entrada',
    'etiquetar-tienda',
    'etiquetar-pagos',
    'etiquetar-legado',
    'reiniciar-entrada',
    'reiniciar-tienda',
    'reiniciar-pagos',
    'reiniciar-legado',
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
    'desinstalar-istio',
  ],
} satisfies Respuesta;
