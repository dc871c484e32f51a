import { descriptor } from '../../core/finding.ts';
import { hops } from '../../lab/telemetry/hops.ts';

const { messages } = hops;

export const notScraped = descriptor({
  id: 'telemetry/not-scraped',
  severity: 'error',
  title: { es: 'Unas métricas no llegan a Prometheus', en: 'Some metrics do not reach Prometheus' },
  messages: {
    noProxy: messages.noProxy,
    notAsked: messages.notAsked,
    refusedPlaintext: messages.refusedPlaintext,
    closedPort: messages.closedPort,
    wrongPath: messages.wrongPath,
    proxyMissing: {
      es: 'De `{workload}` no llegan las métricas del sidecar (`istio_requests_total`, …).',
      en: 'The metrics of the sidecar (`istio_requests_total`, …) do not arrive from `{workload}`.',
    },
    appMissing: {
      es: 'De `{workload}` no llegan las métricas de la propia aplicación.',
      en: "The application's own metrics do not arrive from `{workload}`.",
    },
    appElsewhere: {
      es: 'Las métricas de la aplicación se piden en `:{asked}{askedPath}`, y `{workload}` las publica en `:{port}{path}`.',
      en: "The application's metrics are asked at `:{asked}{askedPath}`, and `{workload}` publishes them at `:{port}{path}`.",
    },
    noPods: {
      es: 'No hay ningún pod de `{workload}`.',
      en: 'There is no pod of `{workload}`.',
    },
  },
});

export const dataSource = descriptor({
  id: 'telemetry/data-source',
  severity: 'error',
  title: { es: 'Grafana no puede preguntar a Prometheus', en: 'Grafana cannot ask Prometheus' },
  messages: {
    none: {
      es: 'Grafana no tiene ninguna fuente de datos de tipo `prometheus`: {found}.',
      en: 'Grafana has no data source of type `prometheus`: {found}.',
    },
    noGrafana: {
      es: 'No hay ningún pod listo de `{workload}`.',
      en: 'There is no ready pod of `{workload}`.',
    },
    unanswered: {
      es: 'En `{url}`, vista desde el pod de Grafana, no responde nadie.',
      en: 'Nobody answers at `{url}`, as seen from the pod of Grafana.',
    },
    otherServer: {
      es: 'En `{url}` responde `{found}`, no Prometheus (`{wanted}`).',
      en: 'At `{url}` answers `{found}`, not Prometheus (`{wanted}`).',
    },
    loopback: {
      es: '`{url}` es el propio pod de Grafana: ahí no hay ningún Prometheus.',
      en: '`{url}` is the pod of Grafana itself: there is no Prometheus there.',
    },
  },
});

export const noSpans = descriptor({
  id: 'telemetry/no-spans',
  severity: 'error',
  title: { es: 'Los spans no llegan al recolector', en: 'The spans do not reach the collector' },
  messages: {
    noProvider: messages.noProvider,
    tracingOff: messages.tracingOff,
    reportingOff: messages.reportingOff,
    unknownProvider: messages.unknownProvider,
    noTracer: messages.noTracer,
    noService: messages.noService,
    noPort: messages.noPort,
    nobodyThere: messages.nobodyThere,
    wrongProtocol: messages.wrongProtocol,
    none: {
      es: 'Una petición de `{from}` a `{to}` no deja ningún span.',
      en: 'A request from `{from}` to `{to}` leaves no span.',
    },
  },
});

export const sampling = descriptor({
  id: 'telemetry/sampling',
  severity: 'error',
  title: { es: 'El muestreo no es el pedido', en: 'The sampling is not the one asked for' },
  messages: {
    differs: {
      es: 'Se traza el {found} % de las peticiones de `{from}` a `{to}`; se pide {wanted}. Mil peticiones dejan {n} {n:span|spans}.',
      en: '{found}% of the requests from `{from}` to `{to}` are traced; {wanted} is asked for. A thousand requests leave {n} {n:span|spans}.',
    },
    byDefault: {
      es: 'Nadie fija el muestreo: se traza el {found} % de las peticiones de `{from}` a `{to}`, y se pide {wanted}.',
      en: 'Nobody sets the sampling: {found}% of the requests from `{from}` to `{to}` are traced, and {wanted} is asked for.',
    },
  },
});

export const spans = descriptor({
  id: 'telemetry/spans',
  severity: 'error',
  title: { es: 'A la traza le faltan spans', en: 'Spans are missing from the trace' },
  messages: {
    fewer: {
      es: 'La traza más larga de `{from}` a `{to}` tiene {found} {found:span|spans}; se esperaban {wanted}.',
      en: 'The longest trace from `{from}` to `{to}` has {found} {found:span|spans}; {wanted} were expected.',
    },
  },
});
