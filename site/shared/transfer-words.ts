import type { Text } from '../../graders/index.ts';

export const transferWords = {
  title: { es: 'Tu progreso', en: 'Your progress' },
  lead: {
    es: 'Se guarda solo en este navegador. Aquí puedes llevarlo a otro, o tener una copia.',
    en: 'It is kept in this browser only. Here you can carry it to another one, or have a copy.',
  },
  needsScript: { es: 'Para ver tu progreso hace falta JavaScript.', en: 'Seeing your progress needs JavaScript.' },
  exercise: { es: 'Ejercicio', en: 'Exercise' },
  state: { es: 'Estado', en: 'State' },
  tries: { es: 'Intentos', en: 'Tries' },
  changed: { es: 'Última corrección', en: 'Last graded' },
  notStarted: { es: 'Sin empezar', en: 'Not started' },
  carry: { es: 'Llevarlo a otro sitio', en: 'Carry it elsewhere' },
  carryAbout: {
    es: 'La copia es un fichero con tus respuestas, sus versiones y tu progreso. Al abrirla en otro navegador verás antes qué cambia; nada tuyo se pierde.',
    en: 'The copy is a file with your answers, their versions and your progress. When you open it in another browser you first see what changes; nothing of yours is lost.',
  },
  save: { es: 'Guardar una copia', en: 'Save a copy' },
  open: { es: 'Abrir una copia', en: 'Open a copy' },
  saved: {
    es: 'Copia guardada en tus descargas: {count} {count:ejercicio|ejercicios}.',
    en: 'Copy saved in your downloads: {count} {count:exercise|exercises}.',
  },
  nothing: { es: 'Todavía no hay nada que guardar.', en: 'There is nothing to save yet.' },
  json: {
    es: 'El fichero no se puede leer: no es JSON, o está cortado.',
    en: 'The file cannot be read: it is no JSON, or it was cut short.',
  },
  format: { es: 'El fichero no es una copia de Timonel.', en: 'The file is no copy of Timonel.' },
  version: {
    es: 'La copia es de otra versión de Timonel y esta página no la entiende.',
    en: 'The copy is of another version of Timonel, which this page does not understand.',
  },
  damaged: {
    es: 'La copia está dañada: su suma de control no coincide. No se ha cambiado nada.',
    en: 'The copy is damaged: its checksum does not match. Nothing was changed.',
  },
  preview: { es: 'Esto es lo que cambiaría', en: 'This is what would change' },
  made: { es: 'Copia del {date}', en: 'Copy of {date}' },
  here: { es: 'Aquí', en: 'Here' },
  there: { es: 'En la copia', en: 'In the copy' },
  keep: { es: 'Qué respuesta queda', en: 'Which answer stays' },
  mine: { es: 'La de aquí', en: 'The one here' },
  theirs: { es: 'La de la copia', en: 'The one of the copy' },
  new: { es: 'aquí no hay nada', en: 'there is nothing here' },
  same: { es: 'es la misma respuesta', en: 'it is the same answer' },
  later: { es: 'la copia es posterior', en: 'the copy is later' },
  earlier: { es: 'lo de aquí es posterior', en: 'what is here is later' },
  other: { es: 'son distintas: decide tú', en: 'they differ: you decide' },
  merge: { es: 'Combinar', en: 'Merge' },
  cancel: { es: 'Dejarlo como está', en: 'Leave it as it is' },
  merged: {
    es: 'Hecho. Lo que se ha sustituido sigue entre las versiones de cada ejercicio.',
    en: 'Done. What was replaced is still among the versions of each exercise.',
  },
  unchanged: { es: 'La copia no trae nada de este curso.', en: 'The copy holds nothing of this course.' },
  full: {
    es: 'Este navegador no tiene sitio para guardarlo todo. Faltan: {names}.',
    en: 'This browser has no room to keep everything. Missing: {names}.',
  },
} as const satisfies Record<string, Text>;
