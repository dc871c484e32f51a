import { join } from 'node:path';
import { TestEditor } from '../../cli/testing/editor.ts';
import { listFolders } from '../../course/folders.ts';
import { readExercise, readReference } from '../../course/solutions.ts';
import { comment } from './comment.ts';
import type { Measurement } from './row.ts';
import { saySlowest, Timings } from './timing.ts';

const keystrokes = 40;
const warming = 5;
const goal = 100;

/** Where somebody types: what a change in the first line reaches is more than what one in the last does. */
const places = ['first', 'middle', 'last'] as const;

/**
 * From a keystroke to its diagnostics, through the protocol and with the pause that the server waits for more, in the first line of each
 * answer of each exercise, in one in the middle and in the last.
 */
export function keystroke(root: string): Measurement {
  return {
    what: 'language server: a keystroke to its diagnostics, warm: p50 / p95 of the slowest answer, and those above the goal',
    goal: `p95 ≤ ${goal} ms`,
    async measure() {
      const editor = new TestEditor(root);
      await editor.begin();
      try {
        const all = new Map<string, Timings>();
        for (const folder of listFolders(root)) {
          const exercise = readExercise(root, folder.name);
          const answers = (exercise ? readReference(root, exercise).answers : []).map(({ path, text }) => ({
            file: join(root, 'exercises', folder.name, path.slice(path.lastIndexOf('/') + 1)),
            text,
          }));
          for (const { file, text } of answers) {
            await editor.open(file, withPlaces(file, text));
          }
          for (const { file } of answers) {
            const name = file.slice(join(root, 'exercises').length + 1);
            for (const line of places) all.set(`${line} line of ${name}`, await typing(editor, file, line));
          }
        }
        return saySlowest(all, goal);
      } finally {
        await editor.close();
      }
    },
  };
}

/** A text with a comment in each place. */
function withPlaces(file: string, text: string): string {
  const lines = text.split('\n');
  const isFree = (line: string): boolean => file.endsWith('.ts') || /^\S/.test(line);
  // What begins at the margin is held together with nothing before it.
  const [middle = 0] = [...lines.keys()]
    .filter((index) => isFree(lines[index] ?? ''))
    .sort((a, b) => Math.abs(a - lines.length / 2) - Math.abs(b - lines.length / 2));
  return [
    comment(file, 'first0'),
    ...lines.slice(0, middle),
    comment(file, 'middle0'),
    ...lines.slice(middle),
    comment(file, 'last0'),
    '',
  ].join('\n');
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
