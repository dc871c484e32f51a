import type { Text } from '../../core/text.ts';

export const unreadableFile: Text = { es: 'No se puede leer {path}.', en: '{path} cannot be read.' };
export const badSession: Text = {
  es: '{path} no es una sesión guardada del laboratorio.',
  en: '{path} is no saved session of the lab.',
};
export const welcome: Text = {
  es: 'Una terminal simulada: nada de lo que hagas aquí toca tu máquina. `ayuda` dice qué hay, `deshacer` vuelve un paso atrás, `guardar FICHERO` guarda la sesión y `exit` sale.',
  en: 'A simulated terminal: nothing you do here touches your machine. `help` tells what there is, `undo` goes one step back, `save FILE` saves the session and `exit` leaves.',
};
export const saved: Text = { es: 'Sesión guardada en {path}.', en: 'Session saved in {path}.' };
export const staysHere: Text = {
  es: 'Línea {line}: `{command}` no termina por sí sola; el guion se queda aquí.',
  en: 'Line {line}: `{command}` does not end by itself; the script stays here.',
};
export const stoppedHere: Text = {
  es: 'Línea {line}: parado, seguramente en un bucle que no acaba.',
  en: 'Line {line}: stopped, probably in a loop that never ends.',
};
export const noScript: Text = {
  es: 'El guion no se puede leer: le falta un final (una comilla, `done`, `fi`) o usa algo de bash que el laboratorio no modela.',
  en: 'The script cannot be read: it lacks an end (a quote, `done`, `fi`) or uses something of bash that the lab does not model.',
};
