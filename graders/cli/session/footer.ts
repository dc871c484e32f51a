import { fill } from '../../core/messages.ts';
import { isUntouched, type Report } from '../../core/report.ts';
import type { Text } from '../../core/text.ts';
import { plain } from '../../render/terminal/palette.ts';
import { statusMarks, title } from '../../render/terminal/report.ts';
import { safe } from '../../render/terminal/safe.ts';
import { widthOf } from '../../render/terminal/width.ts';
import { wrap } from '../../render/terminal/wrap.ts';
import { screenOf } from './look.ts';
import { nextExercise } from './next.ts';
import { currentOf, folderOf, isDone, type Notice, type State } from './state.ts';

/** A sentence may be cut behind so many lines: the body needs the room. */
const mostLines = 3;

/** What has just been done or comes next, and the keys. */
export function footerLines(state: State): readonly string[] {
  const { palette, width } = screenOf(state);
  const said = sentenceOf(state);
  const lines = wrap(said.text, width, palette).slice(0, mostLines);
  const style = said.asks ? palette.warning : (line: string) => line;
  const site = state.site === undefined ? [] : wrap(state.site, width, palette).slice(0, 1).map(palette.faint);
  return [...site, ...lines.map(style), keysLine(state)];
}

function sentenceOf(state: State): { readonly text: string; readonly asks?: boolean } {
  const { lang, question, notice } = state;
  if (question) return { text: questionOf(state, question), asks: true };
  if (notice) return { text: sayNotice(state, notice) };
  return { text: nextStep(state, lang) };
}

function questionOf(state: State, question: NonNullable<State['question']>): string {
  const graded = currentOf(state);
  const names = (graded?.opened.exercise?.spec.answers ?? []).map(({ file }) => `\`${file}\``);
  return fill(question === 'reset' ? askReset : askSolution, { names }, state.lang);
}

/** Where to go from here. There is always somewhere. */
function nextStep(state: State, lang: State['lang']): string {
  const graded = currentOf(state);
  const next = nextExercise(state.results, state.current);
  const following = next ? fill(goOn, { title: plainTitle(next.report, lang) }, lang) : fill(allDone, {}, lang);
  switch (state.panel.kind) {
    case 'list':
      return fill(state.panel.typing ? typeIt : chooseIt, {}, lang);
    case 'hints': {
      const left = graded ? hintsLeft(state, graded.report.id, graded.opened.exercise?.spec.hints.length ?? 0) : 0;
      return left > 0 ? fill(moreHints, { left }, lang) : fill(lastHint, {}, lang);
    }
    case 'finding':
      return fill(backOrNext, {}, lang);
    case 'exercise':
      break;
    default:
      return fill(back, {}, lang);
  }
  if (!graded) return following;
  const { report } = graded;
  if (isDone(graded)) return report.status === 'review' ? `${fill(leftToPerson, {}, lang)} ${following}` : following;
  if (isUntouched(report)) return fill(state.look.draws ? start : startPlain, {}, lang);
  return fill(report.status === 'error' ? unreadable : report.status === 'pending' ? goesWell : fixIt, {}, lang);
}

function hintsLeft({ progress }: State, id: string, all: number): number {
  return all - (progress.get(id)?.hints.length ?? 0);
}

function sayNotice(state: State, notice: Notice): string {
  const { lang } = state;
  switch (notice.kind) {
    case 'said':
      return notice.text;
    case 'unknown-key':
      return fill(unknownKey, { key: safe(notice.key) }, lang);
    case 'also-graded': {
      const touched = state.results.filter((result) => notice.folders.includes(folderOf(result)));
      const names = touched.map(
        ({ report }) => `${String(report.number).padStart(2, '0')} ${statusMarks[report.status]}`,
      );
      return fill(alsoGraded, { names }, lang);
    }
    default:
      return notices[notice.kind][lang];
  }
}

const plainTitle = (report: Report, lang: State['lang']): string => title(report, { lang, palette: plain });

/** The keys that matter now, as many as fit; `?` tells the others. */
function keysLine(state: State): string {
  const { palette, width } = screenOf(state);
  const wanted = state.question ? yesNo : state.panel.kind === 'list' ? listKeys : exerciseKeys;
  const all = wanted.map(([key, word]) => [key, word[state.lang]] as const);
  const size = (list: readonly (readonly [string, string])[]) =>
    list.reduce((sum, [key, word]) => sum + widthOf(key) + widthOf(word) + 3, -2);
  const shown = [...all];
  // The last two, `?` and `q`, stay.
  while (shown.length > 2 && size(shown) > width) shown.splice(shown.length - 3, 1);
  return shown.map(([key, word]) => `${palette.strong(key)} ${palette.faint(word)}`).join('  ');
}

const yesNo: readonly (readonly [string, Text])[] = [
  ['s', { es: 'sí', en: 'yes (or y)' }],
  ['n', { es: 'no', en: 'no' }],
];

const listKeys: readonly (readonly [string, Text])[] = [
  ['↑↓', { es: 'elegir', en: 'choose' }],
  ['Intro', { es: 'abrir', en: 'open' }],
  ['/', { es: 'buscar', en: 'search' }],
  ['p', { es: 'pendientes', en: 'to do' }],
  ['Esc', { es: 'volver', en: 'back' }],
  ['?', { es: 'teclas', en: 'keys' }],
  ['q', { es: 'salir', en: 'quit' }],
];

