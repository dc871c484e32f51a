import { listFolders } from '../../course/folders.ts';
import { readExercise, readReference } from '../../course/solutions.ts';
import { openExerciseLab, runBatch } from '../../lab.ts';
import type { Measurement } from './row.ts';
import { say, time, timeWarm } from './timing.ts';

/** The script of each reference, from the world that the exercise gives to the state it asks for: the first time, and warm. */
export function scripts(root: string): Measurement {
  return {
    what: 'comandos.sh of a reference, run to its end: first / warm',
    goal: '≤ 200 ms',
    measure() {
      const rows = listFolders(root).flatMap(({ name }) => {
        const run = runOf(root, name);
        return run ? [`${name.slice(0, 2)}: ${say(time(run))} / ${say(timeWarm(20, run).median)}`] : [];
      });
      return rows.join(', ');
    },
  };
}

function runOf(root: string, folder: string): (() => void) | undefined {
  const exercise = readExercise(root, folder);
  const index = exercise?.spec.answers.findIndex(({ format }) => format === 'shell') ?? -1;
  if (!exercise || index === -1) return undefined;
  const { answers } = readReference(root, exercise);
  const script = answers[index];
  if (!script) throw new Error(`${folder} has no reference`);
  const others = answers.filter((one) => one !== script);
  return () => {
    const { end, exit } = runBatch(openExerciseLab(exercise, others), script, 'es');
    if (end.how !== 'end' || exit !== 0) throw new Error(`${folder}: the script does not run to its end`);
  };
}
