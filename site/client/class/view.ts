import { answersOf } from '../../../graders/classroom/export/told.ts';
import { totalOf, worthOf } from '../../../graders/classroom/export/worth.ts';
import { checkFigures, misconceptions } from '../../../graders/classroom/report/figures.ts';
import type { ClassExercise, ClassResults, GradedSubmission } from '../../../graders/classroom/results.ts';
import { fill } from '../../../graders/core/messages.ts';
import { own } from '../../../graders/core/own.ts';
import { isUntouched } from '../../../graders/core/report.ts';
import type { Text } from '../../../graders/index.ts';
import type { ExerciseJson } from '../../../graders/render/json.ts';
import type { ClassData } from '../../shared/class-data.ts';
import { classWords } from '../../shared/class-words.ts';
import { exerciseHref, findingHref } from '../../shared/href.ts';
import { button, element, withCode } from '../element.ts';
import { currentLang, say } from '../lang.ts';
import { walkWithArrows } from '../picture/roving.ts';

/** Rows of what fails most and of what is misunderstood. */
const most = 12;

const marks: Readonly<Record<ExerciseJson['status'], string>> = {
  pass: '✓',
  fail: '✗',
  review: '?',
  error: '!',
  pending: '·',
};

const legends: Readonly<Record<ExerciseJson['status'], Text>> = {
  pass: classWords.legendPass,
  fail: classWords.legendFail,
  review: classWords.legendReview,
  error: classWords.legendError,
  pending: classWords.legendPending,
};

/** What a class did: who, what fails most, and what to teach again. Every word of a student goes in as text. */
export function classView(results: ClassResults, data: Pick<ClassData, 'lessons'>): readonly HTMLElement[] {
  return [tallies(results), matrix(results), failing(results), mistaken(results, data)];
}

function tallies({ submissions }: ClassResults): HTMLElement {
  const reports = submissions.flatMap(({ exercises }) => exercises.map(({ report }) => report));
  const count = (status: ExerciseJson['status']) => reports.filter((report) => report.status === status).length;
  const shown: readonly (readonly [number, Text])[] = [
    [submissions.length, classWords.submissions],
    [reports.filter((report) => !isUntouched(report)).length, classWords.answered],
    [count('pass'), classWords.passed],
    [count('review'), classWords.waiting],
    [count('error'), classWords.unreadable],
  ];
  const items = shown.map(([n, text]) =>
    element('li', {}, element('b', {}, number(n)), ' ', element('span', {}, say(text))),
  );
  return element('ul', { class: 'tallies' }, ...items);
}

function section(title: Text, ...inside: readonly (HTMLElement | false)[]): HTMLElement {
  return element('section', {}, element('h2', {}, say(title)), ...inside);
}

function matrix(results: ClassResults): HTMLElement {
  const said = element('div', { class: 'class-said', role: 'status' });
  const heads = results.exercises.map((exercise) =>
    element('th', { scope: 'col' }, element('abbr', { title: titleOf(exercise) }, String(exercise.number))),
  );
  const rows = results.submissions.map((submission) => row(submission, results, said));
  const table = element(
    'table',
    { class: 'class-table', 'aria-label': say(classWords.table) },
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        element('th', { scope: 'col' }, say(classWords.student)),
        ...heads,
        element('th', { scope: 'col' }, say(classWords.total)),
      ),
    ),
    element('tbody', {}, ...rows),
  );
  walkWithArrows(table);
  return section(
    classWords.matrix,
    element('p', { class: 'muted' }, say(classWords.matrixHint)),
    element(
      'p',
      { class: 'class-legend' },
      ...Object.values(legends).flatMap((text) => [element('span', {}, say(text)), ' ']),
    ),
    element('div', { class: 'table' }, table),
    said,
  );
}

function row(submission: GradedSubmission, results: ClassResults, said: HTMLElement): HTMLTableRowElement {
  const cells = answersOf(results, submission).map((one) => {
    const { exercise, answer } = one;
    const { report } = answer;
    if (isUntouched(report)) {
      return element('td', {}, element('span', { 'aria-hidden': 'true' }, '·'), hidden(say(classWords.untouched)));
    }
    const { min, max } = worthOf(one);
    const points = report.status === 'error' ? '' : ` ${range(min, max)}`;
    const press = button(
      `${marks[report.status]}${points}`,
      () => {
        for (const other of said.parentElement?.querySelectorAll('[aria-pressed="true"]') ?? []) {
          other.setAttribute('aria-pressed', 'false');
        }
        press.setAttribute('aria-pressed', 'true');
        said.replaceChildren(...details(submission, exercise, report));
      },
      `mark mark--${report.status}`,
    );
    press.setAttribute('aria-pressed', 'false');
    press.setAttribute('aria-label', `${submission.id}, ${titleOf(exercise)}: ${legendOf(report.status)}${points}`);
    return element('td', {}, press);
  });
  const { min, max, of } = totalOf(results, submission);
  const total = element('td', { class: 'class-total' }, `${range(min, max)} / ${number(of)}`);
  return element('tr', {}, element('th', { scope: 'row' }, submission.id), ...cells, total);
}

