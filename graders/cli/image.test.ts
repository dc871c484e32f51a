import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestCourse } from './testing/course.ts';
import { stackTrace, timonel } from './testing/run.ts';

let course: TestCourse;
beforeEach(() => {
  course = new TestCourse();
  course.write('app/hola.py', 'print("Hello, World!")\n');
  course.write(
    'app/Dockerfile',
    'FROM python:3.14-slim\nWORKDIR /app\nCOPY hola.py .\nUSER nobody\nCMD ["python", "hola.py"]\n',
  );
});
afterEach(() => course.remove());

const image = (...args: readonly string[]) => timonel(['image', ...args], { cwd: course.root });

describe('timonel image', () => {
  it('tells what the image holds and what starts', async () => {
    const { code, out } = await image('app');
    expect(code).toBe(0);
    expect(out).toContain('Imagen sobre `docker.io/library/python:3.14-slim`');
    expect(out).toMatch(/2 {2}COPY {5}1 ruta {2}app\/Dockerfile:3:1/);
    expect(out).toMatch(/-rw-r--r-- {2}root:root {2}\/app\/hola\.py/);
    expect(out).toContain('Ejecuta `["python","hola.py"]` como `nobody` en `/app`.');
    expect(out).toContain('Imprime:\n    │ Hello, World!');
  });

  it('leaves open what an image that it does not know starts', async () => {
    course.write('ajena/Dockerfile', 'FROM ghcr.io/equipo/base:2\nUSER 1000\n');
    const { out } = await image('ajena');
    expect(out).toContain('Qué ejecuta lo dice la imagen base, que aquí no se conoce.');
    expect(out).not.toContain('`[]`');
  });

  it('prints the documented JSON', async () => {
    const { code, out } = await image('app/Dockerfile', '--format', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      built: true,
      image: {
        base: 'docker.io/library/python:3.14-slim',
        config: { cmd: ['python', 'hola.py'], user: 'nobody', workdir: '/app' },
        layers: [
          { keyword: 'WORKDIR', path: 'app/Dockerfile', range: { start: { line: 2, column: 1 } } },
          { keyword: 'COPY', path: 'app/Dockerfile', range: { start: { line: 3, column: 1 } } },
        ],
      },
      start: { starts: true, argv: ['python', 'hola.py'], user: { name: 'nobody' }, exit: 0 },
    });
  });

  it('ends with 1 when the build stops or nothing starts', async () => {
    course.write('app/otro.dockerfile', 'FROM python:3.14-slim\nCOPY nada.py .\nCMD ["python", "nada.py"]\n');
    const stopped = await image('app/otro.dockerfile');
    expect(stopped).toMatchObject({ code: 1, err: '' });
    expect(stopped.out).toContain('app/otro.dockerfile:2:6');
    expect(JSON.parse((await image('app/otro.dockerfile', '--format', 'json')).out)).toMatchObject({
      built: false,
      refusal: { id: 'image/build', range: { start: { line: 2, column: 6 } } },
    });
    course.write('app/vacio.dockerfile', 'FROM scratch\nCOPY hola.py /\n');
    expect(await image('app/vacio.dockerfile')).toMatchObject({ code: 1 });
  });

  it('takes the context from another folder', async () => {
    course.write('docker/Dockerfile', 'FROM python:3.14-slim\nCOPY hola.py /\nCMD ["python", "/hola.py"]\n');
    expect((await image('docker')).code).toBe(1);
    expect((await image('docker', '--context', 'app')).code).toBe(0);
  });

  it('does what .dockerignore says', async () => {
    course.write('app/.dockerignore', '*.py\n');
    expect((await image('app')).code).toBe(1);
  });

  it.each([
    ['a Dockerfile that cannot be read', 'FROM\n', 'mal.dockerfile', 'dockerfile/bad-arguments'],
    ['an empty one', '', 'mal.dockerfile', 'mal.dockerfile'],
    ['a binary one', '\0', 'mal.dockerfile', 'file/binary'],
    ['one that is not there', '', 'nada', 'file/missing'],
  ])('ends with 2 for %s', async (_name, text, path, said) => {
    course.write('mal.dockerfile', text);
    const { code, out, err } = await image(path);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(said);
    expect(err).not.toMatch(stackTrace);
  });
});
