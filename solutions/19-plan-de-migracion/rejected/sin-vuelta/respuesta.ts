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
    'strict-malla',
  ],
  vuelta: ['permisivo-malla'], // expect: migration/still-meshed
} satisfies Respuesta;
