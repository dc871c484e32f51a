import { createHmac } from 'node:crypto';
import type { Parameter } from '../../core/exercise.ts';
import type { Values } from './template.ts';

/** Who draws. */
export interface Drawer {
  /** Of the course. Who does not know it can tell nothing of the values of others. */
  readonly secret: string;
  /** However it is written: capitals, accents in one character or two, and blanks around it make no other student. */
  readonly student: string;
}

/** More than any exercise needs, few enough to look at each. */
export const mostValues = 1000;

/** Everything a parameter may be; of too many, one more than there may be. */
export function valuesOf({ values }: Pick<Parameter, 'values'>): readonly (number | string)[] {
  if (!('from' in values)) return values;
  const { from, to, step = 1 } = values;
  const count = Math.min(mostValues + 1, Math.max(0, Math.floor((to - from) / step) + 1));
  return Array.from({ length: count }, (_, index) => from + index * step);
}

export function defaultsOf(parameters: readonly Parameter[]): Values {
  return new Map(parameters.map((parameter) => [parameter.id, parameter.default]));
}

/**
 * What a student gets, the same every time: each value that is left is as likely as the others.
 * @param exercise its id, so that one exercise tells nothing of another
 */
export function draw(parameters: readonly Parameter[], exercise: string, { secret, student }: Drawer): Values {
  const drawn = new Map<string, number | string>();
  const who = student.normalize('NFC').trim().toLowerCase();
  for (const parameter of parameters) {
    const taken = new Set((parameter.unlike ?? []).map((other) => drawn.get(other)));
    const left = valuesOf(parameter).filter((value) => !taken.has(value));
    const number = uniform(left.length, (round) => hmac(secret, [who, exercise, parameter.id, String(round)]));
    drawn.set(parameter.id, left[number] ?? parameter.default);
  }
  return drawn;
}

/** A number below a bound, none more likely than another: what would favour the first ones is drawn again. */
function uniform(bound: number, bytes: (round: number) => Buffer): number {
  if (bound < 2) return 0;
  const all = 2 ** 48;
  const fair = all - (all % bound);
  for (let round = 0; ; round++) {
    const number = bytes(round).readUIntBE(0, 6);
    if (number < fair) return number % bound;
  }
}

/** The parts are told apart by their lengths, so that no two lists of them are one text. */
function hmac(secret: string, parts: readonly string[]): Buffer {
  const mac = createHmac('sha256', secret);
  for (const part of parts) mac.update(`${Buffer.byteLength(part)}:${part}`);
  return mac.digest();
}
