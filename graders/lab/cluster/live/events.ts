import type { LiveCluster, LiveEvent, LiveObject } from './live.ts';

/** More than anybody reads; the oldest go first, as in a cluster where they last an hour. */
const mostEvents = 1000;

type About = LiveEvent['about'];

/** Notes that something happened to an object; what happens again counts up. */
export function record(
  live: LiveCluster,
  namespace: string | undefined,
  about: About,
  event: Pick<LiveEvent, 'type' | 'reason' | 'message' | 'from'>,
): LiveCluster {
  const place = namespace ?? 'default';
  const same = live.events.findLastIndex(
    (one) => one.about.uid === about.uid && one.reason === event.reason && one.message === event.message,
  );
  const known = live.events[same];
  const next: LiveEvent = known
    ? { ...known, last: live.clock, count: known.count + 1 }
    : { ...event, namespace: place, about, first: live.clock, last: live.clock, count: 1 };
  const gone = known ? same : live.events.length < mostEvents ? -1 : 0;
  const others = gone === -1 ? live.events : live.events.toSpliced(gone, 1);
  return { ...live, events: [...others, next] };
}

export const aboutObject = ({ resource, uid }: LiveObject): About => ({
  kind: resource.kind,
  name: resource.name,
  uid,
});
