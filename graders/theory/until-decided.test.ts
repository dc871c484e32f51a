import { describe, expect, it } from 'vitest';
import type { Stage } from '../core/stage.ts';
import type { Hop } from '../core/trace.ts';
import { untilDecided } from './until-decided.ts';

const place = (from: number) => ({ path: 'given/mundo.yaml', from, to: from + 1 });
const hop = (stage: Stage, from?: number): Hop => ({
  stage,
  message: `a/${stage}`,
  data: {},
  ...(from !== undefined && { at: place(from) }),
});
const shown = (...hops: readonly Hop[]) =>
  untilDecided({ hops, outcome: 7 })?.hops.map(({ message, at }) => [message, at?.from]);

describe('the way to a decision', () => {
  it('is who asks whom, and the place where it is decided, without the decision', () => {
    expect(shown(hop('source', 1), hop('dns', 2), hop('tls', 3), hop('endpoint', 4))).toEqual([
      ['a/source', 1],
      ['a/dns', 2],
      ['theory/decided', 3],
    ]);
  });

  it('ends before the first step of the kind that decides last', () => {
    expect(shown(hop('dns', 1), hop('endpoints', 2))).toEqual([
      ['a/dns', 1],
      ['theory/decided', 2],
    ]);
    expect(shown(hop('endpoints', 1), hop('endpoints', 2))).toEqual([['theory/decided', 1]]);
  });

  it('points at the last known place where the decision has none', () => {
    expect(shown(hop('dns', 1), hop('tls'))).toEqual([
      ['a/dns', 1],
      ['theory/decided', 1],
    ]);
  });

  it('keeps the outcome to itself', () => {
    expect(untilDecided({ hops: [hop('dns', 1), hop('tls', 2)], outcome: 7 })?.outcome).toBeNull();
  });

  it('is nothing where there is no place to look at', () => {
    expect(untilDecided(undefined)).toBeUndefined();
    expect(untilDecided({ hops: [], outcome: 7 })).toBeUndefined();
    expect(untilDecided({ hops: [hop('engine'), hop('engine')], outcome: 7 })).toBeUndefined();
  });
});
