import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { thorough } from '../vitest/quick.ts';
import { isRecent } from './commands/doctor.ts';
import { pod, TestCourse } from './testing/course.ts';
import { type RunOptions, timonel } from './testing/run.ts';
import { barOf, Waiting } from './waiting.ts';

let course: TestCourse;
beforeEach(() => {
  course = new TestCourse();
});
afterEach(() => course.remove());

const run = (args: readonly string[], options: RunOptions = {}) =>
  timonel([...args, '--root', course.root], { cwd: course.root, ...options });

describe('timonel list', () => {
  it('keeps to a module, by its number or its title', async () => {
    for (const module of ['3', 'istio', 'ISTIO']) {
      const { code, out } = await run(['list', '--module', module]);
      expect(code).toBe(0);
      expect(out).toContain('13  Despliegue canario');
      expect(out).not.toContain('Un Pod con nginx');
    }
  });

  it.each(['9', 'nada', '', '0'])('does not know the module %j', async (module) => {
    const { code, err } = await run(['list', '--module', module]);
    expect(code).toBe(2);
    expect(err.replace(/\s+/g, ' ')).toContain('3 Istio');
  });

  it('keeps to what is left, and says when nothing is', async () => {
    course.answer(pod);
    expect((await run(['list', '--pending'])).out).not.toContain('Un Pod con nginx');
    course.answer(pod, '13-despliegue-canario');
    expect((await run(['list', '--pending'])).out).toBe('Aquí no queda nada por hacer.\n');
  });

  it('tells programs the tries, hints and dates too', async () => {
    await run(['hint', '4']);
    const { exercises } = JSON.parse((await run(['list', '--format', 'json'])).out);
    expect(exercises[0]).toMatchObject({
      id: 'pod',
      number: 4,
      module: 'Kubernetes',
      status: 'pending',
      attempts: 0,
      hints: 1,
    });
    expect(exercises).toHaveLength(2);
  });
});

describe('timonel doctor', () => {
  thorough('tells what is needed apart from what is optional', async () => {
    const { code, out } = await run(['doctor']);
    expect(code).toBe(0);
    expect(out).toMatch(/✓ Node\.js +\d+\.\d+/);
    expect(out).toMatch(/kubectl/);
    expect(out).toContain('Todo lo necesario está.');
  });

  thorough('ends with 1 where there are no exercises', async () => {
    rmSync(course.path('exercises'), { recursive: true });
    const { code, out } = await run(['doctor', '--format', 'json']);
    expect(code).toBe(1);
    expect(JSON.parse(out).tools).toContainEqual(
      expect.objectContaining({ name: 'exercises/', required: true, ok: false }),
    );
  });

  it.each([
    ['18.20.0', false],
    ['20.18.3', false],
    ['20.19.0', true],
    ['22.0.0', true],
  ])('takes Node.js %s for recent: %s', (version, recent) => {
    expect(isRecent(version)).toBe(recent);
  });
});

describe('timonel completion', () => {
  it.each(['bash', 'zsh', 'fish'])('knows every command and its options in %s', async (shell) => {
    const { code, out } = await run(['completion', shell]);
    expect(code).toBe(0);
    for (const word of ['grade', 'doctor', 'reveal', 'lsp']) expect(out).toContain(word);
    expect(out).not.toContain('stdio');
  });

  thorough('completes in a real bash', async () => {
    const { out } = await run(['completion', 'bash']);
    const complete = (...words: readonly string[]) =>
      spawnSync(
        'bash',
        [
          '--norc',
          '-c',
          `${out}\nCOMP_WORDS=(timonel ${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}; _timonel; echo "\${COMPREPLY[@]}"`,
        ],
        { cwd: course.root, encoding: 'utf8' },
      ).stdout.trim();
    expect(complete('gr')).toBe('grade');
    expect(complete('grade', '--rev')).toBe('--reveal --review');
    expect(complete('notebook', 'im')).toBe('import');
    expect(complete('notebook', 'import', '--dr')).toBe('--dry-run');
    expect(complete('hint', '13')).toBe('13-despliegue-canario');
  });

  it('says which shells there are', async () => {
    expect(await run(['completion', 'tcsh'])).toMatchObject({ code: 2, err: expect.stringContaining('`fish`') });
  });
});

