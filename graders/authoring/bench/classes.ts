import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClassResults } from '../../classroom/results.ts';
import { listFolders } from '../../course/folders.ts';
import { answerOf, readAnswerable } from './class-answers.ts';
import type { Measurement } from './row.ts';
import { say } from './timing.ts';

/** What classes of several sizes cost, each from nothing: growth shows at a glance. Services are left to review. */
export function classRows(root: string): readonly Measurement[] {
  return [classOf(root, 50, 'linear'), classOf(root, 500, '≤ 60 s, ≤ 1 GiB')];
}

function classOf(root: string, submissions: number, goal: string): Measurement {
  return {
    what: `timonel class: ${submissions} submissions × all exercises, 2 workers: all / CPU per graded answer / graded of all (least and most of an exercise) / memory / again`,
    goal,
    async measure() {
      const folder = mkdtempSync(join(tmpdir(), 'timonel-clase-'));
      try {
        makeClass(root, join(folder, 'entregas'), submissions);
        const args = ['class', join(folder, 'entregas'), '--out', join(folder, 'notas'), '--workers', '2'];
        const first = await run(root, args);
        const again = await run(root, args);
        const results = JSON.parse(readFileSync(join(folder, 'notas/results.json'), 'utf8')) as ClassResults;
        const { distinct, answers, shares } = distinctIn(results);
        const memory = `${Math.round(first.kilobytes / 1024)} MiB`;
        const graded = `${distinct} of ${answers} (${percent(Math.min(...shares))}–${percent(Math.max(...shares))})`;
        return `${say(first.milliseconds)} / ${say(first.cpu / distinct)} / ${graded} / ${memory} / ${say(again.milliseconds)}`;
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

/** How many answers differ, over all and as the share of each exercise. */
function distinctIn({ exercises, submissions }: ClassResults) {
  const keysOf = exercises.map((_, index) => submissions.map((one) => one.exercises[index]?.key));
  const counts = keysOf.map((keys) => new Set(keys).size);
  return {
    distinct: counts.reduce((sum, count) => sum + count, 0),
    answers: exercises.length * submissions.length,
    shares: counts.map((count) => count / submissions.length),
  };
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

interface Ran {
  readonly milliseconds: number;
  /** Milliseconds of all its threads. */
  readonly cpu: number;
  readonly kilobytes: number;
}

/** Runs the command, and looks every now and then at how much time of processors and memory it has taken. */
function run(root: string, args: readonly string[]): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(process.execPath, [join(root, 'graders/cli/timonel.mjs'), ...args], { stdio: 'ignore' });
    let [kilobytes, cpu] = [0, 0];
    const watch = setInterval(() => {
      kilobytes = Math.max(kilobytes, residentOf(child.pid ?? 0));
      cpu = Math.max(cpu, processorOf(child.pid ?? 0));
    }, 50);
    child.on('error', reject);
    child.on('exit', (code) => {
      clearInterval(watch);
      if (code === 0) resolve({ milliseconds: performance.now() - began, cpu, kilobytes });
      else reject(new Error(`exit code ${code}`));
    });
  });
}

/** In kibibytes; 0 where the system does not say. */
const residentOf = (pid: number): number => Number(/^VmHWM:\s+(\d+)/m.exec(ofProcess(pid, 'status'))?.[1] ?? 0);

/** In milliseconds, of hundredths of a second; 0 where the system does not say. @see proc_pid_stat(5) */
function processorOf(pid: number): number {
  const stat = ofProcess(pid, 'stat');
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return (user + system) * 10;
}

function ofProcess(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

/** A class out of what the course has: `answerOf` says how. */
export function makeClass(root: string, folder: string, submissions: number): void {
  const chance = generator(7);
  for (const { name } of listFolders(root)) {
    const answerable = readAnswerable(root, name);
    if (!answerable) continue;
    for (let student = 0; student < submissions; student++) {
      const target = join(folder, `alumno-${student}`, 'exercises', name);
      mkdirSync(target, { recursive: true });
      for (const { path, text } of answerOf(answerable, student, chance)) writeFileSync(join(target, path), text);
    }
  }
}

/** @see https://en.wikipedia.org/wiki/Linear_congruential_generator */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
