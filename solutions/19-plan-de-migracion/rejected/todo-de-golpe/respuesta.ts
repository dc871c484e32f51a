import type { Respuesta } from '../../../../exercises/19-plan-de-migracion/respuesta.types';

export default {
  plan: [
    'instalar-istio-con-cni',
    'permisivo-malla',
    'nombrar-el-puerto',
    'ampliar-cuota',
    'etiquetar-entrada',
    'etiquetar-tienda',
    'etiquetar-pagos',
    'etiquetar-legado',
    'borrar-todos-los-pods', // expect: migration/lost-flow
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
