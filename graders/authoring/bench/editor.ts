import { join } from 'node:path';
import { TestEditor } from '../../cli/testing/editor.ts';
import { listFolders } from '../../course/folders.ts';
import { readExercise, readReference } from '../../course/solutions.ts';
import type { Measurement } from './row.ts';
import { say, Timings } from './timing.ts';

const keystrokes = 40;
const warming = 8;

/** From a keystroke to its diagnostics, through the protocol, in each answer of each exercise. */
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
          for (const { path, text } of exercise ? readReference(root, exercise).answers : []) {
            const file = join(root, 'exercises', folder.name, path.slice(path.lastIndexOf('/') + 1));
            all.push({ file, timings: await typing(editor, file, text) });
          }
        }
        const [slowest] = all.sort((a, b) => b.timings.at(0.95) - a.timings.at(0.95));
        if (!slowest) throw new Error('no exercise with a solution');
        const name = slowest.file.slice(join(root, 'exercises').length + 1);
        return `${say(slowest.timings.median)} / ${say(slowest.timings.at(0.95))} (${name} of ${all.length})`;
      } finally {
        await editor.close();
      }
    },
  };
}

async function typing(editor: TestEditor, file: string, text: string): Promise<Timings> {
  const mark = file.endsWith('.ts') ? '//' : '#';
  await editor.open(file, `${text}\n${mark} 0;\n`);
  const times: number[] = [];
  for (let index = 0; index < keystrokes + warming; index++) {
    const began = performance.now();
    await editor.type(file, `${mark} ${index};`, `${mark} ${index + 1};`);
    if (index >= warming) times.push(performance.now() - began);
  }
  return new Timings(times);
}
