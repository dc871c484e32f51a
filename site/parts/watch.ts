import { Session } from 'node:inspector';

interface Run {
  readonly functionName: string;
  readonly ranges: readonly [{ readonly startOffset: number; readonly endOffset: number; readonly count: number }];
}

/** Sees which of the functions of a script run. */
export class Watch {
  private readonly session = new Session();

  /** @param script the name under which it is run, once this is there */
  constructor(private readonly script: string) {
    this.session.connect();
    this.session.post('Profiler.enable');
    this.session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  }

  /**
   * The functions that stand right in those that `wholes` are, and how often each has run since this was asked last.
   * @param wholes where they begin and end in the script, in order
   */
  runs(wholes: readonly { readonly from: number; readonly to: number }[]): readonly (readonly Seen[])[] {
    let found: readonly Run[] = [];
    this.session.post('Profiler.takePreciseCoverage', (problem, { result }) => {
      if (problem) throw problem;
      found = (result.find(({ url }) => url === this.script)?.functions ?? []) as unknown as readonly Run[];
    });
    const sorted = [...found].sort(
      ({ ranges: [a] }, { ranges: [b] }) => a.startOffset - b.startOffset || b.endOffset - a.endOffset,
    );
    const seen: Seen[][] = wholes.map(() => []);
    let [whole, end] = [0, 0];
    for (const { functionName: name, ranges } of sorted) {
      const [{ startOffset, endOffset, count }] = ranges;
      while (whole < wholes.length - 1 && startOffset >= (wholes[whole]?.to ?? 0)) whole++;
      const around = wholes[whole];
      const isInside = around !== undefined && startOffset > around.from && endOffset < around.to;
      if (!isInside || startOffset < end) continue;
      end = endOffset;
      seen[whole]?.push({ name, count });
    }
    return seen;
  }

  stop(): void {
    this.session.post('Profiler.stopPreciseCoverage');
    this.session.disconnect();
  }
}

/** A function, and how often it ran. */
export interface Seen {
  readonly name: string;
  readonly count: number;
}
