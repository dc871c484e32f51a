import type { Trace } from '../../core/trace.ts';
import { sayHop } from '../words.ts';
import { safe } from './safe.ts';
import { indent, placeOf, type Screen, say } from './screen.ts';
import { moreHops } from './sentences.ts';
import { padEnd, padStart, widthOf } from './width.ts';
import { wrap } from './wrap.ts';

const mostHops = 30;

export interface TraceOptions {
  /** Decisions beyond it are only counted. */
  readonly most?: number;
  /** Only so many of the last decisions, under the numbers that they have in the whole trace. */
  readonly tail?: number;
}

/** Every decision on the way, numbered, with the line of the file that took it. */
export function traceLines(
  trace: Trace<unknown>,
  screen: Screen,
  { most = mostHops, tail = Number.POSITIVE_INFINITY }: TraceOptions = {},
): readonly string[] {
  const first = Math.max(0, trace.hops.length - tail);
  const hops = trace.hops.slice(first, first + most);
  const digits = String(first + hops.length).length;
  const stageWidth = Math.max(0, ...hops.map(({ stage }) => widthOf(safe(stage))));
  const margin = digits + 2 + stageWidth + 2;
  const { faint } = screen.palette;
  const lines = hops.flatMap((hop, index) => {
    const head = `${padStart(String(first + index + 1), digits)}  ${padEnd(safe(hop.stage), stageWidth)}  `;
    const room = Math.max(30, screen.width - margin);
    // Short: the file was named in full above.
    const place = hop.at && placeOf({ ...screen, shownPath: (path) => path }, hop.at);
    const [words = '', ...rest] = wrap(sayHop(hop, screen.lang), room, screen.palette, place);
    return [faint(head) + words, ...indent(rest, margin)];
  });
  const left = trace.hops.length - first - hops.length;
  return left > 0 ? [...lines, faint(say(screen, moreHops, { count: left }))] : lines;
}
