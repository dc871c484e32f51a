import type { Finding } from '../../core/finding.ts';
import { fill } from '../../core/messages.ts';
import type { CheckResult, Report } from '../../core/report.ts';
import type { Text } from '../../core/text.ts';
import { briefLines, findingLines } from '../../render/terminal/finding.ts';
import { pageLines } from '../../render/terminal/page.ts';
import { plain } from '../../render/terminal/palette.ts';
import { pointsShort } from '../../render/terminal/points.ts';
import { checkAside, checkMark, statusStyle, verdictLines } from '../../render/terminal/report.ts';
import { indent, type Screen, say } from '../../render/terminal/screen.ts';
import { alsoWorthKnowing, lookHere, moreFindings, whatHappened } from '../../render/terminal/sentences.ts';
import { traceLines } from '../../render/terminal/trace.ts';
import { padEnd, widthOf } from '../../render/terminal/width.ts';
import { sentence, wrap } from '../../render/terminal/wrap.ts';
import type { Graded } from '../grading.ts';
import { firstWords, oneAlternative } from './explanation.ts';
import { screenOf } from './look.ts';
import { adviceOn, isBlank, reasonsOf } from './reasons.ts';
import { moduleReview } from './review.ts';
import type { State } from './state.ts';

/** Checks that take more lines than this are folded: those that pass become one line. */
const mostLines = 7;
/** Findings of a check in full; the others in brief. */
const inFull = 3;
const inBrief = 6;
const mostAdvice = 3;
/** Decisions that a folded trace shows: the last ones, which decided. */
const tail = 2;

/** What the last save gave: every check, and why each that failed did. */
export function resultLines(state: State, graded: Graded): readonly string[] {
  const screen = screenOf(state, graded);
  const { report } = graded;
  const verdict = verdictLines(report, screen).map(statusStyle(screen.palette, report.status));
  const checks = checksBlock(report, screen);
  if (report.status === 'pass') {
    return [
      ...passed(state, graded, screen, verdict),
      '',
      ...checks,
      ...leftOpen(report, screen),
      ...advice(graded, screen),
    ];
  }
  return [...checks, '', ...failures(report, screen), ...advice(graded, screen), ...verdict];
}

function checksBlock({ checks }: Report, screen: Screen): readonly string[] {
  const fine = checks.filter(({ status }) => status === 'pass');
  const folds = checks.length > mostLines && fine.length > 1;
  const shown = folds ? checks.filter(({ status }) => status !== 'pass') : checks;
  const width = Math.max(0, ...shown.map(({ title }) => widthOf(named(title[screen.lang]))));
  const line = fill(allFine, { count: fine.length }, screen.lang);
  const { good } = screen.palette;
  return [...(folds ? [`${good('✓')} ${line}`] : []), ...shown.flatMap((check) => checkLines(check, width, screen))];
}

/** A check on one line; on more where its title and what it got do not fit beside each other. */
function checkLines(check: CheckResult, width: number, screen: Screen): readonly string[] {
  const { palette } = screen;
  const aside = checkAside(check, screen, pointsShort);
  const title = named(check.title[screen.lang]);
  const room = screen.width - 2 - (aside === '' ? 0 : widthOf(aside) + 2);
  const [last = '', ...before] = [...wrap(title, Math.max(20, room), titlePalette)].reverse();
  const column = Math.min(width, Math.max(20, room));
  return [...before.reverse(), `${padEnd(last, column)}  ${palette.faint(aside)}`.trimEnd()].map(
    (line, index) => `${index === 0 ? checkMark(check, palette) : ' '} ${line}`,
  );
}

/** A title is measured before it is shown, so its code keeps the backticks. */
const titlePalette = plain;
const named = (title: string): string => sentence(title, titlePalette);

/** Why each check failed, one after another, each under its title. */
function failures({ checks }: Report, screen: Screen): readonly string[] {
  return checks.flatMap((check) => {
    const reasons = reasonsOf(check);
    const [telling, blank] = [reasons.filter((one) => !isBlank(one)), reasons.filter(isBlank)];
    if (telling.length === 0 && blank.length === 0) return ownProof(check, screen);
    const full = telling.slice(0, inFull).map((found) => folded(found, screen));
    const brief = [...telling.slice(inFull), ...blank].slice(0, inBrief).map((found) => briefLines(found, screen));
    const left = reasons.length - full.length - brief.length;
    const more = left > 0 ? [screen.palette.faint(say(screen, moreFindings, { count: left })), ''] : [];
    const whole = full.flatMap((lines) => [...lines, '']);
    return [
      ...titleLines(check, screen),
      ...whole,
      ...brief.flat(),
      ...(brief.length > 0 ? [''] : []),
      ...more,
      ...ownProof(check, screen),
    ];
  });
}

