import type { Trace } from '../../core/trace.ts';
import { sayHop } from '../words.ts';
import { safe } from './safe.ts';
import { indent, placeOf, type Screen, say } from './screen.ts';
import { moreHops } from './sentences.ts';
import { padEnd, padStart, widthOf } from './width.ts';
import { wrap } from './wrap.ts';

const mostHops = 30;

/** Every decision on the way, numbered, with the line of the file that took it. */
export function traceLines(trace: Trace<unknown>, screen: Screen): readonly string[] {
  const hops = trace.hops.slice(0, mostHops);
  const digits = String(hops.length).length;
  const stageWidth = Math.max(0, ...hops.map(({ stage }) => widthOf(safe(stage))));
  const margin = digits + 2 + stageWidth + 2;
  const { faint } = screen.palette;
  const lines = hops.flatMap((hop, index) => {
    const head = `${padStart(String(index + 1), digits)}  ${padEnd(safe(hop.stage), stageWidth)}  `;
    const room = Math.max(30, screen.width - margin);
    // Short: the file was named in full above.
    const place = hop.at && placeOf({ ...screen, shownPath: (path) => path }, hop.at);
    const [first = '', ...rest] = wrap(sayHop(hop, screen.lang), room, screen.palette, place);
    return [faint(head) + first, ...indent(rest, margin)];
  });
  const left = trace.hops.length - hops.length;
  return left > 0 ? [...lines, faint(say(screen, moreHops, { count: left }))] : lines;
}
