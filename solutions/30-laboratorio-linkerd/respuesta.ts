import type { Respuesta } from '../../exercises/30-laboratorio-linkerd/respuesta.types';

export default {
  predicciones: {
    'lineas-de-edges': 3,
    'lineas-con-marca': 2,
    'tap-de-api': 'true',
    'tap-de-la-sonda': 'no_tls_from_remote',
    'tap-de-panel': 'not_provided_by_service_discovery',
    'tap-de-memoria': 'ninguna-linea',
    'viz-despues': 0,
    'stat-de-reloj': 'cero-de-uno',
  },
  juicios: {
    crds: 'verdadero',
    check: 'falso',
    viz: 'falso',
    reinicio: 'verdadero',
    entrada: 'falso',
    etiqueta: 'falso',
    sondas: 'verdadero',
    certificados: 'falso',
  },
  explica: {
    certificados:
      'Cada proxy pide su certificado a identity cuando arranca, con el token de la ServiceAccount del pod. El certificado sale a nombre de esa ServiceAccount. Dura un día, y el proxy lo renueva antes de que caduque.',
    comprobar:
      'En linkerd viz edges se ve qué conexiones van con mTLS, y en tap, qué peticiones. linkerd check solo mira la salud de la malla, y un pod sin proxy no es ningún fallo para él.',
  },
} satisfies Respuesta;
