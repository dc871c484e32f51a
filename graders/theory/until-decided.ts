import type { Stage } from '../core/stage.ts';
import { type Hop, hop, type Trace } from '../core/trace.ts';
import { hops } from './hops.ts';

/** Where a request comes from and whom it looks for: what is known before anything is decided about it. */
const before: ReadonlySet<Stage> = new Set([
  'source',
  'dns',
  'service',
  'endpoints',
  'schedule',
  'provider',
  'gateway',
]);

/**
 * The way up to the step that decides, and the place where it does: enough to think again, and no answer. What is decided
 * last may be decided again on the way, so that the first step of its kind is the one.
 * @returns undefined where nothing is left to look at
 */
export function untilDecided(trace: Trace | undefined): Trace | undefined {
  const last = trace?.hops.at(-1);
  if (!trace || !last) return undefined;
  const index = trace.hops.findIndex(({ stage }) => stage === last.stage || !before.has(stage));
  const way = trace.hops.slice(0, index);
  const at = trace.hops[index]?.at ?? lastPlace(way);
  if (way.length === 0 && !at) return undefined;
  return { hops: [...way, hop(hops, 'step', 'decided', {}, at ? { at } : {})], outcome: null };
}

const lastPlace = (way: readonly Hop[]) => way.findLast(({ at }) => at)?.at;
