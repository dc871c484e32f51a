import { spawnSync } from 'node:child_process';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NotRegular, readRegular } from '../course/regular.ts';
import { pod, TestCourse } from './testing/course.ts';
import { stackTrace, timonel } from './testing/run.ts';

/** What nobody but its owner should ever see on a screen. */
const secret = 'apiVersion: v1\nkind: Secret\n  clave: muy-secreta\n';

let course: TestCourse;
let elsewhere: string;
let answer: string;
beforeEach(() => {
  course = new TestCourse();
  elsewhere = mkdtempSync(join(tmpdir(), 'timonel-ajeno-'));
  writeFileSync(join(elsewhere, 'secreto.yaml'), secret);
  answer = course.path('exercises/04-pod/respuesta.yaml');
});
afterEach(() => {
  course.remove();
  rmSync(elsewhere, { recursive: true, force: true });
});

/** What may stand in the place of an answer, by how it is put there. */
const places: Readonly<Record<string, () => void>> = {
  'a link to a file of somebody else': () => symlinkSync(join(elsewhere, 'secreto.yaml'), answer),
  'a link to a file beside it': () => symlinkSync('starter/respuesta.yaml', answer),
  'a link to a device without end': () => symlinkSync('/dev/zero', answer),
  'a link to nothing': () => symlinkSync('no-existe', answer),
  'a link to itself': () => symlinkSync('respuesta.yaml', answer),
  'a pipe that nobody writes to': () => void spawnSync('mkfifo', [answer]),
};

describe.skipIf(process.platform === 'win32')('an answer that is', { timeout: 30_000 }, () => {
  it.each(Object.entries(places))('%s is not read, and `reset` puts a regular file there', async (_, put) => {
    rmSync(answer);
    put();
    const graded = await timonel(['grade', '--format', 'json', '--root', course.root], { cwd: course.root });
    expect(graded.code).toBe(2);
    const [first, second] = JSON.parse(graded.out).exercises;
    expect(
      first.checks.flatMap(({ findings }: { findings: { id: string }[] }) => findings.map(({ id }) => id)),
    ).toEqual(['file/unreadable']);
    expect(second.status).toBe('pending');
    expect(graded.out).not.toContain('muy-secreta');

    const reset = await timonel(['reset', '4', '--yes', '--root', course.root], { cwd: course.root });
    expect(`${reset.out}${reset.err}`).not.toMatch(stackTrace);
    expect(reset.code).toBe(0);
    expect(lstatSync(answer).isFile()).toBe(true);
    expect(readFileSync(answer, 'utf8')).toBe('# Escribe aquí tu respuesta\n');
    expect(readFileSync(join(elsewhere, 'secreto.yaml'), 'utf8')).toBe(secret);
  });

  it('in a folder that is a link to another one is not read', async () => {
    const strange = join(elsewhere, 'entrega');
    mkdirSync(join(strange, '04-pod'), { recursive: true });
    rmSync(join(strange, '04-pod'), { recursive: true });
    writeFileSync(join(elsewhere, 'respuesta.yaml'), pod);
    symlinkSync(elsewhere, join(strange, '04-pod'));
    expect(() => readRegular(join(strange, '04-pod', 'respuesta.yaml'), { inside: strange, most: 100 })).toThrow(
      NotRegular,
    );
  });
});

describe.skipIf(process.platform === 'win32')('checking a folder', { timeout: 30_000 }, () => {
  const check = () => timonel(['check', 'k8s', '--format', 'json'], { cwd: course.root });

  it('follows links inside of the course, and shows nothing of what lies elsewhere', async () => {
    course.write('comun/pod.yaml', pod);
    course.write('k8s/suyo.yaml', pod.replace('name: web', 'name: suyo'));
    symlinkSync('../comun/pod.yaml', course.path('k8s/pod.yaml'));
    symlinkSync(join(elsewhere, 'secreto.yaml'), course.path('k8s/secreto.yaml'));
    symlinkSync('bucle.yaml', course.path('k8s/bucle.yaml'));
    symlinkSync('..', course.path('k8s/arriba'));
    const { code, out } = await check();
    const files = JSON.parse(out).files as { path: string; findings: { id: string }[] }[];
    expect(code).toBe(1);
    expect(files.map(({ path }) => path).sort()).toEqual(['k8s/pod.yaml', 'k8s/secreto.yaml', 'k8s/suyo.yaml']);
    const told = files.find(({ path }) => path === 'k8s/secreto.yaml')?.findings.map(({ id }) => id);
    expect(told).toEqual(['file/unreadable']);
    expect(out).not.toContain('muy-secreta');
  });

  it.skipIf(process.getuid?.() === 0)('names a folder that cannot be listed', async () => {
    course.write('k8s/pod.yaml', pod);
    course.write('k8s/cerrada/otro.yaml', pod);
    spawnSync('chmod', ['000', course.path('k8s/cerrada')]);
    const { code, out } = await check();
    spawnSync('chmod', ['755', course.path('k8s/cerrada')]);
    expect(code).toBe(1);
    expect(out).toContain('k8s/cerrada');
  });
});

describe('an exercise whose answer is named outside of its folder', () => {
  it('is not opened, graded or reset', async () => {
    const spec = course.path('exercises/04-pod/exercise.yaml');
    const text = readFileSync(spec, 'utf8').replace('respuesta.yaml', '../../../../../../x.yaml');
    course.write('exercises/04-pod/exercise.yaml', text);
    for (const command of ['grade', 'reset']) {
      const ran = await timonel([command, '4', '--root', course.root, ...(command === 'reset' ? ['--yes'] : [])]);
      expect(ran.code).toBe(2);
      expect(`${ran.out}${ran.err}`).not.toMatch(stackTrace);
    }
    expect((await timonel(['grade', '4', '--root', course.root])).out).toContain('exercise/invalid');
  });
});

describe('a file that is read', () => {
  it('is cut off by its limit, whatever it says of its size', () => {
    const file = join(elsewhere, 'secreto.yaml');
    expect(() => readRegular(file, { most: 10 })).toThrow('large');
    expect(readRegular(file, { most: 1_000 }).toString()).toBe(secret);
    if (process.platform === 'linux')
      expect(readRegular('/proc/self/status', { most: 1e6 }).length).toBeGreaterThanOrEqual(0);
  });

  it.skipIf(process.platform === 'win32')('is kept as the link it was when it is replaced', async () => {
    rmSync(answer);
    symlinkSync(join(elsewhere, 'secreto.yaml'), answer);
    const { out } = await timonel(['reset', '4', '--yes', '--root', course.root], { cwd: course.root });
    const copy = /`?(\S*\.timonel\S*respuesta\.yaml)/.exec(out)?.[1] ?? '';
    expect(readlinkSync(join(course.root, copy.replaceAll('`', '')))).toBe(join(elsewhere, 'secreto.yaml'));
  });
});
