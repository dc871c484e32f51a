import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Parameter } from '../../core/exercise.ts';
import { draw, valuesOf } from './draw.ts';

const port: Parameter = { id: 'puerto', default: 8080, values: { from: 8080, to: 8089 } };
const other: Parameter = { id: 'otro', default: 8081, values: { from: 8080, to: 8089 }, unlike: ['puerto'] };
const drawer = { secret: 'secreto', student: 'ana' };
const of = (student: string, parameters = [port], exercise = 'pod') =>
  draw(parameters, exercise, { ...drawer, student });

describe('what a student draws', () => {
  it('is any of the values', () => {
    expect(valuesOf({ values: { from: 1, to: 10, step: 4 } })).toEqual([1, 5, 9]);
    expect(valuesOf({ values: { from: 2, to: 1 } })).toEqual([]);
    expect(valuesOf({ values: ['a', 'b'] })).toEqual(['a', 'b']);
  });

  /** RFC 2104 over `3:ana3:pod6:puerto1:0`, by another program: `printf … | openssl dgst -sha256 -hmac secreto`. */
  it('is the same on every machine', () => expect(of('ana').get('puerto')).toBe(8087));

  it('depends on the secret, the student, the exercise and the parameter, and on where one ends', () => {
    const wide: Parameter = { id: 'a', default: 0, values: { from: 0, to: 999_999 } };
    const one = (secret: string, student: string, exercise: string) =>
      draw([wide], exercise, { secret, student }).get('a');
    const all = [one('s', 'ana', 'pod'), one('t', 'ana', 'pod'), one('s', 'eva', 'pod'), one('s', 'ana', 'red')];
    expect(new Set([...all, one('s', 'anap', 'od')]).size).toBe(5);
  });

  it('is that of one student, however the name is written', () => {
    const wide: Parameter = { id: 'a', default: 0, values: { from: 0, to: 999 } };
    expect(of(' JOSE\u0301 ', [wide])).toEqual(of('josé', [wide]));
  });

  it('is each value about as often as the others', () => {
    const counts = new Map<unknown, number>();
    for (let index = 0; index < 5000; index++) {
      const value = of(`e${index}`).get('puerto');
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    expect(counts.size).toBe(10);
    // Chi squared with 9 degrees of freedom: above 33.7 once in ten thousand secrets.
    const chi = [...counts.values()].reduce((sum, count) => sum + (count - 500) ** 2 / 500, 0);
    expect(chi).toBeLessThan(33.7);
  });

  it('is never what another parameter has that it must be unlike', () => {
    fc.assert(
      fc.property(fc.string(), (student) => {
        const drawn = of(student, [port, other]);
        expect(drawn.get('otro')).not.toBe(drawn.get('puerto'));
      }),
    );
  });
});
