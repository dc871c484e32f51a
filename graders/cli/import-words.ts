import { fill } from '../core/messages.ts';
import type { Lang, Text } from '../core/text.ts';
import { safe } from '../render/terminal/safe.ts';

const inExercise: Text = { es: 'celda {cell}, ejercicio {exercise}', en: 'cell {cell}, exercise {exercise}' };
const inCell: Text = { es: 'celda {cell}', en: 'cell {cell}' };

/** Where a part of a notebook stands. */
export const fillWhere = (
  { cell, exercise }: { readonly cell: number; readonly exercise: number | undefined },
  lang: Lang,
): string => (exercise === undefined ? fill(inCell, { cell }, lang) : fill(inExercise, { cell, exercise }, lang));

/** How a part begins, on one line. */
export function firstWords(text: string): string {
  const flat = safe(text.slice(0, 400).replace(/\s+/g, ' ').trim());
  return flat.length <= 60 ? flat : `${flat.slice(0, 60).replace(/\s\S*$/, '')}…`;
}

export const whereWords = {
  noPlace: {
    es: '`respuesta.ts` no se puede leer, o le falta esa pregunta: corrígelo, o recupera el del principio con `npx timonel reset`',
    en: '`respuesta.ts` cannot be read, or lacks that question: mend it, or put it back with `npx timonel reset`',
  },
} satisfies Record<string, Text>;

export const importWords = {
  cells: { es: '{count:celda|celdas} {cells}', en: '{count:cell|cells} {cells}' },
  new: { es: 'escrito', en: 'written' },
  wouldBe: { es: 'se escribiría', en: 'would be written' },
  same: { es: 'ya estaba así', en: 'was like that already' },
  other: { es: 'sustituido', en: 'replaced' },
  wouldReplace: { es: 'sustituiría a otro trabajo', en: 'would replace other work' },
  kept: { es: 'queda el tuyo', en: 'yours stays' },
  newer: { es: 'el tuyo es más reciente que el cuaderno', en: 'yours is newer than the notebook' },
  byMeaning: {
    es: 'Las explicaciones {count:del ejercicio|de los ejercicios} {numbers} se han puesto en la pregunta cuyas ideas se reconocen en ellas: repásalas en `respuesta.ts`.',
    en: 'The explanations of {count:exercise|exercises} {numbers} went to the question whose ideas are recognised in them: look them over in `respuesta.ts`.',
  },
  copies: { es: 'Lo que había está en `{copy}`.', en: 'What was there is in `{copy}`.' },
  nothing: {
    es: 'No hay ninguna respuesta nueva en `{file}`.',
    en: 'There is no new answer in `{file}`.',
  },
  left: {
    es: '{count} {count:parte queda|partes quedan} por situar:',
    en: '{count} {count:part is|parts are} left to place:',
  },
  leftIn: {
    es: 'Lo que queda por situar está entero en `{file}`.',
    en: 'What is left to place is in full in `{file}`.',
  },
  dry: {
    es: 'No se ha escrito nada: era un ensayo (`--dry-run`).',
    en: 'Nothing was written: it was a rehearsal (`--dry-run`).',
  },
  grade: {
    es: 'Corrige lo importado: `npx timonel grade {numbers}`',
    en: 'Grade what was imported: `npx timonel grade {numbers}`',
  },
  ask: {
    es: 'En {names} hay otro trabajo. ¿Lo sustituyo por el del cuaderno? Guardo antes una copia. [s/N]',
    en: '{names} {count:holds|hold} other work. Replace it by that of the notebook? A copy is kept first. [y/N]',
  },
  needsYes: {
    es: 'El cuaderno sustituiría otro trabajo tuyo y aquí no puedo preguntar: míralo con `--dry-run`, y repite el comando con `--yes` para hacerlo. Se guarda una copia. No he tocado nada.',
    en: 'The notebook would replace other work of yours and there is no way to ask here: look at it with `--dry-run`, and repeat the command with `--yes` to do it. A copy is kept. Nothing was touched.',
  },
  cannot: {
    es: 'No he podido guardar una copia de `{file}` o escribirlo (`{code}`), así que está como estaba. Lo anterior de la lista ya está importado.',
    en: '`{file}` could not be copied or written (`{code}`), so it is as it was. What comes before it in the list is imported.',
  },
} satisfies Record<string, Text>;
