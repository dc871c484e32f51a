import type { Severity } from '../../core/finding.ts';
import type { ExerciseStatus } from '../../core/report.ts';
import type { Text } from '../../core/text.ts';

/** The sentences of the terminal that belong to no rule and no exercise. */
export const severities: Readonly<Record<Severity, Text>> = {
  error: { es: 'error', en: 'error' },
  warning: { es: 'aviso', en: 'warning' },
  info: { es: 'nota', en: 'note' },
};

export const statuses: Readonly<Record<ExerciseStatus, Text>> = {
  pending: { es: 'pendiente', en: 'pending' },
  pass: { es: 'bien', en: 'passed' },
  fail: { es: 'por corregir', en: 'to fix' },
  review: { es: 'por revisar', en: 'to review' },
  error: { es: 'no se puede leer', en: 'unreadable' },
};

export const verdicts: Readonly<Record<ExerciseStatus, Text>> = {
  pending: {
    es: 'Pendiente: el fichero de respuesta está como al principio.',
    en: 'Pending: the answer file is as it was at the start.',
  },
  pass: { es: 'Bien: {points}.', en: 'Passed: {points}.' },
  fail: { es: 'Por corregir: {points}.', en: 'To fix: {points}.' },
  review: {
    es: 'Por revisar: {points}. Hay una parte que el corrector no ha sabido situar; no cuenta como error.',
    en: 'To review: {points}. There is a part the grader could not place; it does not count as wrong.',
  },
  error: { es: 'No se ha podido corregir.', en: 'It could not be graded.' },
};

/** Passed, with something left. */
export const passedShort: Text = { es: 'Superado con {points}; {left}.', en: 'Passed with {points}; {left}.' };
export const passedBetween: Text = { es: 'Superado: {points}; {left}.', en: 'Passed: {points}; {left}.' };

/** Nothing is wrong, and not all is answered. */
export const begun: Text = {
  es: 'Nada que corregir de momento: {points}, y {blank} {blank:comprobación|comprobaciones} sin empezar.',
  en: 'Nothing to fix so far: {points}, and {blank} {blank:check|checks} not started.',
};

export const enoughWords: Text = {
  es: 'Se supera con {enough} de {of} {of:punto|puntos} y todo lo imprescindible bien.',
  en: 'It takes {enough} of {of} {of:point|points} to pass, and all that is essential right.',
};

export const enoughPoints: Text = {
  es: 'Se supera con {enough} de {of} {of:punto|puntos}.',
  en: 'It takes {enough} of {of} {of:point|points} to pass.',
};

/** Beside a check without which the exercise is not passed. */
export const essential: Text = { es: 'imprescindible', en: 'essential' };

export const points: Text = {
  es: '{min} de {of} {of:punto|puntos}',
  en: '{min} of {of} {of:point|points}',
};

export const pointsBetween: Text = {
  es: 'entre {min} y {max} de {of} {of:punto|puntos}',
  en: 'between {min} and {max} of {of} {of:point|points}',
};

export const notAsked: Text = { es: 'sin comprobar', en: 'not checked' };
export const notBegun: Text = { es: 'sin empezar', en: 'not started' };
export const toReview: Text = { es: 'por revisar', en: 'to review' };

export const whatHappened: Text = { es: 'Lo que ocurrió', en: 'What happened' };

export const lookHere: Text = { es: 'Dónde mirar', en: 'Where to look' };
export const revealHint: Text = { es: 'qué ocurre de verdad, y por qué', en: 'what really happens, and why' };

export const alsoWorthKnowing: Text = { es: 'Además, sin restar puntos', en: 'Also, at no cost in points' };

export const moreFindings: Text = {
  es: '… y {count} {count:hallazgo más|hallazgos más}.',
  en: '… and {count} more {count:finding|findings}.',
};

export const blankItems: Text = {
  es: 'Quedan {count} apartados sin responder.',
  en: '{count} items are not answered yet.',
};

export const blankInLines: Text = {
  es: 'Quedan {count} apartados sin responder, en {file}: {places:línea|líneas} {lines}.',
  en: '{count} items are not answered yet, in {file}: {places:line|lines} {lines}.',
};

export const moreHops: Text = {
  es: '… y {count} {count:paso más|pasos más}.',
  en: '… and {count} more {count:step|steps}.',
};

export const next: Text = { es: 'Qué hacer ahora', en: 'What to do next' };
export const explainHint: Text = { es: 'qué significa y cómo se arregla', en: 'what it means and how to fix it' };
export const hintHint: Text = { es: 'una pista', en: 'a hint' };
export const openAnswer: Text = { es: 'Edita `{file}` y guarda.', en: 'Edit `{file}` and save.' };
export const afterPass: Text = { es: 'el ejercicio que toca ahora', en: 'the exercise that comes now' };
export const resetHint: Text = {
  es: 'recupera el fichero de respuesta (guarda una copia del actual)',
  en: 'restores the answer file (keeps a copy of the current one)',
};

export const tally: Readonly<Record<ExerciseStatus, Text>> = {
  pass: { es: '{count} bien', en: '{count} passed' },
  fail: { es: '{count} por corregir', en: '{count} to fix' },
  review: { es: '{count} por revisar', en: '{count} to review' },
  error: { es: '{count} sin leer', en: '{count} unreadable' },
  pending: { es: '{count} {count:pendiente|pendientes}', en: '{count} pending' },
};

export const filesClean: Text = {
  es: 'Sin errores en {count} {count:fichero|ficheros}.',
  en: 'No errors in {count} {count:file|files}.',
};

export const filesFound: Text = {
  es: '{errors} {errors:error|errores} y {warnings} {warnings:aviso|avisos} en {count} {count:fichero|ficheros}.',
  en: '{errors} {errors:error|errors} and {warnings} {warnings:warning|warnings} in {count} {count:file|files}.',
};
