/** A term of the course in both languages: what it is called, what it is, and where it is taught. */
export interface Term {
  readonly id: string;
  readonly es: string;
  readonly en: string;
  /** One or two sentences. */
  readonly about: string;
  /** The section that teaches it: `leccion#seccion`. */
  readonly taught?: string;
}

const term = (es: string, en: string, about: string, taught?: string): Omit<Term, 'id'> => ({
  es,
  en,
  about,
  ...(taught !== undefined && { taught }),
});

/** The words of the trade, by id, in Spanish alphabetical order once they are shown. */
export const terms: Readonly<Record<string, Omit<Term, 'id'>>> = {
  admision: term(
    'control de admisión',
    'admission control',
    'Lo último que mira el API server antes de guardar un objeto: pone valores por omisión, hace que se cumplan cuotas y puede rechazarlo.',
    'kubernetes-namespaces',
  ),
  ambient: term(
    'modo ambient',
    'ambient mode',
    'Forma de Istio sin sidecars: un proxy por nodo (ztunnel) se encarga del TLS mutuo, y un waypoint por espacio de nombres o servicio, de lo demás.',
    'istio-arquitectura',
  ),
  anotacion: term(
    'anotación',
    'annotation',
    'Dato que acompaña a un objeto y que no sirve para seleccionarlo. Muchas herramientas leen ahí su configuración.',
    'linkerd#anotacion',
  ),
  autenticacion: term(
    'autenticación',
    'authentication',
    'Comprobar quién es alguien. Va antes de la autorización, que decide qué puede hacer.',
    'istio-seguridad',
  ),
  autorizacion: term(
    'autorización',
    'authorization',
    'Decidir qué puede hacer alguien cuya identidad ya se conoce.',
    'istio-seguridad#authorization-policy',
  ),
  autoescalador: term(
    'autoescalador horizontal (HPA)',
    'horizontal pod autoscaler',
    'Cambia el número de réplicas de una carga según una métrica, con la proporción entre lo que se mide y lo que se quiere.',
    'kubernetes-escalado#hpa',
  ),
  canario: term(
    'despliegue canario',
    'canary release',
    'Publicar una versión nueva para una parte pequeña del tráfico, mirar cómo se comporta y ampliarla poco a poco.',
    'istio-trafico#canario',
  ),
  capa: term(
    'capa',
    'layer',
    'Cambio que una instrucción de un Dockerfile hace en los ficheros. Las capas se guardan una vez y se comparten entre imágenes.',
    'imagenes-y-contenedores#capa',
  ),
  carga: term(
    'carga de trabajo',
    'workload',
    'Lo que se ejecuta en un clúster: un Deployment, un StatefulSet, un DaemonSet, un Job, o un pod suelto.',
    'kubernetes-servicios#deployment',
  ),
  cluster: term(
    'clúster',
    'cluster',
    'Conjunto de nodos que un plano de control maneja como una sola máquina.',
    'kubernetes-arquitectura',
  ),
  contenedor: term(
    'contenedor',
    'container',
    'Proceso que se ejecuta con su propio sistema de ficheros, sus propios límites y su propia vista de la máquina, a partir de una imagen.',
    'imagenes-y-contenedores#contenedor',
  ),
  controlador: term(
    'controlador',
    'controller',
    'Bucle que compara lo que hay con lo que se pidió y actúa para que coincidan.',
    'kubernetes-arquitectura',
  ),
  cortacircuitos: term(
    'cortacircuitos',
    'circuit breaker',
    'Límite que deja de enviar peticiones a quien no puede atenderlas, para que un fallo no arrastre a los demás.',
    'service-mesh',
  ),
  cuota: term(
    'cuota de recursos (ResourceQuota)',
    'resource quota',
    'Máximo que pueden pedir entre todos los objetos de un espacio de nombres.',
    'kubernetes-namespaces#resource-quota',
  ),
  deployment: term(
    'Deployment',
    'Deployment',
    'Objeto que mantiene un número de réplicas iguales de un pod y las cambia de versión poco a poco.',
    'kubernetes-servicios#deployment',
  ),
  'destination-rule': term(
    'DestinationRule',
    'DestinationRule',
    'Objeto de Istio que divide un servicio en subsets y dice cómo se trata a su destino: balanceo, conexiones, TLS.',
    'istio-trafico#destination-rule',
  ),
  dockerfile: term(
    'Dockerfile',
    'Dockerfile',
    'Receta con la que se construye una imagen, instrucción a instrucción.',
    'dockerfile#dockerfile',
  ),
  endpoint: term(
    'endpoint',
    'endpoint',
    'Dirección y puerto de un pod listo que está detrás de un Service.',
    'kubernetes-servicios#endpoint',
  ),
  envoy: term(
    'Envoy',
    'Envoy',
    'Proxy que Istio pone junto a cada aplicación; aplica las rutas, el cifrado y los permisos.',
    'istio-arquitectura#envoy',
  ),
  namespace: term(
    'espacio de nombres (Namespace)',
    'namespace',
    'División de un clúster: separa nombres, permisos y cuotas, pero no el tráfico si nadie lo pide.',
    'kubernetes-namespaces#namespace',
  ),
  etcd: term(
    'etcd',
    'etcd',
    'Almacén en el que el plano de control guarda todo lo que sabe.',
    'kubernetes-arquitectura#etcd',
  ),
  etiqueta: term(
    'etiqueta',
    'label',
    'Pareja de clave y valor que sirve para seleccionar objetos.',
    'kubernetes-servicios#selector',
  ),
  hdfs: term(
    'HDFS',
    'HDFS',
    'Sistema de ficheros de Hadoop: reparte cada fichero en bloques, con copias en varias máquinas.',
    'hadoop-en-contenedores#hdfs',
  ),
  identidad: term(
    'identidad de una carga',
    'workload identity',
    'Nombre que una malla certifica y que no depende de la dirección IP. Sale de la ServiceAccount.',
    'istio-seguridad#identidad',
  ),
  imagen: term(
    'imagen',
    'image',
    'Plantilla de solo lectura con ficheros y con lo que hay que ejecutar. De ella salen contenedores.',
    'imagenes-y-contenedores#imagen',
  ),
  ingress: term(
    'puerta de enlace de entrada',
    'ingress gateway',
    'Proxy en el borde del clúster por el que entra el tráfico de fuera.',
    'istio-trafico',
  ),
  inyeccion: term(
    'inyección del sidecar',
    'sidecar injection',
    'Añadir el proxy a un pod en el momento de crearlo. Los pods que ya existían no cambian hasta que se vuelven a crear.',
    'linkerd#inyeccion',
  ),
  istiod: term(
    'istiod',
    'istiod',
    'Plano de control de Istio: reúne lo que fueron Pilot, Citadel y Galley.',
    'istio-arquitectura#istiod',
  ),
  jaeger: term(
    'Jaeger',
    'Jaeger',
    'Herramienta que guarda y muestra trazas distribuidas.',
    'istio-observabilidad#jaeger',
  ),
  kubelet: term(
    'kubelet',
    'kubelet',
    'Agente de cada nodo: arranca los contenedores de sus pods y mira sus sondas.',
    'kubernetes-arquitectura#kubelet',
  ),
  'limit-range': term(
    'LimitRange',
    'LimitRange',
    'Valores por omisión y límites de recursos para cada contenedor de un espacio de nombres.',
    'kubernetes-namespaces#limit-range',
  ),
  localidad: term(
    'localidad de los datos',
    'data locality',
    'Llevar el cálculo a la máquina que ya tiene los datos, en lugar de mover los datos.',
    'hadoop-en-contenedores#localidad',
  ),
  malla: term(
    'malla de servicios',
    'service mesh',
    'Capa de proxies que se encarga de las llamadas entre servicios (rutas, cifrado, reintentos, medidas) sin cambiar las aplicaciones.',
    'service-mesh#service-mesh',
  ),
  manifiesto: term(
    'manifiesto',
    'manifest',
    'Fichero YAML o JSON que describe el objeto que se quiere tener.',
    'kubernetes-pods#pod',
  ),
  mapreduce: term(
    'MapReduce',
    'MapReduce',
    'Forma de procesar muchos datos en paralelo: transformar cada parte, agrupar por clave y resumir cada grupo.',
    'hadoop-en-contenedores#mapreduce',
  ),
  metrica: term(
    'métrica',
    'metric',
    'Medida con nombre y etiquetas que se toma cada cierto tiempo. Cada combinación de etiquetas es una serie.',
    'istio-observabilidad#metricas',
  ),
  microservicio: term(
    'microservicio',
    'microservice',
    'Servicio pequeño con una responsabilidad y sus propios datos, que se publica sin depender de los demás.',
    'microservicios',
  ),
  mtls: term(
    'TLS mutuo (mTLS)',
    'mutual TLS',
    'Conexión cifrada en la que las dos partes enseñan su certificado, y cada una sabe con quién habla.',
    'istio-seguridad#mtls',
  ),
  'network-policy': term(
    'NetworkPolicy',
    'NetworkPolicy',
    'Objeto que limita quién puede conectarse con unos pods o a dónde pueden conectarse ellos.',
    'kubernetes-namespaces#network-policy',
  ),
  nodo: term('nodo', 'node', 'Máquina del clúster en la que se ejecutan pods.', 'kubernetes-arquitectura#nodo'),
  observabilidad: term(
    'observabilidad',
    'observability',
    'Poder responder desde fuera qué pasa dentro, con métricas, trazas y registros.',
    'istio-observabilidad',
  ),
  'peer-authentication': term(
    'PeerAuthentication',
    'PeerAuthentication',
    'Objeto de Istio que dice si unos pods aceptan solo TLS mutuo (`STRICT`) o también tráfico en claro (`PERMISSIVE`).',
    'istio-seguridad#peer-authentication',
  ),
  'plano-de-control': term(
    'plano de control',
    'control plane',
    'La parte que decide: guarda lo que se quiere y reparte órdenes o configuración.',
    'kubernetes-arquitectura#plano-de-control',
  ),
  'plano-de-datos': term(
    'plano de datos',
    'data plane',
    'La parte por la que pasa el tráfico: en una malla, los proxies.',
    'service-mesh',
  ),
  pod: term(
    'pod',
    'pod',
    'Lo más pequeño que Kubernetes planifica: uno o varios contenedores que comparten red y vida.',
    'kubernetes-pods#pod',
  ),
  prometheus: term(
    'Prometheus',
    'Prometheus',
    'Sistema que recoge métricas y responde consultas en PromQL.',
    'istio-observabilidad#prometheus',
  ),
  proxy: term(
    'proxy',
    'proxy',
    'Intermediario que recibe las conexiones de una aplicación y las hace por ella.',
    'service-mesh#sidecar',
  ),
  rbac: term(
    'RBAC',
    'role-based access control',
    'Permisos de la API de Kubernetes: un Role dice qué se puede hacer y un RoleBinding, quién puede hacerlo.',
    'kubernetes-namespaces#rbac',
  ),
  registro: term(
    'registro de imágenes',
    'image registry',
    'Servidor que guarda imágenes y del que se descargan.',
    'imagenes-y-contenedores',
  ),
  reintento: term(
    'reintento',
    'retry',
    'Repetir una petición que ha fallado. Solo es inocuo si repetirla no cambia nada.',
    'service-mesh#reintentos',
  ),
  replica: term('réplica', 'replica', 'Cada una de las copias iguales de un pod.', 'kubernetes-servicios#deployment'),
  selector: term(
    'selector',
    'selector',
    'Condición sobre etiquetas con la que un objeto elige a otros.',
    'kubernetes-servicios#selector',
  ),
  service: term(
    'Service',
    'Service',
    'Nombre y dirección estables para un grupo de pods que cambia.',
    'kubernetes-servicios#service',
  ),
  sidecar: term(
    'sidecar',
    'sidecar',
    'Contenedor que acompaña al de la aplicación en el mismo pod; en una malla, su proxy.',
    'service-mesh#sidecar',
  ),
  sonda: term(
    'sonda',
    'probe',
    'Pregunta periódica del kubelet a un contenedor: si está listo (readiness), si vive (liveness), si ha arrancado (startup).',
    'kubernetes-pods#sonda',
  ),
  statefulset: term(
    'StatefulSet',
    'StatefulSet',
    'Carga cuyos pods tienen nombre fijo, orden y su propio volumen.',
    'hadoop-en-contenedores#statefulset',
  ),
  subset: term(
    'subset',
    'subset',
    'Parte de los pods de un servicio, elegida por etiquetas en un DestinationRule.',
    'istio-trafico#subset',
  ),
  'tiempo-de-espera': term(
    'tiempo de espera',
    'timeout',
    'Máximo que alguien espera una respuesta antes de darla por perdida.',
    'service-mesh',
  ),
  traza: term(
    'traza',
    'trace',
    'El camino de una petición por todos los servicios, como un árbol de spans con su duración.',
    'istio-observabilidad#trazas',
  ),
  'virtual-service': term(
    'VirtualService',
    'VirtualService',
    'Objeto de Istio que decide a dónde va cada petición: condiciones, pesos, reescrituras, reintentos, tiempos de espera.',
    'istio-trafico#virtual-service',
  ),
  volumen: term(
    'volumen',
    'volume',
    'Sitio para datos que vive más que el contenedor.',
    'imagenes-y-contenedores#volumen',
  ),
  yarn: term(
    'YARN',
    'YARN',
    'El planificador de Hadoop: reparte memoria y núcleos de un clúster entre aplicaciones.',
    'hadoop-en-contenedores#yarn',
  ),
};

/** All terms in the order of the Spanish alphabet. */
export const allTerms: readonly Term[] = Object.entries(terms)
  .map(([id, one]) => ({ id, ...one }))
  .sort((a, b) => a.es.localeCompare(b.es, 'es', { sensitivity: 'base' }));
