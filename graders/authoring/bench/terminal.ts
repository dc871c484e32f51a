import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inExercise } from '../../course/paths.ts';
import { readReference } from '../../course/solutions.ts';
import { openExerciseLab, runBatch } from '../../lab.ts';
import { AnsweredCourse } from './course.ts';
import type { Measurement } from './row.ts';
import { say, Timings, timeWarm } from './timing.ts';

const processes = 7;

/**
 * The script of each reference, from the world that the exercise gives to the state it asks for. The first run is that of the command, in
 * a process of its own that has loaded it and done nothing yet: it reads and opens the exercise, runs the script and prints what came of it.
 */
export function scripts(root: string): Measurement {
  return {
    what: 'comandos.sh of a reference, run to its end: first in a loaded process of its own (median of 7) / warm',
    goal: '≤ 200 ms',
    measure() {
      const course = new AnsweredCourse(root);
      try {
        const rows = course.exercises.flatMap((exercise) => {
          const { file } = exercise.spec.answers.find(({ format }) => format === 'shell') ?? {};
          if (file === undefined) return [];
          const { answers } = readReference(root, exercise);
          const script = answers.find(({ path }) => path.endsWith(file));
          if (!script) throw new Error(`${exercise.folder} has no reference`);
          const others = answers.filter((one) => one !== script);
          const warm = timeWarm(20, () => {
            const { end, exit } = runBatch(openExerciseLab(exercise, others), script, 'es');
            if (end.how !== 'end' || exit !== 0)
              throw new Error(`${exercise.folder}: the script does not run to its end`);
          });
          const first = firstRuns(
            root,
            course.root,
            exercise.spec.number,
            inExercise(course.root, exercise.folder, file),
          );
          return [`${exercise.folder.slice(0, 2)}: ${say(first.median)} / ${say(warm.median)}`];
        });
        return rows.join(', ');
      } finally {
        course.remove();
      }
    },
  };
}

/** @throws where the script fails, or does not come to its end */
function firstRuns(home: string, course: string, exercise: number, script: string): Timings {
  const empty = join(course, 'nada.sh');
  writeFileSync(empty, '');
  const args = [join(home, 'graders/authoring/bench/first-script.mjs'), home, course, String(exercise), script, empty];
  const run = () => Number(execFileSync(process.execPath, args, { encoding: 'utf8' }));
  // The command keeps what V8 compiled, which takes a few runs to be complete.
  for (let index = 0; index < 2; index++) run();
  return new Timings(Array.from({ length: processes }, run));
}
