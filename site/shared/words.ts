import type { Lang, Text } from '../../graders/index.ts';

/** What the interface says, in both languages. Course prose is not here: it is Spanish. */
export const words = {
  skipToContent: { es: 'Saltar al contenido', en: 'Skip to content' },
  skipToEditor: { es: 'Ir al editor', en: 'Go to the editor' },
  home: { es: 'Inicio', en: 'Home' },
  findings: { es: 'Qué significa cada aviso', en: 'What each finding means' },
  course: { es: 'El curso', en: 'The course' },
  exercise: { es: 'Ejercicio', en: 'Exercise' },
  theme: { es: 'Cambiar entre claro y oscuro', en: 'Switch between light and dark' },
  language: { es: 'English', en: 'Español' },
  statement: { es: 'Enunciado', en: 'Statement' },
  yourAnswer: { es: 'Tu respuesta', en: 'Your answer' },
  files: { es: 'Ficheros', en: 'Files' },
  readOnly: { es: 'solo lectura', en: 'read-only' },
  grade: { es: 'Corregir', en: 'Grade' },
  reset: { es: 'Volver al inicio', en: 'Start over' },
  undo: { es: 'Deshacer', en: 'Undo' },
  wasReset: { es: 'Has vuelto al fichero inicial.', en: 'You are back at the initial file.' },
  history: { es: 'Versiones corregidas', en: 'Graded versions' },
  noHistory: {
    es: 'Cada vez que corriges, la versión se guarda aquí.',
    en: 'Each time you grade, the version is kept here.',
  },
  recover: { es: 'Recuperar', en: 'Recover' },
  recovered: { es: 'Has recuperado una versión anterior.', en: 'You recovered an earlier version.' },
  keys: {
    es: 'Ctrl+Intro corrige · Tab sale del editor · Ctrl+] y Ctrl+[ cambian la sangría',
    en: 'Ctrl+Enter grades · Tab leaves the editor · Ctrl+] and Ctrl+[ change the indentation',
  },
  result: { es: 'Resultado', en: 'Result' },
  noResult: {
    es: 'Cuando pulses Corregir, tu respuesta se pondrá en marcha en el laboratorio y aquí verás qué hace.',
    en: 'When you press Grade, your answer runs in the lab and you will see here what it does.',
  },
  grading: { es: 'Corrigiendo…', en: 'Grading…' },
  graderMissing: {
    es: 'No se ha podido cargar el corrector. Comprueba que la carpeta del sitio está completa y vuelve a intentarlo.',
    en: 'The grader could not be loaded. Check that the site folder is complete and try again.',
  },
  graderBroke: {
    es: 'El corrector se ha detenido con un fallo suyo, no de tu respuesta: {problem}',
    en: 'The grader stopped because of a fault of its own, not of your answer: {problem}',
  },
  untouched: {
    es: 'La respuesta está como al principio. Edítala y vuelve a corregir.',
    en: 'The answer is as it was at the start. Edit it and grade again.',
  },
  edited: { es: 'Has cambiado la respuesta desde esta corrección.', en: 'You changed the answer since this grading.' },
  why: { es: 'Por qué y cómo arreglarlo', en: 'Why, and how to fix it' },
  line: { es: 'línea', en: 'line' },
  proof: { es: 'Cómo se ha visto', en: 'How it was seen' },
  path: { es: 'Ver el recorrido', en: 'See the path' },
  points: { es: 'puntos', en: 'points' },
  of: { es: 'de', en: 'of' },
  between: { es: 'entre', en: 'between' },
  and: { es: 'y', en: 'and' },
  checks: { es: 'comprobaciones', en: 'checks' },
  passed: { es: 'superadas', en: 'passed' },
  hints: { es: 'Pistas', en: 'Hints' },
  hint: { es: 'Pista', en: 'Hint' },
  explanation: { es: 'Explicación', en: 'Explanation' },
  reference: { es: 'Una respuesta de referencia', en: 'A reference answer' },
  given: { es: 'Ficheros dados', en: 'Given files' },
  needsScript: {
    es: 'Para corregir aquí hace falta JavaScript. Sin él puedes leer el ejercicio y corregir en la terminal con',
    en: 'Grading here needs JavaScript. Without it you can read the exercise and grade in the terminal with',
  },
  fromDisk: { es: 'El fichero ha cambiado en el disco.', en: 'The file changed on disk.' },
  fromTab: { es: 'Esta respuesta ha cambiado en otra pestaña.', en: 'This answer changed in another tab.' },
  load: { es: 'Cargar esa versión', en: 'Load that version' },
  keepMine: { es: 'Seguir con la mía', en: 'Keep mine' },
  live: {
    es: 'En directo: cada vez que guardas el fichero, se corrige aquí.',
    en: 'Live: each time you save the file, it is graded here.',
  },
  notSaved: {
    es: 'Este navegador no deja guardar: copia tu respuesta antes de cerrar.',
    en: 'This browser does not allow saving: copy your answer before closing.',
  },
  previous: { es: 'Anterior', en: 'Previous' },
  next: { es: 'Siguiente', en: 'Next' },
  continueWith: { es: 'Continuar: ejercicio', en: 'Continue: exercise' },
  startWith: { es: 'Empezar: ejercicio', en: 'Start: exercise' },
} as const satisfies Record<string, Text>;

export const statusWords = {
  pending: { es: 'Sin empezar', en: 'Not started' },
  pass: { es: 'Bien', en: 'Right' },
  fail: { es: 'Todavía no', en: 'Not yet' },
  review: { es: 'Por revisar', en: 'To review' },
  error: { es: 'No se ha podido corregir', en: 'Could not be graded' },
} as const satisfies Record<string, Text>;

export const checkWords = {
  pass: { es: 'Superada', en: 'Passed' },
  fail: { es: 'No superada', en: 'Not passed' },
  skipped: { es: 'Sin comprobar', en: 'Not checked' },
  review: { es: 'Por revisar', en: 'To review' },
} as const satisfies Record<string, Text>;

export const severityWords = {
  error: { es: 'Error', en: 'Error' },
  warning: { es: 'Aviso', en: 'Warning' },
  info: { es: 'Nota', en: 'Note' },
} as const satisfies Record<string, Text>;

export const inLang = (text: Text, lang: Lang): string => text[lang];
