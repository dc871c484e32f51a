import type { Text } from '../core/text.ts';

/** The texts of `--help`. */
export const about: Text = {
  es: 'Ejercicios de Docker, Kubernetes, Istio y Linkerd, corregidos por lo que tu respuesta hace.',
  en: 'Exercises on Docker, Kubernetes, Istio and Linkerd, graded by what your answer does.',
};

export const exitCodes: Text = {
  es: 'Termina con 0 si no hay nada mal, con 1 si algo corregido está mal y con 2 si no se ha podido hacer lo pedido.',
  en: 'Ends with 0 when nothing is wrong, 1 when something graded is wrong, and 2 when it could not be done as asked.',
};

export const exerciseArgument: Text = {
  es: 'número, id o carpeta de un ejercicio',
  en: 'number, id or folder of an exercise',
};

export const commands = {
  grade: {
    es: 'corrige los ejercicios que digas, o todos',
    en: 'grades the exercises you name, or all of them',
  },
  check: {
    es: 'revisa Dockerfiles y manifiestos de cualquier proyecto; cada ruta es un mundo',
    en: 'checks Dockerfiles and manifests of any project; each path is one world',
  },
  request: {
    es: 'envía una petición a través de unos manifiestos y cuenta cada decisión',
    en: 'sends one request through manifests and tells every decision',
  },
  image: {
    es: 'dice qué imagen da un Dockerfile: capas, configuración, qué arranca y como quién',
    en: 'tells the image a Dockerfile gives: layers, configuration, what starts and as whom',
  },
  cluster: {
    es: 'muestra el clúster en reposo: cargas, pods con su porqué, Services, lo que no se admitió',
    en: 'shows the cluster at rest: workloads, pods with their reason, Services, what was refused',
  },
  list: { es: 'enumera los ejercicios y cómo va cada uno', en: 'lists the exercises and how each one stands' },
  next: { es: 'dice qué ejercicio toca ahora', en: 'tells which exercise comes now' },
  hint: { es: 'da una pista más de un ejercicio', en: 'gives one more hint of an exercise' },
  reset: {
    es: 'deja la respuesta de un ejercicio como al principio, con copia de la tuya',
    en: 'puts the answer of an exercise back as it was, keeping a copy of yours',
  },
  explain: { es: 'explica un hallazgo y cómo se arregla', en: 'explains a finding and how to fix it' },
  start: {
    es: 'abre la sesión de estudio: página y corrección al guardar',
    en: 'opens the study session: the page, and grading on save',
  },
  lsp: {
    es: 'lleva la corrección a tu editor (protocolo LSP, por la entrada y la salida)',
    en: 'brings the grading into your editor (LSP, over standard input and output)',
  },
} satisfies Record<string, Text>;

