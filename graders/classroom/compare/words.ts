import type { Text } from '../../core/text.ts';

/** The sentences of a comparison, on the screen and on the page. */
export const compareWords = {
  title: { es: 'Cambios', en: 'Changes' },
  summary: {
    es: '{loses} {loses:entrega pierde|entregas pierden} puntos, {gains} {gains:gana|ganan}, {other} {other:cambia|cambian} sin que cambie la nota.',
    en: '{loses} {loses:submission loses|submissions lose} points, {gains} {gains:gains|gain}, {other} {other:changes|change} with the grade as it was.',
  },
  none: { es: 'No cambia ninguna nota ni ninguna comprobación.', en: 'No grade and no check changes.' },
  added: { es: 'Nuevas: {names}.', en: 'New: {names}.' },
  gone: { es: 'Ya no están: {names}.', en: 'No longer there: {names}.' },
  exercise: { es: 'Ejercicio', en: 'Exercise' },
  changedFiles: { es: 'la respuesta es otra', en: 'the answer is another one' },
  untouched: { es: 'sin responder', en: 'not answered' },
  absent: { es: 'no estaba', en: 'not there' },
  more: { es: '… y {n} más, en `informe/cambios.json`.', en: '… and {n} more, in `informe/cambios.json`.' },
} as const satisfies Record<string, Text>;
