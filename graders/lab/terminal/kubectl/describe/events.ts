import { eventsAbout, type LiveCluster } from '../../../cluster/index.ts';
import { ageText } from '../print/age.ts';
import type { Lines } from './lines.ts';

/** What happened to an object. @see `DescribeEvents` of describe.go */
export function eventLines(live: LiveCluster, uid: string): Lines {
  const events = eventsAbout(live, uid, live.clock);
  if (events.length === 0) return ['Events:\t<none>'];
  return [
    'Events:',
    '  Type\tReason\tAge\tFrom\tMessage',
    '  ----\t------\t----\t----\t-------',
    ...events.map(({ type, reason, first, last, count, from, message, about }) => {
      const since = ageText(live.clock - first);
      const age = count > 1 ? `${ageText(live.clock - last)} (x${count} over ${since})` : since;
      return `  ${type}\t${reason}\t${age}\t${from}\t${about.field === undefined ? '' : `${about.field}: `}${message.trim()}`;
    }),
  ];
}
