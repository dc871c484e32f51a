import { answerOf } from '../../../graders/core/finding.ts';
import { fill } from '../../../graders/core/messages.ts';
import { own } from '../../../graders/core/own.ts';
import type { Finding } from '../../../graders/index.ts';
import { besideWords, checkWords, severityWords, words } from '../../shared/words.ts';
import { element, withCode } from '../element.ts';
import { sayPoints } from '../exercise/score.ts';
import type { Grader } from '../grader.ts';
import { currentLang, say } from '../lang.ts';
import type { Grading } from './grading.ts';
import type { FormPlaces } from './places.ts';
import type { Section } from './section.ts';

/** Shows what was found beside the controls it is about, and the score of each section. */
export function showResults(
  sections: readonly Section[],
  { report, places, grader, isOurs }: Grading & { readonly places: FormPlaces },
): void {
  for (const section of sections) {
    section.clearNotes();
    const check = report.checks.find(({ id }) => id === section.data.check);
    if (!check) continue;
    section.score(`${say(checkWords[check.status])} · ${sayPoints(check.points)}`, check.status);
    if (check.status === 'skipped' || check.status === 'review' || check.status === 'pending') continue;
    const wrong = new Set<string>();
    for (const finding of check.findings.filter(({ at }) => isOurs(at.path))) {
      const place = places.of(finding.at);
      const field = section.fields.find(({ shape }) => shape.key === place?.field);
      if (field) wrong.add(field.shape.key);
      const kind = kindOf(finding);
      const content = noteOf(finding, grader);
      if (field) field.note(kind, content);
      else if (place?.item !== undefined) section.noteItem(place.item, kind, content);
      else section.note(kind, content);
    }
    for (const field of section.fields) {
      if (wrong.has(field.shape.key) || !field.isAnswered) continue;
      field.note('pass', element('span', { class: 'severity' }, say(words.right)));
    }
  }
}

/** What was left blank is no mistake. */
const kindOf = ({ id, severity }: Finding): string => (id === 'theory/unanswered' ? 'blank' : severity);

function noteOf(found: Finding, grader: Grader): Node {
  const { id, message, data, severity } = found;
  const beside = own(besideWords, `${id}/${message}`);
  const sentence = beside ? fill(beside, data, currentLang()) : grader.sayFinding(found, currentLang());
  const kind =
    id === 'theory/unanswered' ? undefined : element('span', { class: 'severity' }, say(severityWords[severity]));
  return element('span', {}, kind, kind && ' ', withCode(sentence), answerNote(found, grader));
}

/** The result that a finding holds back, one press away. */
function answerNote(found: Finding, grader: Grader): HTMLElement | undefined {
  const answer = answerOf(found);
  if (!answer) return undefined;
  const beside = own(besideWords, `${answer.id}/${answer.message}`);
  const sentence = beside ? fill(beside, answer.data, currentLang()) : grader.sayFinding(answer, currentLang());
  return element(
    'details',
    { class: 'answer' },
    element('summary', {}, say(words.reveal)),
    element('span', {}, withCode(sentence)),
  );
}
