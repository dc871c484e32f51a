import { own } from '../../../core/own.ts';
import { fields, fieldsList, number } from '../../../model/mesh/fields.ts';
import { text } from '../../../model/workloads/values.ts';

/** Time a service spends itself in a trace, in milliseconds: its spans without what it waits for others. */
export interface SelfTime {
  readonly service: string;
  readonly milliseconds: number;
}

interface Span {
  readonly id: string;
  readonly parent: string | undefined;
  readonly service: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Where the time of a trace goes, the most first. While several spans are open, time belongs to the innermost.
 * @param json a trace as Jaeger exports it, with times in microseconds
 * @returns nothing when the text is no such trace
 * @see https://www.jaegertracing.io/docs/latest/architecture/apis/
 */
export function selfTimes(json: string): readonly SelfTime[] {
  const spans = readSpans(json);
  const totals = new Map<string, number>();
  for (const span of spans) {
    const children = spans.filter(({ parent }) => parent === span.id);
    totals.set(span.service, (totals.get(span.service) ?? 0) + ownTime(span, children) / 1000);
  }
  return [...totals]
    .map(([service, milliseconds]) => ({ service, milliseconds }))
    .sort((a, b) => b.milliseconds - a.milliseconds);
}

function ownTime({ start, end }: Span, children: readonly Span[]): number {
  let own = end - start;
  let covered = start;
  for (const child of [...children].sort((a, b) => a.start - b.start)) {
    const from = Math.max(child.start, covered);
    const to = Math.min(child.end, end);
    if (to > from) own -= to - from;
    covered = Math.max(covered, to);
  }
  return own;
}

function readSpans(json: string): readonly Span[] {
  const [trace] = fieldsList(fields(parsed(json)).data);
  const processes = fields(trace?.processes);
  return fieldsList(trace?.spans).map((span) => {
    const start = number(span.startTime) ?? 0;
    const parent = fieldsList(span.references).find(({ refType }) => refType === 'CHILD_OF');
    return {
      id: text(span.spanID) ?? '',
      parent: text(parent?.spanID),
      service: text(fields(own(processes, text(span.processID) ?? '')).serviceName) ?? '',
      start,
      end: start + (number(span.duration) ?? 0),
    };
  });
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
