import { continued } from '../../../graders/continued.ts';
import { grade } from '../../../graders/index.ts';
import { type ExerciseJson, exerciseJson } from '../../../graders/render/json.ts';
import type { JudgeQuestion } from '../../shared/class-data.ts';

/** Findings of a check and characters of one that a teacher reads, at most. */
const mostFindings = 12;
const mostCharacters = 1500;

/** Grades an answer, and keeps of the report what the page of a class shows. */
export function judge({ exercise, answers, earlier, lang }: Omit<JudgeQuestion, 'id'>): ExerciseJson {
  const whole = continued(exercise, earlier);
  const texts = new Map([...whole.given, ...answers].map(({ path, text }) => [path, text]));
  const report = exerciseJson(grade(whole, answers), (path) => texts.get(path) ?? '', lang);
  const checks = report.checks.map(({ trace: _trace, ...check }) => ({
    ...check,
    findings: check.findings.slice(0, mostFindings).map(({ because: _because, data: _data, message, ...found }) => ({
      ...found,
      data: {},
      message: message.length > mostCharacters ? `${message.slice(0, mostCharacters)} …` : message,
    })),
  }));
  return { ...report, checks };
}
