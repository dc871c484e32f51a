import { fill } from '../../core/messages.ts';
import { counts } from '../../core/report.ts';
import type { Text } from '../../core/text.ts';
import { moduleOf } from '../../course/modules.ts';
import type { Stumble } from '../../course/progress.ts';
import { catalogue } from '../../render/catalogue.ts';
import { safe } from '../../render/terminal/safe.ts';
import { indent } from '../../render/terminal/screen.ts';
import { wrap } from '../../render/terminal/wrap.ts';
import type { Graded } from '../grading.ts';
import { screenOf } from './look.ts';
import { isDone, type State } from './state.ts';

/** What stays in the mind is little: the most frequent, and no more. */
const most = 6;
const manyHints = 3;

/** Where the exercise at hand is the last of its module to be done: what went wrong on the way, to look at again. */
export function moduleReview(state: State, graded: Graded): readonly string[] {
  if (!counts(graded.report)) return [];
  const here = moduleOf(state.modules, graded.report.id);
  const inside = state.results.filter(({ report }) => counts(report) && here?.exercises.includes(report.id));
  if (!here || inside.length === 0 || !inside.every(isDone)) return [];
  const { lang } = state;
  const { palette, width } = screenOf(state);
  const said = [...stumbles(state, inside), ...leaned(state, inside)];
  const lines = said.length > 0 ? said : [noStumbles[lang]];
  return [
    '',
    palette.strong(fill(moduleDone, { title: here.title }, lang)),
    ...lines.flatMap((line) => bullet(wrap(line, width - 4, palette))),
  ];
}

const bullet = ([first = '', ...rest]: readonly string[]): readonly string[] => [`  - ${first}`, ...indent(rest, 4)];

function stumbles({ progress, lang }: State, inside: readonly Graded[]): readonly string[] {
  const all = inside.flatMap(({ report }) =>
    (progress.get(report.id)?.stumbles ?? []).map((stumble) => ({ stumble, number: report.number })),
  );
  return [...all]
    .sort((a, b) => b.stumble.times - a.stumble.times)
    .slice(0, most)
    .map(({ stumble, number }) => sayStumble(stumble, number, lang));
}

function sayStumble({ id, times, about }: Stumble, number: number, lang: State['lang']): string {
  const exercise = String(number).padStart(2, '0');
  const what = about?.[lang] ?? catalogue.get(id)?.about.title[lang] ?? id;
  return fill(stumbled, { exercise, times, what: safe(what) }, lang);
}

/** Exercises whose solution was shown, or that took many hints: worth doing again from the start. */
function leaned({ progress, lang }: State, inside: readonly Graded[]): readonly string[] {
  const again = inside.filter(({ report }) => {
    const kept = progress.get(report.id);
    return kept?.solutionSeen !== undefined || (kept?.hints.length ?? 0) >= manyHints;
  });
  if (again.length === 0) return [];
  return [
    fill(
      doAgain,
      { exercises: again.map(({ report }) => String(report.number).padStart(2, '0')), count: again.length },
      lang,
    ),
  ];
}

const moduleDone: Text = {
  es: 'Módulo terminado: {title}. Para repasar:',
  en: 'Module finished: {title}. To look at again:',
};
const noStumbles: Text = {
  es: 'nada: no has tropezado en ningún ejercicio.',
  en: 'nothing: you stumbled in no exercise.',
};
const stumbled: Text = {
  es: '{exercise}: {what} ({times} {times:vez|veces})',
  en: '{exercise}: {what} ({times} {times:time|times})',
};
const doAgain: Text = {
  es: '{count:el ejercicio|los ejercicios} {exercises}, de nuevo y sin ayuda (`r` empieza de cero y guarda una copia)',
  en: '{count:exercise|exercises} {exercises}, again and without help (`r` starts over and keeps a copy)',
};
