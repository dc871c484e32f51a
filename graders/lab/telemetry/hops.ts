import { hopMessages } from '../../core/trace.ts';

export const hops = hopMessages('telemetry', {
  merged: {
    es: 'El agente del sidecar expone en 15020 (`/stats/prometheus`) las métricas del proxy y las de la aplicación, y el inyector anota el pod con ese puerto.',
    en: "The sidecar's agent exposes in 15020 (`/stats/prometheus`) the metrics of the proxy and of the application, and the injector annotates the pod with that port.",
  },
  optedOut: {
    es: 'El pod renuncia a mezclar sus métricas, así que sus anotaciones se quedan como están escritas.',
    en: 'The pod opts out of merging its metrics, so its annotations stay as written.',
  },
  mergeOff: {
    es: 'La malla no mezcla métricas (`enablePrometheusMerge: false`): las anotaciones se quedan como están escritas.',
    en: 'The mesh merges no metrics (`enablePrometheusMerge: false`): annotations stay as written.',
  },
  noProxy: {
    es: 'El pod de `{workload}` no tiene sidecar: no hay proxy que cuente sus peticiones.',
    en: 'The pod of `{workload}` has no sidecar: there is no proxy to count its requests.',
  },
  notAsked: {
    es: 'Ninguna anotación pide que se lea el pod (`prometheus.io/scrape: "true"`): Prometheus no lo tiene entre sus objetivos.',
    en: 'No annotation asks for the pod to be scraped (`prometheus.io/scrape: "true"`): Prometheus does not have it among its targets.',
  },
  refusedPlaintext: {
    es: 'Prometheus pide el puerto {port} en claro, y `{workload}` solo acepta TLS mutuo en él.',
    en: 'Prometheus asks port {port} in plaintext, and `{workload}` only takes mutual TLS there.',
  },
  closedPort: {
    es: 'En el puerto {port} del pod no responde nadie.',
    en: 'Nobody answers on port {port} of the pod.',
  },
  wrongPath: {
    es: 'En el puerto {port} las métricas del proxy están en `/stats/prometheus`, no en `{path}`.',
    en: "On port {port} the proxy's metrics are at `/stats/prometheus`, not at `{path}`.",
  },
  scraped: {
    es: 'Prometheus lee `http://<pod>:{port}{path}` de `{workload}`.',
    en: 'Prometheus scrapes `http://<pod>:{port}{path}` of `{workload}`.',
  },
  noProvider: {
    es: 'Ningún Telemetry da un proveedor de trazas a `{workload}`, y desde Istio 1.22 no hay ninguno por defecto: sus spans no se envían.',
    en: 'No Telemetry gives `{workload}` a tracing provider, and since Istio 1.22 there is none by default: its spans are not sent.',
  },
  tracingOff: {
    es: '`enableTracing: false` apaga las trazas de toda la malla.',
    en: '`enableTracing: false` turns tracing off for the whole mesh.',
  },
  reportingOff: {
    es: '`disableSpanReporting` apaga el envío de spans de `{workload}`.',
    en: '`disableSpanReporting` turns off the reporting of spans of `{workload}`.',
  },
  elsewhere: {
    es: 'El Telemetry `{telemetry}`, de `{namespace}`, no alcanza a `{workload}`: cada uno vale para su espacio de nombres (con selector, solo para los pods que casan), y solo el de `{root}` sin selector vale para toda la malla.',
    en: 'The Telemetry `{telemetry}` of `{namespace}` does not reach `{workload}`: each one holds for its own namespace (with a selector, only for the pods that match), and only the one of `{root}` without selector for the whole mesh.',
  },
  onlyServer: {
    es: 'El Telemetry que alcanza a `{workload}` solo vale para las peticiones que recibe (`mode: SERVER`); a las que envía nadie les da un proveedor.',
    en: 'The Telemetry that reaches `{workload}` only holds for the requests it receives (`mode: SERVER`); nobody gives those it sends a provider.',
  },
  onlyClient: {
    es: 'El Telemetry que alcanza a `{workload}` solo vale para las peticiones que envía (`mode: CLIENT`); a las que recibe nadie les da un proveedor.',
    en: 'The Telemetry that reaches `{workload}` only holds for the requests it sends (`mode: CLIENT`); nobody gives those it receives a provider.',
  },
  unreadable: {
    es: 'El texto de `mesh` en el ConfigMap `istio` no es YAML bien escrito, así que no configura nada.',
    en: 'The text of `mesh` in the ConfigMap `istio` is not well-formed YAML, so it configures nothing.',
  },
  noProviders: {
    es: 'Se elige el proveedor `{provider}`, y la malla no define ninguno en `extensionProviders`.',
    en: 'The provider `{provider}` is chosen, and the mesh defines none in `extensionProviders`.',
  },
  unknownProvider: {
    es: 'Se elige el proveedor `{provider}`, que no está en `extensionProviders`: ahí hay {known}.',
    en: 'The provider `{provider}` is chosen, which is not in `extensionProviders`: those there are {known}.',
  },
  noTracer: {
    es: 'El proveedor `{provider}` no es de trazas.',
    en: 'The provider `{provider}` is no tracer.',
  },
  provider: {
    es: 'Los spans de `{workload}` van al proveedor `{provider}`, en `{host}:{port}`.',
    en: 'The spans of `{workload}` go to the provider `{provider}`, at `{host}:{port}`.',
  },
  noService: {
    es: 'No existe ningún Service `{host}`: el proxy no tiene a quién enviar los spans.',
    en: 'There is no Service `{host}`: the proxy has nobody to send the spans to.',
  },
  shortName: {
    es: 'El proveedor nombra `{host}`, y el registro de la malla solo conoce el nombre completo: {full}.',
    en: 'The provider names `{host}`, and the registry of the mesh only knows the full name: {full}.',
  },
  unsaidPort: {
    es: 'El proveedor `{provider}` no dice a qué puerto envía los spans.',
    en: 'The provider `{provider}` does not say to which port it sends the spans.',
  },
  noPort: {
    es: 'El Service `{host}` no tiene el puerto {port}.',
    en: 'The Service `{host}` has no port {port}.',
  },
  nobodyThere: {
    es: 'El Service `{host}` no tiene pods listos en el puerto {port}.',
    en: 'The Service `{host}` has no ready pods on port {port}.',
  },
  wrongProtocol: {
    es: 'El puerto {port} de `{host}` habla {speaks}, y el proveedor `{provider}` envía {sends}.',
    en: 'Port {port} of `{host}` speaks {speaks}, and the provider `{provider}` sends {sends}.',
  },
  sampled: {
    es: 'El proxy de `{workload}` empieza una traza nueva en el {percent} % de las peticiones.',
    en: 'The proxy of `{workload}` starts a new trace for {percent}% of the requests.',
  },
  sampledByDefault: {
    es: 'Nadie fija el muestreo: el proxy de `{workload}` empieza una traza nueva en el {percent} % de las peticiones.',
    en: 'Nobody sets the sampling: the proxy of `{workload}` starts a new trace for {percent}% of the requests.',
  },
  spans: {
    es: 'La llamada de `{from}` a `{to}` da {n} {n:span|spans} en la traza {trace}.',
    en: 'The call from `{from}` to `{to}` gives {n} {n:span|spans} in trace {trace}.',
  },
  split: {
    es: '`{service}` no reenvía las cabeceras de la traza: lo que llama a partir de ahí empieza la traza {trace}.',
    en: '`{service}` does not forward the trace headers: what it calls from there on starts trace {trace}.',
  },
  ignoredTelemetry: {
    es: 'En `{namespace}` hay otro Telemetry sin selector más antiguo, `{other}`: este no cuenta.',
    en: 'In `{namespace}` there is an older Telemetry without selector, `{other}`: this one does not count.',
  },
});
