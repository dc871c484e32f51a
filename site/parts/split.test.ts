import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { Statements } from './functions.ts';
import { type Module, readModules } from './modules.ts';
import { withShortNames } from './names.ts';
import { splitModules, type Uses } from './split.ts';
import { Trial } from './trial.ts';

interface Main {
  few(n: number): unknown;
  many(n: number): unknown;
  name(n: number): unknown;
}

/** Words that make a function worth a module of its own. */
const long = `const words = ${JSON.stringify('palabras '.repeat(60))};`;

const files = {
  'main.ts': `import { twice as double } from './numbers.ts';
    import { Deep } from './deep.ts';
    const table = [1, 2, 3];
    let runs = 0;
    export const few = (n: number) => [double(n), table.length, ++runs > 0, ...[n].map(double), Math.max(...double(n) ? [1] : [])];
    export function many(n: number, { more = 1 } = {}) { ${long}
      return [words.length, double(n) + more, secret[n], made[n], own(n), [...new Deep(n).below()], new Deep(n).deeper(), counted(n)]; }
    export const name = (n: number) => new Deep(n).name;
    const paired = (word: string): string => { ${long} return word + word + words[0]; };
    const secret = ['cero', 'uno', 'dos'];
    const made = secret.map((word) => paired(word));
    const own = (n: number): number => { ${long} return n === 0 ? table[0] : own(n - 1) + words.length; };
    function counted(n: number) { ${long} return runs + n + words.length; }`,
  'numbers.ts': `export const twice = (n: number) => n * 2;`,
  'deep.ts': `class Base { name = 'base'; deeper(): unknown { return this.name; } }
    export class Deep extends Base {
      #own = 3;
      constructor(public n: number) { super(); }
      *below() { ${long} for (let at = this.n; at > 0; at--) yield at; yield arguments.length + words.length; }
      deeper() { ${long} return [super.deeper(), this.#own, words.length]; }
    }`,
};

describe('what only some uses run of a module', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  const few = ({ few }: Main): void => void few(1);
  const many = ({ many }: Main): void => void many(2);

  async function split(...uses: readonly (readonly [string, (main: Main) => void])[]) {
    const root = mkdtempSync(join(tmpdir(), 'timonel-trozos-'));
    folders.push(root);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
    const read = await readModules(root, ['main.ts']);
    const statements = new Statements();
    const trial = new Trial(read, statements);
    const ran: Uses = new Map(uses.map(([name, work]) => [name, trial.usedBy('main.ts', [work])]));
    const [modules, used] = splitModules(read, ran, statements);
    return { read, modules: withShortNames(modules, ['main.ts']), used };
  }

  /** @returns what `work` gives, and the modules that ran */
  function run<T>(modules: readonly Module[], work: (main: Main) => T): readonly [T, readonly string[]] {
    let result: T | undefined;
    const keep = (main: Main): void => {
      result = work(main);
    };
    const ran = new Trial(modules, new Statements()).usedBy('main.ts', [keep]);
    return [result as T, [...ran].filter((name) => !name.includes('#')).sort()];
  }

  it('stands in modules of its own, and means the same', async () => {
    const { read, modules } = await split(['few', few], ['both', many]);
    for (const work of [(main: Main) => main.few(1), (main: Main) => [main.many(2), main.few(3), main.many(0)]])
      expect(run(modules, work)[0]).toEqual(run(read, work)[0]);
    expect(run(modules, ({ many }) => many(1))[0]).toMatchObject([
      540,
      3,
      'uno',
      'unounop',
      541,
      [1, 540],
      ['base', 3, 540],
      541,
    ]);
  });

  it('is left out by who does not run it, with the constants that nothing else looks at', async () => {
    const { modules, used } = await split(['few', few], ['both', many]);
    expect([...(used.get('few') ?? [])].sort()).toEqual(['main.ts', 'numbers.ts']);
    expect([...(used.get('both') ?? [])].sort()).toEqual(['deep.ts', 'main.ts', 'main.ts?0', 'numbers.ts']);
    expect(run(modules, few)[1]).toEqual(['main.ts', 'numbers.ts']);
    const bodyOf = (path: string) => modules.find((one) => one.path === path)?.body;
    expect(bodyOf('main.ts')).not.toContain('cero');
    expect(bodyOf('main.ts?0')).toContain('cero');
    // It looks at what changes.
    expect(bodyOf('main.ts')).toContain('counted(n) {');
  });

  it('is a method too, unless it looks at what only a class sees', async () => {
    const { read, modules, used } = await split(['all', many], ['name', ({ name }) => void name(1)]);
    expect(used.get('name')).toEqual(new Set(['main.ts', 'deep.ts']));
    expect(used.get('all')).toContain('deep.ts?0');
    const bodyOf = (path: string) => modules.find((one) => one.path === path)?.body;
    expect(bodyOf('deep.ts?0')).toContain('yield at');
    expect(bodyOf('deep.ts')).toContain('super.deeper()');
    expect(run(modules, ({ many }) => many(3))[0]).toEqual(run(read, ({ many }) => many(3))[0]);
  });
});
