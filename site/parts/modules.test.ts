import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readModules } from './modules.ts';
import { Trial } from './trial.ts';

describe('modules that run when they are used', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  /** Runs `work` with what `main.ts` exports. @returns the modules that ran, in the order of their names */
  async function usedBy(
    files: Readonly<Record<string, string>>,
    work: (main: never) => void,
  ): Promise<readonly string[]> {
    const root = mkdtempSync(join(tmpdir(), 'timonel-modulos-'));
    folders.push(root);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
    const trial = new Trial(await readModules(root, ['main.ts']));
    return [...trial.usedBy('main.ts', [work])].sort();
  }

  it('leave out what a table holds and nobody asks for', async () => {
    const files = {
      'main.ts': `import { one, other } from './face.ts'; export const table = { one, two: other.deep };`,
      'face.ts': `export { one } from './one.ts'; export * from './other.ts';`,
      'one.ts': `export const one = 1;`,
      'other.ts': `export const other = { deep: 2 };`,
    };
    const ran = await usedBy(files, ({ table }: { table: { one: number } }) => expect(table.one).toBe(1));
    expect(ran).toEqual(['main.ts', 'one.ts']);
    const all = await usedBy(files, ({ table }: { table: object }) => expect({ ...table }).toEqual({ one: 1, two: 2 }));
    expect(all).toEqual(['main.ts', 'one.ts', 'other.ts']);
  });

  it('take their sentences when they are said, also out of objects that are joined', async () => {
    const files = {
      'main.ts': `import { more } from './more.ts'; export const says = { ...more, bye: { es: 'adiós', en: 'bye' } };
        export function now(ask: boolean) { return ask ? { es: 'sí', en: 'yes' } : undefined; }`,
      'more.ts': `export const more = { hi: { es: 'hola', en: \`hi\` } };`,
    };
    type Main = { says: Record<string, { es: string }>; now(ask: boolean): { es: string } | undefined };
    const silent = await usedBy(files, ({ says, now }: Main) => {
      expect(Object.keys(says)).toEqual(['hi', 'bye']);
      expect(now(false)).toBe(undefined);
    });
    expect(silent).toEqual(['main.ts', 'more.ts']);
    const loud = await usedBy(files, ({ says, now }: Main) => {
      expect([says.hi?.es, says.bye?.es, now(true)?.es]).toEqual(['hola', 'adiós', 'sí']);
    });
    expect(loud).toEqual(['main.ts', 'main.ts?sentences', 'more.ts', 'more.ts?sentences']);
  });

  it('mean the same: functions in lists, defaults, whole modules, circles, names of ours', async () => {
    const files = {
      'main.ts': `import half, { twice as double } from './numbers.ts'; import * as all from './numbers.ts';
        export const even = (n: number): boolean => n === 0 || odd(n - 1);
        import { odd } from './odd.ts';
        const steps = [double, half].map((step) => step);
        const ask = (n: number) => steps.reduce((sum, step) => step(sum), n);
        function hand(whole: number) { return whole + 1; }
        export const told = () => [ask(8), Object.keys(all).sort().join(), even(7), hand(1)];`,
      'odd.ts': `import { even } from './main.ts'; export const odd = (n: number): boolean => n !== 0 && even(n - 1);`,
      'numbers.ts': `export default function half(n: number) { return n / 2; } export const twice = (n: number) => n * 2;`,
    };
    const ran = await usedBy(files, ({ told }: { told(): unknown }) => {
      expect(told()).toEqual([8, 'default,twice', false, 2]);
    });
    expect(ran).toEqual(['main.ts', 'numbers.ts', 'odd.ts']);
  });
});
