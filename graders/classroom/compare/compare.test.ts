import { describe, expect, it } from 'vitest';
import { plain } from '../../render/terminal/palette.ts';
import type { Screen } from '../../render/terminal/screen.ts';
import { canary, classOf, failed, mixed, passed, pod, submissionOf, toReview, untouched } from '../testing/results.ts';
import { compareResults } from './compare.ts';
import { comparisonLines } from './lines.ts';

const before = classOf(
  submissionOf('ana', [passed(pod), passed(canary)]),
  submissionOf('bea', [passed(pod), failed(canary, 'Llega el 50 %.')]),
  submissionOf('carlos', [untouched(pod), toReview(canary)]),
  submissionOf('gone', [passed(pod)]),
);
const after = classOf(
  submissionOf('ana', [passed(pod), failed(canary, 'Llega todo.')]),
  submissionOf('bea', [passed(pod), passed(canary, [{ path: 'respuesta.yaml', text: 'kind: Service\n' }])]),
  submissionOf('carlos', [untouched(pod), toReview(canary)]),
  submissionOf('new', [passed(pod)]),
);
const screen: Screen = { lang: 'es', palette: plain, width: 80, textOf: () => undefined, shownPath: (path) => path };

describe('grading again', () => {
  it('names who loses and who gains, and through which check', () => {
    const { changes, added, gone } = compareResults(before, after, 'min');
    expect(changes.map(({ submission, by }) => [submission, by])).toEqual([
      ['ana', -5],
      ['bea', 5],
    ]);
    expect(changes[0]?.exercises).toEqual([
      {
        id: canary.id,
        number: 13,
        before: { status: 'pass', points: { min: 10, max: 10, of: 10 } },
        after: { status: 'fail', points: { min: 5, max: 5, of: 10 } },
        answered: false,
        checks: [
          {
            id: 'reparto',
            before: { status: 'pass', points: { min: 6, max: 6, of: 6 } },
            after: { status: 'fail', points: { min: 1, max: 1, of: 6 } },
            why: 'Llega todo.',
          },
        ],
      },
    ]);
    expect(changes[1]?.exercises[0]).toMatchObject({
      answered: true,
      checks: [{ id: 'reparto', why: 'Llega el 50 %.' }],
    });
    expect([added, gone]).toEqual([['new'], ['gone']]);
  });

  it('tells a change of state that leaves the grade as it was', () => {
    const [one, other] = [toReview(canary), failed(canary, 'x')];
    const same = { ...other, report: { ...other.report, points: { ...other.report.points, min: 6 } } };
    const { changes } = compareResults(classOf(submissionOf('a', [one])), classOf(submissionOf('a', [same])), 'min');
    expect(changes).toMatchObject([
      { by: 0, exercises: [{ before: { status: 'review' }, after: { status: 'fail' } }] },
    ]);
  });

  it('finds nothing where nothing changed', () => {
    expect(compareResults(mixed, mixed, 'min')).toEqual({ version: 1, changes: [], added: [], gone: [] });
    expect(comparisonLines(compareResults(mixed, mixed, 'min'), 'min', screen)).toEqual([
      'No cambia ninguna nota ni ninguna comprobación.',
    ]);
  });

  it('reads well in a terminal', () => {
    expect(comparisonLines(compareResults(before, after, 'min'), 'min', screen)).toEqual([
      '    −5  ana  20 → 15',
      '    13  10 (bien) → 5 (por corregir)',
      '        reparto: 6 → 1. Llega todo.',
      '    +5  bea  15 → 20',
      '    13  5 (por corregir) → 10 (bien)  la respuesta es otra',
      '        reparto: 1 → 6. Llega el 50 %.',
      '',
      '1 entrega pierde puntos, 1 gana, 0 cambian sin que cambie la nota.',
      'Nuevas: new.',
      'Ya no están: gone.',
    ]);
  });
});
