import { expect, it } from 'vitest';
import { memo } from './memo.ts';

it('computes once for each object, also where the result is nothing', () => {
  const asked: object[] = [];
  const known = memo((key: { readonly value?: number }) => {
    asked.push(key);
    return key.value;
  });
  const [one, none] = [{ value: 1 }, {}];
  expect([known(one), known(one), known(none), known(none)]).toEqual([1, 1, undefined, undefined]);
  expect(asked).toEqual([one, none]);
});

it('tells equal objects apart', () => {
  const known = memo((key: object) => ({ key }));
  expect(known({})).not.toBe(known({}));
});
