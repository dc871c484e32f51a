import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runSteps, type Step, steps } from './steps.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'timonel-genera-'));
  write('graders/make.ts', "import { word } from './deep/word.ts';\nimport type {\n  Thing,\n} from './thing.ts';\n");
  write('graders/deep/word.ts', "export const word = 'a';\n");
  write('graders/thing.ts', 'export interface Thing {}\n');
  write('exercises/course.yaml', '');
  write('exercises/01-uno/exercise.yaml', 'a: 1\n');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** Copies definitions; its module is code that it may be made with. */
const copies: Step = {
  name: 'copies',
  modules: ['graders/make.ts'],
  reads: ['exercises/*/exercise.yaml'],
  writes: ['schemas/copy.json'],
  run: (at) => write('schemas/copy.json', readFileSync(join(at, 'exercises/01-uno/exercise.yaml'), 'utf8')),
};
const other: Step = { name: 'other', modules: [], reads: ['other.txt'], writes: [], run: () => undefined };
const run = (all = false) => runSteps(root, all, [copies, other]);

describe('what is generated', () => {
  it('is all made where nothing is known, and nothing the next time', async () => {
    expect(await run()).toEqual(['copies', 'other']);
    expect(await run()).toEqual([]);
  });

  it('is all made when that is asked for', async () => {
    await run();
    expect(await run(true)).toEqual(['copies', 'other']);
  });

  it.each([false, true])('is not made again after a run of other parts alone, of all of them: %s', async (all) => {
    await run();
    expect(await runSteps(root, all, [other])).toEqual(all ? ['other'] : []);
    expect(await run()).toEqual([]);
  });

  it('does not ask when a file was written, only what is in it', async () => {
    await run();
    write('exercises/01-uno/exercise.yaml', 'a: 1\n');
    utimesSync(join(root, 'graders/make.ts'), new Date(), new Date());
    expect(await run()).toEqual([]);
  });

  it.each([
    ['a file that is read', 'exercises/01-uno/exercise.yaml', 'a: 2\n'],
    ['a file that is new', 'exercises/02-dos/exercise.yaml', 'a: 2\n'],
    ['a module', 'graders/make.ts', '// another\n'],
    ['a module that it imports', 'graders/deep/word.ts', "export const word = 'b';\n"],
    ['a type that it imports', 'graders/thing.ts', 'export interface Thing { a: 1 }\n'],
    ['what was written, by somebody else', 'schemas/copy.json', 'by hand\n'],
  ])('is made again, and nothing else, after a change of %s', async (_, path, text) => {
    await run();
    write(path, text);
    expect(await run()).toEqual(['copies']);
    expect(readFileSync(join(root, 'schemas/copy.json'), 'utf8')).toBe(
      readFileSync(join(root, 'exercises/01-uno/exercise.yaml'), 'utf8'),
    );
    expect(await run()).toEqual([]);
  });

  it('is made again where the record cannot be read', async () => {
    await run();
    write('node_modules/.cache/timonel/generate.json', '{"copies"');
    expect(await run()).toEqual(['copies', 'other']);
  });
});

it('has modules that exist, and generates into the repository alone', () => {
  for (const { modules, writes } of steps) {
    for (const module of modules) expect(readFileSync(module, 'utf8')).toContain('export');
    for (const path of writes) expect(path).toMatch(/^(?:schemas|graders|exercises)\//);
  }
});
