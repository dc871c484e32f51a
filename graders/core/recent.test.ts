import { expect, it } from 'vitest';
import { Recent } from './recent.ts';

it('keeps what was asked for lately, and never more than twice as much', () => {
  const recent = new Recent<number>(3);
  for (let index = 0; index < 60; index++) {
    recent.keep(`n${index}`, index);
    recent.of('often', () => index);
  }
  expect(recent.get('often')).toBe(0);
  const kept = Array.from({ length: 60 }, (_, index) => recent.get(`n${index}`)).filter((one) => one !== undefined);
  expect(kept.length).toBeGreaterThanOrEqual(2);
  expect(kept.length).toBeLessThanOrEqual(6);
});

it('keeps less of long texts, and none that is longer than everything', () => {
  const recent = new Recent<string>(100, 10);
  recent.keep('x'.repeat(11), 'huge');
  expect(recent.get('x'.repeat(11))).toBeUndefined();
  for (const letter of 'abcdefgh') recent.keep(letter.repeat(4), letter);
  const kept = [...'abcdefgh'].filter((letter) => recent.get(letter.repeat(4)) !== undefined);
  expect(kept).toContain('h');
  expect(kept.length).toBeLessThanOrEqual(5);
});

it('tells a text it never saw from one that is called like what every object has', () => {
  const recent = new Recent<number>(3);
  expect(['__proto__', 'constructor'].map((text) => recent.get(text))).toEqual([undefined, undefined]);
});
