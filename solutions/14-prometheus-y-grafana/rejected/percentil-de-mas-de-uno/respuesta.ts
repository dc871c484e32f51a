import type { Respuesta } from '../../../../exercises/14-prometheus-y-grafana/respuesta.types';

export default {
  consultas: {
    peticiones: 'sum(rate(istio_requests_total{reporter="destination", destination_workload="carrito"}[5m]))',
    errores:
      'sum(rate(istio_requests_total{reporter="destination", destination_workload="carrito", response_code=~"5.."}[5m])) / sum(rate(istio_requests_total{reporter="destination", destination_workload="carrito"}[5m]))',
    // Un cuantil va de 0 a 1: con 95, el resultado es infinito.
    p95: 'histogram_quantile(95, sum by (le) (rate(istio_request_duration_milliseconds_bucket{reporter="destination", destination_workload="carrito"}[5m])))', // expect: promql/value
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