describe('--help', () => {
  it('teaches with examples and tells the exit codes', async () => {
    const { out } = await run(['grade', '--help']);
    expect(out).toContain('Ejemplos:\n  npx timonel grade');
    expect(out).toContain('con 1 si algo lo está');
    expect((await run(['--help'])).out).toContain('Para empezar:\n  npm start');
    expect((await run(['grade', '--help', '--lang', 'en'])).out).toContain('Examples:\n');
  });
});

describe('a bar', () => {
  it('is drawn on a terminal alone, after half a second, and leaves nothing behind', () => {
    const clock = vi.spyOn(performance, 'now').mockReturnValue(1000);
    const said: string[] = [];
    const err = { isTTY: true, write: (text: string) => said.push(text) };
    const waiting = new Waiting({ err, env: {} }, 2);
    waiting.step();
    expect(said).toEqual([]);
    clock.mockReturnValue(1520);
    waiting.step();
    waiting.end();
    clock.mockRestore();
    expect(said).toEqual([`\r${barOf(1, 2)}`, '\r\u001b[K']);
    expect(barOf(1, 2)).toBe(`${'█'.repeat(12)}${'░'.repeat(12)} 1/2`);
  });

  it('says at once what is done, where that is said, and nothing where nothing can be drawn over', async () => {
    const said: string[] = [];
    const write = (text: string) => said.push(text);
    new Waiting({ err: { isTTY: true, write }, env: {} }, 2, 'Leo…').end();
    expect(said).toEqual(['\rLeo…', '\r\u001b[K']);
    new Waiting({ err: { isTTY: true, write }, env: { TERM: 'dumb' } }, 2, 'Leo…').end();
    new Waiting({ err: { write }, env: {} }, 2, 'Leo…').end();
    expect(said).toHaveLength(2);
  });
});

describe('the launcher', () => {
  thorough('names the packages that a newer version needs', () => {
    const home = mkdtempSync(join(tmpdir(), 'timonel-viejo-'));
    cpSync('graders/cli/timonel.mjs', join(home, 'graders/cli/timonel.mjs'), { recursive: true });
    cpSync('graders/cli/bundle.mjs', join(home, 'graders/cli/bundle.mjs'));
    writeFileSync(join(home, 'graders/cli/main.ts'), "import 'un-paquete-nuevo';\n");
    mkdirSync(join(home, 'node_modules'));
    for (const name of ['esbuild', '@esbuild'])
      symlinkSync(join(process.cwd(), 'node_modules', name), join(home, 'node_modules', name));
    const { status, stderr } = spawnSync(process.execPath, [join(home, 'graders/cli/timonel.mjs'), 'list'], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH ?? '', LANG: 'C.UTF-8' },
    });
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr:
        'Esta versión de Timonel necesita paquetes que aún no están (un-paquete-nuevo). Instálalos con `npm install` y repite el comando.\n',
    });
    rmSync(home, { recursive: true });
  });

  it('says what to do where the dependencies are missing', () => {
    const home = mkdtempSync(join(tmpdir(), 'timonel-sin-nada-'));
    mkdirSync(join(home, 'graders/cli'), { recursive: true });
    for (const file of ['timonel.mjs', 'bundle.mjs'])
      cpSync(join('graders/cli', file), join(home, 'graders/cli', file));
    const { status, stderr } = spawnSync(process.execPath, [join(home, 'graders/cli/timonel.mjs'), 'list'], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH ?? '', LANG: 'C.UTF-8' },
    });
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'Faltan las dependencias de Timonel. Instálalas una vez con `npm install` y repite el comando.\n',
    });
    rmSync(home, { recursive: true });
  });
});
