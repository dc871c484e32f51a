import type { Respuesta } from '../../exercises/19-plan-de-migracion/respuesta.types';

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
  explica: {
    reversion:
      'Primero se quita STRICT y se vuelve a PERMISSIVE, porque un pod sin proxy no puede cumplirlo. El plano de control se va al final: los proxies que quedan lo necesitan para saber qué pods hay.',
    preparacion:
      'Cada proxy más tiene que caber en la cuota y en los nodos, con la CPU y la memoria que pide. Mientras se migra, las métricas muestran quién llama a quién y cuántas llamadas fallan.',
  },
} satisfies Respuesta;
