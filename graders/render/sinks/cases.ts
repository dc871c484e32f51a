import { fill } from '../../core/messages.ts';
import { type CheckStatus, isUntouched, type Points } from '../../core/report.ts';
import type { Lang, Text } from '../../core/text.ts';
import type { CheckResultJson, FindingJson } from '../finding-json.ts';
import { safe } from '../terminal/safe.ts';
import { mostOf, type Told } from '../told.ts';

/** One check as a list of tests shows it. */
export interface Case {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  /** `error`: the exercise could not be graded. */
  readonly status: CheckStatus | 'error';
  readonly points: Points;
  /** What explains the status. */
  readonly findings: readonly FindingJson[];
  /** The same as plain lines, safe to show; empty for what passed. */
  readonly message: string;
}

/** The checks of an exercise, also those of one that nobody has answered. */
export function casesOf(told: Told, lang: Lang): readonly Case[] {
  const { report, checks } = told;
  if (isUntouched(report)) {
    return checks.map(({ id, title, of }) => ({
      ...{ id, kind: 'pending', title: safe(title), status: 'pending' as const },
      ...{ points: { min: 0, max: 0, of }, findings: [], message: pending[lang] },
    }));
  }
  const titles = new Map(checks.map(({ id, title }) => [id, title]));
  return report.checks.map((check) => {
    const status = report.status === 'error' ? 'error' : check.status;
    const points = status === 'error' ? { min: 0, max: mostOf(told), of: mostOf(told) } : check.points;
    const findings = tellingOf(check);
    const title = safe(titles.get(check.id) ?? told.title);
    const message = [leadOf(status, points, lang), ...linesOf(check, findings, told)].filter((line) => line !== '');
    return { id: check.id, kind: check.kind, title, status, points, findings, message: message.join('\n') };
  });
}

/** For formats that know three results: what waits for a person is not wrong, and what is not answered is not right. */
export function resultOf({ status }: Case): 'pass' | 'fail' | 'error' {
  if (status === 'error') return 'error';
  return status === 'pass' || status === 'review' ? 'pass' : 'fail';
}

/** `path:line:column: sentence [id]`. */
function findingLine({ path, range, message, id }: FindingJson, shownPath: Told['shownPath']): string {
  return safe(`${shownPath(path)}:${range.start.line}:${range.start.column}: ${message} [${id}]`);
}

function tellingOf({ status, findings }: CheckResultJson): readonly FindingJson[] {
  if (status === 'review') return findings;
  return status === 'fail' ? findings.filter(({ severity }) => severity === 'error') : [];
}

function linesOf({ status, trace }: CheckResultJson, findings: readonly FindingJson[], told: Told): readonly string[] {
  if (findings.length > 0) return findings.map((found) => findingLine(found, told.shownPath));
  // A run that tells the story by itself.
  return status === 'fail' ? (trace?.hops ?? []).map(({ detail }) => safe(detail)) : [];
}

function leadOf(status: Case['status'], { min, max, of }: Points, lang: Lang): string {
  if (status === 'review') return fill(review, { min, max, of }, lang);
  if (status === 'skipped') return skipped[lang];
  if (status === 'pending') return pending[lang];
  return status === 'error' ? ungraded[lang] : '';
}

const pending: Text = { es: 'Sin responder todavía.', en: 'Not answered yet.' };
const skipped: Text = {
  es: 'Sin comprobar: depende de otra comprobación que aún no sale bien.',
  en: 'Not checked: it rests on another check that does not pass yet.',
};
const review: Text = {
  es: 'Por revisar: una persona tiene que leer esta parte, que no cuenta como error. Vale entre {min} y {max} de {of} {of:punto|puntos}.',
  en: 'To review: a person has to read this part, which does not count as wrong. It is worth between {min} and {max} of {of} {of:point|points}.',
};
const ungraded: Text = { es: 'No se ha podido corregir.', en: 'It could not be graded.' };

/** Cuts a text to a length in UTF-16 units, in the middle of no character, and says so. */
export function cut(text: string, most: number, lang: Lang): string {
  if (text.length <= most) return text;
  const note = `\n${shortened[lang]}`;
  const kept = text.slice(0, most - note.length);
  return (/[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept) + note;
}

const shortened: Text = { es: '… (recortado)', en: '… (cut short)' };
