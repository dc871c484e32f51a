import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Job, Lost, Outcome, Setup } from './job.ts';
import { Pool } from './pool.ts';

/** A worker that does what the folder of its job says, and tells how many jobs it had before. */
const code = `
import { parentPort } from 'node:worker_threads';
let before = 0;
parentPort.on('message', ({ folder }) => {
  if (folder === 'loop') for (;;);
  if (folder === 'throw') throw new TypeError('no');
  if (folder === 'exit') process.exit(3);
  if (folder === 'fill') { const all = []; for (;;) all.push(new Array(1e5).fill(before)); }
  if (folder === 'second' && before > 0) throw new Error('was not the first');
  parentPort.postMessage({ report: JSON.stringify({ folder, before: before++ }) });
});
`;

let folder: string;
let pool: Pool<Job, Outcome>;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'timonel-hilos-'));
  writeFileSync(join(folder, 'worker.mjs'), code);
  const setup: Setup = { does: 'answers', root: '', build: '', lang: 'es', runsCode: false, decisions: [] };
  pool = new Pool(setup, { workers: 2, patience: 3_000, memory: 64, entry: join(folder, 'worker.mjs') });
});
afterAll(async () => {
  await pool.close();
  rmSync(folder, { recursive: true, force: true });
});

const grade = (name: string): Promise<Outcome | Lost> =>
  pool.grade({ folder: name, files: [], earlier: [] } satisfies Job);
const why = (outcome: Outcome | Lost): string => ('lost' in outcome ? outcome.lost.why : 'graded');

describe('the workers of a class', { timeout: 120_000 }, () => {
  it.each([
    ['loop', 'time'],
    ['throw', 'crash'],
    ['exit', 'crash'],
    ['fill', 'memory'],
  ])('lose only the answer that makes them %s', async (name, reason) => {
    const around = [grade('a'), grade(name), grade('b'), grade('c'), grade('d')];
    expect((await Promise.all(around)).map(why)).toEqual(['graded', reason, 'graded', 'graded', 'graded']);
  });

  it('give an answer a second chance with a worker that did nothing before', async () => {
    await Promise.all(['a', 'b', 'c', 'd'].map(grade));
    const outcome = await grade('second');
    expect(why(outcome)).toBe('graded');
    expect('report' in outcome && JSON.parse(outcome.report).before).toBe(0);
  });

  it('grade many, each once', async () => {
    const names = Array.from({ length: 500 }, (_, index) => `n${index}`);
    const reports = (await Promise.all(names.map(grade))).map(
      (outcome) => 'report' in outcome && JSON.parse(outcome.report).folder,
    );
    expect(reports).toEqual(names);
    expect(pool.queued).toBe(0);
  });
});
