import { describe, expect, it } from 'vitest';
import { drawn, type Part } from './parts.ts';

const part = (workload: string, share: number): Part =>
  ({ share, destination: { workload, namespace: 'n', host: 'h', port: 80, share, tls: 'mutual', labels: {} } }) as Part;

const got = (parts: readonly Part[], count: number): string =>
  Array.from({ length: count }, (_, before) => {
    const one = drawn(parts, before)?.part;
    return one && 'destination' in one ? one.destination.workload : '-';
  }).join('');

describe('the part that one request of many gets', () => {
  it('follows the shares at any moment', () => {
    expect(got([part('a', 1)], 3)).toBe('aaa');
    expect(got([part('a', 0.9), part('b', 0.1)], 20).replaceAll('a', '')).toBe('bb');
    expect(got([part('a', 0.5), part('b', 0.5)], 6)).toBe('ababab');
    expect(got([part('a', 1 / 3), part('b', 1 / 3), part('c', 1 / 3)], 6)).toBe('abcabc');
  });

  it('counts the turns of each part, for its pods to take theirs', () => {
    const parts = [part('a', 0.75), part('b', 0.25)];
    const turns = Array.from({ length: 8 }, (_, before) => drawn(parts, before)).filter(
      (one) => one?.part === parts[1],
    );
    expect(turns.map((one) => one?.turn)).toEqual([0, 1]);
  });

  it('is nobody’s where there are no parts', () => {
    expect(drawn([], 0)).toBeUndefined();
  });
});
