import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gradeAnswers } from '../../cli/grading.ts';
import { openExercise } from '../../course/exercises.ts';
import { type Folder, listFolders } from '../../course/folders.ts';
import { readExercise, readReference, readVariants } from '../../course/solutions.ts';
import { textsOf } from '../../render/places.ts';
import { plain } from '../../render/terminal/palette.ts';
import { reportLines } from '../../render/terminal/report.ts';
import type { Measurement } from './row.ts';
import { say, type Timings, timeCommand, timeWarm } from './timing.ts';

const saves = 100;

/** What a save costs, from the file on the disk to the lines of the terminal, over right and wrong answers. */
export function warmGrading(root: string): Measurement {
  return {
    what: 'grade one exercise on save, warm: p50 / p95 of the slowest',
    goal: 'p95 ≤ 50 ms',
    measure() {
      const all = listFolders(root).flatMap((folder) => {
        const timings = timeSaves(root, folder);
        return timings ? [{ folder, timings }] : [];
      });
      const [slowest] = all.sort((a, b) => b.timings.at(0.95) - a.timings.at(0.95));
      if (!slowest) throw new Error('no exercise with a solution');
      const { folder, timings } = slowest;
      return `${say(timings.median)} / ${say(timings.at(0.95))} (${folder.name.slice(0, 2)} of ${all.length})`;
    },
  };
}

function timeSaves(root: string, folder: Folder): Timings | undefined {
  const exercise = readExercise(root, folder.name);
  if (!exercise || exercise.spec.answers.some(({ format }) => format === 'service')) return undefined;
  const variants = [readReference(root, exercise), ...readVariants(root, exercise, 'rejected')];
  const opened = openExercise(root, folder);
  const directory = mkdtempSync(join(tmpdir(), 'timonel-bench-'));
  try {
    return timeWarm(saves, (index) => {
      for (const { path, text } of variants[index % variants.length]?.answers ?? []) {
        const mark = path.endsWith('.ts') ? '//' : '#';
        writeFileSync(join(directory, path.slice(path.lastIndexOf('/') + 1)), `${text}\n${mark} ${index}\n`);
      }
      const { report, sources } = gradeAnswers(opened, directory);
      const shownPath = (path: string) => path;
      const screen = { lang: 'es', palette: plain, width: 100, textOf: textsOf(sources), shownPath } as const;
      return reportLines(report, screen, { answers: [] }).join('\n');
    });
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** The command in a process of its own: the part of a cold start that is ours. */
export function coldGrading(root: string, what: string, goal: string, numbers: readonly string[]): Measurement {
  return cold(root, what, goal, process.execPath, [join(root, 'graders/cli/timonel.mjs'), 'grade', ...numbers]);
}

/** The same as a person types it; most of it is npm finding out what to run. */
export function throughNpx(root: string, what: string, goal: string, numbers: readonly string[]): Measurement {
  return cold(root, what, goal, 'npx', ['timonel', 'grade', ...numbers]);
}

function cold(root: string, what: string, goal: string, program: string, args: readonly string[]): Measurement {
  return {
    what,
    goal,
    measure() {
      const timings = timeCommand(9, program, [...args, '--dir', join(root, 'solutions')]);
      return `${say(timings.median)} (p95 ${say(timings.at(0.95))})`;
    },
  };
}
