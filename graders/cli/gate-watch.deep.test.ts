import { type ChildProcess, spawn } from 'node:child_process';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { pod, TestCourse } from './testing/course.ts';
import { launcher } from './testing/launcher.ts';

let course: TestCourse;
let gate: ChildProcess;
let shown: string;
beforeEach(() => {
  course = new TestCourse();
  shown = '';
  const env = { ...process.env, LC_ALL: 'C.UTF-8', NO_COLOR: '1', FORCE_COLOR: '' };
  const args = [launcher, 'gate', '4', '--watch', '--root', course.root];
  gate = spawn(process.execPath, args, { cwd: course.root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [gate.stdout, gate.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      shown += text;
    });
  }
});
afterEach(() => {
  gate.kill('SIGKILL');
  course.remove();
});

const sees = (text: RegExp) => vi.waitFor(() => expect(shown).toMatch(text), { timeout: 60_000, interval: 20 });

it('looks again at each save of an exercise and of its solution, and ends with 0 when it is interrupted', async () => {
  await sees(/Cada vez que guardes/);
  expect(shown).toContain('referencia 1/1');
  shown = '';
  course.write('solutions/04-pod/respuesta.yaml', 'kind: Pod\nkind: Pod\n');
  await sees(/referencia 0\/1[\s\S]*Cada vez que guardes/);
  shown = '';
  course.write('solutions/04-pod/respuesta.yaml', pod);
  await sees(/referencia 1\/1[\s\S]*Cada vez que guardes/);
  shown = '';
  course.write('exercises/04-pod/exercise.yaml', 'id: pod\n');
  await sees(/exercises\/04-pod\/exercise\.yaml[\s\S]*Cada vez que guardes/);
  const ended = new Promise((resolve) => gate.once('exit', (code) => resolve(code)));
  gate.kill('SIGINT');
  expect(await ended).toBe(0);
}, 240_000);
