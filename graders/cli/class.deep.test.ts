import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ClassResults } from '../classroom/results.ts';
import { tgzOf, zipOf } from '../classroom/testing/archives.ts';
import { broken, pod, TestCourse } from './testing/course.ts';
import { launcher } from './testing/launcher.ts';
import { launch, stackTrace } from './testing/run.ts';

let course: TestCourse;
let folder: string;
beforeEach(() => {
  course = new TestCourse();
  folder = mkdtempSync(join(tmpdir(), 'timonel-clase-'));
  mkdirSync(join(folder, 'entregas'));
});
afterEach(() => {
  course.remove();
  rmSync(folder, { recursive: true, force: true });
});

const out = (...parts: readonly string[]): string => join(folder, 'notas', ...parts);

function handIn(path: string, content: string | Buffer): void {
  const file = join(folder, 'entregas', path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, content);
}

const grade = (...more: readonly string[]) =>
  launch(['class', 'entregas', '--out', 'notas', '--workers', '2', '--root', course.root, ...more], { cwd: folder });

const results = (): ClassResults => JSON.parse(readFileSync(out('results.json'), 'utf8')) as ClassResults;

/** Every file of the results, by path. */
function bytesOf(at = out()): ReadonlyMap<string, string> {
  const files = readdirSync(at, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file.slice(at.length), readFileSync(file, 'utf8')]),
  );
}

function threeSubmissions(): void {
  handIn('ana/exercises/04-pod/respuesta.yaml', pod);
  handIn('bea.zip', zipOf([{ name: 'bea-main/13/respuesta.yaml', content: broken }]));
  handIn('Carlos_7_assignsubmission_file_/todo.tgz', tgzOf([{ name: '04.yaml', content: pod }]));
}

