import { words as reportWords } from '../../graders/classroom/report/words.ts';
import type { Text } from '../../graders/index.ts';
import type { UnreadWhy } from './class-data.ts';

/** What the page of a class says, beyond what its report says already. */
export const classWords = {
  ...reportWords,
  title: { es: 'Tu clase', en: 'Your class' },
  lead: {
    es: 'Reúne las copias de progreso de tu clase y mira qué ha entendido y qué conviene volver a explicar. Todo se corrige otra vez aquí, en este navegador: lo que digan los ficheros de sus propias notas no cuenta, y nada sale de tu máquina ni se guarda.',
    en: 'Gather the copies of progress of your class and see what it understood and what to explain again. Everything is graded again here, in this browser: what the files say of their own grades does not count, and nothing leaves your machine or is kept.',
  },
  needsScript: { es: 'Esta página necesita JavaScript.', en: 'This page needs JavaScript.' },
  how: { es: 'Cómo se hace', en: 'How it is done' },
  howStudents: {
    es: 'Cada estudiante guarda una copia de su progreso y te entrega ese fichero como cualquier otra tarea. Se guarda en',
    en: 'Each student saves a copy of their progress and hands that file in as any other assignment. It is saved in',
  },
  howYou: {
    es: 'Tú los sueltas aquí, todos a la vez si quieres. El nombre del fichero es el de la fila; los que descarga Moodle o Canvas ya llevan el de cada estudiante.',
    en: 'You drop them here, all at once if you like. The name of the file is the name of the row; those that Moodle or Canvas hand over bear each student’s already.',
  },
  drop: { es: 'Suelta aquí las copias, o', en: 'Drop the copies here, or' },
  choose: { es: 'Elige ficheros', en: 'Choose files' },
  grading: { es: 'Corrigiendo: {done} de {of} ({id})', en: 'Grading: {done} of {of} ({id})' },
  done: {
    es: '{n} {n:estudiante|estudiantes} en la tabla.',
    en: '{n} {n:student|students} in the table.',
  },
  stop: { es: 'Parar', en: 'Stop' },
  stopped: {
    es: 'Parado: la tabla tiene lo corregido hasta ahora.',
    en: 'Stopped: the table has what was graded so far.',
  },
  noGrader: {
    es: 'No se ha podido cargar el corrector. Recarga la página e inténtalo otra vez.',
    en: 'The grader could not be loaded. Reload the page and try again.',
  },
  clear: { es: 'Vaciar', en: 'Clear' },
  cleared: { es: 'Aquí ya no queda nada de tu clase.', en: 'Nothing of your class is left here.' },
  sheet: { es: 'Descargar la tabla (CSV)', en: 'Download the table (CSV)' },
  sheetName: { es: 'clase.csv', en: 'class.csv' },
  unread: { es: 'Ficheros que no se han usado', en: 'Files that were not used' },
  results: { es: 'Resultados', en: 'Results' },
  matrixHint: {
    es: 'Elige una casilla para ver qué falla. Con el teclado, Tab entra en la tabla y las flechas van de casilla en casilla.',
    en: 'Choose a cell to see what fails. With the keyboard, Tab enters the table and the arrows go from cell to cell.',
  },
  file: { es: 'Fichero', en: 'File' },
  most: { es: 'Total si se aprueba lo que hay que revisar', en: 'Total if all that is to be reviewed is right' },
  of: { es: 'Puntos posibles', en: 'Possible points' },
  allPass: { es: 'Todas las comprobaciones pasan.', en: 'Every check passes.' },
  notGraded: {
    es: 'El corrector no ha podido terminar con esta respuesta. Los demás no se ven afectados.',
    en: 'The grader could not come to an end with this answer. The others are not affected.',
  },
  openExercise: { es: 'Abrir el ejercicio', en: 'Open the exercise' },
  why: { es: 'Por qué', en: 'Why' },
  commonestIs: { es: 'Lo más frecuente ({n}):', en: 'Most often ({n}):' },
  who: { es: 'Quiénes', en: 'Who' },
  link: {
    es: '¿Das clase? Esta página corrige las copias de toda una clase, sin que nada salga de tu navegador:',
    en: 'Do you teach? This page grades the copies of a whole class, and nothing leaves your browser:',
  },
} as const satisfies Readonly<Record<string, Text>>;

export const unreadWords: Readonly<Record<UnreadWhy, Text>> = {
  json: { es: 'no es JSON, o está cortado', en: 'it is no JSON, or it was cut short' },
  format: { es: 'no es una copia de progreso de Timonel', en: 'it is no copy of progress of Timonel' },
  version: { es: 'es de otra versión de Timonel', en: 'it is of another version of Timonel' },
  damaged: { es: 'está dañado, o alguien lo ha cambiado a mano', en: 'it is damaged, or somebody changed it by hand' },
  large: { es: 'es demasiado grande para ser el progreso de nadie', en: 'it is too large to be anybody’s progress' },
  many: { es: 'hay demasiados: caben 300 estudiantes a la vez', en: 'there are too many: 300 students fit at once' },
  unreadable: { es: 'el navegador no lo puede leer', en: 'the browser cannot read it' },
};
