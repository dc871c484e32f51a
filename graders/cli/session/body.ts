import { fill } from '../../core/messages.ts';
import { isUntouched } from '../../core/report.ts';
import type { Text } from '../../core/text.ts';
import { catalogue } from '../../render/catalogue.ts';
import { pageLines } from '../../render/terminal/page.ts';
import { safe } from '../../render/terminal/safe.ts';
import { indent } from '../../render/terminal/screen.ts';
import { traceLines } from '../../render/terminal/trace.ts';
import { sentence, wrap } from '../../render/terminal/wrap.ts';
import { sayFinding } from '../../render/words.ts';
import type { Graded } from '../grading.ts';
import { diffLines } from './diff.ts';
import { footerLines } from './footer.ts';
import { headerLines } from './header.ts';
import { keyLines } from './keys-page.ts';
import { listLines } from './list.ts';
import { answerPaths, screenOf } from './look.ts';
import { tracesOf } from './reasons.ts';
import { resultLines } from './result.ts';
import { currentOf, type State } from './state.ts';

/** A terminal smaller than this gets a screen of this many rows all the same. */
const fewestRows = 6;

/** Rows that are left for the body between header and footer, one of them for the line between. */
export function roomFor(state: State): number {
  return Math.max(fewestRows, state.size.rows - headerLines(state).length - footerLines(state).length - 1);
}

export const bodyHeight = (state: State): number => bodyLines(state).length;

/** All that a panel has to show, however long. */
export function bodyLines(state: State): readonly string[] {
  const graded = currentOf(state);
  if (state.panel.kind === 'list') return listLines(state);
  if (state.panel.kind === 'keys') return keyLines(state);
  return graded ? exerciseBody(state, graded) : [noExercise[state.lang]];
}

function exerciseBody(state: State, graded: Graded): readonly string[] {
  const { panel } = state;
  switch (panel.kind) {
    case 'statement':
      return statementLines(state);
    case 'hints':
      return hintsLines(state, graded);
    case 'trace':
      return tracesLines(state, graded);
    case 'diff':
      return diffLines(graded, screenOf(state, graded));
    case 'solution':
      return solutionLines(state);
    case 'finding':
      return findingPage(state, panel.id, panel.markdown);
    default:
      return isUntouched(graded.report) ? firstSteps(state, graded) : resultLines(state, graded);
  }
}

/** What to do with an exercise that was not begun: read, edit, save. The statement stands below. */
function firstSteps(state: State, graded: Graded): readonly string[] {
  const { lang, look } = state;
  const { palette, width } = screenOf(state, graded);
  const files = answerPaths(state, graded).map((path) => `\`${path}\``);
  const read = look.draws ? readIt : readOn;
  const steps = [fill(read, {}, lang), fill(editIt, { files, count: files.length }, lang), fill(saveIt, {}, lang)];
  const lines = steps.flatMap((step, index) => {
    const [first = '', ...rest] = wrap(step, width - 5, palette);
    return [`  ${index + 1}. ${first}`, ...indent(rest, 5)];
  });
  const statement = statementLines(state);
  return [palette.strong(toDo[lang]), ...lines, ...(statement.length > 0 ? ['', ...statement] : [])];
}

function statementLines(state: State): readonly string[] {
  const { palette, width } = screenOf(state);
  return pageLines((state.prose?.statement ?? '').replace(/^# .*\n+/, ''), palette, width);
}

/** The hints that were asked for, in the order in which they were given. */
function hintsLines(state: State, { report, opened }: Graded): readonly string[] {
  const { lang, progress } = state;
  const { palette, width } = screenOf(state);
  const hints = opened.exercise?.spec.hints ?? [];
  const shown = (progress.get(report.id)?.hints ?? []).filter((number) => hints[number - 1]);
  if (hints.length === 0) return [noHints[lang]];
  return shown.flatMap((number, index) => [
    ...(index > 0 ? [''] : []),
    palette.strong(fill(hintOf, { place: index + 1, count: hints.length }, lang)),
    ...pageLines(hints[number - 1]?.[lang] ?? '', palette, width),
  ]);
}

function tracesLines(state: State, graded: Graded): readonly string[] {
  const screen = screenOf(state, graded);
  const told = tracesOf(graded.report);
  if (told.length === 0) return wrap(noTrace[state.lang], screen.width, screen.palette);
  return told.flatMap(({ trace, check, finding }, index) => [
    ...(index > 0 ? [''] : []),
    screen.palette.strong(sentence(check.title[state.lang], screen.palette)),
    ...(finding ? [...wrap(sayFinding(finding, state.lang), screen.width, screen.palette)] : []),
    '',
    ...traceLines(trace, screen, { most: Number.POSITIVE_INFINITY }),
  ]);
}

function solutionLines(state: State): readonly string[] {
  const { prose, lang } = state;
  const { palette, width } = screenOf(state);
  if (!prose || prose.reference.length === 0) return [noSolution[lang]];
  const files = prose.reference.flatMap(({ path, text }) => [
    palette.strong(safe(path)),
    ...text
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => `${palette.faint('│')} ${safe(line.replaceAll('\t', '    ').replace(/\r$/, ''))}`),
    '',
  ]);
  return [...wrap(oneOfMany[lang], width, palette), '', ...files, ...pageLines(prose.explanation, palette, width)];
}

function findingPage(state: State, id: string, markdown: string | undefined): readonly string[] {
  const { palette, width } = screenOf(state);
  const about = catalogue.get(id)?.about;
  const head = [palette.strong(safe(about?.title[state.lang] ?? id)), palette.faint(safe(id)), ''];
  return markdown === undefined ? head : [...head, ...pageLines(markdown.replace(/^# .*\n+/, ''), palette, width)];
}

const noExercise: Text = {
  es: 'No queda ningún ejercicio en este curso.',
  en: 'There is no exercise left in this course.',
};
const toDo: Text = { es: 'Qué hacer ahora', en: 'What to do now' };
const readIt: Text = {
  es: 'Lee el enunciado, aquí debajo (espacio baja) o en la página (tecla `o`).',
  en: 'Read the statement, here below (space scrolls) or in the page (key `o`).',
};
/** Where no key moves the text. */
const readOn: Text = {
  es: 'Lee el enunciado, aquí debajo o en la página (tecla `o`).',
  en: 'Read the statement, here below or in the page (key `o`).',
};
const editIt: Text = {
  es: 'Abre con tu editor, en otra ventana, {files}, y responde.',
  en: 'Open {files} with your editor, in another window, and answer.',
};
const saveIt: Text = {
  es: 'Guarda. Se corrige al momento, aquí y en la página.',
  en: 'Save. It is graded at once, here and in the page.',
};
const noHints: Text = { es: 'Este ejercicio no tiene pistas.', en: 'This exercise has no hints.' };
const hintOf: Text = { es: 'Pista {place} de {count}', en: 'Hint {place} of {count}' };
const noTrace: Text = {
  es: 'Todavía no hay ningún paso que contar: aparecen cuando el laboratorio ejecuta tu respuesta.',
  en: 'There is nothing to follow yet: it appears when the lab runs your answer.',
};
const noSolution: Text = { es: 'Este ejercicio no trae solución.', en: 'This exercise comes without a solution.' };
const oneOfMany: Text = {
  es: 'Una solución entre las posibles: la tuya vale igual si hace lo que se pide.',
  en: 'One solution of those there are: yours is as good if it does what is asked.',
};
