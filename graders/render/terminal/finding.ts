import { answerOf, type Finding, type Severity } from '../../core/finding.ts';
import type { Text } from '../../core/text.ts';
import { sayFinding } from '../words.ts';
import { codeFrame } from './frame.ts';
import type { Palette, Style } from './palette.ts';
import { safe } from './safe.ts';
import { indent, placeOf, type Screen, say } from './screen.ts';
import { lookHere, severities, whatHappened } from './sentences.ts';
import { traceLines } from './trace.ts';
import { wrap } from './wrap.ts';

/** A finding as a person reads it: the sentence, the place, the line underlined, and the proof. */
export function findingLines(found: Finding, screen: Screen): readonly string[] {
  const { palette } = screen;
  const text = screen.textOf(found.at.path);
  const mark = styleOf(palette, found.severity);
  const frame = text === undefined ? [] : codeFrame(text, found.at, { palette, width: screen.width - 2, mark });
  return [
    ...headLines(found, screen),
    ...(frame.length > 0 ? ['', ...indent(frame, 2)] : []),
    ...(screen.reveal && found.answer ? answerLines(found, screen) : proof(found, lookHere, screen)),
  ];
}

/** The sentence of a finding, and where it holds. */
export function headLines(found: Finding, screen: Screen): readonly string[] {
  const { palette } = screen;
  const label = say(screen, severities[found.severity]);
  const margin = label.length + 2;
  const [first = '', ...rest] = wrap(sayFinding(found, screen.lang), Math.max(30, screen.width - margin), palette);
  return [
    `${styleOf(palette, found.severity)(label)}  ${first}`,
    ...indent(rest, margin),
    ' '.repeat(margin) + palette.faint(`${placeOf(screen, found.at)}  ${safe(found.id)}`),
  ];
}

/** The trace of a finding; one that holds its result back shows the way to it. */
function proof({ because, answer }: Finding, title: Text, screen: Screen): readonly string[] {
  if (!because) return [];
  return [
    '',
    screen.palette.strong(say(screen, answer ? title : whatHappened)),
    ...indent(traceLines(because, screen), 2),
  ];
}

/** The result that was held back, and its proof. */
function answerLines(found: Finding, screen: Screen): readonly string[] {
  const answer = answerOf(found);
  if (!answer) return [];
  return [
    '',
    ...wrap(sayFinding(answer, screen.lang), screen.width, screen.palette),
    ...proof(answer, whatHappened, screen),
  ];
}

/** A finding without its code, for those that are worth knowing and not what went wrong. */
export function briefLines(found: Finding, screen: Screen): readonly string[] {
  const label = say(screen, severities[found.severity]);
  const margin = label.length + 2;
  const place = `${placeOf(screen, found.at)}  ${safe(found.id)}`;
  const room = Math.max(30, screen.width - margin);
  const [first = '', ...rest] = wrap(sayFinding(found, screen.lang), room, screen.palette, place);
  return [`${styleOf(screen.palette, found.severity)(label)}  ${first}`, ...indent(rest, margin)];
}

export function styleOf(palette: Palette, severity: Severity): Style {
  return palette[severity];
}
