import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClassResults } from '../../classroom/results.ts';
import { listFolders } from '../../course/folders.ts';
import { readExercise, readReference, readVariants, type Variant } from '../../course/solutions.ts';
import type { Measurement } from './row.ts';
import { say } from './timing.ts';

/** Of the answers of a class, how many nobody else wrote the very same way. */
const ownWords = 2 / 3;

/** What classes of several sizes cost, each from nothing: growth shows at a glance. Services are left to review. */
export function classRows(root: string): readonly Measurement[] {
  return [classOf(root, 50, 'linear'), classOf(root, 500, '≤ 60 s, ≤ 1 GiB')];
}

function classOf(root: string, submissions: number, goal: string): Measurement {
  return {
    what: `timonel class: ${submissions} submissions × all exercises, 2 workers: all / per answer / graded of all / memory / again`,
    goal,
    async measure() {
      const folder = mkdtempSync(join(tmpdir(), 'timonel-clase-'));
      try {
        makeClass(root, join(folder, 'entregas'), submissions);
        const args = ['class', join(folder, 'entregas'), '--out', join(folder, 'notas'), '--workers', '2'];
        const first = await run(root, args);
        const again = await run(root, args);
        const results = JSON.parse(readFileSync(join(folder, 'notas/results.json'), 'utf8')) as ClassResults;
        const keys = results.submissions.flatMap(({ exercises }) => exercises.map(({ key }) => key));
        const distinct = new Set(keys).size;
        const memory = `${Math.round(first.kilobytes / 1024)} MiB`;
        return `${say(first.milliseconds)} / ${say(first.milliseconds / distinct)} / ${distinct} of ${keys.length} / ${memory} / ${say(again.milliseconds)}`;
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

/** Runs the command, and looks at how much memory it has every now and then. */
function run(
  root: string,
  args: readonly string[],
): Promise<{ readonly milliseconds: number; readonly kilobytes: number }> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(process.execPath, [join(root, 'graders/cli/timonel.mjs'), ...args], { stdio: 'ignore' });
    let kilobytes = 0;
    const watch = setInterval(() => {
      kilobytes = Math.max(kilobytes, residentOf(child.pid ?? 0));
    }, 50);
    child.on('error', reject);
    child.on('exit', (code) => {
      clearInterval(watch);
      if (code === 0) resolve({ milliseconds: performance.now() - began, kilobytes });
      else reject(new Error(`exit code ${code}`));
    });
  });
}

/** In kibibytes; 0 where the system does not say. */
function residentOf(pid: number): number {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** A class out of what the course has: references, right and wrong answers, most of them in words of one's own. */
export function makeClass(root: string, folder: string, submissions: number): void {
  const random = generator(7);
  for (const { name } of listFolders(root)) {
    const exercise = readExercise(root, name);
    if (!exercise) continue;
    const variants = [
      readReference(root, exercise),
      ...readVariants(root, exercise, 'accepted'),
      ...readVariants(root, exercise, 'rejected'),
    ];
    for (let index = 0; index < submissions; index++) {
      const variant = variants[Math.floor(random() * variants.length)];
      const mine = random() < ownWords ? index : undefined;
      const target = join(folder, `alumno-${index}`, 'exercises', name);
      mkdirSync(target, { recursive: true });
      for (const [place, { file }] of exercise.spec.answers.entries()) {
        writeFileSync(join(target, file), edited(variant, place, file, mine));
      }
    }
  }
}

/** A line that nobody else wrote, where there is somebody to write it. */
function edited(variant: Variant | undefined, place: number, file: string, mine: number | undefined): string {
  const text = variant?.answers[place]?.text ?? '';
  if (mine === undefined || place > 0) return text;
  const note = file.endsWith('.xml') ? `<!-- ${mine} -->` : `${file.endsWith('.ts') ? '//' : '#'} ${mine}`;
  return `${text.trimEnd()}\n${note}\n`;
}

/** @see https://en.wikipedia.org/wiki/Linear_congruential_generator */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
