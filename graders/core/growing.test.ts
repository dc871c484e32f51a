import { describe, expect, it } from 'vitest';
import { Growing } from './growing.ts';

const first = (word: string): string => word.charAt(0);

describe('a growing list', () => {
  it('keeps every version as it was', () => {
    const one = Growing.empty(first).with('ana');
    const two = one.with('alba');
    const other = one.with('blas');
    expect([...one]).toEqual(['ana']);
    expect([...two]).toEqual(['ana', 'alba']);
    expect([...other]).toEqual(['ana', 'blas']);
    expect([...two.with('bea'), ...other]).toEqual(['ana', 'alba', 'bea', 'ana', 'blas']);
  });

  it('counts a group as it was in each version', () => {
    const one = Growing.empty(first).with('ana').with('blas');
    const two = one.with('alba');
    expect([one.count('a'), two.count('a'), two.count('b'), two.count('c')]).toEqual([1, 2, 1, 0]);
    expect(one.with('bea').count('b')).toBe(2);
    expect(one.count('b')).toBe(1);
  });
});
