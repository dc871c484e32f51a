import { answerOf } from '../../../graders/core/finding.ts';
import { isUntouched } from '../../../graders/core/report.ts';
import type { CheckResult, Finding, Report, Text, Trace } from '../../../graders/index.ts';
import { findingHref } from '../../shared/href.ts';
import { pictureWords } from '../../shared/picture-words.ts';
import { checkWords, severityWords, statusWords, words } from '../../shared/words.ts';
import { button, element, withCode } from '../element.ts';
import type { Grader } from '../grader.ts';
import { currentLang, say } from '../lang.ts';
import type { Places } from './places.ts';
import { sayChecks, sayEnough, sayPassed, sayPoints } from './score.ts';

/** What a link to lines needs. */
export type LinkContext = Pick<ReportContext, 'grader' | 'places' | 'goTo' | 'labelOf'>;

export interface ReportContext {
  readonly grader: Grader;
  readonly places: Places;
  /** Called when the reader follows a link to a line. */
  readonly goTo: (span: Finding['at']) => void;
  /** The hints of a check, shown where it fails. */
  readonly hintsOf: (check: string) => readonly Text[];
  /** Walks through a trace in the picture of the answer; absent where there is none. */
  readonly play?: ((trace: Trace) => void) | undefined;
  /** What such a link says where it leads to a control of the form and not to a line. */
  readonly labelOf: (span: Finding['at']) => string | undefined;
}

/** A report as the page shows it: words first, colour second. Everything a student wrote goes in as text. */
export function reportView(report: Report, context: ReportContext): HTMLElement {
  const view = element(
    'div',
    { class: `report report--${report.status}` },
    verdict(report),
    report.checks.length > 0 &&
      element('ol', { class: 'checks' }, ...report.checks.map((check) => checkView(check, context))),
  );
  // The first proof is in sight at once; the others are one press away.
  view.querySelector<HTMLDetailsElement>('.finding .trace:not(.answer)')?.setAttribute('open', '');
  return view;
}

function verdict(report: Report): HTMLElement {
  const passed = sayPassed(report);
  if (passed !== undefined) return element('p', { class: 'verdict' }, element('strong', {}, passed));
  const untouched = isUntouched(report);
  const enough = untouched ? undefined : sayEnough(report);
  return element(
    'p',
    { class: 'verdict' },
    element('strong', {}, say(untouched ? checkWords.pending : statusWords[report.status])),
    ' ',
    element('span', {}, untouched ? say(words.untouched) : `${sayChecks(report)} · ${sayPoints(report.points)}`),
    enough !== undefined && ' ',
    enough !== undefined && element('span', { class: 'enough' }, enough),
  );
}

function checkView(check: CheckResult, context: ReportContext): HTMLElement {
  const { status, title, points, findings, trace, required } = check;
  return element(
    'li',
    { class: `check check--${status}`, 'data-check': check.id },
    element(
      'div',
      { class: 'check-head' },
      element('span', { class: 'badge' }, say(checkWords[status])),
      element('h3', {}, withCode(title[currentLang()])),
      points.of > 0 && element('span', { class: 'points' }, sayPoints(points)),
      required && status === 'fail' && element('span', { class: 'points' }, say(words.essential)),
    ),
    findings.length > 0 &&
      element('ul', { class: 'findings' }, ...findings.map((finding) => findingView(finding, context))),
    trace && !findings.some(({ because }) => sameTrace(because, trace)) && traceView(trace, say(words.path), context),
    ...(status === 'fail' || status === 'review' ? context.hintsOf(check.id).map(hintView) : []),
  );
}

function hintView(hint: Text): HTMLElement {
  const body = element('p', {}, withCode(hint[currentLang()]));
  return element('details', { class: 'trace hint-here' }, element('summary', {}, say(words.hint)), body);
}

/** A finding often carries the very trace of its check as its proof: it is told once. */
const sameTrace = (a: Trace | undefined, b: Trace): boolean => JSON.stringify(a?.hops) === JSON.stringify(b.hops);

function findingView(finding: Finding, context: ReportContext): HTMLElement {
  const { id, severity, because, answer } = finding;
  return element(
    'li',
    { class: `finding finding--${severity}`, 'data-finding': id },
    element(
      'p',
      { class: 'message' },
      element('span', { class: 'severity' }, say(severityWords[severity])),
      ' ',
      withCode(context.grader.sayFinding(finding, currentLang())),
    ),
    element(
      'p',
      { class: 'links' },
      lineLink(finding.at, context),
      element('a', { href: `../${findingHref(id)}` }, say(words.why)),
    ),
    because && traceView(because, say(answer ? words.lookHere : words.proof), context),
    answerView(finding, context),
  );
}

/** The result that a finding holds back, one press away. */
function answerView(finding: Finding, context: ReportContext): HTMLElement | undefined {
  const answer = answerOf(finding);
  if (!answer) return undefined;
  return element(
    'details',
    { class: 'trace answer' },
    element('summary', {}, say(words.reveal)),
    element('p', {}, withCode(context.grader.sayFinding(answer, currentLang()))),
    answer.because && hopList(answer.because, context),
  );
}

function traceView(trace: Trace, label: string, context: ReportContext): HTMLElement | false {
  if (trace.hops.length === 0) return false;
  const { play } = context;
  return element(
    'details',
    { class: 'trace' },
    element('summary', {}, label),
    hopList(trace, context),
    play && trace.hops.length > 1 && button(say(pictureWords.play), () => play(trace), 'to-picture'),
  );
}

function hopList({ hops }: Trace, context: ReportContext): HTMLElement {
  const items = hops.map((hop) =>
    element(
      'li',
      { 'data-stage': hop.stage },
      element('span', { class: 'hop' }, withCode(context.grader.sayHop(hop, currentLang()))),
      hop.at && ' ',
      hop.at && lineLink(hop.at, context),
    ),
  );
  return element('ol', {}, ...items);
}

export function lineLink(span: Finding['at'], { grader, places, goTo, labelOf }: LinkContext): HTMLElement | false {
  const file = places.find(span.path);
  if (!file) return false;
  const { line } = grader.rangeOf(file.text, span).start;
  const label = labelOf(span) ?? `${file.path}, ${say(words.line)} ${line}`;
  const node = element('button', { type: 'button', class: 'to-line' }, label);
  node.addEventListener('click', () => goTo(span));
  return node;
}
