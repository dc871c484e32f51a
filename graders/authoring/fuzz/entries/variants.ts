import { lazy } from '../../../core/lazy.ts';
import { listFolders } from '../../../course/folders.ts';
import { readExercise, readReference } from '../../../course/solutions.ts';
import { editedVariants } from '../../../course/variants/read.ts';
import { yamlPieces } from '../../damage.ts';
import { Crash, entry } from '../entry.ts';
import { texts } from '../samples.ts';

const known = lazy(() =>
  listFolders('.').flatMap(({ name }) => {
    const exercise = readExercise('.', name);
    if (!exercise) return [];
    const { answers } = exercise.spec;
    return [
      {
        answers,
        reference: readReference('.', exercise).answers,
        solution: exercise.solution,
        folders: new Set<string>(),
      },
    ];
  }),
);

/** An author's `variantes.yaml`, over one of the references: what it says wrong is told at a line of it, and the rest is made. */
export default entry({
  texts: () => texts(/solutions\/[^/]+\/variantes\.yaml$/),
  pieces: [
    ...yamlPieces,
    'find',
    'replace',
    'expect',
    'edits',
    'file',
    'line',
    'marks',
    'anywhere',
    'respuesta.yaml',
    '|',
    '|2',
  ],
  tree: 'yaml',
  run(text) {
    const lines = text.split('\n').length;
    const all = known();
    const around = all[text.length % all.length];
    if (!around) throw new Error('no exercise');
    const { problems } = editedVariants({ path: 'variantes.yaml', text }, around);
    const lost = problems.find(({ line, words }) => line < 1 || line > lines || words.includes('undefined'));
    if (lost) throw new Crash(`${lost.line}: ${lost.words}`);
  },
});
