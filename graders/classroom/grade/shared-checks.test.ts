import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ExerciseJson } from '../../render/json.ts';
import { mixed } from '../testing/results.ts';
import { SharedChecks } from './shared-checks.ts';

const reports = mixed.submissions.flatMap(({ exercises }) => exercises.map(({ report }) => report));

it('reads a report as it was written', () => {
  const shared = new SharedChecks();
  for (const report of reports)
    expect(shared.parse(JSON.stringify(report))).toEqual(JSON.parse(JSON.stringify(report)));
});

it('reads any checks as they were written', () => {
  fc.assert(
    fc.property(fc.array(fc.dictionary(fc.string(), fc.jsonValue())), fc.string(), (checks, folder) => {
      const text = JSON.stringify({ folder, checks, more: [] });
      expect(new SharedChecks().parse(text)).toEqual(JSON.parse(text));
    }),
  );
});

it('has a check once that says the same in two reports, and only then', () => {
  const shared = new SharedChecks();
  const [report] = reports.filter(({ checks }) => checks.length > 0);
  const read = (other: Partial<ExerciseJson>) => shared.parse(JSON.stringify({ ...report, ...other })).checks[0];
  const first = read({});
  expect(first).toBeDefined();
  expect(read({ status: 'error' })).toBe(first);
  expect(read({ checks: (report?.checks ?? []).map((check) => ({ ...check, id: 'otra' })) })).not.toBe(first);
});
