import type { Text } from '../../graders/index.ts';

/** What the scripts say, in both languages. Course prose is not here: it is Spanish. */
export const words = {
  undo: { es: 'Deshacer', en: 'Undo' },
  wasReset: { es: 'Has vuelto al fichero inicial.', en: 'You are back at the initial file.' },
  recover: { es: 'Recuperar', en: 'Recover' },
  recovered: { es: 'Has recuperado una versión anterior.', en: 'You recovered an earlier version.' },
  up: { es: 'Subir', en: 'Move up' },
  down: { es: 'Bajar', en: 'Move down' },
  remove: { es: 'Quitar', en: 'Remove' },
  added: {
    es: '«{step}»: añadido en el puesto {place} de {count}.',
    en: '"{step}": added at place {place} of {count}.',
  },
  moved: { es: '«{step}»: ahora en el puesto {place} de {count}.', en: '"{step}": now at place {place} of {count}.' },
  removed: { es: '«{step}»: quitado. Quedan {count}.', en: '"{step}": removed. {count} left.' },
  edgeTop: { es: '«{step}» ya es lo primero.', en: '"{step}" is already first.' },
  edgeBottom: { es: '«{step}» ya es lo último.', en: '"{step}" is already last.' },
  notNumber: { es: 'Escribe un número.', en: 'Write a number.' },
  answered: { es: 'Respondidas {done} de {count}', en: 'Answered {done} of {count}' },
  reading: { es: 'Leyendo tu fichero…', en: 'Reading your file…' },
  unreadable: {
    es: 'El formulario no puede leer `{file}` tal como está: {problem} Arréglalo en el código y vuelve; aquí no se cambia nada mientras tanto.',
    en: 'The form cannot read `{file}` as it is: {problem} Fix it in the code and come back; nothing is changed from here meanwhile.',
  },
  readerMissing: {
    es: 'Has editado `{file}` a mano y no se ha podido cargar lo que lo lee. Sigue en el código.',
    en: 'You edited `{file}` by hand, and what reads it could not be loaded. Go on in the code.',
  },
  wouldLose: {
    es: 'En `{file}` hay comentarios o partes que este formulario no conoce. Si respondes aquí, el fichero se escribe de nuevo sin ellos.',
    en: '`{file}` has comments or parts this form does not know. If you answer here, the file is written anew without them.',
  },
  goToCode: { es: 'Ir al código', en: 'Go to the code' },
  rewrite: { es: 'Responder aquí de todos modos', en: 'Answer here anyway' },
  toQuestion: { es: 'Ir a la pregunta {place}', en: 'Go to question {place}' },
  toStep: { es: 'Ir al puesto {place} de la lista', en: 'Go to place {place} of the list' },
  toSection: { es: 'Ir al apartado', en: 'Go to the section' },
  right: { es: 'Bien', en: 'Right' },
  grading: { es: 'Corrigiendo…', en: 'Grading…' },
  editorMissing: {
    es: 'No se ha podido cargar el editor. Puedes escribir igual; para intentarlo otra vez, recarga la página.',
    en: 'The editor could not be loaded. You can write all the same; to try again, reload the page.',
  },
  graderMissing: {
    es: 'No se ha podido cargar el corrector. Comprueba que la carpeta del sitio está completa y vuelve a intentarlo.',
    en: 'The grader could not be loaded. Check that the site folder is complete and try again.',
  },
  terminalMissing: {
    es: 'No se ha podido cargar la terminal. Comprueba que la carpeta del sitio está completa y vuelve a intentarlo.',
    en: 'The terminal could not be loaded. Check that the site folder is complete and try again.',
  },
  graderBroke: {
    es: 'El corrector se ha detenido con un fallo suyo, no de tu respuesta: {problem}',
    en: 'The grader stopped because of a fault of its own, not of your answer: {problem}',
  },
  untouched: {
    es: 'La respuesta está como al principio. Edítala y vuelve a corregir.',
    en: 'The answer is as it was at the start. Edit it and grade again.',
  },
  passedShort: { es: 'Superado con {points}; {left}', en: 'Passed with {points}; {left}' },
  passedBetween: { es: 'Superado: {points}; {left}', en: 'Passed: {points}; {left}' },
  enough: {
    es: 'Se supera con {enough} de {of} {of:punto|puntos}.',
    en: 'It takes {enough} of {of} {of:point|points} to pass.',
  },
  enoughEssential: {
    es: 'Se supera con {enough} de {of} {of:punto|puntos} y todo lo imprescindible bien.',
    en: 'It takes {enough} of {of} {of:point|points} to pass, and all that is essential right.',
  },
  essential: { es: 'imprescindible', en: 'essential' },
  why: { es: 'Por qué y cómo arreglarlo', en: 'Why, and how to fix it' },
  line: { es: 'línea', en: 'line' },
  proof: { es: 'Cómo se ha visto', en: 'How it was seen' },
  hint: { es: 'Una pista', en: 'A hint' },
  lookHere: { es: 'Dónde mirar', en: 'Where to look' },
  reveal: { es: 'Ver qué ocurre y por qué', en: 'See what happens and why' },
  path: { es: 'Ver el recorrido', en: 'See the path' },
  points: { es: '{of:punto|puntos}', en: '{of:point|points}' },
  of: { es: 'de', en: 'of' },
  between: { es: 'entre', en: 'between' },
  and: { es: 'y', en: 'and' },
  checks: { es: 'comprobaciones', en: 'checks' },
  passed: { es: 'superadas', en: 'passed' },
  fromDisk: { es: 'El fichero ha cambiado en el disco.', en: 'The file changed on disk.' },
  fromTab: { es: 'Esta respuesta ha cambiado en otra pestaña.', en: 'This answer changed in another tab.' },
  load: { es: 'Cargar esa versión', en: 'Load that version' },
  keepMine: { es: 'Seguir con la mía', en: 'Keep mine' },
  live: {
    es: 'En directo: cada vez que guardas el fichero, se corrige aquí.',
    en: 'Live: each time you save the file, it is graded here.',
  },
  toDisk: { es: 'Guardar en el fichero', en: 'Save to the file' },
  onDisk: { es: 'La página y el fichero dicen lo mismo.', en: 'The page and the file say the same.' },
  onlyHere: {
    es: 'Hay cambios que solo están en esta página.',
    en: 'There are changes that are only in this page.',
  },
  savedToDisk: {
    es: 'Guardado en el fichero. Lo que había está en `.timonel/backups`.',
    en: 'Saved to the file. What was there is in `.timonel/backups`.',
  },
  notSavedToDisk: {
    es: 'No se ha podido guardar en el fichero. Tu respuesta sigue en esta página.',
    en: 'It could not be saved to the file. Your answer is still in this page.',
  },
  diskChanged: {
    es: 'El fichero ha cambiado en el disco y no se ha tocado. Mira antes esa versión.',
    en: 'The file changed on disk and was left alone. Look at that version first.',
  },
  notSaved: {
    es: 'Este navegador no deja guardar: copia tu respuesta antes de cerrar.',
    en: 'This browser does not allow saving: copy your answer before closing.',
  },
} as const satisfies Record<string, Text>;

