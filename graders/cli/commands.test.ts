import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { broken, pod, TestCourse } from './testing/course.ts';
import { type RunOptions, stackTrace, timonel } from './testing/run.ts';

let course: TestCourse;
beforeEach(() => {
  course = new TestCourse();
});
afterEach(() => course.remove());

/** The command from inside of the course. */
const run = (args: readonly string[], options: RunOptions = {}) =>
  timonel([...args, '--root', course.root], { cwd: course.root, ...options });

describe('timonel grade', () => {
  it('ends with 0 when nothing is answered', async () => {
    const { code, out } = await run(['grade']);
    expect(code).toBe(0);
    expect(out).toBe('04  Un Pod con nginx    ○ pendiente\n13  Despliegue canario  ○ pendiente\n\n2 pendientes\n');
  });

  it('ends with 1 and shows the line when an answer is wrong', async () => {
    course.answer(broken);
    const { code, out } = await run(['grade', '4']);
    expect(code).toBe(1);
    expect(out).toContain('exercises/04-pod/respuesta.yaml:4:3  yaml/duplicate-key');
    expect(out).toContain('  4 │   name: otro\n          │   ^^^^');
    expect(out).toContain('npx timonel hint 4');
  });

  it.each(['4', '04', '004', 'pod', '04-pod', 'exercises/04-pod/', 'exercises/04-pod/respuesta.yaml'])(
    'knows exercise 04 as %s',
    async (name) => {
      const { code, out } = await run(['grade', name, '--format', 'json']);
      expect(code).toBe(0);
      expect(JSON.parse(out).exercises.map(({ folder }: { folder: string }) => folder)).toEqual(['04-pod']);
    },
  );

  it('grades the reference answers in the place of the student’s', async () => {
    course.answer(broken);
    const { code, out } = await run(['grade', '--dir', 'solutions', '--format', 'json', '4', '13']);
    expect(code).toBe(0);
    const points = { min: 5, max: 5, of: 5 };
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      exercises: [
        { number: 4, status: 'pass', points },
        { number: 13, status: 'pass', points },
      ],
    });
  });

  it('names the files of --dir as they can be opened', async () => {
    course.write('entrega/04-pod/respuesta.yaml', broken);
    expect((await run(['grade', '4', '--dir', 'entrega'])).out).toContain(' entrega/04-pod/respuesta.yaml:4:3 ');
  });

  it('speaks English where the locale does, and Spanish where it says nothing', async () => {
    expect((await run(['grade'], { env: { LC_ALL: 'en_US.UTF-8' } })).out).toContain('2 pending');
    expect((await run(['grade'], { env: { LANG: 'en_GB' } })).out).toContain('2 pending');
    expect((await run(['grade'], { env: { LC_ALL: 'es_ES.UTF-8', LANG: 'en_US' } })).out).toContain('2 pendientes');
    expect((await run(['grade'], { env: { LC_ALL: 'C' } })).out).toContain('2 pendientes');
    expect((await run(['grade', '--lang', 'en'], { env: { LANG: 'es_ES' } })).out).toContain('2 pending');
  });

  it('uses colours only when asked to without a terminal', async () => {
    expect((await run(['grade'])).out).not.toContain('\u001b');
    expect((await run(['grade'], { env: { FORCE_COLOR: '1' } })).out).toContain('\u001b[');
    expect((await run(['grade'], { env: { FORCE_COLOR: '0', NO_COLOR: '1' } })).out).not.toContain('\u001b');
  });

  it('grades the other exercises when one cannot be read', async () => {
    course.write('exercises/04-pod/exercise.yaml', 'id: pod\nanswers: [\n');
    course.answer(pod, '13-despliegue-canario');
    const { code, out } = await run(['grade', '--format', 'json']);
    expect(code).toBe(2);
    const [first, second] = JSON.parse(out).exercises;
    expect(first).toMatchObject({ number: 4, status: 'error', checks: [{ findings: [{ id: 'yaml/syntax' }] }] });
    expect(second).toMatchObject({ number: 13, status: 'pass' });
  });
});

