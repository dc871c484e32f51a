import { describe, expect, it } from 'vitest';
import { forbidden } from '../checks/service/findings.ts';
import { finding } from '../core/finding.ts';
import type { CheckResult, Report } from '../core/report.ts';
import type { Span } from '../core/span.ts';
import { exerciseJson } from './json.ts';
import { KeptJson } from './kept-json.ts';
import { textsOf } from './places.ts';

const points = { min: 0, max: 0, of: 1 };

function checkAt(...places: readonly Span[]): CheckResult {
  const findings = places.map((at) => finding(forbidden, 'computed', at, {}));
  return { id: 'uno', kind: 'valid', title: { es: 'uno', en: 'one' }, status: 'fail', points, findings };
}

const reportOf = (...checks: readonly CheckResult[]): Report => ({
  id: 'e',
  number: 1,
  folder: '01-e',
  title: { es: 'e', en: 'e' },
  status: 'fail',
  points,
  enough: 1,
  checks,
});

describe('reports as JSON text', () => {
  const check = checkAt({ path: 'a', from: 3, to: 5 }, { path: 'b', from: 0, to: 2 }, { path: 'c', from: 9, to: 9 });
  const beyond = checkAt({ path: 'a', from: 2, to: 40 });
  const kept = new KeptJson('es');

  it.each([
    ['the first time', { a: 'x\ny z\n', b: 'bb' }],
    ['with more behind its places', { a: 'x\ny z\n# más', b: 'bb\nb' }],
    ['with other lines before its places', { a: 'xxx\ny z\n', b: 'bb' }],
    ['with another file', { a: 'x\ny z\n', b: '\n\nb' }],
    ['with a file that was not there', { a: 'x\ny z\n', b: 'bb', c: 'c\nc\nc\nc\nc\nc' }],
    ['without a file', { a: 'x\ny z\n' }],
    ['with a text that ends before its places', { a: 'x', b: '' }],
  ])('say the same as what is made anew: %s', (_, texts) => {
    const textOf = textsOf(Object.entries(texts).map(([path, text]) => ({ path, text: text ?? '' })));
    for (const report of [reportOf(check), reportOf(check, beyond, check), reportOf()]) {
      expect(kept.exercise(report, textOf)).toBe(JSON.stringify(exerciseJson(report, textOf, 'es')));
    }
  });
});
