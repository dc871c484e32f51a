import { existsSync, readFileSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import './commands/gate.ts';
import './commands/new.ts';
import { thorough } from '../vitest/quick.ts';
import { TestCourse } from './testing/course.ts';
import { stackTrace, timonel } from './testing/run.ts';

let course: TestCourse;
beforeEach(() => {
  course = new TestCourse();
});
afterEach(() => course.remove());

const run = (...args: readonly string[]) => timonel([...args, '--root', course.root]);
const read = (path: string) => readFileSync(course.path(path), 'utf8');

describe('timonel new exercise', () => {
  it('takes the next number, makes an id of a title, and says what comes then', async () => {
    const { code, out, err } = await run('new', 'exercise', 'Política de red');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('  exercises/14-politica-de-red/exercise.yaml\n');
    expect(out).toContain('npx timonel gate 14 --watch');
    expect(read('exercises/14-politica-de-red/exercise.yaml')).toContain(
      'title: { es: "Política de red", en: "POR HACER:',
    );
    expect(read('exercises/14-politica-de-red/exercise.yaml')).toContain('lesson: kubernetes\n');
    expect(read('exercises/14-politica-de-red/respuesta.yaml')).toBe('# Escribe aquí tus manifiestos.\n');
  });

  it('makes words of an id, and takes what it is told', async () => {
    await run('new', 'exercise', 'dos-capas', '--number', '7', '--title-en', 'Layers', '--format', 'dockerfile');
    const spec = read('exercises/07-dos-capas/exercise.yaml');
    expect(spec).toContain('title: { es: "Dos capas", en: "Layers" }');
    expect(spec).toContain('answers: [{ file: Dockerfile, format: dockerfile }]');
  });

  it.each([
    [['pod'], 'El id `pod` ya es de `04-pod`'],
    [['otro', '--number', '13'], 'El 13 ya es de `13-despliegue-canario`'],
    [['otro', '--number', '1e3'], '`1e3` no es un número de ejercicio'],
    [['¿?'], '«¿?» no da un nombre de carpeta'],
    [['../fuera', '--format', 'x'], '`x` no vale para `--format`'],
  ])('refuses %j', async (args, words) => {
    const { code, err } = await run('new', 'exercise', ...args);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });

  it('keeps to the folders of the course whatever the name', async () => {
    await run('new', 'exercise', '../../fuera');
    expect(existsSync(course.path('exercises/14-fuera/exercise.yaml'))).toBe(true);
  });

  it('writes over nothing', async () => {
    course.write('solutions/14-otro/respuesta.yaml', 'a: 1\n');
    const { code, err } = await run('new', 'exercise', 'otro');
    expect(code).toBe(2);
    expect(err).toContain('`solutions/14-otro/respuesta.yaml` ya existe');
    expect(existsSync(course.path('exercises/14-otro'))).toBe(false);
  });
});

describe('timonel new rule', () => {
  it('is refused where there is no engine', async () => {
    const { code, err } = await run('new', 'rule', 'kubernetes/mia');
    expect(code).toBe(2);
    expect(err).toContain('Las reglas son parte del motor');
  });

  it.each(['mia', 'azure/mia', 'docker/Mia', 'docker/a/b', 'docker/'])('refuses the id %s', async (name) => {
    const { code, err } = await run('new', 'rule', name);
    expect(code).toBe(2);
    expect(err).toContain('no es el id de una regla');
  });

  it('writes the rule, its page and its cases, and makes it known', async () => {
    course.write('graders/rules/kubernetes/.keep', '');
    const { code, out } = await run('new', 'rule', 'kubernetes/mia');
    expect(code).toBe(0);
    expect(out).toContain('  graders/rules/kubernetes/mia/cases/invalid.yaml\n');
    expect(read('graders/generated/rules.ts')).toContain("from '../rules/kubernetes/mia/rule.ts'");
    const again = await run('new', 'rule', 'kubernetes/mia');
    expect(again.err).toContain('La regla `kubernetes/mia` ya existe');
    const gate = await run('gate');
    expect(gate.out).toContain('graders/rules/kubernetes/mia/rule.ts:7: POR HACER: di en una frase qué está mal.');
  });
});

describe('timonel gate', () => {
  it('lists what is wrong and what is left to do, each where it is', async () => {
    await run('new', 'exercise', 'nuevo');
    const { code, out } = await run('gate', '14');
    expect(code).toBe(1);
    expect(out).toContain('✗ 14-nuevo  partida 1/1 · referencia 1/1 · buenas 1/1 · malas 1/1');
    expect(out).toContain('exercises/14-nuevo/enunciado.md:3: POR HACER: cuenta en dos o tres frases');
    expect(out).toMatch(/Queda: 2 errores y \d+ cosas por hacer/);
    expect(out).not.toMatch(stackTrace);
  });

  it.each([
    ['broken YAML', 'a: [', 'exercises/04-pod/exercise.yaml:1: '],
    [
      'a field that does not exist',
      'id: pod\nnumero: 4\n',
      'exercises/04-pod/exercise.yaml:2: El campo `numero` no existe',
    ],
    ['nothing', '', 'exercises/04-pod/exercise.yaml:1: '],
    ['only an id', 'id: pod\n', 'exercises/04-pod/exercise.yaml:1: Aquí falta el campo'],
  ])('tells %s in a sentence', async (_, text, words) => {
    course.write('exercises/04-pod/exercise.yaml', text);
    const { code, out, err } = await run('gate', '4');
    expect([code, err]).toEqual([1, '']);
    expect(out).toContain(words);
    expect(out + err).not.toMatch(stackTrace);
  });

  it('stands an exercise without a solution', async () => {
    rmSync(course.path('solutions'), { recursive: true });
    const { code, out, err } = await run('gate', '4');
    expect([code, err]).toEqual([1, '']);
    expect(out).toContain('solutions/04-pod/respuesta.yaml: ');
  });

  it('speaks English too', async () => {
    course.write('exercises/04-pod/exercise.yaml', 'id: pod\nnumero: 4\n');
    const { out } = await run('gate', '4', '--lang', 'en');
    expect(out).toContain('exercises/04-pod/exercise.yaml:2: There is no field `numero` here.');
    expect(out).toContain('Left: 1 error and 0 things to do');
  });
});

describe('timonel gate --accept', () => {
  thorough('writes the findings of a typical mistake and what follows from the definition, and shows it', async () => {
    await run('new', 'exercise', 'nuevo');
    const rejected = 'solutions/14-nuevo/rejected/ejemplo/respuesta.yaml';
    const right = read(rejected);
    course.write(rejected, right.replace('# expect: reach/no-endpoints', '# expect: reach/status'));
    const statement = read('exercises/14-nuevo/enunciado.md');
    course.write('exercises/14-nuevo/enunciado.md', statement.replace('Con 3,6 de 4 puntos', 'Con pocos puntos'));
    expect((await run('gate', '14')).out).toContain('exercises/14-nuevo/enunciado.md: no dice lo que dice');
    const { out } = await run('gate', '14', '--accept');
    expect(out).toContain('-     app: webs # expect: reach/status');
    expect(out).toContain('malas 1/1');
    expect(read(rejected)).toMatch(/expect: reach\/no-endpoints/);
    expect(read(rejected)).not.toContain('reach/status');
    expect(read('exercises/14-nuevo/enunciado.md')).toBe(statement);
    const again = await run('gate', '14', '--accept');
    expect(again.out).not.toContain('expect: reach');
  });

  it('announces nothing that would not hold', async () => {
    await run('new', 'exercise', 'nuevo');
    const rejected = 'solutions/14-nuevo/rejected/ejemplo/respuesta.yaml';
    const passes = read('solutions/14-nuevo/respuesta.yaml');
    course.write(rejected, passes);
    expect((await run('gate', '14', '--accept')).out).toContain('rejected/ejemplo: queda');
    expect(read(rejected)).toBe(passes);
  });
});

describe('grade', () => {
  it.each([
    ['world: [given/nada.yaml]\n', '`given/nada.yaml` no existe: el mundo es de ficheros de `given/`.'],
    ['checks:\n  - { id: a, kind: valid, needs: [b] }\n', '`needs` nombra `b`, que no es una comprobación anterior.'],
  ])('says where a definition names what is not there', async (lines, words) => {
    const spec = read('exercises/04-pod/exercise.yaml');
    const changed = lines.startsWith('checks')
      ? spec.replace(/checks:\n.*\n/, lines)
      : spec.replace('checks:', `${lines}checks:`);
    course.write('exercises/04-pod/exercise.yaml', changed);
    const { code, out } = await run('grade', '4');
    expect(code).toBe(2);
    expect(out).toContain(words);
  });
});
