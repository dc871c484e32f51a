import { entryNames, readEntry } from './entries.ts';
import type { Entry } from './entry.ts';

/**
 * `npm run growth [ENTRY…]`: whether the work for a text that repeats itself grows with it. A text twice as long may take
 * some more than twice the work, not four times. Processor time, since the machine may be busy, and still a clock: this is
 * a measurement to look at, and no test. What takes less than `noise` milliseconds is not measured.
 */
const most = 3.4;
const noise = 150;
const [small, large] = [400, 800];

/** Processor time of one run in milliseconds, the best of some. */
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

/** The longest sound text of an entry with one of its lines, or of the pieces it is damaged with, many times over. */
function repeatedTexts(entry: Entry): readonly ((times: number) => string)[] {
  const [text = ''] = [...entry.texts()].sort((a, b) => b.length - a.length);
  const lines = text.split('\n');
  const mark = /^#! \d+\n/.exec(text)?.[0] ?? '';
  return [
    ...entry.pieces.map((piece) => (times: number) => mark + piece.repeat(times)),
    ...lines
      .slice(0, 40)
      .map((line, at) => (times: number) => lines.toSpliced(at, 0, ...Array<string>(times).fill(line)).join('\n')),
  ];
}

/** What grows too fast, in a line each. */
function wildIn(entry: Entry): readonly string[] {
  return repeatedTexts(entry).flatMap((grown) => {
    if (cost(() => entry.run(grown(large)), 1) < noise) return [];
    const [half, whole] = [cost(() => entry.run(grown(small)), 3), cost(() => entry.run(grown(large)), 3)];
    if (whole <= noise || whole / half <= most) return [];
    return [`${JSON.stringify(grown(1).slice(0, 60))}: ${half.toFixed()} → ${whole.toFixed()} ms`];
  });
}

async function main(): Promise<void> {
  const asked = process.argv.slice(2);
  for (const name of asked.length > 0 ? asked : entryNames()) {
    const wild = wildIn(await readEntry(name));
    console.log(`${name}: ${wild.length === 0 ? 'grows with its text' : 'grows too fast'}`);
    for (const line of wild) console.log(`  ${line}`);
    if (wild.length > 0) process.exitCode = 1;
  }
}

await main();
