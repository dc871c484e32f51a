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
      es: 'De `{workload}` no llegan las métricas del sidecar (`istio_requests_total`, …): las anotaciones del pod llevan a Prometheus a otro sitio.',
      en: 'The metrics of the sidecar (`istio_requests_total`, …) do not arrive from `{workload}`: the annotations of the pod send Prometheus elsewhere.',
    },
    appMissing: {
      es: 'De `{workload}` no llegan las métricas de la propia aplicación: ninguna anotación de la plantilla del pod dice dónde las publica.',
      en: "The application's own metrics do not arrive from `{workload}`: no annotation of the pod template says where it publishes them.",
    },
    appAtProxy: {
      es: 'De `{workload}` no llegan las métricas de la propia aplicación: sus anotaciones apuntan a un puerto del sidecar.',
      en: "The application's own metrics do not arrive from `{workload}`: its annotations point at a port of the sidecar.",
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
      es: 'Ninguna fuente de datos de Grafana es de tipo `prometheus`: {found}.',
      en: 'No data source of Grafana is of type `prometheus`: {found}.',
    },
    empty: {
      es: 'Grafana no encuentra ninguna fuente de datos: lee la lista `datasources` de los ficheros `.yaml` y `.yml` de `{folder}`.',
      en: 'Grafana finds no data source: it reads the list `datasources` of the files `.yaml` and `.yml` in `{folder}`.',
    },
    unreadable: {
      es: 'Grafana no arranca: este texto no es YAML bien escrito.',
      en: 'Grafana does not start: this text is not well-formed YAML.',
    },
    twoDefaults: {
      es: 'Grafana no arranca: `{name}` y `{other}` llevan las dos `isDefault: true`, y solo puede haber una.',
      en: 'Grafana does not start: `{name}` and `{other}` both have `isDefault: true`, and there may be only one.',
    },
    direct: {
      es: 'La fuente `{name}` tiene `access: direct`: la consulta la haría el navegador, y Grafana ya no lo permite con Prometheus. Usa `proxy`.',
      en: 'The source `{name}` has `access: direct`: the browser would ask, which Grafana no longer allows with Prometheus. Use `proxy`.',
    },
    noUrl: {
      es: 'La fuente `{name}` no dice dónde está Prometheus (`url`).',
      en: 'The source `{name}` does not say where Prometheus is (`url`).',
    },
    noScheme: {
      es: 'A `{url}` le falta `http://` delante: Grafana no sabe qué protocolo usar.',
      en: '`{url}` lacks `http://` in front: Grafana does not know which protocol to use.',
    },
    overTls: {
      es: '`{url}` pide TLS, y Prometheus habla HTTP en claro en ese puerto.',
      en: '`{url}` asks for TLS, and Prometheus speaks plain HTTP on that port.',
    },
    underPath: {
      es: 'En `{url}` sobra `{path}`: Grafana añade por su cuenta `/api/v1/…`, y Prometheus responde en la raíz.',
      en: '`{path}` does not belong in `{url}`: Grafana itself adds `/api/v1/…`, and Prometheus answers at the root.',
    },
    noConfigMap: {
      es: 'El pod de `{workload}` no arranca: monta el ConfigMap `{name}`, que no existe en su espacio de nombres.',
      en: 'The pod of `{workload}` does not start: it mounts the ConfigMap `{name}`, which does not exist in its namespace.',
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
    unreadable: messages.unreadable,
    noProvider: messages.noProvider,
    elsewhere: messages.elsewhere,
    onlyServer: messages.onlyServer,
    onlyClient: messages.onlyClient,
    noProviders: messages.noProviders,
    tracingOff: messages.tracingOff,
    reportingOff: messages.reportingOff,
    unknownProvider: messages.unknownProvider,
    noTracer: messages.noTracer,
    noService: messages.noService,
    shortName: messages.shortName,
    unsaidPort: messages.unsaidPort,
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