function titleLines({ title, status }: CheckResult, screen: Screen): readonly string[] {
  const style = status === 'fail' ? screen.palette.error : screen.palette.warning;
  return wrap(title[screen.lang], screen.width - 3, screen.palette).map(
    (line, index) => `${index === 0 ? style(status === 'fail' ? '✗' : '?') : ' '} ${screen.palette.strong(line)}`,
  );
}

/** A finding with the end of its proof; all of it is one key away. */
function folded(found: Finding, screen: Screen): readonly string[] {
  if (screen.reveal && found.answer) return findingLines(found, screen);
  const { because, ...bare } = found;
  const lines = findingLines(bare, screen);
  if (!because || because.hops.length === 0) return lines;
  const narrower = { ...screen, width: screen.width - 2 };
  const title = say(screen, found.answer ? lookHere : whatHappened);
  if (because.hops.length <= tail + 1)
    return [...lines, '', screen.palette.strong(title), ...indent(traceLines(because, narrower), 2)];
  const key = fill(wholeTrace, { count: because.hops.length }, screen.lang);
  return [
    ...lines,
    '',
    `${screen.palette.strong(title)}  ${screen.palette.faint(key)}`,
    ...indent(traceLines(because, narrower, { tail }), 2),
  ];
}

/** The run of a failed check whose findings carry none. */
function ownProof({ status, trace, findings }: CheckResult, screen: Screen): readonly string[] {
  if (status !== 'fail' || !trace || trace.hops.length === 0 || findings.some(({ because }) => because)) return [];
  const key = fill(wholeTrace, { count: trace.hops.length }, screen.lang);
  return [
    `${screen.palette.strong(say(screen, whatHappened))}  ${screen.palette.faint(key)}`,
    ...indent(traceLines(trace, { ...screen, width: screen.width - 2 }, { tail }), 2),
    '',
  ];
}

/** What a passed exercise lacks to be whole. */
function leftOpen(report: Report, screen: Screen): readonly string[] {
  const open = failures(report, screen);
  return open.length > 0 ? ['', ...open] : [];
}

function advice({ report, opened }: Graded, screen: Screen): readonly string[] {
  const files = (opened.exercise?.spec.answers ?? []).map(({ file }) => file);
  const found = adviceOn(report, files);
  if (found.length === 0) return [];
  const shown = found.slice(0, mostAdvice).flatMap((one) => briefLines(one, { ...screen, width: screen.width - 2 }));
  const left = found.length - mostAdvice;
  const more = left > 0 ? [screen.palette.faint(say(screen, moreFindings, { count: left }))] : [];
  return ['', screen.palette.strong(say(screen, alsoWorthKnowing)), ...indent([...shown, ...more], 2), ''];
}

/** A word of praise, why it works, another way, and what to look at again where a module ends. */
function passed(state: State, graded: Graded, screen: Screen, verdict: readonly string[]): readonly string[] {
  const { palette, lang, width } = screen;
  const { prose } = state;
  const known = prose && prose.folder === graded.opened.folder.name ? prose : undefined;
  const why = known ? pageLines(firstWords(known.explanation), palette, width) : [];
  const other = known ? oneAlternative(known.explanation) : undefined;
  const tries = state.progress.get(graded.report.id)?.attempts ?? 0;
  const cheer =
    state.celebrates && tries > 0
      ? [palette.faint(fill(tries === 1 ? firstTry : laterTry, { count: tries }, lang))]
      : [];
  const block = (title: Text, lines: readonly string[]) =>
    lines.length > 0 ? ['', palette.strong(title[lang]), ...lines] : [];
  return [
    ...verdict.map((line, index) => (index === 0 ? `${palette.good('★')} ${line}` : line)),
    ...cheer,
    ...block(whyItWorks, why),
    ...block(anotherWay, other === undefined ? [] : pageLines(other, palette, width)),
    ...moduleReview(state, graded),
    ...(known?.explanation ? ['', ...wrap(wholeExplanation[lang], width, palette).map(palette.faint)] : []),
  ];
}

const allFine: Text = { es: '{count} comprobaciones bien', en: '{count} checks passed' };
const wholeTrace: Text = { es: 't: los {count} pasos', en: 't: all {count} steps' };
const firstTry: Text = { es: 'A la primera.', en: 'At the first try.' };
const laterTry: Text = { es: 'Al intento {count}.', en: 'At try {count}.' };
const whyItWorks: Text = { es: 'Por qué', en: 'Why' };
const anotherWay: Text = { es: 'Otra manera', en: 'Another way' };
const wholeExplanation: Text = {
  es: 's: la solución de referencia y toda la explicación',
  en: 's: the reference solution and the whole explanation',
};
