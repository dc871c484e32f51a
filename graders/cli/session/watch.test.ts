import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { thorough } from '../../vitest/quick.ts';
import { TestCourse } from '../testing/course.ts';
import { Watch } from './watch.ts';

let course: TestCourse;
let watch: Watch;
let heard: string[];
beforeEach(async () => {
  course = new TestCourse();
  heard = [];
  watch = new Watch(course.path('exercises'), (changes) =>
    heard.push(...changes.map(({ folder, path }) => (path ? `${folder}/${path}` : folder))),
  );
  await wait(30);
  heard = [];
});
afterEach(() => {
  watch.close();
  course.remove();
});

const hears = (path: string) => vi.waitFor(() => expect(heard).toContain(path), { timeout: 2000, interval: 5 });

describe('Watch', () => {
  it('hears a save in place, once', async () => {
    course.answer('a: 1\n');
    await hears('04-pod/respuesta.yaml');
    await wait(60);
    expect(heard.filter((path) => path === '04-pod/respuesta.yaml')).toHaveLength(1);
  });

  it('hears saves of an editor that renames, one after another', async () => {
    for (const text of ['a: 1\n', 'a: 2\n', 'a: 3\n']) {
      heard = [];
      const draft = course.write('exercises/04-pod/4913', text);
      renameSync(draft, course.path('exercises/04-pod/respuesta.yaml'));
      await hears('04-pod/respuesta.yaml');
    }
  });

  thorough('hears an answer that is deleted and one that comes back', async () => {
    rmSync(course.path('exercises/04-pod/respuesta.yaml'));
    await hears('04-pod/respuesta.yaml');
    heard = [];
    course.answer('a: 1\n');
    await hears('04-pod/respuesta.yaml');
  });

  thorough('hears what happens in the folders of an exercise', async () => {
    course.write('exercises/04-pod/starter/respuesta.yaml', 'x\n');
    await hears('04-pod/starter/respuesta.yaml');
  });

  it('hears a new exercise, and the saves in it', async () => {
    mkdirSync(course.path('exercises/05-nuevo'));
    await hears('05-nuevo');
    await wait(40);
    writeFileSync(course.path('exercises/05-nuevo/respuesta.yaml'), 'x\n');
    await hears('05-nuevo/respuesta.yaml');
  });

  thorough('hears an exercise that was deleted and made again', async () => {
    rmSync(course.path('exercises/04-pod'), { recursive: true });
    await hears('04-pod');
    heard = [];
    mkdirSync(course.path('exercises/04-pod'));
    await hears('04-pod');
    await wait(40);
    writeFileSync(course.path('exercises/04-pod/respuesta.yaml'), 'x\n');
    await hears('04-pod/respuesta.yaml');
  });

  it('notices what the system does not tell of, in its rounds', async () => {
    watch.close();
    const told: string[] = [];
    watch = new Watch(
      course.path('exercises'),
      (changes) => told.push(...changes.map(({ folder, path }) => `${folder}/${path}`)),
      20,
    );
    // The watchers are deaf, as they are in a network folder.
    for (const watcher of (watch as unknown as { watchers: Map<string, { close(): void }> }).watchers.values())
      watcher.close();
    course.answer('a: 1\n');
    await vi.waitFor(() => expect(told).toEqual(['04-pod/respuesta.yaml']), { timeout: 2000, interval: 5 });
    await wait(80);
    expect(told).toHaveLength(1);
  });
});
