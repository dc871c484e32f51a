import type { Respuesta } from '../../../../exercises/14-prometheus-y-grafana/respuesta.types';

export default {
  consultas: {
    // Prometheus añade a cada serie las etiquetas del pod del que la lee.
    peticiones: 'sum(rate(istio_requests_total{reporter="destination", app="carrito"}[5m]))',
    errores: `
      # la parte de las 5xx
      clamp_max(
        sum(increase(istio_requests_total{reporter="destination", pod=~"carrito-.+", response_code=~"5\\\\d{2}"}[$__range]))
        / sum(increase(istio_requests_total{reporter="destination", pod=~"carrito-.+"}[$__range])),
        1
      )`,
    p95: 'histogram_quantile(0.95, sum by (le) (rate(istio_request_duration_milliseconds_bucket{reporter="destination", destination_workload="carrito"}[5m])))',
    'por-cliente':
      'label_replace(sum by (source_app) (rate(istio_requests_total{reporter="destination", app="carrito"}[5m])), "source_workload", "$1", "source_app", "(.*)")',
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