export const options = {
  lang: { es: 'idioma: es o en', en: 'language: es or en' },
  root: {
    es: 'carpeta del curso, la que contiene exercises/',
    en: 'folder of the course, the one that holds exercises/',
  },
  version: { es: 'muestra la versión', en: 'shows the version' },
  help: { es: 'muestra esta ayuda', en: 'shows this help' },
  dir: {
    es: 'carpeta con las respuestas, en DIR/NN-nombre/; por ejemplo, solutions',
    en: 'folder with the answers, in DIR/NN-name/; solutions, for one',
  },
  unprotected: {
    es: 'ejecuta tu servicio del ejercicio 26 también donde nada puede aislarlo',
    en: 'run your service of exercise 26 even where nothing can hold it',
  },
  reveal: {
    es: 'enseña también lo que ocurre de verdad en cada predicción y el porqué de cada juicio',
    en: 'shows as well what really happens in each prediction, and why each judgement is as it is',
  },
  review: {
    es: 'para quien corrige: solo lo que el corrector no ha sabido situar, y una tecla para decidirlo',
    en: 'for teachers: only what the grader could not place, and one key to decide it',
  },
  format: { es: 'human o json', en: 'human or json' },
  paths: { es: 'ficheros o carpetas', en: 'files or folders' },
  worldPaths: {
    es: 'ficheros o carpetas; todos juntos son un mundo',
    en: 'files or folders; together they are one world',
  },
  world: { es: 'ficheros o carpetas con los manifiestos', en: 'files or folders with the manifests' },
  from: {
    es: 'quién llama: NAMESPACE/WORKLOAD, o outside (desde fuera del clúster, si no dices nada)',
    en: 'who calls: NAMESPACE/WORKLOAD, or outside (from outside of the cluster, when you say nothing)',
  },
  gateway: {
    es: 'desde fuera: el gateway al que se conecta, NAMESPACE/WORKLOAD',
    en: 'from outside: the gateway it connects to, NAMESPACE/WORKLOAD',
  },
  method: { es: 'método HTTP', en: 'HTTP method' },
  header: { es: 'cabecera, «nombre: valor»; se puede repetir', en: 'header, "name: value"; may be repeated' },
  token: {
    es: 'token que lleva la petición, por sus claims: \'{"iss": "https://id.example", "sub": "ana"}\'',
    en: 'token that the request carries, by its claims: \'{"iss": "https://id.example", "sub": "ana"}\'',
  },
  tokenInvalid: {
    es: 'ese token tiene mala la firma o está caducado',
    en: 'that token has a wrong signature or has expired',
  },
  clientCert: {
    es: 'desde fuera: el cliente lleva un certificado que el gateway acepta',
    en: 'from outside: the client has a certificate that the gateway accepts',
  },
  telemetry: {
    es: 'cuenta también las métricas y trazas que deja, o lo que dirían edges, stat y tap',
    en: 'also tells the metrics and traces it leaves, or what edges, stat and tap would say',
  },
  query: {
    es: 'consulta de PromQL, mientras se envía una petición así por segundo; se puede repetir',
    en: 'PromQL query, while one such request is sent each second; may be repeated',
  },
  calls: {
    es: 'NAMESPACE/WORKLOAD=URL: a quién llama una aplicación por cada petición; se puede repetir',
    en: 'NAMESPACE/WORKLOAD=URL: what an application calls for each request; may be repeated',
  },
  dropsHeaders: {
    es: 'NAMESPACE/WORKLOAD de una aplicación que no reenvía las cabeceras de traza; se puede repetir',
    en: 'NAMESPACE/WORKLOAD of an application that does not forward the trace headers; may be repeated',
  },
  url: { es: 'dirección a la que se llama', en: 'address that is called' },
  image: { es: 'un Dockerfile, o una carpeta que tiene uno', en: 'a Dockerfile, or a folder that has one' },
  context: {
    es: 'carpeta del contexto de construcción; sin ella, la del Dockerfile',
    en: 'folder of the build context; without it, that of the Dockerfile',
  },
  hintNumber: {
    es: 'hasta qué pista; sin él, una más que la última vez',
    en: 'up to which hint; without it, one more than last time',
  },
  yes: { es: 'no pregunta', en: 'does not ask' },
  finding: { es: 'id de un hallazgo: traffic/split', en: 'id of a finding: traffic/split' },
  open: { es: 'abre la página en el navegador', en: 'opens the page in the browser' },
  plain: {
    es: 'texto seguido, sin dibujar la pantalla: para lectores de pantalla',
    en: 'running text, with no screen drawn: for screen readers',
  },
  port: { es: 'puerto de la página; sin él, uno libre', en: 'port of the page; without it, a free one' },
} satisfies Record<string, Text>;

/** The headings that the help formatter writes in English. */
export const headings: Readonly<Record<string, Text>> = {
  'Usage:': { es: 'Uso:', en: 'Usage:' },
  'Arguments:': { es: 'Argumentos:', en: 'Arguments:' },
  'Options:': { es: 'Opciones:', en: 'Options:' },
  'Global Options:': { es: 'Opciones generales:', en: 'Global options:' },
  'Commands:': { es: 'Comandos:', en: 'Commands:' },
};
