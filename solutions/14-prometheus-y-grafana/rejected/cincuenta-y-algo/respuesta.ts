import type { Respuesta } from '../../../../exercises/14-prometheus-y-grafana/respuesta.types';

export default {
  consultas: {
    peticiones: 'sum(rate(istio_requests_total{reporter="destination", destination_workload="carrito"}[5m]))',
    // Un 511 también es una respuesta 5xx.
    errores:
      'sum(rate(istio_requests_total{reporter="destination", destination_workload="carrito", response_code=~"50."}[5m])) / sum(rate(istio_requests_total{reporter="destination", destination_workload="carrito"}[5m]))', // expect: promql/value
    p95: 'histogram_quantile(0.95, sum by (le) (rate(istio_request_duration_milliseconds_bucket{reporter="destination", destination_workload="carrito"}[5m])))',
    'por-cliente':
      'sum by (source_workload) (rate(istio_requests_total{reporter="destination", destination_workload="carrito"}[5m]))',
  },
  llega: {
    callado: 'las-del-proxy',
    anunciado: 'las-dos',
    apartado: 'ninguna',
    desviado: 'las-de-la-aplicacion',
    forastero: 'las-de-la-aplicacion',
    doble: 20,
  },
  quien: {
    contar: 'sidecar',
    juntar: 'sidecar',
    anotar: 'istiod',
    recoger: 'prometheus',
    guardar: 'prometheus',
    evaluar: 'prometheus',
    dibujar: 'grafana',
    mixer: 'nadie',
  },
  juicios: {
    push: 'falso',
    perfil: 'falso',
    strict: 'falso',
    'grafana-recoge': 'falso',
    tcp: 'verdadero',
    politica: 'verdadero',
    'reiniciar-contador': 'falso',
    'media-de-percentiles': 'falso',
  },
} satisfies Respuesta;
