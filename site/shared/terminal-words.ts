import type { Text } from '../../graders/index.ts';

/** What the terminal of the site says, in both languages. */
export const terminalWords = {
  log: { es: 'Lo que ha salido en la terminal', en: 'What the terminal has printed' },
  line: { es: 'Orden', en: 'Command' },
  keys: {
    es: 'Intro ejecuta · Tab completa · ↑ y ↓ recorren lo escrito · Ctrl+C deja la línea · Ctrl+L limpia · Esc y después Tab salen de aquí',
    en: 'Enter runs · Tab completes · ↑ and ↓ go through what was typed · Ctrl+C drops the line · Ctrl+L clears · Esc and then Tab leave',
  },
  leaves: { es: 'Ahora Tab sale de la terminal.', en: 'Tab now leaves the terminal.' },
  earlier: { es: 'Orden anterior', en: 'Earlier command' },
  noOffers: { es: 'No hay nada que completar.', en: 'There is nothing to complete.' },
  exit: { es: 'código de salida {exit}', en: 'exit code {exit}' },
  stop: { es: 'Parar', en: 'Stop' },
  stopped: {
    es: 'Parado. La sesión está como antes de esta orden.',
    en: 'Stopped. The session is as it was before this command.',
  },
  running: { es: 'En marcha…', en: 'Running…' },
  broke: {
    es: 'El laboratorio se ha detenido con un fallo suyo, no de tus órdenes: {problem}',
    en: 'The lab stopped because of a fault of its own, not of your commands: {problem}',
  },
  left: {
    es: 'El shell ha terminado. Puedes deshacer la última orden o empezar de nuevo.',
    en: 'The shell has ended. You can undo the last command or start over.',
  },
  undo: { es: 'Deshacer', en: 'Undo' },
  restart: { es: 'Empezar de nuevo', en: 'Start over' },
  restarted: { es: 'La mesa está como al principio.', en: 'The desk is as it was at the start.' },
  recover: { es: 'Recuperar la sesión anterior', en: 'Bring the earlier session back' },
  recovered: { es: 'Sigues donde lo dejaste.', en: 'You go on where you left it.' },
  copyLink: { es: 'Copiar enlace', en: 'Copy link' },
  linkCopied: {
    es: 'Enlace copiado: quien lo abra verá esta misma sesión.',
    en: 'Link copied: whoever opens it sees this very session.',
  },
  linkHere: { es: 'Enlace a esta sesión', en: 'Link to this session' },
  linkTooLong: {
    es: 'La sesión no cabe en un enlace. Guárdala en un fichero.',
    en: 'The session does not fit into a link. Save it to a file.',
  },
  linkOpened: { es: 'Sesión abierta desde un enlace.', en: 'Session opened from a link.' },
  fileOpened: { es: 'Sesión abierta desde un fichero.', en: 'Session opened from a file.' },
  badSession: {
    es: 'Eso no es una sesión guardada del laboratorio.',
    en: 'That is no saved session of the lab.',
  },
  unknownExercise: {
    es: 'La sesión es de un ejercicio que este sitio no tiene.',
    en: 'The session belongs to an exercise that this site does not have.',
  },
  saveFile: { es: 'Guardar sesión', en: 'Save session' },
  savedFile: {
    es: 'Sesión guardada en sesion.json. Se abre aquí o con npx timonel lab --session sesion.json.',
    en: 'Session saved in sesion.json. It opens here or with npx timonel lab --session sesion.json.',
  },
  nextCommand: { es: 'Siguiente orden', en: 'Next command' },
  runRest: { es: 'Ejecutar el resto', en: 'Run the rest' },
  scriptEnds: { es: 'El guion ha llegado al final.', en: 'The script has come to its end.' },
  scriptFails: {
    es: 'La orden de la línea {line} ha fallado. Mira por qué, cámbiala o sigue con la siguiente.',
    en: 'The command in line {line} failed. See why, change it, or go on with the next one.',
  },
  scriptChanged: {
    es: 'Has cambiado órdenes que ya se habían ejecutado: deshaz lo necesario o empieza de nuevo. La siguiente orden vuelve a ser la primera.',
    en: 'You changed commands that had been run: undo what is needed or start over. The next command is the first one again.',
  },
  noLine: { es: '{name}: no queda ninguna orden.', en: '{name}: no command is left.' },
  newFile: { es: 'Fichero nuevo', en: 'New file' },
  addFile: { es: 'Añadir', en: 'Add' },
  removeFile: { es: 'Quitar', en: 'Remove' },
  badName: {
    es: 'Un nombre que no esté ya, con letras, cifras, puntos y guiones; 20 ficheros como mucho.',
    en: 'A name that is not there yet, of letters, digits, dots and hyphens; 20 files at most.',
  },
} as const satisfies Record<string, Text>;
