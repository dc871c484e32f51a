import { join } from 'node:path';
import { TestEditor } from '../../cli/testing/editor.ts';
import { listFolders } from '../../course/folders.ts';
import { readExercise, readReference } from '../../course/solutions.ts';
import { comment } from './comment.ts';
import type { Measurement } from './row.ts';
import { say, Timings } from './timing.ts';

const keystrokes = 20;
const warming = 5;

/** Where somebody types: what a change in the first line reaches is more than what one in the last does. */
const places = ['first', 'last'] as const;

/** From a keystroke to its diagnostics, through the protocol, in the first and in the last line of each answer of each exercise. */
export function keystroke(root: string): Measurement {
  return {
    what: 'language server: a keystroke to its diagnostics, warm: p50 / p95 of the slowest answer',
    goal: 'p95 ≤ 100 ms',
    async measure() {
      const editor = new TestEditor(root);
      await editor.begin();
      try {
        const all = [];
        for (const folder of listFolders(root)) {
          const exercise = readExercise(root, folder.name);
          const answers = (exercise ? readReference(root, exercise).answers : []).map(({ path, text }) => ({
            file: join(root, 'exercises', folder.name, path.slice(path.lastIndexOf('/') + 1)),
            text,
          }));
          for (const { file, text } of answers) {
            await editor.open(file, `${comment(file, 'first0')}\n${text}\n${comment(file, 'last0')}\n`);
          }
          for (const { file } of answers) {
            for (const line of places) all.push({ file, line, timings: await typing(editor, file, line) });
          }
        }
        const [slowest] = all.sort((a, b) => b.timings.at(0.95) - a.timings.at(0.95));
        if (!slowest) throw new Error('no exercise with a solution');
        const name = slowest.file.slice(join(root, 'exercises').length + 1);
        return `${say(slowest.timings.median)} / ${say(slowest.timings.at(0.95))} (${slowest.line} line of ${name}; ${all.length / places.length} answers)`;
      } finally {
        await editor.close();
      }
    },
  };
}

async function typing(editor: TestEditor, file: string, line: string): Promise<Timings> {
  const times: number[] = [];
  for (let index = 0; index < keystrokes + warming; index++) {
    const began = performance.now();
    await editor.type(file, comment(file, `${line}${index}`), comment(file, `${line}${index + 1}`));
    if (index >= warming) times.push(performance.now() - began);
  }
  return new Timings(times);
}
