import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshBundle, loadBundle } from './bundle.mjs';
import { broken, TestCourse } from './testing/course.ts';
import { launch, stackTrace } from './testing/run.ts';

let course: TestCourse;
beforeEach(() => {
  course = new TestCourse();
});
afterEach(() => course.remove());

describe('the installed command', () => {
  it('runs from any folder, with its exit code', () => {
    course.answer(broken);
    expect(launch(['grade', '4', '--root', course.root], { cwd: '/' })).toMatchObject({ code: 1, err: '' });
    expect(launch(['grade', '99', '--root', course.root]).code).toBe(2);
    expect(launch(['-V']).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('reads the exercises of the repository when nothing else is said', () => {
    const { code, out, err } = launch(['list'], { cwd: course.root });
    expect(code).toBe(0);
    expect(out).not.toContain('Un Pod con nginx    ○');
    expect(`${out}${err}`).not.toMatch(stackTrace);
  });
});

describe('freshBundle', () => {
  const cache = () => course.path('node_modules/.cache/timonel');
  const builds = () => readdirSync(cache()).filter((name) => name.startsWith('build-'));
  const said = async () => (loadBundle(await freshBundle(course.root)).exports.main as () => string)();
  const later = (path: string) => utimesSync(course.path(path), new Date(), new Date(Date.now() + 5000));

  beforeEach(() => {
    mkdirSync(course.path('node_modules'));
    course.write('graders/cli/main.ts', "import { word } from './word.ts';\nexport const main = (): string => word;\n");
    course.write('graders/cli/word.ts', "export const word: string = 'uno';\n");
  });

  it('builds once and uses what it built', async () => {
    expect(await said()).toBe('uno');
    const [first] = builds();
    expect(await said()).toBe('uno');
    expect(builds()).toEqual([first]);
  });

  it('tells that it builds, and only then', async () => {
    let built = 0;
    const building = () => built++;
    await freshBundle(course.root, building);
    await freshBundle(course.root, building);
    later('graders/cli/word.ts');
    await freshBundle(course.root, building);
    expect(built).toBe(1);
    course.write('graders/cli/word.ts', "export const word: string = 'otro';\n");
    await freshBundle(course.root, building);
    expect(built).toBe(2);
  });

  it('keeps every sign as it was written, in regular expressions and templates too', async () => {
    course.write(
      'graders/cli/word.ts',
      "const tag = ({ 0: text }: TemplateStringsArray): string => text;\nexport const word: string = /^[«•]$/.test('•') && /^[😀-😂]$/u.test('😁') ? tag`añil · 😁` : 'mal';\n",
    );
    expect(await said()).toBe('añil · 😁');
  });

  it('builds again when a source changed', async () => {
    expect(await said()).toBe('uno');
    course.write('graders/cli/word.ts', "export const word: string = 'dos!';\n");
    expect(await said()).toBe('dos!');
  });

  it('does not build again when a source was only touched', async () => {
    await said();
    const [first] = builds();
    later('graders/cli/word.ts');
    await said();
    expect(builds()).toEqual([first]);
    expect(readFileSync(`${cache()}/bundle.txt`, 'utf8')).toContain(first);
  });

  it('keeps the compiled code, and does without it when it is damaged', async () => {
    const folder = await freshBundle(course.root);
    const cacheFile = `node_modules/.cache/timonel/${builds()[0]}/main.${process.version}.cache`;
    // A process of its own: in this one V8 would remember the code and not look at the file.
    const code = `import { loadBundle } from ${JSON.stringify(pathToFileURL(resolve('graders/cli/bundle.mjs')).href)};
      const { exports, keep } = loadBundle(${JSON.stringify(folder)}, Infinity, process.argv[1] === 'stays');
      console.log(exports.main());
      keep();`;
    const load = (...args: readonly string[]) =>
      spawnSync(process.execPath, ['--input-type=module', '-e', code, ...args], { encoding: 'utf8' }).stdout;
    const kept = () => readFileSync(course.path(cacheFile));
    expect(load()).toBe('uno\n');
    const compiled = kept();
    expect(load()).toBe('uno\n');
    expect(kept()).toEqual(compiled);
    // A command that stays takes the same one, and leaves one that the others take.
    expect(load('stays')).toBe('uno\n');
    expect(kept()).toEqual(compiled);
    course.write(cacheFile, '');
    expect(load('stays')).toBe('uno\n');
    const [left, { mtimeMs }] = [kept(), statSync(course.path(cacheFile))];
    expect(load()).toBe('uno\n');
    expect(kept()).toEqual(left);
    expect(statSync(course.path(cacheFile)).mtimeMs).toBe(mtimeMs);
    course.write(cacheFile, compiled.subarray(0, 10));
    expect(load()).toBe('uno\n');
    expect(kept().length).toBe(compiled.length);
  });

  it('builds again after a damaged record', async () => {
    await said();
    course.write('node_modules/.cache/timonel/bundle.txt', '3 ');
    expect(await said()).toBe('uno');
  });
});
