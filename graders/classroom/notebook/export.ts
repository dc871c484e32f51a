import { fill } from '../../core/messages.ts';
import type { Source } from '../../core/source.ts';
import type { Lang, Text } from '../../core/text.ts';
import type { Exercise } from '../../exercise.ts';
import { fenced } from '../../render/markdown.ts';
import { type Anchor, cellId, checksum, metadataOf, sign } from './anchor.ts';
import { answerCellText, fenceLanguage } from './answer-cell.ts';
import { pointsByFile } from './points.ts';
import { aidHead, givenHead, statementText } from './statement.ts';
import { type NewCell, notebookText } from './write.ts';

/** An exercise with what a notebook shows of it. */
export interface NotebookExercise {
  readonly exercise: Exercise;
  /** In Markdown. */
  readonly statement: string;
  /** Files that help to write the answer: the types of `respuesta.ts`. */
  readonly aids: readonly Source[];
  /** What the cells for the answers hold: the starter, or what somebody wrote so far. */
  readonly answers: readonly Source[];
}

/**
 * A notebook with exercises: of each, its statement, what it gives, what its `respuesta.ts` asks, and one cell for each answer file.
 * All of them are Markdown: a cell for an answer holds the file in a fence, which is edited as text, shown in the colours of its
 * language, and never run by a kernel that knows neither YAML nor Dockerfiles.
 */
export function exportNotebook(course: readonly NotebookExercise[], lang: Lang): string {
  const exercises = course.map(({ exercise }) => exercise);
  const cells = [intro(lang), ...course.flatMap((one) => cellsOf(one, exercises, lang))];
  return notebookText(cells, {
    kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
    language_info: { name: 'python' },
    timonel: { version: 1 },
  });
}

function intro(lang: Lang): NewCell {
  return readOnly({ part: 'intro', exercise: '', file: '' }, introduction[lang]);
}

function cellsOf(
  { exercise, statement, aids, answers }: NotebookExercise,
  course: readonly Exercise[],
  lang: Lang,
): readonly NewCell[] {
  const { spec, given } = exercise;
  const shown = given.map(({ path, text }) => details(path, text));
  const points = pointsByFile(exercise);
  return [
    readOnly({ part: 'statement', exercise: spec.id, file: '' }, statementText(statement, exercise, { course, lang })),
    ...(shown.length > 0
      ? [readOnly({ part: 'given', exercise: spec.id, file: '' }, [givenHead[lang], ...shown].join('\n\n'))]
      : []),
    ...aids.map(({ path, text }) => {
      const head = fill(aidHead, { file: path.replace('.types', '') }, lang);
      return readOnly({ part: 'aid', exercise: spec.id, file: path }, `${head}\n\n${fenced(text, 'ts')}`);
    }),
    ...spec.answers.map(({ file }, index): NewCell => {
      const id = cellId(spec.id, file);
      const nbgrader = { grade: true, grade_id: id, locked: false, points: points[index] ?? 0 };
      return {
        id,
        kind: 'markdown',
        text: answerCellText(exercise, index, answers[index]?.text ?? '', lang),
        metadata: {
          nbgrader: { ...nbgrader, schema_version: 3, solution: true, task: false },
          timonel: metadataOf({ part: 'answer', exercise: spec.id, file }),
        },
      };
    }),
  ];
}

/** A cell that nobody is meant to change; its sum tells whether somebody did. */
function readOnly(anchor: Anchor, shown: string): NewCell {
  const text = `${shown}\n\n${sign(anchor, shown)}`;
  const id = cellId(anchor.exercise === '' ? 'timonel' : anchor.exercise, anchor.part, anchor.file);
  return {
    id,
    kind: 'markdown',
    text,
    metadata: {
      nbgrader: { grade: false, grade_id: id, locked: true, schema_version: 3, solution: false, task: false },
      timonel: { ...metadataOf(anchor), sum: checksum(text.trim()) },
    },
  };
}

/** A file that opens with a click. */
function details(path: string, text: string): string {
  const language = fenceLanguage(path, /(?:^|\/)Dockerfile$/.test(path) ? 'dockerfile' : 'manifests');
  const tag = /\.(?:ya?ml)$|Dockerfile$/.test(path) ? language : (/\.(\w+)$/.exec(path)?.[1] ?? '');
  return `<details><summary><code>${path.replace(/[<>&]/g, '')}</code></summary>\n\n${fenced(text, tag)}\n\n</details>`;
}

const introduction: Text = {
  es: [
    '# Timonel: cuaderno de ejercicios',
    '',
    'Cada ejercicio tiene su enunciado y, debajo, una celda por fichero de respuesta. Para responder:',
    '',
    '1. Haz doble clic en la celda que empieza por **Tu respuesta**, y escribe dentro del bloque de código, entre las líneas de acentos',
    '   graves. No hace falta ejecutarla: **Mayús+Intro** solo la muestra.',
    '2. Guarda el cuaderno.',
    '3. Lleva las respuestas al curso con `npx timonel notebook import CUADERNO.ipynb`, y corrígelas con `npx timonel grade`. O pide el',
    '   cuaderno corregido con `npx timonel notebook feedback CUADERNO.ipynb`.',
    '',
    'Puedes añadir celdas tuyas donde quieras. Lo que dejes como está queda pendiente, no mal.',
  ].join('\n'),
  en: [
    '# Timonel: notebook of exercises',
    '',
    'Each exercise has its statement and, below it, one cell for each answer file. To answer:',
    '',
    '1. Double-click the cell that begins with **Your answer**, and write inside of the block of code, between the lines of',
    '   backticks. There is no need to run it: **Shift+Enter** only shows it.',
    '2. Save the notebook.',
    '3. Bring the answers to the course with `npx timonel notebook import NOTEBOOK.ipynb`, and grade them with `npx timonel grade`. Or ask for',
    '   the graded notebook with `npx timonel notebook feedback NOTEBOOK.ipynb`.',
    '',
    'You may add cells of your own wherever you like. What you leave as it is stays pending, and is not wrong.',
  ].join('\n'),
};
