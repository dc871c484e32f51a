import { describe, expect, it } from 'vitest';
import { hasForm, isQuantity, nearestQuantity } from './formats.ts';

describe('quantities', () => {
  it.each(['0', '1', '500m', '0.5', '.5', '5.', '1Gi', '128Mi', '10k', '1e3', '1E6', '2E', '+1', '-1'])(
    '%s is one',
    (text) => expect(isQuantity(text)).toBe(true),
  );

  it.each(['', '1 Gi', '512MB', '10K', '1gi', '1,5', 'abc', '1e', '1Kim', '0x10', '1.5.2'])('%s is none', (text) =>
    expect(isQuantity(text)).toBe(false),
  );

  it.each([
    ['512MB', '512M'],
    ['512 MiB', '512Mi'],
    ['1gi', '1Gi'],
    ['10K', '10k'],
    ['10KB', '10k'],
    ['1 Gi', '1Gi'],
    ['500 m', '500m'],
    ['medio', undefined],
    ['1,5', undefined],
  ])('%s was meant as %s', (written, meant) => expect(nearestQuantity(written)).toBe(meant));
});

describe('forms of text', () => {
  it.each([
    ['duration', '5s', true],
    ['duration', '1h30m', true],
    ['duration', '1.5s', true],
    ['duration', '0', true],
    ['duration', '10', false],
    ['duration', '1d', false],
    ['duration', '2 s', false],
    ['byte', 'aG9sYQ==', true],
    ['byte', 'aG9s\nYQ==\n', true],
    ['byte', '', true],
    ['byte', 'hola mundo', false],
    ['byte', 'aG9sYQ', false],
    ['date-time', '2024-05-01T10:00:00Z', true],
    ['date-time', '2024-05-01T10:00:00.123456+02:00', true],
    ['date-time', '2024-05-01', false],
    ['unheard-of', 'anything', true],
  ])('%s: %j → %s', (format, text, isRight) => expect(hasForm(text, { type: 'string', format })).toBe(isRight));

  it('asks no pattern about a text that could keep it busy', () => {
    const slow = { type: 'string', pattern: '^(a+)+$' } as const;
    expect(hasForm(`${'a'.repeat(100_000)}!`, slow)).toBe(true);
  });
});
