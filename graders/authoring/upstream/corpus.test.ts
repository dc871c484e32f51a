import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../core/json.ts';
import { remembered } from '../../core/memo.ts';
import { few, runs } from '../../vitest/quick.ts';
import { agreementOf, differencesIn } from './part.ts';
import { parts } from './parts.ts';
import { Random } from './random.ts';

const folder = join(import.meta.dirname, 'corpus');

interface Answered {
  readonly input: Json;
  readonly upstream: Json;
}

const answered = remembered(parts.length, (name): readonly Answered[] =>
  readFileSync(join(folder, `${name}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Answered),
);

describe('what upstream answered', () => {
  it.each(parts.map((part) => [part.name, part] as const))('%s', (name, part) => {
    const all = answered(name);
    const lines = few(all, Math.max(part.deviations.length, 8));
    const inputs = lines.map(({ input }) => input);
    const said = lines.map(({ upstream }) => upstream);
    const { differences, idle } = agreementOf(part, inputs, said, said.slice(0, part.deviations.length));
    expect(inputs.slice(0, part.deviations.length)).toEqual(part.deviations.map(({ input }) => input));
    expect(differences.filter(({ deviation }) => deviation === undefined)).toEqual([]);
    expect(idle).toEqual([]);
    expect(all.length * (part.questions ?? 1)).toBeGreaterThanOrEqual(100);
  });

  it('is kept for every part, and for no other', () => {
    expect(readdirSync(folder).sort()).toEqual(parts.map(({ name }) => `${name}.jsonl`).sort());
  });

  it.each(parts.map((part) => [part.name, part] as const))('is no one answer to all: %s', (name) => {
    expect(new Set(answered(name).map(({ upstream }) => JSON.stringify(upstream))).size).toBeGreaterThan(1);
  });
});

describe('the comparison', () => {
  const part = {
    deviations: [{ name: 'seven', page: 'https://example.com', input: 7, covers: (input: number) => input === 7 }],
  };

  it('finds each answer that differs, and names the deviation', () => {
    expect(differencesIn(part, [1, 7, 8], [1, 0, 0], [1, 7, 8])).toEqual([
      { input: 7, timonel: 0, upstream: 7, deviation: 'seven' },
      { input: 8, timonel: 0, upstream: 8 },
    ]);
  });

  it('counts the things that inputs are about, where a part does', () => {
    const whole = { ...part, name: 'x', what: '', upstream: '', make: () => 1, answer: (input: number) => input };
    const counting = {
      ...whole,
      thingsIn: (input: number) => input,
      thingsApart: (one: number, two: number) => Math.abs(one - two),
    };
    expect(agreementOf(counting, [10, 10], [10, 8], [7])).toMatchObject({ agree: 1, things: { asked: 20, agree: 18 } });
    expect(agreementOf(whole, [10], [10], [7])).not.toHaveProperty('things');
  });

  it('tells which deviation is seen no more', () => {
    const whole = { ...part, name: 'x', what: '', upstream: '', make: () => 1, answer: (input: number) => input };
    expect(agreementOf(whole, [1, 2], [1, 2], [7])).toMatchObject({ agree: 2, idle: ['seven'] });
    expect(agreementOf(whole, [1, 2], [1, 2], [8])).toMatchObject({ agree: 2, idle: [] });
  });
});

describe('the inputs', () => {
  it.each(parts.map((part) => [part.name, part] as const))('are the same for a seed: %s', (_, part) => {
    const [one, same, other] = [3, 3, 4].map((seed) => {
      const random = new Random(seed);
      return JSON.stringify(Array.from({ length: runs(20) }, () => part.make(random)));
    });
    expect(one).toBe(same);
    expect(one).not.toBe(other);
  });
});
