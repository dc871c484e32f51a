import type { Respuesta } from '../../exercises/14-prometheus-y-grafana/respuesta.types';

export default {
  consultas: {
    peticiones: 'sum(rate(istio_requests_total{reporter="destination", destination_workload="carrito"}[5m]))',
    errores:
      'sum(rate(istio_requests_total{reporter="destination", destination_workload="carrito", response_code=~"5.."}[5m])) / sum(rate(istio_requests_total{reporter="destination", destination_workload="carrito"}[5m]))',
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
  explica: {
    cadena:
      'Cuando pasa una petición, el proxy del pod la cuenta y expone sus métricas en un puerto. Es Prometheus el que va a buscarlas y el que guarda las series en el tiempo. Grafana le pregunta a Prometheus con la consulta del panel y dibuja lo que le responde.',
    lectura:
      'Una petición entre dos pods de la malla la cuentan los dos proxies, así que sin fijar el reporter la suma da el doble. El contador solo acumula desde que arrancó el proxy; con rate se obtiene el ritmo por segundo, que es lo que se quiere saber.',
  },
} satisfies Respuesta;
