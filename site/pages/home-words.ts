import type { Text } from '../../graders/index.ts';

/** What the home page says. */
export const homeWords = {
  forInstructors: { es: 'Para quien enseña:', en: 'For instructors:' },
  howProseIsRead: { es: 'cómo se leen las explicaciones', en: 'how explanations are read' },
  title: {
    es: 'Timonel: aprende Docker, Kubernetes, Istio y Linkerd gobernándolos',
    en: 'Timonel: learn Docker, Kubernetes, Istio and Linkerd at the helm',
  },
  heading: { es: 'Aprende a llevar el timón de un clúster', en: 'Learn to take the helm of a cluster' },
  lead: {
    es: 'Escribes un Dockerfile o un manifiesto y Timonel lo pone en marcha en un laboratorio simulado: construye la imagen, arranca los pods, envía peticiones. Luego te cuenta qué ha hecho tu respuesta y qué línea lo decidió.',
    en: 'You write a Dockerfile or a manifest, and Timonel runs it in a simulated lab: it builds the image, starts the pods, sends requests. Then it tells you what your answer did and which line decided it.',
  },
  seeCourse: { es: 'Ver el curso', en: 'See the course' },
  passedOf: { es: 'ejercicios superados de', en: 'exercises passed of' },
  booklet: { es: 'Todos los enunciados en una página, para imprimir', en: 'All statements in one page, to print' },
  howTitle: { es: 'Cómo se corrige', en: 'How answers are graded' },
  stage: { es: 'Etapa', en: 'Stage' },
  startTitle: { es: 'Cinco minutos para empezar', en: 'Five minutes to start' },
  inPage: { es: 'En esta página', en: 'In this page' },
  inTerminal: { es: 'En tu editor y tu terminal', en: 'In your editor and your terminal' },
} as const satisfies Record<string, Text>;

/** Why it is different, each with its heading. */
export const reasons: readonly { readonly title: Text; readonly text: Text }[] = [
  {
    title: { es: 'Por lo que hace', en: 'By what it does' },
    text: {
      es: 'No se compara tu texto con una solución. Si se comporta bien, está bien, lo escribas como lo escribas.',
      en: 'Your text is not compared with a solution. If it behaves well, it is right, however you write it.',
    },
  },
  {
    title: { es: 'Con la prueba delante', en: 'With the proof in front of you' },
    text: {
      es: 'Cada fallo enseña el recorrido de la petición y la línea de tu fichero que decidió en cada paso.',
      en: 'Every failure shows the path of the request, and the line of your file that decided at each step.',
    },
  },
  {
    title: { es: 'Sin instalar nada más', en: 'Nothing else to install' },
    text: {
      es: 'Ni Docker, ni un clúster, ni un servidor. El mismo corrector funciona aquí y en la terminal.',
      en: 'No Docker, no cluster, no server. The same grader works here and in the terminal.',
    },
  },
];

/** The first steps in the page. */
export const pageSteps: readonly Text[] = [
  {
    es: 'Abre un ejercicio y lee qué hay que conseguir.',
    en: 'Open an exercise and read what has to be achieved.',
  },
  {
    es: 'Escribe tu respuesta en el editor. Se guarda sola en este navegador.',
    en: 'Write your answer in the editor. It saves itself in this browser.',
  },
  {
    es: 'Pulsa Corregir o `Ctrl+Intro`, lee qué ha pasado y vuelve a intentarlo.',
    en: 'Press Grade or `Ctrl+Enter`, read what happened, and try again.',
  },
];

/** The first steps in a terminal. */
export const terminalSteps: readonly Text[] = [
  {
    es: 'Descarga el repositorio y ejecuta `npm install && npm start`.',
    en: 'Download the repository and run `npm install && npm start`.',
  },
  {
    es: 'Abre `exercises/` en tu editor y cambia el fichero de respuesta.',
    en: 'Open `exercises/` in your editor and change the answer file.',
  },
  {
    es: 'Guarda: se corrige al momento en la terminal y, si la tienes abierta, en esta página.',
    en: 'Save: it is graded at once in the terminal and, if you have it open, in this page.',
  },
];

export const promises: readonly { readonly title: Text; readonly text: Text }[] = [
  {
    title: { es: 'Sin conexión.', en: 'Offline.' },
    text: {
      es: 'Copia la carpeta del sitio donde quieras y abre `index.html`: funciona igual, sin servidor.',
      en: 'Copy the folder of the site wherever you like and open `index.html`: it works the same, without a server.',
    },
  },
  {
    title: { es: 'Privado.', en: 'Private.' },
    text: {
      es: 'Tus respuestas y tu progreso se quedan en este navegador. La página no envía nada a nadie.',
      en: 'Your answers and your progress stay in this browser. The page sends nothing to anybody.',
    },
  },
];
