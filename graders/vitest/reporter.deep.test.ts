import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { broken, pod, TestCourse } from '../cli/testing/course.ts';

let course: TestCourse;
beforeEach(() => {
  course = new TestCourse();
});
afterEach(() => course.remove());

/** `vitest run` over a small course, as `npm test` calls it. */
function run(...args: readonly string[]): { readonly code: number | null; readonly out: string } {
  const { status, stdout } = spawnSync(
    process.execPath,
    [join('node_modules/vitest/vitest.mjs'), 'run', '--project=graders', 'graders/vitest/', ...args],
    {
      encoding: 'utf8',
      env: { ...process.env, TIMONEL_ROOT: course.root, TIMONEL_LANG: 'es', NO_COLOR: '1', FORCE_COLOR: '' },
    },
  );
  return { code: status, out: stripVTControlCharacters(stdout) };
}

describe('npm test', () => {
  it('skips what is pending, passes what is right, and ends with the totals', () => {
    course.answer(pod);
    expect(run()).toEqual({
      code: 0,
      out: `
04  Un Pod con nginx    ✓ bien       5/5
13  Despliegue canario  ○ pendiente

1 bien · 1 pendiente

Soluciones  8 pruebas pasan

9 passed, 0 failed, 1 skipped
`,
    });
  });

  it('shows a wrong answer as `timonel grade` does, and says what is wrong with a solution', () => {
    course.answer(broken);
    course.write('solutions/04-pod/respuesta.yaml', broken);
    const { code, out } = run();
    expect(code).toBe(1);
    expect(out).toContain('exercises/04-pod/respuesta.yaml:4:3  yaml/duplicate-key');
    expect(out).toContain('4 │   name: otro\n          │   ^^^^');
    expect(out).toContain('04-pod > gives its reference full points');
    expect(out).toContain('is fail with 0 of 5: valido fail yaml/duplicate-key');
    expect(out).not.toMatch(/^\s+at |outcome\.ts/m);
    expect(out).toMatch(/\n7 passed, 2 failed, 1 skipped\n$/);
  });

  it('leaves vitest its own output, with the same frame and no stack', () => {
    course.answer(broken);
    const { out } = run('--reporter=verbose');
    expect(out).toMatch(/× .*04-pod/);
    expect(out).toContain('exercises/04-pod/respuesta.yaml:4:3  yaml/duplicate-key');
    expect(out).not.toMatch(/^\s+at |❯ .*outcome\.ts/m);
  });
});
