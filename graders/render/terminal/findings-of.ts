import { code } from '../../core/code.ts';
import type { Finding } from '../../core/finding.ts';
import type { CheckResult, Report } from '../../core/report.ts';
import { briefLines, findingLines } from './finding.ts';
import { indent, placeOf, type Screen, say } from './screen.ts';
import { alsoWorthKnowing, blankInLines, blankItems, moreFindings, whatHappened } from './sentences.ts';
import { traceLines } from './trace.ts';
import { wrap } from './wrap.ts';

/** Findings of one check with their code; after them, some in brief. */
const inFull = 3;
const inBrief = 6;
/** Things worth knowing that cost no points. */
const mostAdvice = 4;

/** Why a check failed or awaits a review. What it found besides that stands at the end of the report. */
export function failureLines({ status, findings }: CheckResult, screen: Screen): readonly string[] {
  const reasons = status === 'review' ? findings : findings.filter(isError);
  const [telling, blank] = [reasons.filter((found) => !isBlank(found)), reasons.filter(isBlank)];
  const full = telling.slice(0, inFull).map((found) => findingLines(found, screen));
  const others = telling.slice(inFull);
  const brief = others.slice(0, inBrief).map((found) => briefLines(found, screen));
  return apart([...full, ...brief, ...more(others.length - brief.length, screen), ...blankLines(blank, screen)]);
}

/** What is not answered yet: one question is told as it is asked, several only where they are. */
function blankLines(blank: readonly Finding[], screen: Screen): readonly (readonly string[])[] {
  const [first] = blank;
  if (!first) return [];
  if (blank.length === 1) return [briefLines(first, screen)];
  const places = [...new Set(blank.map(({ at }) => placeOf(screen, at).replace(/:\d+$/, '')))];
  const file = places[0]?.replace(/:\d+$/, '') ?? '';
  const lines = places.map((place) => place.slice(file.length + 1)).filter((line) => line !== '');
  const words = lines.length > 0 ? blankInLines : blankItems;
  const told = say(screen, words, { count: blank.length, file: code(file), places: lines.length, lines });
  return [wrap(told, screen.width, screen.palette).map(screen.palette.faint)];
}

/** The run of a failed check, unless its findings carry their own. */
export function proofLines({ status, trace, findings }: CheckResult, screen: Screen): readonly string[] {
  if (status !== 'fail' || !trace || trace.hops.length === 0 || findings.some(({ because }) => because)) return [];
  return [...(findings.some(isError) ? [''] : []), say(screen, whatHappened), ...indent(traceLines(trace, screen), 2)];
}

/** Warnings of every check, each once; notes too once the exercise passes, when there is time for them. */
export function adviceLines({ status, checks }: Report, screen: Screen): readonly string[] {
  const wanted = ({ severity }: Finding) => severity === 'warning' || (severity === 'info' && status === 'pass');
  const found = checks.filter((check) => check.status !== 'review').flatMap(({ findings }) => findings.filter(wanted));
  const once = [...new Map(found.map((one) => [`${one.id} ${one.at.path} ${one.at.from} ${one.at.to}`, one])).values()];
  if (once.length === 0) return [];
  const shown = once.slice(0, mostAdvice).map((one) => briefLines(one, screen));
  const rest = more(once.length - shown.length, screen);
  return [screen.palette.strong(say(screen, alsoWorthKnowing)), ...indent([...shown, ...rest].flat(), 2), ''];
}

function more(left: number, screen: Screen): readonly (readonly string[])[] {
  return left > 0 ? [[screen.palette.faint(say(screen, moreFindings, { count: left }))]] : [];
}

/** Blocks with a blank line between them. */
function apart(blocks: readonly (readonly string[])[]): readonly string[] {
  return blocks.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

/** There is nothing to look at in the code of what is not answered yet. */
const isBlank = ({ id }: Finding): boolean => id === 'theory/unanswered';

const isError = ({ severity }: Finding): boolean => severity === 'error';
