import { describe, expect, it } from 'vitest';
import { entryNames, readEntry } from './entries.ts';

/**
 * A text twice as long may take some more than twice the work, not four times. Processor time, since the machine may be
 * busy; what takes less than `noise` milliseconds is not measured.
 */
const most = 3.4;
const noise = 150;
const [small, large] = [400, 800];

/** Processor time of this thread's process for one run, the best of some. */
function cost(run: () => void, times: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let time = 0; time < times; time++) {
    const began = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(began);
    best = Math.min(best, (user + system) / 1_000);
  }
  return best;
}

describe('the work for a text that repeats itself', { timeout: 170_000 }, () => {
  it.each(entryNames())('grows with it in %s', async (name) => {
    const entry = await readEntry(name);
    const sound = entry.texts();
    const [text = ''] = [...sound].sort((a, b) => b.length - a.length);
    const lines = text.split('\n');
    const mark = /^#! \d+\n/.exec(text)?.[0] ?? '';
    const repeated: readonly ((times: number) => string)[] = [
      ...entry.pieces.map((piece) => (times: number) => mark + piece.repeat(times)),
      ...lines
        .slice(0, 40)
        .map((line, at) => (times: number) => lines.toSpliced(at, 0, ...Array<string>(times).fill(line)).join('\n')),
    ];
    const wild = repeated.flatMap((grown) => {
      if (cost(() => entry.run(grown(large)), 1) < noise) return [];
      const [half, whole] = [cost(() => entry.run(grown(small)), 3), cost(() => entry.run(grown(large)), 3)];
      return whole > noise && whole / half > most
        ? [`${JSON.stringify(grown(1).slice(0, 60))}: ${half.toFixed()} → ${whole.toFixed()} ms`]
        : [];
    });
    expect(wild).toEqual([]);
  });
});