describe('calls that cannot be done', () => {
  it.each([
    [['grade', '99'], 'No hay ningún ejercicio `99`: van del 4 al 13.'],
    [['grade', 'despliege-canario'], '¿Querías decir `despliegue-canario`?'],
    [['grde'], '¿Querías decir `grade`?'],
    [['zzzzzzzz'], 'No existe el comando `zzzzzzzz`.'],
    [['grade', '--formato', 'json'], 'La opción `--formato` no existe.'],
    [['grade', '--format', 'xml'], '`xml` no vale para `--format`: se admite `human | json | junit | sarif | github'],
    [['grade', '--dir'], 'La opción `--dir` necesita un valor.'],
    [['check'], 'Falta `RUTAS`.'],
    [['hint'], 'Falta `N`.'],
    [['list', 'sobra'], 'Sobran palabras.'],
    [['hint', '4', '9'], 'tiene 2 pistas'],
    [['explain', 'yaml/duplicated-key'], '¿Querías decir `yaml/duplicate-key`?'],
    [['explain', 'nada'], 'No conozco el hallazgo `nada`.'],
    [['check', 'no-existe.yaml'], 'No existe `no-existe.yaml`.'],
    [['request', 'http://web/'], '--world'],
    [['request', 'http://web/', '--world', 'solutions', '-H', 'sin-dos-puntos'], 'no es una cabecera'],
    [['start', '--port', 'x'], '`x` no vale para `--port`'],
  ])('%j ends with 2 and one sentence', async (args, sentence) => {
    const { code, out, err } = await run(args);
    expect(code).toBe(2);
    expect(`${out}${err}`.replace(/\s+/g, ' ')).toContain(sentence);
    expect(`${out}${err}`).not.toMatch(stackTrace);
  });

  it('refuses a language it does not speak', async () => {
    expect(await run(['list', '--lang', 'de'])).toMatchObject({ code: 2, err: '`--lang` admite `es` o `en`.\n' });
  });

  it('says where there are no exercises', async () => {
    rmSync(course.path('exercises'), { recursive: true });
    expect(await run(['list'])).toMatchObject({
      code: 2,
      err: 'Aquí no hay ejercicios: falta la carpeta `exercises/`.\n',
    });
    expect((await run(['grade', '4'])).code).toBe(2);
  });

  it('never lets a name give orders to the terminal', async () => {
    const { err } = await run(['grade', '\u001b[31m13']);
    expect(err).toContain('␛[31m13');
    expect(err).not.toContain('\u001b');
  });
});