const exerciseKeys: readonly (readonly [string, Text])[] = [
  ['h', { es: 'pista', en: 'hint' }],
  ['n', { es: 'siguiente', en: 'next' }],
  ['l', { es: 'lista', en: 'list' }],
  ['e', { es: 'explica', en: 'explain' }],
  ['t', { es: 'pasos', en: 'trace' }],
  ['o', { es: 'página', en: 'page' }],
  ['d', { es: 'cambios', en: 'changes' }],
  ['s', { es: 'solución', en: 'solution' }],
  ['r', { es: 'reiniciar', en: 'reset' }],
  ['?', { es: 'teclas', en: 'keys' }],
  ['q', { es: 'salir', en: 'quit' }],
];

const notices: Readonly<Record<Exclude<Notice['kind'], 'said' | 'unknown-key' | 'also-graded'>, Text>> = {
  'left-as-is': { es: 'No he tocado nada.', en: 'Nothing was touched.' },
  'no-more-hints': {
    es: 'No hay más pistas. Vuelve al enunciado (`i`) o mira los pasos (`t`).',
    en: 'There are no more hints. Go back to the statement (`i`) or look at the trace (`t`).',
  },
  'nothing-to-explain': { es: 'Aquí no hay ningún error que explicar.', en: 'There is no error to explain here.' },
  'nothing-held-back': { es: 'Aquí no hay ningún resultado guardado que enseñar.', en: 'No result is held back here.' },
  'nothing-to-undo': {
    es: 'No hay ningún reinicio que deshacer en este ejercicio.',
    en: 'There is no reset to undo in this exercise.',
  },
  'all-done': { es: 'No queda ningún otro ejercicio por hacer.', en: 'There is no other exercise left to do.' },
};

const askReset: Text = {
  es: '¿Dejo {names} como al principio? Guardo antes una copia de lo tuyo.',
  en: 'Put {names} back as at the start? A copy of yours is kept first.',
};
const askSolution: Text = {
  es: 'Todavía no lo has superado, y una pista (`h`) enseña más. ¿Ver la solución?',
  en: 'It is not passed yet, and a hint (`h`) teaches more. See the solution?',
};
const goOn: Text = { es: 'Sigue con `n`: {title}.', en: 'Go on with `n`: {title}.' };
const allDone: Text = {
  es: 'Has terminado: no queda ningún otro ejercicio por hacer.',
  en: 'You are done: there is no other exercise left to do.',
};
const typeIt: Text = {
  es: 'Escribe parte del título, del concepto o el número. Intro abre el elegido.',
  en: 'Type part of the title, of the concept, or the number. Enter opens the one chosen.',
};
const chooseIt: Text = {
  es: 'Elige un ejercicio con las flechas y ábrelo con Intro.',
  en: 'Choose an exercise with the arrows and open it with Enter.',
};
const moreHints: Text = {
  es: '`h` da otra pista ({left:queda|quedan} {left}). Esc vuelve al ejercicio.',
  en: '`h` gives another hint ({left} left). Esc goes back to the exercise.',
};
const lastHint: Text = {
  es: 'Eran todas. Esc vuelve al ejercicio; `i` enseña el enunciado.',
  en: 'Those were all. Esc goes back to the exercise; `i` shows the statement.',
};
const back: Text = { es: 'Esc vuelve al ejercicio.', en: 'Esc goes back to the exercise.' };
const backOrNext: Text = {
  es: 'Esc vuelve al ejercicio; `e` explica el error siguiente.',
  en: 'Esc goes back to the exercise; `e` explains the next error.',
};
const leftToPerson: Text = {
  es: 'Una parte la leerá una persona; no cuenta en contra.',
  en: 'A person will read one part; it does not count against you.',
};
const start: Text = {
  es: 'Lee (espacio baja), edita el fichero y guarda: se corrige al momento.',
  en: 'Read (space scrolls), edit the file and save: it is graded at once.',
};
/** Where no key moves the text. */
const startPlain: Text = {
  es: 'Lee, edita el fichero y guarda: se corrige al momento.',
  en: 'Read, edit the file and save: it is graded at once.',
};
const unreadable: Text = {
  es: 'Arregla lo que se indica y guarda. `r` recupera el fichero del principio, con copia del tuyo.',
  en: 'Mend what is shown and save. `r` brings back the file of the start, with a copy of yours.',
};
const goesWell: Text = {
  es: 'Va bien. Responde lo que falta y guarda.',
  en: 'So far so good. Answer the rest and save.',
};
const fixIt: Text = {
  es: 'Corrige lo que lleva ✗ y guarda. Si te atascas, `h` da una pista.',
  en: 'Fix what has ✗ and save. If you are stuck, `h` gives a hint.',
};
const unknownKey: Text = {
  es: 'La tecla `{key}` no hace nada. `?` las enumera.',
  en: 'The key `{key}` does nothing. `?` names them all.',
};
const alsoGraded: Text = {
  es: 'Esa vez se han corregido también {names}: `l` los enseña.',
  en: 'That time {names} were graded too: `l` shows them.',
};
