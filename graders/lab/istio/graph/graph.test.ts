import { describe, expect, it } from 'vitest';
import { evaluate, type Graph } from './graph.ts';

/** A chain a → b → c where every service fails one attempt in ten. */
function chain(meshed: readonly string[], retries: number): Graph {
  return {
    entry: 'a',
    services: ['a', 'b', 'c'].map((name) => ({ name, meshed: meshed.includes(name), failure: name === 'a' ? 0 : 0.1 })),
    calls: [
      { from: 'a', to: 'b', retries },
      { from: 'b', to: 'c', retries },
    ],
  };
}

describe('evaluate', () => {
  it('without a mesh every failure on the way is a failure of the whole', () => {
    expect(evaluate(chain([], 2)).outcome).toEqual({
      success: 81,
      encrypted: 0,
      plaintext: 2,
      worst: { a: 1, b: 1, c: 1 },
    });
  });

  it('retries hide rare failures and multiply the load of an outage', () => {
    expect(evaluate(chain(['a', 'b', 'c'], 2)).outcome).toEqual({
      success: 99.9,
      encrypted: 2,
      plaintext: 0,
      worst: { a: 1, b: 3, c: 9 },
    });
  });

  it('only a caller with a proxy retries, and only a call between two proxies is encrypted', () => {
    expect(evaluate(chain(['a', 'c'], 1)).outcome).toEqual({
      success: 96.4,
      encrypted: 0,
      plaintext: 2,
      worst: { a: 1, b: 2, c: 2 },
    });
  });

  it('adds up what several callers send to one service', () => {
    const graph: Graph = {
      entry: 'a',
      services: ['a', 'b', 'c', 'd'].map((name) => ({ name, meshed: true })),
      calls: [
        { from: 'a', to: 'b' },
        { from: 'a', to: 'c', retries: 1 },
        { from: 'b', to: 'd' },
        { from: 'c', to: 'd' },
      ],
    };
    expect(evaluate(graph).outcome.worst).toEqual({ a: 1, b: 1, c: 2, d: 3 });
  });
});
