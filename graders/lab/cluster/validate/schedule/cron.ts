type Part = 'minute' | 'hour' | 'day' | 'month' | 'weekday';

export type ScheduleProblem =
  | { readonly kind: 'fields'; readonly count: number }
  | { readonly kind: 'descriptor' | 'zoneInside' }
  | { readonly kind: Part; readonly value: string };

interface Bounds {
  readonly part: Part;
  readonly first: number;
  readonly last: number;
  readonly names: readonly string[];
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const parts: readonly Bounds[] = [
  { part: 'minute', first: 0, last: 59, names: [] },
  { part: 'hour', first: 0, last: 23, names: [] },
  { part: 'day', first: 1, last: 31, names: [] },
  { part: 'month', first: 1, last: 12, names: months },
  { part: 'weekday', first: 0, last: 6, names: weekdays },
];

const known = /^@(?:yearly|annually|monthly|weekly|daily|midnight|hourly)$/;
const every = /^@every (?:\d+(?:\.\d*)?(?:ns|us|µs|ms|s|m|h))+$/;

/**
 * What is wrong with a schedule, as the parser of the CronJob controller reads it.
 * @see https://pkg.go.dev/github.com/robfig/cron/v3#hdr-CRON_Expression_Format
 */
export function scheduleProblem(schedule: string): ScheduleProblem | undefined {
  if (/TZ=/.test(schedule)) return { kind: 'zoneInside' };
  if (schedule.startsWith('@'))
    return known.test(schedule) || every.test(schedule) ? undefined : { kind: 'descriptor' };
  const fields = schedule.split(/\s+/).filter((field) => field !== '');
  if (fields.length !== parts.length) return { kind: 'fields', count: fields.length };
  for (const [index, bounds] of parts.entries()) {
    const field = fields[index] ?? '';
    const wrong = field.split(',').find((range) => range !== '' && !isRange(range, bounds));
    if (wrong !== undefined) return { kind: bounds.part, value: wrong };
  }
  return undefined;
}

/** `*`, `5` or `1-5`, each with an optional step after a slash. */
function isRange(range: string, bounds: Bounds): boolean {
  const [span = '', step, ...rest] = range.split('/');
  if (rest.length > 0 || (step !== undefined && !/^0*[1-9]\d*$/.test(step))) return false;
  if (/^[*?](?:-|$)/.test(span)) return true;
  const ends = span.split('-').map((end) => numberOf(end, bounds));
  const [from, to = from] = ends;
  return (
    ends.length <= 2 && from !== undefined && to !== undefined && ends.every((end) => end !== undefined) && from <= to
  );
}

function numberOf(text: string, { first, last, names }: Bounds): number | undefined {
  const named = names.indexOf(text.toLowerCase());
  const number = named >= 0 ? named + first : /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return number >= first && number <= last ? number : undefined;
}
