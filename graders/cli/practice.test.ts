import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCourse } from '../classroom/grade/course.ts';
import { broken, pod, TestCourse } from './testing/course.ts';
import { timonel } from './testing/run.ts';
import { TestSession } from './testing/session.ts';

const practice = '00-rumbo';
let course: TestCourse;
beforeEach(() => {
  course = new TestCourse();
  course.practice(practice, 0, 'Primer rumbo');
  course.write(
    'exercises/course.yaml',
    `modules:
  - { title: { es: Antes, en: Before }, exercises: [rumbo] }
  - { title: { es: Docker, en: Docker }, exercises: [pod] }
  - { title: { es: Istio, en: Istio }, exercises: [despliegue-canario] }
`,
  );
});
afterEach(() => course.remove());

const run = (...args: readonly string[]) => timonel([...args, '--course', course.root], { cwd: course.root });
const numbersIn = (text: string): readonly string[] => text.match(/^ *\d\d(?= )/gm)?.map((one) => one.trim()) ?? [];

describe('an exercise for practice', () => {
  it('is offered first to who has not begun, and not afterwards', async () => {
    expect((await run('next')).out).toContain('00 · Primer rumbo');
    course.answer(broken);
    expect((await run('next')).out).toContain('04 · Un Pod con nginx');
    course.answer(pod).concat(course.answer(pod, '13-despliegue-canario'));
    expect((await run('next')).out).toBe('No queda ningún ejercicio por hacer.\n');
  });

  it('is offered after what comes before it, and before what it prepares for', async () => {
    course.practice('10-otra', 10, 'Otra');
    course.answer(pod, practice);
    course.answer(pod);
    expect((await run('next')).out).toContain('10 · Otra');
    course.answer(broken, '13-despliegue-canario');
    expect((await run('next')).out).toContain('13 · Despliegue canario');
  });

  it('is graded when it is named, and not among all', async () => {
    course.answer(pod, practice);
    const named = JSON.parse((await run('grade', '0', '--format', 'json')).out);
    expect(named.exercises).toMatchObject([{ id: 'rumbo', number: 0, practice: true, status: 'pass' }]);
    const { exercises } = JSON.parse((await run('grade', '--format', 'json')).out);
    expect(exercises.map(({ number }: { number: number }) => number)).toEqual([4, 13]);
    expect(exercises.every((one: object) => !('practice' in one))).toBe(true);
    expect(numbersIn((await run('grade')).out)).toEqual(['04', '13']);
  });

  it('stands in the list, beside what is counted there', async () => {
    course.answer(pod, practice);
    const { out } = await run('list');
    expect(numbersIn(out)).toEqual(['00', '04', '13']);
    expect(out.trimEnd().split('\n').at(-1)).toBe('2 pendientes');
    const listed = JSON.parse((await run('list', '--format', 'json')).out).exercises;
    expect(listed).toMatchObject([{ id: 'rumbo', practice: true }, { id: 'pod' }, { id: 'despliegue-canario' }]);
  });

  it('leaves the parts of the course the numbers they had', async () => {
    expect(numbersIn((await run('list', '--module', '1')).out)).toEqual(['04']);
    expect(numbersIn((await run('list', '--module', 'antes')).out)).toEqual(['00']);
    expect((await run('list', '--module', '3')).err).toContain('Antes, 1 Docker y 2 Istio');
  });

  it('is asked of no class', () => {
    const { opened, exercises, practice: aside } = openCourse(course.root);
    expect(opened.map(({ spec }) => spec.id)).toEqual(['pod', 'despliegue-canario']);
    expect(exercises.map(({ slug }) => slug)).toEqual(['pod', 'despliegue-canario']);
    expect(aside).toEqual([practice]);
  });

  it('goes into a notebook only by its name', async () => {
    expect((await run('notebook', 'export', '--out', 'todo.ipynb')).out).toContain('2 ejercicios');
    expect((await run('notebook', 'export', '0', '--out', 'uno.ipynb')).out).toContain('1 ejercicio.');
    expect((await run('notebook', 'import', 'uno.ipynb', '--dry-run')).err).toBe('');
  });

  it('begins a session, and is in none of its counts', () => {
    const session = new TestSession(course);
    expect(session.screen[0]).toBe(' Timonel  ··  0 de 2');
    expect(session.screen[1]).toContain('00 · Primer rumbo');
    session.save(pod, practice);
    expect(session.screen[0]).toBe(' Timonel  ··  0 de 2');
    expect(session.text).toContain('Sigue con `n`: 04 · Un Pod con nginx');
    expect(session.text).not.toContain('Módulo terminado');
    session.press('n').save(pod);
    expect(session.screen[0]).toBe(' Timonel  █·  1 de 2');
    session.press('n');
    expect(session.screen[1]).toContain('13 · Despliegue canario');
  });

  it('may be skipped', () => {
    const session = new TestSession(course).press('n');
    expect(session.screen[1]).toContain('04 · Un Pod con nginx');
    session.save(broken).press('n');
    expect(session.screen[1]).toContain('13 · Despliegue canario');
  });
});
