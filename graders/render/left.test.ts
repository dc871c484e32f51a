import { describe, expect, it } from 'vitest';
import type { Finding } from '../core/finding.ts';
import type { CheckResult, CheckStatus, ExerciseStatus } from '../core/report.ts';
import { sayLeft } from './left.ts';

const found: Finding = { id: 'a/b', message: 'c', data: {}, at: { path: 'x', from: 0, to: 0 }, severity: 'error' };

function check(kind: string, status: CheckStatus, wrong = 0): CheckResult {
  const points = { min: 0, max: 0, of: 1 };
  const title = { es: `Título de ${kind}`, en: `Title of ${kind}` };
  return { id: kind, kind, title, status, points, findings: Array.from({ length: wrong }, () => found) };
}

const left = (checks: readonly CheckResult[], lang: 'es' | 'en' = 'es', status: ExerciseStatus = 'pass') =>
  sayLeft({ status, checks }, lang);

describe('what an exercise that is passed still lacks', () => {
  it.each<[readonly CheckResult[], string, string]>([
    [[check('judgements', 'fail', 1)], 'te queda un juicio', 'left: one judgement'],
    [[check('judgements', 'fail', 2)], 'te quedan 2 juicios', 'left: 2 judgements'],
    [
      [check('matching', 'fail', 1), check('predictions', 'fail', 3)],
      'te quedan una pareja y 3 predicciones',
      'left: one match and 3 predictions',
    ],
    [[check('matching', 'fail', 1), check('matching', 'fail', 1)], 'te quedan 2 parejas', 'left: 2 matches'],
    [
      [check('explanation', 'pending')],
      'te queda «Título de explanation», sin empezar',
      'left: "Title of explanation", not started',
    ],
    [
      [check('explanation', 'review')],
      'te queda «Título de explanation», por revisar',
      'left: "Title of explanation", to review',
    ],
    [[check('update', 'fail', 2)], 'te queda «Título de update»', 'left: "Title of update"'],
    [[check('constructor', 'fail', 1)], 'te queda «Título de constructor»', 'left: "Title of constructor"'],
  ])('%#', (checks, es, en) => {
    expect(left([check('valid', 'pass'), ...checks])).toBe(es);
    expect(left([check('valid', 'pass'), ...checks], 'en')).toBe(en);
  });

  it('is nothing where all is right, and where it is not passed', () => {
    expect(left([check('valid', 'pass')])).toBeUndefined();
    expect(left([check('judgements', 'fail', 1)], 'es', 'fail')).toBeUndefined();
  });
});
