import type { Text } from '../../graders/index.ts';
import { words as shared } from '../shared/words.ts';

/** What the pages say, in both languages: what no script needs stays out of the scripts. */
export const words = {
  ...shared,
  skipToContent: { es: 'Saltar al contenido', en: 'Skip to content' },
  skipToEditor: { es: 'Ir al editor', en: 'Go to the editor' },
  home: { es: 'Inicio', en: 'Home' },
  findings: { es: 'Reglas', en: 'Rules' },
  terminal: { es: 'Terminal', en: 'Terminal' },
  glossary: { es: 'Glosario', en: 'Glossary' },
  search: { es: 'Buscar', en: 'Search' },
  progress: { es: 'Progreso', en: 'Progress' },
  lessons: { es: 'Lecciones', en: 'Lessons' },
  mainNav: { es: 'Principal', en: 'Main' },
  otherExercises: { es: 'Otros ejercicios', en: 'Other exercises' },
  theme: { es: 'Cambiar entre claro y oscuro', en: 'Switch between light and dark' },
  promise: {
    es: 'Nada de lo que escribes sale de este navegador. Sin cuentas, sin cookies, sin peticiones a terceros.',
    en: 'Nothing you write leaves this browser. No accounts, no cookies, no requests to third parties.',
  },
  course: { es: 'El curso', en: 'The course' },
  prepare: { es: 'Para prepararte', en: 'To prepare' },
  pages: { es: 'Documentación de quienes lo hacen', en: 'Documentation of those who make it' },
  lesson: { es: 'Lección', en: 'Lesson' },
  exercise: { es: 'Ejercicio', en: 'Exercise' },
  practice: { es: 'De práctica: no cuenta', en: 'Practice: it does not count' },
  statement: { es: 'Enunciado', en: 'Statement' },
  yourAnswer: { es: 'Tu respuesta', en: 'Your answer' },
  files: { es: 'Ficheros', en: 'Files' },
  readOnly: { es: 'solo lectura', en: 'read-only' },
  grade: { es: 'Corregir', en: 'Grade' },
  reset: { es: 'Volver al inicio', en: 'Start over' },
  terminalAbout: {
    es: 'Ejecuta `{file}` orden por orden, o prueba lo que quieras sobre lo que da el ejercicio y con tus ficheros tal como están en el editor. Lo que hagas aquí no se corrige y se puede deshacer.',
    en: 'Run `{file}` command by command, or try whatever you like on what the exercise gives and with your files as they are in the editor. What you do here is not graded and can be undone.',
  },
  openTerminal: { es: 'Abrir la terminal', en: 'Open the terminal' },
  history: { es: 'Versiones corregidas', en: 'Graded versions' },
  noHistory: {
    es: 'Cada vez que corriges, la versión se guarda aquí.',
    en: 'Each time you grade, the version is kept here.',
  },
  keys: {
    es: 'Ctrl+Intro corrige · Tab sale del editor · Ctrl+] y Ctrl+[ cambian la sangría',
    en: 'Ctrl+Enter grades · Tab leaves the editor · Ctrl+] and Ctrl+[ change the indentation',
  },
  views: { es: 'Cómo responder', en: 'How to answer' },
  formView: { es: 'Formulario', en: 'Form' },
  codeView: { es: 'Código', en: 'Code' },
  unknown: { es: 'No lo sé', en: "I don't know" },
  reason: { es: 'Porque', en: 'Because' },
  yourOrder: { es: 'Tu lista', en: 'Your list' },
  emptyOrder: { es: 'Aún está vacía. Añade de lo que hay debajo.', en: 'Still empty. Add from what is below.' },
  pool: { es: 'Para elegir', en: 'To choose from' },
  allChosen: { es: 'Los has puesto todos.', en: 'You have placed them all.' },
  add: { es: 'Añadir', en: 'Add' },
  result: { es: 'Resultado', en: 'Result' },
  noResult: {
    es: 'Cuando pulses Corregir, tu respuesta se pondrá en marcha en el laboratorio y aquí verás qué hace.',
    en: 'When you press Grade, your answer runs in the lab and you will see here what it does.',
  },
  edited: { es: 'Has cambiado la respuesta desde esta corrección.', en: 'You changed the answer since this grading.' },
  hints: { es: 'Pistas', en: 'Hints' },
  hint: { es: 'Pista', en: 'Hint' },
  explanation: { es: 'Explicación', en: 'Explanation' },
  reference: { es: 'Una respuesta de referencia', en: 'A reference answer' },
  given: { es: 'Ficheros dados', en: 'Given files' },
  needsScript: {
    es: 'Para corregir aquí hace falta JavaScript. Sin él puedes leer el ejercicio y corregir en la terminal con',
    en: 'Grading here needs JavaScript. Without it you can read the exercise and grade in the terminal with',
  },
  previous: { es: 'Anterior', en: 'Previous' },
  next: { es: 'Siguiente', en: 'Next' },
  continueWith: { es: 'Continuar: ejercicio', en: 'Continue: exercise' },
  startWith: { es: 'Empezar: ejercicio', en: 'Start: exercise' },
} as const satisfies Record<string, Text>;

/** How each kind of section is answered. */
export const howToAnswer: Readonly<Record<string, Text>> = {
  judgements: {
    es: 'Un acierto suma y un fallo resta lo mismo; «No lo sé» ni suma ni resta.',
    en: 'A right one adds and a wrong one takes away the same; "I don\'t know" does neither.',
  },
  matching: { es: 'Elige a qué corresponde cada cosa.', en: 'Choose where each one belongs.' },
  promql: { es: 'Escribe una consulta de PromQL para cada pregunta.', en: 'Write a PromQL query for each question.' },
  ordering: {
    es: 'Añade los pasos y ponlos en un orden que pueda darse. Puede haber más de uno, y algún paso puede sobrar.',
    en: 'Add the steps and put them in an order that can happen. There may be several, and some step may not belong.',
  },
  commands: {
    es: 'Añade las órdenes por orden. Ninguna es obligatoria y pueden repetirse.',
    en: 'Add the commands in order. None is required and they may be repeated.',
  },
  explanation: {
    es: 'Con tus palabras, en dos o tres frases completas. Se busca cada idea, no cómo está escrita.',
    en: 'In your own words, in two or three whole sentences. Each idea is looked for, not how it is written.',
  },
  migration: {
    es: 'Añade los pasos por orden. Ninguno es obligatorio y pueden repetirse.',
    en: 'Add the steps in order. None is required and they may be repeated.',
  },
  decisions: {
    es: 'Elige, da dos pruebas distintas a favor y di lo que cuesta. Puede valer más de una elección.',
    en: 'Choose, give two different pieces of evidence for it and say what it costs. More than one choice may do.',
  },
  predictions: { es: 'Di qué ocurrirá; el laboratorio lo comprueba.', en: 'Say what will happen; the lab checks it.' },
};
