import { type Finding, finding } from '../../core/finding.ts';
import { memo } from '../../core/memo.ts';
import type { Trace } from '../../core/trace.ts';
import type { Step } from '../../lab/terminal/index.ts';
import { checkKind, type Verdict } from '../check.ts';
import { beyond, goal, order, unread, unverified } from './findings.ts';
import { type Missed, missedBy } from './goals.ts';
import type { Goal, Params } from './params.ts';
import { firstLine, lineSpan, type Played, play, transcriptOf } from './play.ts';

export default checkKind<Params>({
  kind: 'commands',
  title: { es: 'Las órdenes llevan a donde se pide', en: 'The commands lead where they should' },
  check: (params, submission) => play(params, submission, (played) => judged(played)(params)),
});

/** What was found out about a run holds as long as the run does. */
const judged = memo((played: Played) => memo((params: Params): Verdict => judge(params, played)));

function judge({ ends, goals = [] }: Params, played: Played): Verdict {
  const trace = transcriptOf(played);
  const { end, source, steps } = played;
  const whole = { path: source.path, from: 0, to: source.text.length };
  if (end.how === 'unread') return { findings: [finding(beyond, 'language', whole, {})], status: 'review', trace };
  if (end.how === 'no-script') return { findings: [finding(unread, 'syntax', whole, {})], trace };
  const findings = goals.flatMap((wanted): readonly Finding[] => {
    const missed = missedBy(wanted, played);
    return missed ? [said(wanted, missed, played, trace)] : [];
  });
  if (ends || findings.length > 0) findings.push(...cut(played));
  const unknown = steps.find((step) => step.beyond);
  if (findings.length > 0 && unknown?.beyond) {
    const at = lineSpan(source, unknown.line);
    return { findings: [finding(beyond, 'command', at, { why: unknown.beyond })], status: 'review', trace };
  }
  return { findings, trace };
}

/** Why the script did not come to its end. */
function cut({ end, source }: Played): readonly Finding[] {
  if (end.how === 'stays')
    return [finding(unread, 'stays', lineSpan(source, end.line), { command: firstLine(end.command) })];
  if (end.how === 'spent') return [finding(unread, 'spent', lineSpan(source, end.line), {})];
  return [];
}

function said({ text }: Goal, missed: Missed, played: Played, trace: Trace): Finding {
  const { source, steps } = played;
  const failed = steps.find((step) => isTelling(step, source.text));
  const last = steps.at(-1);
  const at = failed
    ? lineSpan(source, failed.line)
    : last
      ? lineSpan(source, last.line)
      : { path: source.path, from: 0, to: Math.min(1, source.text.length) };
  switch (missed.why) {
    case 'state': {
      const data = { goal: text, found: missed.found };
      if (!failed) return finding(goal, 'missed', at, data, trace);
      return finding(goal, 'missedAfter', at, { ...data, ...failureOf(failed) }, trace);
    }
    case 'order':
      return finding(order, 'wrong', at, { goal: text }, trace);
    case 'never':
      return failed
        ? finding(unverified, 'neverAfter', at, { goal: text, ...failureOf(failed) }, trace)
        : finding(unverified, 'never', at, { goal: text }, trace);
    case 'early':
      return finding(unverified, 'early', at, { goal: text }, trace);
    case 'in-vain':
      return finding(unverified, 'inVain', at, { goal: text, said: missed.said }, trace);
    case 'beside':
      return finding(unverified, 'beside', at, { goal: text, said: missed.said }, trace);
  }
}

/** A command that failed, and not one whose failure the script asks for. */
function isTelling({ exit, command, line }: Step, text: string): boolean {
  if (exit === 0 || /^(?:\[|test\b|grep\b|!)/.test(command)) return false;
  return !/\|\|/.test(text.split('\n')[line - 1] ?? '');
}

/** What is told of a command that failed: the last that it said, and where it said nothing, the command. */
function failureOf({ exit, output, command }: Step): {
  readonly exit: number;
  readonly said: { es: string; en: string };
} {
  const line = lastLine(output);
  const told = `\`${firstLine(command)}\``;
  return { exit, said: line === '' ? { es: told, en: told } : { es: `«${line}»`, en: `"${line}"` } };
}

function lastLine(output: string): string {
  // What is wrong stands before the usage of the command.
  const before = output.replace(/(^|\n)Usage:[\s\S]*$/, '$1');
  const lines = (before.trim() === '' ? output : before)
    .trim()
    .split('\n')
    .filter(
      (line) =>
        line.trim() !== '' && !/--help' for (?:more information|usage)|^command terminated with exit code/.test(line),
    );
  // What an empty pipe makes a command say is said by the one before it.
  const telling = lines.filter((line) => !/^error: no objects passed to/.test(line));
  return firstLine(telling.at(-1) ?? lines.at(-1) ?? '');
}