export const statusWords = {
  pending: { es: 'Sin terminar', en: 'Not finished' },
  pass: { es: 'Bien', en: 'Right' },
  fail: { es: 'Todavía no', en: 'Not yet' },
  review: { es: 'Por revisar', en: 'To review' },
  error: { es: 'No se ha podido corregir', en: 'Could not be graded' },
} as const satisfies Record<string, Text>;

export const checkWords = {
  pass: { es: 'Superada', en: 'Passed' },
  fail: { es: 'No superada', en: 'Not passed' },
  skipped: { es: 'Sin comprobar', en: 'Not checked' },
  pending: { es: '○ Sin empezar', en: '○ Not started' },
  review: { es: 'Por revisar', en: 'To review' },
} as const satisfies Record<string, Text>;

export const severityWords = {
  error: { es: 'Error', en: 'Error' },
  warning: { es: 'Aviso', en: 'Warning' },
  info: { es: 'Nota', en: 'Note' },
} as const satisfies Record<string, Text>;

/** What a finding says beside the question it is about, where the question need not be said again. */
export const besideWords: Readonly<Record<string, Text>> = {
  'theory/unanswered/item': { es: 'Falta responder.', en: 'Not answered yet.' },
  'theory/judgement/wrong': { es: 'Vuelve a pensar este juicio.', en: 'Think again about this judgement.' },
  'theory/judgement/isFalse': { es: 'Es falso. {refutation}', en: 'It is false. {refutation}' },
  'theory/judgement/isTrue': { es: 'Es verdadero. {refutation}', en: 'It is true. {refutation}' },
  'theory/judgement/reason': {
    es: 'El juicio es acertado, pero esa razón no lo explica.',
    en: 'The judgement is right, but that reason does not explain it.',
  },
  'theory/historical/was': {
    es: 'Tu respuesta vale, porque así lo cuentan textos antiguos, como el cuaderno. Hoy se responde otra cosa. {refutation}',
    en: 'Your answer counts, because older texts such as the notebook say so. Today the answer is another one. {refutation}',
  },
  'theory/match/wrong': {
    es: 'No corresponde a «{chosen}». {refutation}',
    en: 'It does not belong to "{chosen}". {refutation}',
  },
  'commands/refused/step': {
    es: 'No se puede ejecutar en este momento. {reason}',
    en: 'It cannot be run at this point. {reason}',
  },
  'theory/order/tooEarly': {
    es: 'Va antes de «{before}», y lo necesita: {why}',
    en: 'It comes before "{before}", which it needs: {why}',
  },
  'theory/order/foreign': { es: 'No forma parte del proceso. {why}', en: 'It is not part of the process. {why}' },
  'theory/prediction/differs': {
    es: 'Predijiste «{predicted}», y en el laboratorio no ocurre eso.',
    en: 'You predicted "{predicted}", and that is not what happens in the lab.',
  },
};
