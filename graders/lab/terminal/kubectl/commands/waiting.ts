import { type LiveCluster, nextChange, until } from '../../../cluster/index.ts';

/** Moments that one wait looks at. */
const mostMoments = 3000;

/** Lets time go on until something holds, or a limit of simulated seconds is reached. */
export function waitUntil(
  live: LiveCluster,
  holds: (live: LiveCluster) => boolean,
  limit: number,
): { readonly live: LiveCluster; readonly held: boolean } {
  const end = live.clock + Math.max(0, limit);
  let now = live;
  for (let turn = 0; turn < mostMoments; turn++) {
    if (holds(now)) return { live: now, held: true };
    const next = nextChange(now, now.clock);
    if (next === undefined || next > end) break;
    now = until(now, next);
  }
  const last = until(now, end);
  return { live: last, held: holds(last) };
}
