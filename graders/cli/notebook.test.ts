import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pod, TestCourse } from './testing/course.ts';
import { type RunOptions, stackTrace, timonel } from './testing/run.ts';

let course: TestCourse;
beforeEach(() => {
  course = new TestCourse();
});
afterEach(() => course.remove());

const run = (args: readonly string[], options: RunOptions = {}) =>
  timonel(['notebook', ...args, '--root', course.root], { cwd: course.root, ...options });

const textOf = (path: string) => readFileSync(course.path(path), 'utf8');
const answerOf = (folder = '04-pod') => textOf(`exercises/${folder}/respuesta.yaml`);

/** A notebook that answers exercise 4, and 13 where it is given, in cells of one's own. */
function handedIn(four: string, thirteen?: string, name = 'cuaderno.ipynb'): string {
  const cell = (source: string) => ({ cell_type: 'markdown', metadata: {}, source });
  const cells = [cell(`4.\n\n\`\`\`yaml\n${four}\`\`\`\n\nLo he probado.`)];
  if (thirteen !== undefined) cells.push(cell(`13.\n\n\`\`\`yaml\n${thirteen}\`\`\``));
  course.write(name, JSON.stringify({ nbformat: 4, nbformat_minor: 2, metadata: {}, cells }));
  return name;
}

describe('timonel notebook export', () => {
  it('writes all exercises, and the same bytes again', async () => {
    const { code, out } = await run(['export', '--out', 'todo.ipynb']);
    expect(code).toBe(0);
    expect(out).toMatch(/^`todo\.ipynb`: 2 ejercicios\./);
    const first = textOf('todo.ipynb');
    expect(JSON.parse(first).cells).toHaveLength(5);
    expect((await run(['export', '--out', 'todo'])).out).toBe('`todo.ipynb` ya estaba así.\n');
    expect(textOf('todo.ipynb')).toBe(first);
  });

  it('writes only those that are asked for, with the person’s answers', async () => {
    course.answer(pod);
    await run(['export', '4', '--filled', '--out', 'uno.ipynb']);
    const { cells } = JSON.parse(textOf('uno.ipynb'));
    expect(cells.map(({ id }: { id: string }) => id)).toEqual(['timonel-intro', 'pod-statement', 'pod-respuesta-yaml']);
    expect(cells[2].source.join('')).toContain(pod);
  });

  it('does not replace what somebody wrote without a yes, and keeps a copy', async () => {
    await run(['export', '--out', 'todo.ipynb']);
    course.write('todo.ipynb', 'mío');
    expect(await run(['export', '--out', 'todo.ipynb'])).toMatchObject({ code: 2, out: '' });
    expect(textOf('todo.ipynb')).toBe('mío');
    expect((await run(['export', '--out', 'todo.ipynb'], { typed: 'n\n' })).out).toContain('No he tocado nada.');
    const { code, out } = await run(['export', '--out', 'todo.ipynb'], { typed: 's\n' });
    expect(code).toBe(0);
    expect(textOf(/Tu respuesta está en `(.*)`/.exec(out)?.[1] ?? '')).toBe('mío');
  });

  it.each([
    [['export'], 'Falta `--out`'],
    [['export', '99', '--out', 'a.ipynb'], 'No hay ningún ejercicio `99`'],
    [['export', '--out', 'exercises'], 'es una carpeta'],
    [['import'], 'Falta `CUADERNO`'],
    [['import', 'nada.ipynb'], 'No existe `nada.ipynb`.'],
    [['import', 'exercises'], '`exercises` no es un fichero.'],
    [['import', 'roto.ipynb'], 'no es JSON'],
    [['import', 'latin.ipynb'], 'no es un texto en UTF-8'],
    [['impotr', 'roto.ipynb'], '¿Querías decir `notebook import`?'],
    [['import', '--nada', 'roto.ipynb'], '`npx timonel notebook import --help`'],
  ])('%j ends with 2 and one sentence', async (args, sentence) => {
    course.write('roto.ipynb', '{');
    course.write('latin.ipynb', Buffer.from([0x7b, 0xe1, 0x7d]));
    const { code, out, err } = await run(args);
    expect(code).toBe(2);
    expect(err.replace(/\s+/g, ' ')).toContain(sentence);
    expect(`${out}${err}`).not.toMatch(stackTrace);
  });

  it('tells what can be done with a notebook', async () => {
    const { code, out } = await run([]);
    expect(code).toBe(0);
    expect(out).toContain('Uso: npx timonel notebook <acción> [opciones]');
    expect(out).toMatch(/^ {2}import /m);
  });
});

