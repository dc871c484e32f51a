import { expect, it } from 'vitest';
import { code, pairsAsCode } from './code.ts';

it('puts words and pairs between back quotes', () => {
  expect(code('app')).toBe('`app`');
  expect(pairsAsCode(Object.entries({ app: 'web', tier: 1 }))).toEqual(['`app: web`', '`tier: 1`']);
});
