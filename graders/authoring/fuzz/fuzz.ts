import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sayTable } from '../table.ts';
import { entryNames, readEntry } from './entries.ts';
import { inputAt, inputsOf } from './inputs.ts';

/**
 * `npm run fuzz -- [inputs] [seed] [entry…]`: that many inputs over all entry points, each in a process with 500 MB. Prints
 * what crashed, hung or took long, and leaves those inputs in `.timonel/fuzz/`; one that is mended moves to `crashes/`.
 */
const limits = { mebibytes: 500, milliseconds: 2_000, silence: 300_000 } as const;
const [count = '10000', seed = '1', ...chosen] = process.argv.slice(2);
const names = chosen.length > 0 ? chosen : entryNames();
const each = Math.ceil(Number(count) / names.length);
const here = fileURLToPath(new URL('.', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'timonel-fuzz-'));

interface Line {
  readonly at?: number;
  readonly index?: number;
  readonly problem?: string;
  readonly milliseconds?: number;
  readonly done?: true;
  readonly mebibytes?: number;
}

interface Outcome {
  readonly lines: readonly Line[];
  readonly hung?: number;
}

/** One process for a stretch of inputs; ended when it says nothing for five minutes. */
async function stretch(name: string, from: number): Promise<Outcome> {
  const log = join(folder, `${name}-${from}.jsonl`);
  writeFileSync(log, '');
  const args = [
    '--max-old-space-size=500',
    '--import',
    'tsx',
    join(here, 'worker.ts'),
    name,
    seed,
    String(from),
    String(each),
    log,
  ];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-2_000);
  });
  const watch = setInterval(() => {
    if (Date.now() - statSync(log).mtimeMs > limits.silence) child.kill('SIGKILL');
  }, 2_000);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(watch);
  const lines = readFileSync(log, 'utf8')
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);
  if (lines.some(({ done }) => done)) return { lines };
  const last = lines.findLast(({ at }) => at !== undefined)?.at ?? from;
  return {
    lines: [...lines, { index: last, problem: code === null ? 'killed: it said nothing for five minutes' : said }],
    hung: last,
  };
}

async function fuzz(name: string): Promise<readonly string[]> {
  const lines: Line[] = [];
  for (let from = 0; from < each; ) {
    const outcome = await stretch(name, from);
    lines.push(...outcome.lines);
    from = outcome.hung === undefined ? each : outcome.hung + 1;
  }
  const crashes = lines.filter(({ problem }) => problem !== undefined);
  const slow = lines.filter(({ milliseconds = 0 }) => milliseconds > limits.milliseconds);
  const inputs = inputsOf(await readEntry(name));
  for (const { index = 0, problem = '' } of [...crashes, ...slow].slice(0, 50)) {
    const kept = join('.timonel', 'fuzz', name);
    mkdirSync(kept, { recursive: true });
    writeFileSync(join(kept, `${seed}-${index}`), inputAt(inputs, Number(seed), index));
    console.log(`${name} ${index}: ${problem.split('\n').slice(0, 4).join(' | ') || 'slow'}`);
  }
  const slowest = Math.max(0, ...lines.map(({ milliseconds = 0 }) => milliseconds));
  const memory = Math.max(0, ...lines.map(({ mebibytes = 0 }) => mebibytes));
  return [
    name,
    String(each),
    String(crashes.length),
    String(slow.length),
    slowest ? `${slowest} ms` : '< 500 ms',
    `${memory} MB`,
  ];
}

const rows: (readonly string[])[] = [];
for (const name of names) rows.push(await fuzz(name));
rmSync(folder, { recursive: true, force: true });
console.log(sayTable(['entry', 'inputs', 'crashes', '> 2 s', 'slowest', 'memory'], rows));
process.exitCode = rows.some(([, , crashes, slow]) => crashes !== '0' || slow !== '0') ? 1 : 0;
