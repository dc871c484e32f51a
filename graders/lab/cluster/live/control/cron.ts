import { own } from '../../../../core/own.ts';

const short: Readonly<Record<string, string>> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};
const names = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const days = 'sun mon tue wed thu fri sat'.split(' ');

/** Whether a minute (UTC) is one of a cron schedule. */
export function matchesCron(schedule: string, date: Date): boolean {
  const fields = (own(short, schedule.trim()) ?? schedule).trim().split(/\s+/);
  if (fields.length !== 5) return false;
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = fields;
  const fits =
    isIn(minute, date.getUTCMinutes(), 0, 59) &&
    isIn(hour, date.getUTCHours(), 0, 23) &&
    isIn(named(month, names, 1), date.getUTCMonth() + 1, 1, 12);
  const onDay = isIn(day, date.getUTCDate(), 1, 31);
  const onWeekday = isIn(named(weekday, days, 0).replaceAll('7', '0'), date.getUTCDay(), 0, 6);
  const either = !/^[*?]/.test(day) && !/^[*?]/.test(weekday);
  return fits && (either ? onDay || onWeekday : onDay && onWeekday);
}

const named = (field: string, words: readonly string[], first: number): string =>
  field
    .toLowerCase()
    .replace(/[a-z]{3}/g, (word) => (words.includes(word) ? String(words.indexOf(word) + first) : word));

function isIn(field: string, value: number, least: number, most: number): boolean {
  return field.split(',').some((part) => {
    const [, range = '', step] = /^([^/]+)(?:\/(\d+))?$/.exec(part) ?? [];
    const [from, to] =
      range === '*' || range === '?' ? [least, most] : bounds(range, step === undefined ? undefined : most);
    return value >= from && value <= to && (value - from) % Math.max(1, Number(step ?? 1)) === 0;
  });
}

function bounds(range: string, most: number | undefined): readonly [number, number] {
  const [, first, last] = /^(\d+)(?:-(\d+))?$/.exec(range) ?? [];
  if (first === undefined) return [1, 0];
  return [Number(first), last === undefined ? (most ?? Number(first)) : Number(last)];
}
