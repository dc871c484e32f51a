import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import type { ClassResults } from './results.ts';
import { ResultsText } from './results-text.ts';
import { mixed } from './testing/results.ts';

const { $schema: _, ...schema } = JSON.parse(readFileSync('schemas/class.schema.json', 'utf8'));
const ajv = new Ajv({ strict: false, discriminator: true });
const isResults = ajv.compile(schema);
const isSubmission = ajv.compile({ ...schema, $ref: '#/definitions/GradedSubmission' });

const written = (): ClassResults => JSON.parse([...new ResultsText(mixed).lines()].join(''));

describe('the results of a class', () => {
  it('are written as they are', () => {
    expect(written()).toEqual(JSON.parse(JSON.stringify(mixed)));
    const told: string[] = [];
    for (const _ of new ResultsText(mixed).lines((_, text) => told.push(text)));
    expect(told).toEqual(mixed.submissions.map((submission) => JSON.stringify(submission)));
  });

  it('are as their schema says, all together and each submission', () => {
    expect(isResults(written()), JSON.stringify(isResults.errors)).toBe(true);
    for (const submission of written().submissions)
      expect(isSubmission(submission), JSON.stringify(isSubmission.errors)).toBe(true);
  });

  it.each<[string, (results: ClassResults) => unknown]>([
    ['of another version', (results) => ({ ...results, version: 2 })],
    ['with a field that nobody writes', (results) => ({ ...results, when: '2026-10-05' })],
    ['without their submissions', ({ submissions: _, ...results }) => results],
    [
      'with an exercise without its points',
      ({ exercises, ...results }) => ({ ...results, exercises: exercises.map(({ of: _, ...one }) => one) }),
    ],
  ])('are refused %s', (_, change) => {
    expect(isResults(change(written()))).toBe(false);
  });

  it('know every status, and no other', () => {
    const [first] = written().submissions;
    const answers = first?.exercises ?? [];
    const withStatus = (status: string) => ({
      ...first,
      exercises: answers.map((answer) => ({ ...answer, report: { ...answer.report, status } })),
    });
    for (const status of ['pending', 'pass', 'fail', 'review', 'error'])
      expect(isSubmission(withStatus(status))).toBe(true);
    expect(answers.length).toBeGreaterThan(0);
    expect(isSubmission(withStatus('passed'))).toBe(false);
  });
});
