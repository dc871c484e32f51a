import type { Respuesta } from '../../../../exercises/19-plan-de-migracion/respuesta.types';

export default {
  plan: [
    'instalar-istio',
    'nombrar-el-puerto',
    'ampliar-cuota',
    'etiquetar-pagos',
    'reiniciar-pagos',
    'instalar-istio-con-cni',
    'etiquetar-tienda',
    'reiniciar-tienda',
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
