import { isUntouched, type Report } from '../../core/report.ts';
import type { Text } from '../../core/text.ts';
import { safe } from './safe.ts';
import { type Screen, say } from './screen.ts';
import { afterPass, explainHint, hintHint, next, openAnswer, resetHint, revealHint } from './sentences.ts';
import { padEnd, widthOf } from './width.ts';
import { sentence } from './wrap.ts';

const mostExplained = 3;

/** What to do next, as commands that can be typed as they are. */
export function nextSteps(report: Report, screen: Screen, answers: readonly string[]): readonly string[] {
  const commands = [...commandsFor(report), ...revealFor(report, screen)];
  const width = Math.max(0, ...commands.map(([command]) => widthOf(command)));
  const edit = isUntouched(report) ? answers.map((file) => say(screen, openAnswer, { file })) : [];
  return [
    screen.palette.strong(say(screen, next)),
    ...edit.map((line) => `  ${sentence(line, screen.palette)}`),
    ...commands.map(([command, why]) => `  ${padEnd(command, width)}  ${screen.palette.faint(say(screen, why))}`),
  ];
}

function commandsFor({ status, number, checks }: Report): readonly (readonly [string, Text])[] {
  const explain = explainable(checks).map((id) => [`npx timonel explain ${safe(id)}`, explainHint] as const);
  switch (status) {
    case 'pass':
      return [['npx timonel next', afterPass]];
    case 'error':
      return isAnswersFault(checks) ? [...explain, [`npx timonel reset ${number}`, resetHint]] : explain;
    default:
      return [...explain, [`npx timonel hint ${number}`, hintHint]];
  }
}

/** The results that were held back, for who has thought again. */
function revealFor({ number, checks }: Report, { reveal }: Screen): readonly (readonly [string, Text])[] {
  const held = checks.some(({ findings }) => findings.some(({ answer }) => answer));
  return held && !reveal ? [[`npx timonel grade ${number} --reveal`, revealHint]] : [];
}

function explainable(checks: Report['checks']): readonly string[] {
  const failed = checks.filter(({ status }) => status === 'fail').flatMap(({ findings }) => findings);
  return [...new Set(failed.map(({ id }) => id))].slice(0, mostExplained);
}

/** A file that cannot be read can be restored; an exercise that is broken cannot. */
function isAnswersFault(checks: Report['checks']): boolean {
  return checks.some(({ findings }) => findings.some(({ id }) => id.startsWith('file/')));
}
