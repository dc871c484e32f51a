import type { Text } from '../../core/text.ts';
import { padEnd, widthOf } from '../../render/terminal/width.ts';
import { screenOf } from './look.ts';
import type { State } from './state.ts';

type Key = readonly [Text | string, Text];

/** What moves the text, where a screen is drawn. */
const moving: Key = [
  '↑ ↓',
  { es: 'mover el texto; espacio y b, de pantalla en pantalla', en: 'move the text; space and b, by the screen' },
];

/** Every other key and what it does. */
const keys: readonly Key[] = [
  ['h', { es: 'pista; otra vez, la siguiente', en: 'hint; again, the next one' }],
  ['i', { es: 'enunciado', en: 'statement' }],
  ['n', { es: 'siguiente ejercicio por hacer', en: 'next exercise to do' }],
  [
    'l',
    {
      es: 'lista de ejercicios: / busca, p deja los pendientes',
      en: 'list of exercises: / searches, p leaves those to do',
    },
  ],
  ['t', { es: 'todos los pasos de lo que ocurrió', en: 'every step of what happened' }],
  ['d', { es: 'lo que has cambiado desde el principio', en: 'what you have changed since the start' }],
  ['e', { es: 'explicación del error; otra vez, del siguiente', en: 'explanation of the error; again, of the next' }],
  ['v', { es: 'qué ocurre de verdad en lo que no acertaste', en: 'what really happens where you were wrong' }],
  ['s', { es: 'solución, y la explicación', en: 'solution, and the explanation' }],
  ['r', { es: 'volver al principio, con copia de lo tuyo', en: 'start over, keeping a copy of yours' }],
  ['u', { es: 'deshacer el último r', en: 'undo the last r' }],
  ['o', { es: 'abrir la página en el navegador', en: 'open the page in the browser' }],
  ['Esc', { es: 'volver al ejercicio', en: 'back to the exercise' }],
  ['q', { es: 'salir; lo hecho queda guardado', en: 'quit; what is done is kept' }],
];

export function keyLines(state: State): readonly string[] {
  const { palette } = screenOf(state);
  const named = [...(state.look.draws ? [moving] : []), ...keys].map(
    ([key, what]) => [typeof key === 'string' ? key : key[state.lang], what[state.lang]] as const,
  );
  const width = Math.max(...named.map(([key]) => widthOf(key)));
  return [
    ...named.map(([key, what]) => `${palette.strong(padEnd(key, width))}  ${what}`),
    '',
    palette.faint(signs[state.lang]),
  ];
}

const signs: Text = {
  es: '✓ bien   ✗ por corregir   – sin comprobar   ? por revisar   ○ sin empezar',
  en: '✓ passed   ✗ to fix   – not checked   ? to review   ○ not started',
};