const legendOf = (status: ExerciseJson['status']): string => say(legends[status]).replace(/^\S+ /, '');

const hidden = (text: string): HTMLElement => element('span', { class: 'visually-hidden' }, text);

function details({ id }: GradedSubmission, exercise: ClassExercise, report: ExerciseJson): readonly HTMLElement[] {
  const titles = new Map(exercise.checks.map((check) => [check.id, check.title]));
  const wrong = report.checks.filter(({ status }) => status === 'fail' || status === 'review');
  const items = wrong.map(({ id: check, status, findings }) =>
    element(
      'li',
      {},
      element('strong', {}, `${marks[status === 'fail' ? 'fail' : 'review']} `, withCode(textOf(titles.get(check)))),
      element('ul', {}, ...findings.map((found) => element('li', {}, ...sentence(found)))),
    ),
  );
  return [
    element('h3', {}, `${id} · `, element('a', { href: exerciseHref(exercise.folder) }, titleOf(exercise))),
    report.status === 'error'
      ? element('p', {}, say(classWords.notGraded))
      : items.length > 0
        ? element('ul', { class: 'class-wrong' }, ...items)
        : element('p', {}, say(classWords.allPass)),
  ];
}

function sentence({ id, message }: { readonly id: string; readonly message: string }): readonly Node[] {
  return [
    withCode(message),
    document.createTextNode(' '),
    element('a', { href: findingHref(id) }, say(classWords.why)),
  ];
}

function failing(results: ClassResults): HTMLElement {
  const figures = checkFigures(results).filter(({ failed }) => failed.length > 0);
  const lang = currentLang();
  const items = figures.slice(0, most).map(({ exercise, check, failed, asked, commonest }) =>
    element(
      'li',
      {},
      element('h3', {}, withCode(textOf(check.title))),
      element(
        'p',
        { class: 'muted' },
        element('a', { href: exerciseHref(exercise.folder) }, titleOf(exercise)),
        ` · ${fill(classWords.failedOf, { n: failed.length, of: asked }, lang)}`,
      ),
      element('meter', {
        ...{ min: '0', max: String(asked), value: String(failed.length) },
        // The more fail, the worse.
        ...{ low: String(asked * 0.2), high: String(asked * 0.5), optimum: '0' },
        'aria-label': fill(classWords.failedOf, { n: failed.length, of: asked }, lang),
      }),
      commonest &&
        element(
          'p',
          {},
          `${fill(classWords.commonestIs, { n: commonest.count }, lang)} `,
          ...sentence(commonest.example.found),
        ),
      people(failed),
    ),
  );
  return section(
    classWords.failedChecks,
    items.length > 0 ? element('ol', { class: 'ranking' }, ...items) : element('p', {}, say(classWords.nothingFails)),
  );
}

function mistaken(results: ClassResults, { lessons }: Pick<ClassData, 'lessons'>): HTMLElement {
  const lang = currentLang();
  const items = misconceptions(results)
    .slice(0, most)
    .map(({ exercise, id, message, submissions }) => {
      const lesson = own(lessons, exercise.id);
      const told = lesson && fill(classWords.lesson, { title: lesson.title[lang] }, lang);
      return element(
        'li',
        {},
        element('h3', {}, ...sentence({ id, message })),
        element(
          'p',
          { class: 'muted' },
          element('a', { href: exerciseHref(exercise.folder) }, titleOf(exercise)),
          ` · ${fill(classWords.byHowMany, { n: submissions.length }, lang)}`,
        ),
        lesson && told !== undefined && element('p', {}, element('a', { href: lesson.href }, told)),
        people(submissions),
      );
    });
  const { misconceptions: title, misconceptionsNote, noMisconceptions } = classWords;
  return section(
    title,
    element('p', {}, say(items.length > 0 ? misconceptionsNote : noMisconceptions)),
    items.length > 0 && element('ol', { class: 'ranking' }, ...items),
  );
}

function people(ids: readonly string[]): HTMLElement {
  return element('details', {}, element('summary', {}, say(classWords.who)), element('p', {}, ids.join(', ')));
}

const titleOf = ({ number: at, title }: ClassExercise): string => `${at}. ${say(title)}`;
const textOf = (text: Text | undefined): string => (text ? say(text) : '');
const number = (value: number): string => value.toLocaleString(currentLang());
const range = (min: number, max: number): string => (min === max ? number(min) : `${number(min)}–${number(max)}`);
