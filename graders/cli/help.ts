import type { Text } from '../core/text.ts';
import type { SinkName } from '../render/sinks/sinks.ts';
import { authorCodes, authorCommands, authorExamples, authorOptions } from './help-authors.ts';

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
  ...authorCommands,
  grade: {
    es: 'corrige los ejercicios que digas, o todos',
    en: 'grades the exercises you name, or all of them',
  },
  check: {
    es: 'revisa Dockerfiles y manifiestos de cualquier proyecto; los de una carpeta, juntos',
    en: 'checks Dockerfiles and manifests of any project; those of a folder, together',
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
  lab: {
    es: 'abre una terminal simulada con docker, kubectl, kind y curl sobre tus ficheros',
    en: 'opens a simulated terminal with docker, kubectl, kind and curl on your files',
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
  notebook: {
    es: 'lleva los ejercicios a un cuaderno de Jupyter, y trae las respuestas de uno',
    en: 'takes the exercises to a Jupyter notebook, and brings the answers of one',
  },
  doctor: {
    es: 'dice qué está instalado, qué falta y qué es opcional',
    en: 'tells what is installed, what is missing and what is optional',
  },
  class: {
    es: 'corrige las entregas de una clase entera y escribe los resultados',
    en: 'grades the submissions of a whole class and writes the results',
  },
  variant: {
    es: 'da a un estudiante los ejercicios con números, nombres y puertos propios',
    en: 'gives a student the exercises with numbers, names and ports of their own',
  },
  completion: {
    es: 'escribe el script que completa los comandos con el tabulador',
    en: 'writes the script that completes commands with the tab key',
  },
  lsp: {
    es: 'lleva la corrección a tu editor (protocolo LSP, por la entrada y la salida)',
    en: 'brings the grading into your editor (LSP, over standard input and output)',
  },
} satisfies Record<string, Text>;

/** What is done with a notebook: `timonel notebook export`. */
export const notebookActions = {
  export: {
    es: 'escribe un cuaderno con los ejercicios que digas, o con todos',
    en: 'writes a notebook with the exercises you name, or with all of them',
  },
  import: {
    es: 'trae al curso las respuestas de un cuaderno: uno de `export`, o el del curso',
    en: 'brings the answers of a notebook to the course: one of `export`, or the course’s own',
  },
  scaffold: {
    es: 'para quien escribe un curso: empieza un ejercicio por cada punto de una lista numerada',
    en: 'for authors: begins an exercise for each item of a numbered list',
  },
  feedback: {
    es: 'corrige un cuaderno y lo escribe de nuevo, con un informe debajo de cada respuesta',
    en: 'grades a notebook and writes it again, with a report below each answer',
  },
} satisfies Record<string, Text>;

export const options = {
  ...authorOptions,
  labFiles: { es: 'ficheros o carpetas que están en el proyecto', en: 'files or folders that are in the project' },
  labExercise: {
    es: 'empieza con lo que da el ejercicio y con tus respuestas',
    en: 'begins with what the exercise gives and with your answers',
  },
  labScript: { es: 'ejecuta las órdenes de un fichero y termina', en: 'runs the commands of a file and ends' },
  labSession: {
    es: 'sigue la sesión guardada en este fichero y la guarda ahí al salir',
    en: 'goes on with the session saved in this file, and saves it there at the end',
  },
  labSave: {
    es: 'guarda la sesión al terminar, también la de --script',
    en: 'saves the session at the end, also that of --script',
  },
  lang: { es: 'idioma: es o en', en: 'language: es or en' },
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
  format: { es: 'human (para leer) o json (para programas)', en: 'human (to read) or json (for programs)' },
  gradeFormat: {
    es: 'human (para leer), json, o el formato de otro programa: junit, sarif, github (anotaciones), gradescope, prairielearn, github-classroom o exercism',
    en: 'human (to read), json, or the format of another program: junit, sarif, github (annotations), gradescope, prairielearn, github-classroom or exercism',
  },
  checkFormat: {
    es: 'human (para leer), json, sarif o github (anotaciones de GitHub Actions)',
    en: 'human (to read), json, sarif or github (annotations of GitHub Actions)',
  },
  module: {
    es: 'solo un módulo: su número, o parte de su título',
    en: 'only one module: its number, or a part of its title',
  },
  pending: { es: 'solo lo que falta por superar', en: 'only what is not passed yet' },
  shell: { es: 'bash, zsh o fish', en: 'bash, zsh or fish' },
  paths: { es: 'ficheros o carpetas', en: 'files or folders' },
  worldPaths: {
    es: 'ficheros o carpetas; se aplican todos juntos',
    en: 'files or folders; they are applied together',
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
  notebookOut: { es: 'el cuaderno que se escribe', en: 'the notebook that is written' },
  notebookFile: { es: 'un cuaderno de Jupyter (.ipynb)', en: 'a Jupyter notebook (.ipynb)' },
  filled: {
    es: 'con tus respuestas, en lugar de como están al principio',
    en: 'with your answers, in place of how they are at the start',
  },
  scaffoldFile: {
    es: 'un cuaderno (.ipynb) o un texto en Markdown con ejercicios numerados',
    en: 'a notebook (.ipynb) or a text in Markdown with numbered exercises',
  },
  scaffoldLesson: {
    es: 'id de la lección que prepara para ellos; sin ella, la del último ejercicio',
    en: 'id of the lesson that prepares for them; without it, that of the last exercise',
  },
  feedbackOut: {
    es: 'el cuaderno que se escribe; sin él, CUADERNO.corregido.ipynb',
    en: 'the notebook that is written; without it, NOTEBOOK.graded.ipynb',
  },
  dryRun: { es: 'solo dice qué haría', en: 'only tells what it would do' },
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
  classFolder: {
    es: 'carpeta con una entrada por entrega: una carpeta, un .zip, un .tar o un cuaderno; o merge y los resultados de cada parte',
    en: 'folder with one entry for each submission: a folder, a .zip, a .tar or a notebook; or merge and the results of each part',
  },
  classSecret: {
    es: 'fichero con el secreto del curso: cada estudiante se corrige con los valores que le dio `variant`',
    en: 'file with the secret of the course: each student is graded with the values that `variant` gave them',
  },
  secret: {
    es: 'fichero con el secreto del curso, que no sale de tu equipo',
    en: 'file with the secret of the course, which does not leave your machine',
  },
  variantStudent: {
    es: 'quién: el nombre, el correo o el usuario con que llegará su entrega',
    en: 'who: the name, e-mail or login that the submission will come with',
  },
  variantOut: { es: 'carpeta nueva para sus ejercicios', en: 'new folder for the exercises' },
  classOut: {
    es: 'carpeta de los resultados; si ya hay, se sigue donde se dejó',
    en: 'folder of the results; where there are some, it goes on from there',
  },
  workers: {
    es: 'cuántas respuestas se corrigen a la vez; sin él, tantas como núcleos',
    en: 'how many answers are graded at a time; without it, as many as cores',
  },
  shard: {
    es: 'solo una parte de las entregas, para repartirlas entre máquinas: 2/5 es la segunda de cinco',
    en: 'only one part of the submissions, to share them out among machines: 2/5 is the second of five',
  },
  runCode: {
    es: 'ejecuta los servicios del ejercicio 26, aislados; sin ello, quedan por revisar',
    en: 'runs the services of exercise 26, isolated; without it, they are left to review',
  },
  classOnly: {
    es: 'solo estos ejercicios, separados por comas: la nota es sobre sus puntos',
    en: 'only these exercises, separated by commas: the grade is out of their points',
  },
  classExport: {
    es: 'qué se escribe además de los resultados, separado por comas: report y csv, si no dices nada; lti, gradescope, prairielearn, github-classroom, junit, sarif, exercism; none, nada',
    en: 'what is written besides the results, separated by commas: report and csv, when you say nothing; lti, gradescope, prairielearn, github-classroom, junit, sarif, exercism; none is nothing',
  },
  classReview: {
    es: 'la nota donde algo espera a una persona: min, lo seguro (si no dices nada); max, como si todo valiera',
    en: 'the grade where something waits for a person: min, what is certain (when you say nothing); max, as if all of it counted',
  },
  moodle: {
    es: 'hoja de calificaciones sin conexión descargada de Moodle; se rellena en OUT/calificaciones/moodle.csv',
    en: 'offline grading worksheet downloaded from Moodle; it is filled into OUT/calificaciones/moodle.csv',
  },
  canvas: {
    es: 'libro de calificaciones exportado de Canvas; se rellena en OUT/calificaciones/canvas.csv',
    en: 'gradebook exported from Canvas; it is filled into OUT/calificaciones/canvas.csv',
  },
  canvasColumn: {
    es: 'columna de Canvas para la nota total, donde ninguna es de un ejercicio',
    en: 'column of Canvas for the total, where none is of an exercise',
  },
  comments: {
    es: 'comentarios de quien corrige: cada uno llega a todas las respuestas iguales',
    en: 'comments of the teacher: each reaches every equal answer',
  },
  against: {
    es: 'compara con otros resultados: quién gana o pierde, y por qué comprobación',
    en: 'compares with other results: who gains or loses, and through which check',
  },
  timestamp: {
    es: 'hora de las notas para lti, con su zona: 2026-11-30T10:00:00Z',
    en: 'time of the scores for lti, with its zone: 2026-11-30T10:00:00Z',
  },
  classSite: {
    es: 'dirección del sitio de estudio, para enlazar las lecciones en el informe',
    en: 'address of the study site, to link the lessons in the report',
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

/** After the list of commands. */
export const firstSteps: Text = {
  es: [
    'Para empezar:',
    '  npm start                       una sesión de estudio: edita, guarda, y ahí está el resultado',
    '  npx timonel next                qué ejercicio toca, y dónde está su fichero',
    '  npx timonel grade 13            corrige un ejercicio',
    '  npx timonel check k8s/          revisa tus propios manifiestos',
    '  npx timonel COMANDO --help      ejemplos de cada comando',
  ].join('\n'),
  en: [
    'To begin:',
    '  npm start                       a study session: edit, save, and there is the result',
    '  npx timonel next                which exercise comes now, and where its file is',
    '  npx timonel grade 13            grades one exercise',
    '  npx timonel check k8s/          checks manifests of your own',
    '  npx timonel COMMAND --help      examples of each command',
  ].join('\n'),
};

/** Formats of `grade` besides those to read and of our own, named here so that help loads none of them. */
export const gradeFormats = [
  'junit',
  'sarif',
  'github',
  'gradescope',
  'prairielearn',
  'github-classroom',
  'exercism',
] as const satisfies readonly SinkName[];

type Example = readonly [line: string, what: Text];

/** Commands that can be typed as they are. */
export const examples: Readonly<Record<string, readonly Example[]>> = {
  ...authorExamples,
  grade: [
    ['npx timonel grade', { es: 'todos, con un resumen al final', en: 'all of them, with a summary at the end' }],
    ['npx timonel grade 13', { es: 'solo el 13, con cada comprobación', en: 'only 13, with every check' }],
    ['npx timonel grade 05 06 --format json', { es: 'para otro programa', en: 'for another program' }],
    [
      'npx timonel grade --format github',
      {
        es: 'anotaciones en el cambio, dentro de GitHub Actions',
        en: 'annotations of the change, inside of GitHub Actions',
      },
    ],
    ['npx timonel grade 13 --dir solutions', { es: 'la solución de referencia', en: 'the reference solution' }],
  ],
  check: [
    ['npx timonel check Dockerfile', { es: 'un fichero', en: 'one file' }],
    [
      'npx timonel check k8s/',
      { es: 'una carpeta: sus ficheros se miran juntos', en: 'a folder: its files are looked at together' },
    ],
    ['npx timonel check k8s/ --format json', { es: 'para otro programa', en: 'for another program' }],
    [
      'npx timonel check k8s/ --format sarif > timonel.sarif',
      {
        es: 'para el análisis de código de GitHub o de tu editor',
        en: 'for the code scanning of GitHub or of your editor',
      },
    ],
  ],
  request: [
    ['npx timonel request http://web:8080/ --from tienda/app --world k8s/', { es: 'desde un pod', en: 'from a pod' }],
    [
      'npx timonel request http://tienda.example.com/ --world k8s/',
      { es: 'desde fuera, por el gateway', en: 'from outside, by the gateway' },
    ],
  ],
  image: [
    [
      'npx timonel image .',
      { es: 'la imagen del Dockerfile de esta carpeta', en: 'the image of the Dockerfile of this folder' },
    ],
  ],
  cluster: [
    ['npx timonel cluster k8s/', { es: 'qué arranca, qué no y por qué', en: 'what starts, what does not and why' }],
  ],
  lab: [
    ['npx timonel lab --exercise 26', { es: 'con lo que da el ejercicio', en: 'with what the exercise gives' }],
    ['npx timonel lab . --script comandos.sh', { es: 'de principio a fin', en: 'from its first line to its last' }],
    ['npx timonel lab . --session mia.json', { es: 'sigue donde lo dejaste', en: 'goes on where you left it' }],
    [
      'npx timonel lab . --script comandos.sh --save mia.json',
      { es: 'y lo que quedó, para seguir desde ahí', en: 'and what is left, to go on from there' },
    ],
  ],
  list: [
    ['npx timonel list --pending', { es: 'lo que te queda', en: 'what is left' }],
    ['npx timonel list --module istio', { es: 'solo un módulo', en: 'only one module' }],
    ['npx timonel list --format json', { es: 'con intentos, pistas y fechas', en: 'with tries, hints and dates' }],
  ],
  hint: [
    ['npx timonel hint 13', { es: 'la pista siguiente', en: 'the next hint' }],
    ['npx timonel hint 13 1', { es: 'la primera, otra vez', en: 'the first one again' }],
  ],
  reset: [['npx timonel reset 13', { es: 'pregunta antes, y guarda una copia', en: 'asks first, and keeps a copy' }]],
  explain: [
    [
      'npx timonel explain yaml/duplicate-key',
      { es: 'el id sale junto a cada error', en: 'the id stands beside each error' },
    ],
  ],
  notebook: [
    ['npx timonel notebook export --out curso.ipynb', { es: 'todos los ejercicios', en: 'all exercises' }],
    ['npx timonel notebook import curso.ipynb', { es: 'las respuestas, de vuelta', en: 'the answers, back' }],
    ['npx timonel notebook feedback curso.ipynb', { es: 'corregido, celda a celda', en: 'graded, cell by cell' }],
  ],
  'notebook export': [
    ['npx timonel notebook export --out curso.ipynb', { es: 'todos los ejercicios', en: 'all of them' }],
    ['npx timonel notebook export 4 13 --out dos.ipynb', { es: 'solo esos', en: 'only those' }],
    [
      'npx timonel notebook export --filled --out entrega.ipynb',
      { es: 'con tus respuestas, para entregarlo', en: 'with your answers, to hand it in' },
    ],
  ],
  'notebook import': [
    [
      'npx timonel notebook import curso.ipynb --dry-run',
      { es: 'qué encuentra, y dónde lo pondría', en: 'what it finds, and where it would put it' },
    ],
    [
      'npx timonel notebook import curso.ipynb',
      { es: 'pregunta antes de sustituir un trabajo tuyo', en: 'asks before it replaces work of yours' },
    ],
  ],
  'notebook scaffold': [
    [
      'npx timonel notebook scaffold temario.md --dry-run',
      { es: 'qué ejercicios saldrían', en: 'which exercises would come of it' },
    ],
    [
      'npx timonel notebook scaffold curso.ipynb',
      { es: 'exercises/ y solutions/ de cada uno, por refinar', en: 'exercises/ and solutions/ of each, to refine' },
    ],
  ],
  'notebook feedback': [
    [
      'npx timonel notebook feedback curso.ipynb',
      { es: 'deja curso.corregido.ipynb al lado', en: 'leaves curso.graded.ipynb beside it' },
    ],
    [
      'npx timonel notebook feedback curso.ipynb --out curso.ipynb',
      {
        es: 'en el mismo cuaderno; otra vez sustituye lo anterior',
        en: 'in the same notebook; again replaces what was',
      },
    ],
  ],
  start: [
    ['npm start', { es: 'la sesión', en: 'the session' }],
    ['npm start -- --open', { es: 'y abre la página', en: 'and opens the page' }],
    ['npm start -- --plain', { es: 'para un lector de pantalla', en: 'for a screen reader' }],
  ],
  class: [
    [
      'npx timonel class entregas/ --out resultados/',
      { es: 'todo lo entregado; repetirlo sigue donde se dejó', en: 'all that was handed in; repeating it goes on' },
    ],
    [
      'npx timonel class entregas/ --out resultados/ --moodle Calificaciones.csv',
      { es: 'y rellena la hoja de Moodle', en: 'and fills the worksheet of Moodle' },
    ],
    [
      'npx timonel class entregas/ --out nuevo/ --against resultados/',
      { es: 'qué notas cambian, antes de publicar nada', en: 'which grades change, before anything is published' },
    ],
    [
      'npx timonel class entregas/ --out resultados/ --run-code',
      { es: 'y ejecuta los servicios, aislados', en: 'and runs the services, isolated' },
    ],
    [
      'npx timonel class merge parte-1/ parte-2/ --out resultados/',
      { es: 'junta lo que se corrigió con --shard', en: 'puts together what was graded with --shard' },
    ],
  ],
  variant: [
    [
      'npx timonel variant ana@uni.es --secret secreto.txt --out ana',
      { es: 'con los números y nombres que le tocan', en: 'with the numbers and names that are hers' },
    ],
  ],
  completion: [
    ['npx timonel completion bash >> ~/.bashrc', { es: 'bash', en: 'bash' }],
    ['npx timonel completion zsh >> ~/.zshrc', { es: 'zsh', en: 'zsh' }],
    ['npx timonel completion fish > ~/.config/fish/completions/timonel.fish', { es: 'fish', en: 'fish' }],
  ],
};

/** What the exit code of a command says, where 1 can be one. */
export const codes: Readonly<Record<string, Text>> = {
  ...authorCodes,
  grade: {
    es: 'Termina con 0 si nada está mal (lo pendiente no lo está), con 1 si algo lo está y con 2 si algo no se ha podido leer. Con `--format exercism`, con 0 siempre que la corrección haya funcionado.',
    en: 'Ends with 0 when nothing is wrong (what is pending is not), 1 when something is, and 2 when something cannot be read. With `--format exercism`, with 0 whenever the grading worked.',
  },
  check: {
    es: 'Termina con 0 sin errores (los avisos no lo son), con 1 si hay alguno y con 2 si algo no se ha podido leer.',
    en: 'Ends with 0 without errors (warnings are none), 1 when there is one, and 2 when something cannot be read.',
  },
  request: {
    es: 'Termina con 0 si la petición recibe respuesta, con 1 si no llega a ninguna aplicación y con 2 si no se puede hacer.',
    en: 'Ends with 0 when the request is answered, 1 when it reaches no application, and 2 when it cannot be made.',
  },
  cluster: {
    es: 'Termina con 0 si todo está listo, con 1 si algo no lo está o no se admite y con 2 si algo no se ha podido leer.',
    en: 'Ends with 0 when all is ready, 1 when something is not or was refused, and 2 when something cannot be read.',
  },
  class: {
    es: 'Termina con 0 si se ha corregido todo, sea cual sea la nota, con 1 si algo no se ha podido leer o corregir y con 2 si no se ha podido empezar.',
    en: 'Ends with 0 when all of it was graded, whatever the grades, 1 when something could not be read or graded, and 2 when it could not begin.',
  },
  doctor: {
    es: 'Termina con 0 si está todo lo necesario y con 1 si falta algo.',
    en: 'Ends with 0 when all that is needed is there, and 1 when something is missing.',
  },
};
