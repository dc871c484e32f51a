import { describe, expect, it } from 'vitest';
import { Absent, type Body, Registry } from './registry.ts';

describe('the modules of a page', () => {
  const first: Body = (hand, ask) => {
    const second = ask(1);
    hand({ say: () => say });
    function say() {
      return `¡${String(second.word)}!`;
    }
  };
  const second: Body = (hand) => {
    hand({ word: () => word });
    const word = {
      toString() {
        return 'hola';
      },
    };
  };
  const say = (registry: Registry) => (registry.ask(0).say as () => string)();

  it('run when something of them is used', () => {
    const registry = new Registry(
      new Map([
        [0, first],
        [1, second],
      ]),
    );
    registry.whole(0);
    expect([...registry.used]).toEqual([0]);
    expect(say(registry)).toBe('¡hola!');
    expect([...registry.used]).toEqual([0, 1]);
  });

  it('say what is absent, also where somebody caught it, and run once it is there', () => {
    const bodies = new Map([[0, first]]);
    const registry = new Registry(bodies);
    expect(() => say(registry)).toThrow(Absent);
    expect([...registry.absent]).toEqual([1]);
    bodies.set(1, second);
    registry.begin();
    expect(say(registry)).toBe('¡hola!');
    expect(registry.absent.size).toBe(0);
  });

  it('are fetched at once where that can be done', () => {
    const bodies = new Map([[0, first]]);
    expect(say(new Registry(bodies, (id) => bodies.set(id, second)))).toBe('¡hola!');
  });

  it('run anew after one of them failed', () => {
    let runs = 0;
    const registry = new Registry(
      new Map<number, Body>([
        [
          0,
          (hand) => {
            hand({ value: () => value });
            if (runs++ === 0) throw new Error('once');
            const value = runs;
          },
        ],
      ]),
    );
    expect(() => registry.whole(0)).toThrow('once');
    expect(registry.ask(0).value).toBe(2);
  });

  it('know no name that a module does not hand out', () => {
    const registry = new Registry(new Map([[1, second]]));
    expect(registry.ask(1).toString).toBe(undefined);
    expect(registry.ask(1).other).toBe(undefined);
  });
});
