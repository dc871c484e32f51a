import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../check.ts';
import { Looks } from './looks.ts';
import { Verdicts } from './verdicts.ts';

type Parts = Readonly<Record<string, string>>;

/** A check that says what it saw; `judged` counts how often it was asked. */
function asking(check: (look: (part: string) => string) => string) {
  const verdicts = new Verdicts();
  const judged: Parts[] = [];
  const of = (parts: Parts): unknown => {
    const looks = new Looks();
    const look = (part: string) => {
      looks.note(part);
      return parts[part] ?? '';
    };
    const judge = () => {
      judged.push(parts);
      return looks.during((): Verdict => ({ findings: [], share: { min: 0, max: check(look).length } }));
    };
    return verdicts.of('check', { says: (part) => parts[part], judge }).share?.max;
  };
  return { of, judged };
}

describe('verdicts', () => {
  it('are come to once for all who say the same where it was looked', () => {
    const { of, judged } = asking((look) => look('a'));
    expect([of({ a: 'x', b: '1' }), of({ a: 'x', b: '2' }), of({ a: 'xx', b: '1' })]).toEqual([1, 1, 2]);
    expect(judged).toHaveLength(2);
  });

  it('are come to again where what was seen decides what is looked at next', () => {
    const { of, judged } = asking((look) => (look('a') === 'x' ? look('b') : look('c')));
    const parts = [
      { a: 'x', b: '1', c: '333' },
      { a: 'x', b: '22', c: '' },
      { a: 'y', b: '1', c: '333' },
      { a: 'y', b: '22', c: '333' },
      { a: 'x', b: '22', c: '4' },
    ];
    expect(parts.map(of)).toEqual([1, 2, 3, 3, 2]);
    expect(judged).toHaveLength(3);
  });

  it('are not kept where nobody knows what a part says', () => {
    const { of, judged } = asking((look) => look('unknown') + look('a'));
    expect([of({ a: 'x' }), of({ a: 'x' })]).toEqual([1, 1]);
    expect(judged).toHaveLength(2);
  });

  it('are those of a check that has none to look at, whatever it looks at and in whatever order it is asked', () => {
    const values = fc.constantFrom('', 'x', 'yy', 'zzz');
    const parts = fc.record({ a: values, b: values, c: values });
    const way = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 30 }), way, way, (all, first, second) => {
        const check = (look: (part: string) => string) => {
          const seen = first.map(look).join('');
          return seen + (seen.length % 2 === 0 ? second.map(look).join('') : '');
        };
        const { of } = asking(check);
        expect(all.map(of)).toEqual(all.map((one) => check((part) => one[part as 'a'] ?? '').length));
      }),
      { numRuns: 40 },
    );
  });

  it('take bounded room', () => {
    const { of, judged } = asking((look) => look('a'));
    for (let index = 0; index < 1000; index++) of({ a: `${index}`.padStart(2000) });
    judged.length = 0;
    for (let index = 0; index < 1000; index++) of({ a: `${index}`.padStart(2000) });
    expect(judged.length).toBeGreaterThan(800);
  });
});

describe('looks', () => {
  it('are noted for everything that is going on', () => {
    const looks = new Looks();
    const outer = looks.during(() => {
      looks.note('a');
      const inner = looks.during(() => looks.note('b'));
      looks.note('a');
      return inner.looked;
    });
    expect(outer).toEqual({ value: ['b'], looked: ['a', 'b'] });
    expect(looks.during(() => 1)).toEqual({ value: 1, looked: [] });
  });

  it('are over where the work throws', () => {
    const looks = new Looks();
    const throwing = () =>
      looks.during(() => {
        throw new Error('no');
      });
    expect(throwing).toThrow('no');
    expect(looks.during(() => looks.note('a')).looked).toEqual(['a']);
  });
});