describe('timonel class', { timeout: 120_000 }, () => {
  it('grades folders and archives by the exercises of the course', () => {
    threeSubmissions();
    const ran = grade();
    expect(`${ran.out}${ran.err}`).not.toMatch(stackTrace);
    expect(ran.code).toBe(0);
    const { submissions, exercises } = results();
    const { $schema: _, ...schema } = JSON.parse(readFileSync('schemas/class.schema.json', 'utf8'));
    const isResults = new Ajv({ strict: false, discriminator: true }).compile(schema);
    expect(isResults(results()), JSON.stringify(isResults.errors)).toBe(true);
    expect(exercises.map(({ id, of }) => [id, of])).toEqual([
      ['pod', 5],
      ['despliegue-canario', 5],
    ]);
    expect(
      submissions.map(({ id, points, exercises: all }) => [id, points, all.map(({ report }) => report.status)]),
    ).toEqual([
      ['ana', { min: 5, max: 5, of: 10 }, ['pass', 'pending']],
      ['bea', { min: 0, max: 0, of: 10 }, ['pending', 'fail']],
      ['Carlos_7', { min: 5, max: 5, of: 10 }, ['pass', 'pending']],
    ]);
    expect(submissions[2]?.exercises[0]?.key).toBe(submissions[0]?.exercises[0]?.key);
    expect(submissions[2]?.exercises[0]?.answers).toEqual([{ path: 'respuesta.yaml', text: pod }]);
    expect(submissions[2]?.remarks.map(({ message }) => message.en)).toEqual([
      'It was taken as `respuesta.yaml` of exercise 4.',
    ]);
    expect(readdirSync(out('submissions'))).toEqual(['Carlos_7.json', 'ana.json', 'bea.json']);
  });

  it('changes no byte when nothing changed, and prints what it wrote', () => {
    threeSubmissions();
    grade();
    const before = bytesOf();
    expect(grade('--format', 'json').out).toBe(before.get('/results.json'));
    expect(bytesOf()).toEqual(before);
    expect([...before.keys()].filter((name) => /journal|lock|tmp/.test(name))).toEqual([]);
  });

  it('forgets a submission that is no longer there, and grades one that changed', () => {
    threeSubmissions();
    grade();
    rmSync(join(folder, 'entregas/ana'), { recursive: true });
    handIn('bea.zip', zipOf([{ name: '13/respuesta.yaml', content: pod }]));
    expect(grade().code).toBe(0);
    expect(results().submissions.map(({ id, points }) => [id, points.min])).toEqual([
      ['bea', 5],
      ['Carlos_7', 5],
    ]);
    expect(readdirSync(out('submissions'))).toEqual(['Carlos_7.json', 'bea.json']);
  });

  it('gives the same bytes in parts as in one piece', () => {
    threeSubmissions();
    handIn('raro.txt', 'no es una entrega');
    handIn('ANA.zip', zipOf([{ name: '04.yaml', content: broken }]));
    grade();
    const expected = bytesOf();
    rmSync(out(), { recursive: true });
    const run = (args: readonly string[]) =>
      launch(['class', '--root', course.root, '--lang', 'en', ...args], { cwd: folder });
    for (const index of [1, 2, 3]) {
      expect(
        launch(['class', 'entregas', '--out', `p${index}`, '--shard', `${index}/3`, '--root', course.root], {
          cwd: folder,
        }).code,
      ).toBe(1);
    }
    const said = ({ out: printed, err }: ReturnType<typeof run>) => `${printed}${err}`.replace(/\s+/g, ' ');
    expect(said(run(['merge', 'p1', 'p3', '--out', 'notas']))).toContain('missing: 2/3');
    expect(said(run(['merge', 'p1', 'p1', '--out', 'notas']))).toContain('twice');
    expect(said(run(['merge', 'p1', 'entregas', '--out', 'notas']))).toContain('There are no results');
    expect(said(run(['merge', 'p1', 'p2', '--out', 'p1/notas']))).toMatch(/inside|missing/);
    expect(
      launch(['class', 'merge', 'p3', 'p1', 'p2', '--out', 'notas', '--root', course.root], { cwd: folder }).code,
    ).toBe(1);
    expect(bytesOf()).toEqual(expected);
    expect(grade().code).toBe(1);
    expect(bytesOf()).toEqual(expected);
  });

  it('believes the exercises of the instructor, not those that were handed in', () => {
    handIn('ana/exercises/04-pod/respuesta.yaml', broken);
    cpSync(course.path('exercises/04-pod/exercise.yaml'), join(folder, 'entregas/ana/exercises/04-pod/exercise.yaml'));
    handIn('ana/exercises/04-pod/starter/respuesta.yaml', broken);
    handIn('ana/results.json', '{"points": 10}');
    handIn('ana/.timonel/graded.txt', 'x');
    grade();
    expect(results().submissions[0]?.points).toEqual({ min: 0, max: 0, of: 10 });
  });

  it('says what it cannot do, and writes nothing then', () => {
    threeSubmissions();
    const refused = (args: readonly string[], said: RegExp) => {
      const ran = launch(['class', '--root', course.root, '--lang', 'en', ...args], { cwd: folder });
      expect(ran.code).toBe(2);
      expect(`${ran.out}${ran.err}`.replace(/\s+/g, ' ')).toMatch(said);
      expect(`${ran.out}${ran.err}`).not.toMatch(stackTrace);
    };
    mkdirSync(join(folder, 'mio'));
    writeFileSync(join(folder, 'mio/tesis.txt'), 'años de trabajo');
    refused(['entregas'], /--out/);
    refused(['nada', '--out', 'notas'], /`nada` does not exist/);
    refused(['entregas', '--out', 'entregas/notas'], /inside/);
    refused(['entregas/ana', '--out', 'entregas'], /inside/);
    refused(['entregas', '--out', 'mio'], /no results \(`tesis.txt`\)/);
    refused(['entregas', '--out', 'mio/tesis.txt'], /cannot be written/);
    refused(['entregas', '--out', 'notas', '--workers', '0'], /number of threads/);
    refused(['entregas', '--out', 'notas', '--shard', '3/2'], /2\/5/);
    refused(['entregas', '--out', 'notas', '--root', 'mio'], /no course/);
    course.write('exercises/04-pod/exercise.yaml', 'id: [');
    refused(['entregas', '--out', 'notas'], /`04-pod` of the course cannot be graded by/);
    expect(readFileSync(join(folder, 'mio/tesis.txt'), 'utf8')).toBe('años de trabajo');
    expect(existsSync(out('results.json'))).toBe(false);
  });

  it('loses nothing when it is killed, wherever it is', async () => {
    for (let index = 0; index < 120; index++) {
      handIn(`alumno-${index}/04/respuesta.yaml`, pod.replace('nginx:1.29', `nginx:1.29 # ${index}`));
      handIn(`alumno-${index}/13/respuesta.yaml`, pod.replace('1.29', `1.${index}`));
    }
    grade();
    const expected = bytesOf();
    rmSync(out(), { recursive: true });
    let killed = 0;
    for (const wait of [60, 150, 300, 20, 600, 100]) {
      const child = spawn(
        process.execPath,
        [launcher, 'class', 'entregas', '--out', 'notas', '--workers', '1', '--root', course.root],
        {
          cwd: folder,
          stdio: 'ignore',
          env: { PATH: process.env.PATH ?? '', LANG: 'C.UTF-8' },
        },
      );
      const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
      const journal = out('.timonel/journal.txt');
      for (let tries = 0; tries < 400 && !existsSync(journal) && child.exitCode === null; tries++) await pause(10);
      await pause(wait);
      if (child.exitCode === null) killed++;
      child.kill('SIGKILL');
      await ended;
    }
    expect(killed).toBeGreaterThan(1);
    expect(grade().code).toBe(0);
    expect(bytesOf()).toEqual(expected);
  });

  it('lets one run at a time write', async () => {
    threeSubmissions();
    mkdirSync(out('.timonel'), { recursive: true });
    const sleeper = spawn('sleep', ['60']);
    const { stdout } = spawnSync('hostname', { encoding: 'utf8' });
    writeFileSync(out('.timonel/lock'), `${stdout.trim()} ${sleeper.pid}\n`);
    expect(grade().code).toBe(2);
    const ended = new Promise<void>((resolve) => sleeper.on('exit', () => resolve()));
    sleeper.kill('SIGKILL');
    await ended;
    expect(grade().code).toBe(0);
  });
});

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
