import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readProgram } from './modules.ts';
import { inPieces } from './seldom.ts';
import { Trial } from './trial.ts';

/** Long enough to be worth a piece. */
const long = `/* */ const why = ${JSON.stringify('because '.repeat(50))};`;

describe('functions that are seldom run', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  async function cutUp(files: Readonly<Record<string, string>>, ...seldom: readonly string[]) {
    const root = mkdtempSync(join(tmpdir(), 'timonel-trozos-'));
    folders.push(root);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
    const { cut } = await readProgram(root, ['main.ts']);
    return new Trial(await cut((path) => (name) => (seldom.includes(name) ? `${path}?part0` : undefined)));
  }

  const files = {
    'main.ts': `import { half, twice as double } from './numbers.ts';
      export const work = (n: number) => (n > 100 ? double(n) : half(n));`,
    'numbers.ts': `import { two } from './two.ts';
      const seen = new Map<number, number>();
      const keep = (n: number, made: number) => { seen.set(n, made); return made; };
      export function half(n: number): number { return n < 0 ? -quarter(-n) : keep(n, n / two); }
      function twice(n: number): number { ${long} return why.length > 3 ? keep(n, n * two) + seen.size : 0; }
      const quarter = (two: number): number => { ${long} return why === '' ? 0 : half(two) / 2; };
      export { twice };`,
    'two.ts': `export const two = 2;`,
  };
  type Main = { work(n: number): number };

  it('come when they are called, from whichever module that is, and mean the same', async () => {
    const trial = await cutUp(files, 'twice', 'quarter');
    const [usual, seldom] = trial.usedInTurn('main.ts', [
      [({ work }: Main) => expect(work(8)).toBe(4)],
      [({ work }: Main) => expect([work(200), work(-8)]).toEqual([402, -2])],
    ]);
    expect([...(usual?.modules ?? [])].sort()).toEqual(['main.ts', 'numbers.ts', 'two.ts']);
    expect([...(seldom?.modules ?? [])]).toEqual(['numbers.ts?part0']);
    expect([...(seldom?.functions.get('numbers.ts?part0') ?? [])].sort()).toEqual(['quarter', 'twice']);
    trial.stop();
  });

  it('stay where they change what the module remembers, or where all of it is asked for', () => {
    const text = `let last = 0; function next() { ${long} last++; return why; } function other() { ${long} return why; } export { next, other };`;
    const pieceOf = () => 'a.ts?part0';
    const texts = (isTakenWhole: boolean) => inPieces({ path: 'a.ts', text, isTakenWhole }, pieceOf);
    expect(texts(true)).toEqual([{ path: 'a.ts', text }]);
    const [left, piece] = texts(false);
    expect(left?.text).toContain('function next()');
    expect(left?.text).toContain('export { other as other } from "a.ts?part0";');
    expect(piece?.text).not.toContain('next');
  });

  it('stay where they are too short to be worth a piece', () => {
    const text = 'function a() { return 1; } export { a };';
    expect(inPieces({ path: 'a.ts', text, isTakenWhole: false }, () => 'a.ts?part0')).toEqual([{ path: 'a.ts', text }]);
  });
});