describe('--help', () => {
  it('is in the language of the person, for every command', async () => {
    expect((await run(['--help'])).out).toContain('Uso: npx timonel <comando> [opciones]');
    expect((await run(['--help', '--lang', 'en'])).out).toContain('Usage: npx timonel <command> [options]');
    for (const name of [
      'grade',
      'check',
      'request',
      'image',
      'cluster',
      'lab',
      'list',
      'next',
      'hint',
      'reset',
      'explain',
      'start',
      'notebook',
      'notebook export',
      'notebook import',
      'notebook feedback',
      'notebook scaffold',
      'doctor',
      'completion',
      'lsp',
    ]) {
      const { code, out } = await run([...name.split(' '), '--help']);
      expect(code).toBe(0);
      expect(out).toContain(`Uso: npx timonel ${name}`);
      expect(out).not.toMatch(/Usage|Options|display help|default:|choices|<file>|\[files/);
    }
  });

  it('is what a call without a command shows', async () => {
    expect(await run([])).toMatchObject({ code: 0, out: (await run(['--help'])).out });
  });
});

describe('timonel list, next and hint', () => {
  it('lists by module', async () => {
    course.answer(pod);
    expect(await run(['list'])).toMatchObject({
      code: 0,
      out: 'Kubernetes\n  04  Un Pod con nginx    ✓ bien       5/5\n\nIstio\n  13  Despliegue canario  ○ pendiente\n\n1 bien · 1 pendiente\n',
    });
  });

  it('goes to the first exercise that is not done, and says when none is left', async () => {
    expect((await run(['next'])).out).toContain('04 · Un Pod con nginx');
    course.answer(pod);
    expect((await run(['next'])).out).toContain('13 · Despliegue canario');
    course.answer(pod, '13-despliegue-canario');
    expect(await run(['next'])).toMatchObject({ code: 0, out: 'No queda ningún ejercicio por hacer.\n' });
  });

  it('gives one more hint each time, and any of them again', async () => {
    expect((await run(['hint', '4'])).out).toContain('Pista 1 de 2\n  Primera pista.');
    expect((await run(['hint', '4'])).out).toContain('Pista 2 de 2\n  Segunda pista.');
    expect((await run(['hint', '4'])).out).toContain('Pista 2 de 2');
    expect((await run(['hint', '4', '1'])).out).toContain('Primera pista.');
    expect((await run(['hint', '13'])).out).toContain('Pista 1 de 2');
  });
});

describe('timonel reset', () => {
  const copies = () => readdirSync(course.path('.timonel/backups'), { recursive: true, encoding: 'utf8' });
  const answer = () => readFileSync(course.path('exercises/04-pod/respuesta.yaml'), 'utf8');

  it('does not lose an answer when nobody can be asked', async () => {
    course.answer(broken);
    expect((await run(['reset', '4'])).code).toBe(2);
    expect(answer()).toBe(broken);
  });

  it('puts the answer back and keeps a copy', async () => {
    course.answer(broken);
    const { code, out } = await run(['reset', '4', '--yes']);
    expect(code).toBe(0);
    expect(answer()).toBe('# Escribe aquí tu respuesta\n');
    const copy = copies().find((name) => name.endsWith('respuesta.yaml')) ?? '';
    expect(copy).toMatch(/^04-pod\/\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\/respuesta\.yaml$/);
    expect(readFileSync(course.path('.timonel/backups', copy), 'utf8')).toBe(broken);
    expect(out).toContain(copy);
  });

  it('keeps every copy of answers that are reset in the same second', async () => {
    for (const text of ['a: 1\n', 'a: 2\n', 'a: 3\n']) {
      course.answer(text);
      await run(['reset', '4', '--yes']);
    }
    expect(copies().filter((name) => name.endsWith('respuesta.yaml'))).toHaveLength(3);
  });

  it('restores an answer that is missing without asking, and leaves a fresh one alone', async () => {
    rmSync(course.path('exercises/04-pod/respuesta.yaml'));
    expect((await run(['reset', '4'])).code).toBe(0);
    expect(answer()).toBe('# Escribe aquí tu respuesta\n');
    expect((await run(['reset', '4'])).out).toBe('El ejercicio 4 ya está como al principio.\n');
  });

  it.each([
    ['s', '# Escribe aquí tu respuesta\n'],
    ['Sí', '# Escribe aquí tu respuesta\n'],
    ['n', broken],
    ['', broken],
  ])('asks on a terminal and takes %j for an answer', async (typed, left) => {
    course.answer(broken);
    const { code, out } = await run(['reset', '4'], { typed: `${typed}\n` });
    expect(code).toBe(0);
    expect(out).toContain('¿Dejo `exercises/04-pod/respuesta.yaml` como al principio?');
    expect(answer()).toBe(left);
  });

  it('takes the end of what is typed for a no', async () => {
    course.answer(broken);
    expect((await run(['reset', '4'], { typed: '' })).out).toContain('No he tocado nada.');
    expect(answer()).toBe(broken);
  });

  it('keeps bytes that are no text', async () => {
    const bytes = Uint8Array.from([0xff, 0xfe, 0, 1, 2]);
    course.answer(bytes);
    await run(['reset', '4', '--yes']);
    const copy = copies().find((name) => name.endsWith('respuesta.yaml')) ?? '';
    expect(new Uint8Array(readFileSync(course.path('.timonel/backups', copy)))).toEqual(bytes);
  });
});

describe('formats of other programs', () => {
  it('are written for what is wrong, with the exit code that says so', async () => {
    course.answer(broken);
    const github = await run(['grade', '--format', 'github']);
    expect(github.code).toBe(1);
    expect(github.out).toMatch(/^::error file=exercises\/04-pod\/respuesta\.yaml,line=4,endLine=4,col=3,.*::.+\n$/);
    const sarif = await run(['grade', '4', '--format', 'sarif']);
    expect(sarif.code).toBe(1);
    expect(JSON.parse(sarif.out).runs[0].results[0]).toMatchObject({
      ruleId: 'yaml/duplicate-key',
      locations: [{ physicalLocation: { artifactLocation: { uri: 'exercises/04-pod/respuesta.yaml' } } }],
    });
    expect((await run(['grade', '4', '--format', 'junit'])).out).toContain('<failure message="exercises/04-pod');
  });

  it('of Exercism end with 0 whenever the grading worked', async () => {
    course.answer(broken);
    const { code, out } = await run(['grade', '4', '--format', 'exercism']);
    expect(code).toBe(0);
    expect(JSON.parse(out).status).toBe('fail');
  });

  it('name every check of what nobody has answered', async () => {
    const { code, out } = await run(['grade', '4', '--format', 'gradescope']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ score: 0, tests: [{ score: 0, max_score: 5 }] });
  });

  it('add to the summary of a step of GitHub Actions', async () => {
    course.answer(broken);
    const summary = course.write('summary.md', 'before\n');
    await run(['grade', '--format', 'github'], { env: { GITHUB_STEP_SUMMARY: summary } });
    await run(['check', 'exercises/04-pod/respuesta.yaml', '--format', 'github'], {
      env: { GITHUB_STEP_SUMMARY: summary },
    });
    const text = readFileSync(summary, 'utf8');
    expect(text).toMatch(/^before\n## Timonel\n/);
    expect(text).toContain('| 4 | Un Pod con nginx | por corregir | 0/5 |');
    expect(text).toContain('## timonel check\n');
  });

  it('say that the summary cannot be written, and grade all the same', async () => {
    const { code, err } = await run(['grade', '--format', 'github'], {
      env: { GITHUB_STEP_SUMMARY: course.path('nowhere', 'summary.md') },
    });
    expect(code).toBe(0);
    expect(err).toContain('ENOENT');
  });

  it('are offered by check where they make sense', async () => {
    course.answer(broken);
    const file = 'exercises/04-pod/respuesta.yaml';
    const { code, out } = await run(['check', file, '--format', 'sarif']);
    expect(code).toBe(1);
    expect(JSON.parse(out).runs[0].results[0]).toMatchObject({ ruleId: 'yaml/duplicate-key', level: 'error' });
    expect((await run(['check', file, '--format', 'github'])).out).toMatch(/^::error file=exercises\/04-pod/);
    expect((await run(['check', file, '--format', 'junit'])).code).toBe(2);
  });
});
