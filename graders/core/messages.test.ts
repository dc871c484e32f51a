import { describe, expect, it } from 'vitest';
import { fill } from './messages.ts';

const both = (sentence: string) => ({ es: sentence, en: sentence });

describe('fill', () => {
  it('puts facts into holes', () => {
    expect(fill(both('el pod `{pod}`'), { pod: 'web-1' }, 'es')).toBe('el pod `web-1`');
  });

  it('chooses the plural by the number', () => {
    const sentence = both('{n} {n:réplica|réplicas}');
    expect(fill(sentence, { n: 1 }, 'es')).toBe('1 réplica');
    expect(fill(sentence, { n: 0 }, 'es')).toBe('0 réplicas');
    expect(fill(sentence, { n: 3 }, 'es')).toBe('3 réplicas');
  });

  it.each([
    [[], 'ninguno', 'none'],
    [['a'], 'a', 'a'],
    [['a', 'b'], 'a y b', 'a and b'],
    [['a', 'b', 'c'], 'a, b y c', 'a, b and c'],
    [['`Pod`', '`Ingress`'], '`Pod` e `Ingress`', '`Pod` and `Ingress`'],
    [['agua', 'hielo'], 'agua y hielo', 'agua and hielo'],
  ])('says the list %j as a person would', (list, es, en) => {
    expect(fill(both('{list}'), { list }, 'es')).toBe(es);
    expect(fill(both('{list}'), { list }, 'en')).toBe(en);
  });

  it('writes decimals with the sign of the language and without noise', () => {
    expect(fill(both('{share} %'), { share: 33.333333 }, 'es')).toBe('33,333 %');
    expect(fill(both('{share}%'), { share: 0.1 + 0.2 }, 'en')).toBe('0.3%');
  });

  it('leaves a hole without a fact in sight, and a fact with braces untouched', () => {
    expect(fill(both('{missing}'), {}, 'es')).toBe('{missing}');
    expect(fill(both('{yaml}'), { yaml: '{other} $& {n:a|b}' }, 'es')).toBe('{other} $& {n:a|b}');
  });
});