describe('timonel notebook import', () => {
  it('writes the answers, and keeps what nobody can place', async () => {
    const { code, out } = await run(['import', handedIn(pod)]);
    expect(code).toBe(0);
    expect(answerOf()).toBe(pod);
    expect(out).toContain('exercises/04-pod/respuesta.yaml  escrito (celda 1)');
    expect(out).toContain('? celda 1, ejercicio 4: «Lo he probado.»');
    expect(out).toContain('npx timonel grade 4');
    const left = /está entero en `(.*)`/.exec(out)?.[1] ?? '';
    expect(textOf(left)).toContain('Lo he probado.');
    expect((await run(['import', 'cuaderno.ipynb'])).out).toContain('ya estaba así');
    expect(readdirSync(course.path('.timonel/cuadernos'))).toHaveLength(1);
    expect(readdirSync(course.path('.timonel'))).not.toContain('backups');
  });

  it('only tells what it would do, when it is rehearsed', async () => {
    const before = answerOf();
    const { code, out } = await run(['import', handedIn(pod), '--dry-run']);
    expect(code).toBe(0);
    expect(out).toContain('se escribiría');
    expect(answerOf()).toBe(before);
    expect(readdirSync(course.root)).not.toContain('.timonel');
  });

  it('refuses to replace other work where nobody can be asked, and touches nothing', async () => {
    course.answer('mío: 1\n');
    const before = answerOf('13-despliegue-canario');
    const { code, out, err } = await run(['import', handedIn(pod, pod)]);
    expect([code, out]).toEqual([2, '']);
    expect(err.replace(/\s+/g, ' ')).toContain('repite el comando con `--yes`');
    expect([answerOf(), answerOf('13-despliegue-canario')]).toEqual(['mío: 1\n', before]);
  });

  it('asks on a terminal; a no leaves that file alone and brings the others', async () => {
    course.answer('mío: 1\n');
    const notebook = handedIn(pod, pod);
    utimesSync(course.path(notebook), 1, 1);
    const { code, out } = await run(['import', notebook], { typed: 'n\n' });
    expect(code).toBe(0);
    expect(out).toContain(
      'En `exercises/04-pod/respuesta.yaml` (el tuyo es más reciente que el cuaderno) hay otro trabajo.',
    );
    expect(out).toContain('queda el tuyo');
    expect([answerOf(), answerOf('13-despliegue-canario')]).toEqual(['mío: 1\n', pod]);
  });

  it.each<[string, readonly string[], RunOptions]>([
    ['yes on a terminal', [], { typed: 's\n' }],
    ['--yes', ['--yes'], {}],
  ])('replaces other work by %s, with a copy', async (_, more, options) => {
    course.answer('mío: 1\n');
    const { code, out } = await run(['import', handedIn(pod), ...more], options);
    expect(code).toBe(0);
    expect(answerOf()).toBe(pod);
    expect(textOf(/Lo que había está en `(.*)`/.exec(out)?.[1] ?? '')).toBe('mío: 1\n');
  });

  it('does not replace work by an answer nobody began', async () => {
    await run(['export', '--out', 'todo.ipynb']);
    course.answer(pod);
    expect((await run(['import', 'todo.ipynb'])).out).toBe('No hay ninguna respuesta nueva en `todo.ipynb`.\n');
    expect(answerOf()).toBe(pod);
  });

  it('speaks English', async () => {
    const { out } = await run(['import', handedIn(pod), '--lang', 'en']);
    expect(out).toContain('written (cell 1)');
    expect(out).toContain('1 part is left to place:');
  });

  it('shows orders for the terminal as signs', async () => {
    writeFileSync(
      course.path('malo.ipynb'),
      JSON.stringify({ cells: [{ cell_type: 'markdown', metadata: {}, source: '4. hola \u001b[2J\u202e' }] }),
    );
    const { out } = await run(['import', 'malo.ipynb']);
    expect(out).not.toContain('\u001b');
    expect(out).toContain('␛[2J');
  });
});

