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

  it('chooses the article by the kind of object', () => {
    const sentence = both('{kind:el|la} {kind} `{name}`');
    for (const kind of ['NetworkPolicy', 'AuthorizationPolicy', 'ResourceQuota', 'IngressClass', 'ServiceAccount'])
      expect(fill(sentence, { kind, name: 'a' }, 'es')).toBe(`la ${kind} \`a\``);
    for (const kind of ['Deployment', 'PeerAuthentication', 'HTTPRoute', 'Secret'])
      expect(fill(sentence, { kind, name: 'a' }, 'es')).toBe(`el ${kind} \`a\``);
  });

  it('tells of a caller from outside the cluster in words', () => {
    const say = (es: string, en: string) => [
      fill({ es, en }, { from: 'outside' }, 'es'),
      fill({ es, en }, { from: 'outside' }, 'en'),
    ];
    expect(say('`/a` desde `{from}` pasa', '`/a` from `{from}` passes')).toEqual([
      '`/a` desde fuera del clúster pasa',
      '`/a` from outside the cluster passes',
    ]);
    expect(say('no admite a `{from}`', 'does not admit `{from}`')).toEqual([
      'no admite a quien llama desde fuera del clúster',
      'does not admit a caller from outside the cluster',
    ]);
    expect(fill(both('desde `{from}`'), { from: 'tienda/outside' }, 'es')).toBe('desde `tienda/outside`');
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
