import { describe, expect, it } from 'vitest';
import { areSame, lastMemo, memo, recentMemo, remembered } from './memo.ts';

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

describe('what is remembered of texts', () => {
  it('is worked out once, also where it is nothing', () => {
    const asked: string[] = [];
    const known = remembered(10, (text) => {
      asked.push(text);
      return text === 'a' ? text : undefined;
    });
    expect(['a', 'b', 'a', 'b', '__proto__', '__proto__'].map(known)).toEqual([
      'a',
      undefined,
      'a',
      undefined,
      undefined,
      undefined,
    ]);
    expect(asked).toEqual(['a', 'b', '__proto__']);
  });

  it('is what was asked for lately, and never more than twice as much', () => {
    const asked: string[] = [];
    const known = remembered(3, (text) => {
      asked.push(text);
      return text;
    });
    const names = Array.from({ length: 60 }, (_, index) => `n${index}`);
    for (const name of names) {
      known(name);
      known('often');
    }
    expect(asked.filter((text) => text === 'often')).toEqual(['often']);
    asked.length = 0;
    names.toReversed().map(known);
    expect(names.length - asked.length).toBeGreaterThanOrEqual(2);
    expect(names.length - asked.length).toBeLessThanOrEqual(6);
  });

  it('is no text that takes much room', () => {
    const asked: string[] = [];
    const known = remembered(3, (text) => asked.push(text));
    const long = 'x'.repeat(10_000);
    expect([known(long), known(long)]).toEqual([1, 2]);
    const files = remembered(3, (text) => asked.push(text), 10_000);
    expect([files(long), files(long), files(`${long}x`), files(`${long}x`)]).toEqual([3, 3, 4, 5]);
  });
});

describe('what is kept of an object and of something else', () => {
  it('is the last result of each object', () => {
    const asked: string[] = [];
    const known = lastMemo(
      (one: number, other: number) => one === other,
      (key: { readonly name: string }, more) => {
        asked.push(`${key.name}${more}`);
        return key.name.length + more;
      },
    );
    const [one, other] = [{ name: 'a' }, { name: 'bb' }];
    expect([known(one, 1), known(one, 1), known(other, 1), known(one, 1), known(one, 2), known(one, 1)]).toEqual([
      2, 2, 3, 2, 3, 2,
    ]);
    expect(asked).toEqual(['a1', 'bb1', 'a2', 'a1']);
  });

  it('holds for a list of the very same items', () => {
    const item = {};
    expect([areSame([item, 1], [item, 1]), areSame([item], [item, 1]), areSame([{}], [{}])]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('what is kept of what came of an object, and of that', () => {
  const counting = (room: number) => {
    const asked: string[] = [];
    const known = recentMemo(
      room,
      (value: { readonly name: string }) => value.name.length,
      (one: string, other: string) => one === other,
      (key: { readonly name: string }, more) => {
        asked.push(`${key.name}${more}`);
        return { name: `${key.name}${more}` };
      },
    );
    return { asked, known };
  };

  it('is the same for the same way', () => {
    const { asked, known } = counting(1000);
    const begin = { name: '' };
    const way = (...steps: readonly string[]) => steps.reduce(known, begin);
    expect(way('a', 'b', 'c')).toBe(way('a', 'b', 'c'));
    expect(way('a', 'x')).toBe(way('a', 'x'));
    expect(way('a', 'b')).toBe(way('a', 'b'));
    expect(asked).toEqual(['a', 'ab', 'abc', 'ax']);
  });

  it('is no more than there is room for, in one job too', () => {
    const { asked, known } = counting(5);
    const begin = { name: '' };
    const held = ['aa', 'bb', 'cc', 'aa', 'cc', 'long-as-it-is', 'cc'].map((step) => known(begin, step));
    expect(asked).toEqual(['aa', 'bb', 'cc', 'aa', 'long-as-it-is', 'cc']);
    expect(held[2]).toBe(held[4]);
  });

  it('is of each object what it was asked for lately', () => {
    const { asked, known } = counting(1000);
    const begin = { name: '' };
    const steps = Array.from({ length: 13 }, (_, index) => `${index}`);
    for (const step of [...steps, '0', '12']) known(begin, step);
    expect(asked).toEqual([...steps, '0']);
  });
});