describe('timonel notebook feedback', () => {
  const cells = (path: string): { metadata: { timonel?: { part: string } }; source: string[] }[] =>
    JSON.parse(textOf(path)).cells;

  it('writes the graded notebook beside the one that was handed in, which stays as it is', async () => {
    const notebook = handedIn('kind: Pod\n');
    const before = textOf(notebook);
    const { code, out } = await run(['feedback', notebook]);
    expect(code).toBe(0);
    expect(out).toContain('1 por corregir');
    expect(out).toContain('El cuaderno corregido está en `cuaderno.corregido.ipynb`.');
    expect(out).toContain('1 parte no se ha podido situar');
    expect(textOf(notebook)).toBe(before);
    expect(cells('cuaderno.corregido.ipynb').map(({ metadata }) => metadata.timonel?.part)).toEqual([
      'feedback',
      undefined,
      'feedback',
    ]);
    expect(cells('cuaderno.corregido.ipynb')[2]?.source.join('')).toContain('respuesta.yaml, línea 1');
  });

  it('may be written into the same notebook, again and again', async () => {
    const notebook = handedIn('kind: Pod\n');
    await run(['feedback', notebook, '--out', notebook]);
    const first = textOf(notebook);
    expect((await run(['feedback', notebook, '--out', notebook])).code).toBe(0);
    expect(textOf(notebook)).toBe(first);
    expect(cells(notebook)).toHaveLength(3);
  });

  it('does not take the place of a notebook that somebody went on with', async () => {
    const notebook = handedIn('kind: Pod\n');
    course.write('cuaderno.corregido.ipynb', '{"cells": []}');
    const { code, err } = await run(['feedback', notebook]);
    expect(code).toBe(2);
    expect(err).toContain('--yes');
    expect(textOf('cuaderno.corregido.ipynb')).toBe('{"cells": []}');
  });

  it('says so where there is nothing to grade', async () => {
    course.write('vacio.ipynb', '{"cells": []}');
    const { code, out } = await run(['feedback', 'vacio.ipynb', '--lang', 'en']);
    expect(code).toBe(0);
    expect(out).toContain('There is no answer that can be graded.');
  });
});

describe('timonel notebook scaffold', () => {
  const list =
    '## Ejercicios\n\n1. Escribe un manifiesto YAML de un pod.\n2. Explica qué es un pod.\n3. Explica qué es una capa.\n7. Explica qué es una capa.\n';

  it('begins an exercise for each item, after those of the course, and says what comes next', async () => {
    course.write('temario.md', list);
    const { code, out } = await run(['scaffold', 'temario.md']);
    expect(code).toBe(0);
    expect(out).toMatch(/\+ 01-manifiesto-yaml-pod +manifests +Escribe un manifiesto YAML de un pod/);
    expect(out).toContain('+ 07-capa-2 ');
    expect(out.replace(/\s+/g, ' ')).toContain('3 ejercicios empezados');
    expect(textOf('exercises/01-manifiesto-yaml-pod/enunciado.md')).toContain('Escribe un manifiesto YAML de un pod.');
    const spec = textOf('exercises/03-capa/exercise.yaml');
    expect(spec).toContain('id: capa\nnumber: 3\n');
    // The course has no schemas of its own: those of the package that it uses.
    expect(spec).toContain('$schema=../../node_modules/timonel/dist/schemas/exercise.schema.json\n');
  });

  it('touches nothing that is there', async () => {
    course.write('temario.md', list);
    const before = textOf('exercises/04-pod/exercise.yaml');
    expect((await run(['scaffold', 'temario.md', '--dry-run'])).out).toContain('= 04-pod');
    await run(['scaffold', 'temario.md']);
    expect(textOf('exercises/04-pod/exercise.yaml')).toBe(before);
    expect((await run(['scaffold', 'temario.md'])).out).toContain('Ya estaban todos: no se ha escrito nada.');
  });

  it('takes other numbers where those of the list are taken', async () => {
    course.write('temario.md', '4. Explica qué es una imagen.\n5. Explica qué es una capa.\n');
    expect((await run(['scaffold', 'temario.md', '--dry-run'])).out).toMatch(/\+ 14-imagen[\s\S]*\+ 15-capa/);
    expect(readdirSync(course.path('exercises')).filter((name) => /^\d/.test(name))).toHaveLength(2);
  });

  it('says what it looks for where it finds nothing', async () => {
    course.write('temario.md', 'nada\n');
    const { code, err } = await run(['scaffold', 'temario.md', '--lang', 'en']);
    expect(code).toBe(2);
    expect(err).toContain('There is no numbered list of exercises in `temario.md`');
  });
});
