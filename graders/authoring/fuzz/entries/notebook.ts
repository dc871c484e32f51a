import { exportNotebook } from '../../../classroom/notebook/export.ts';
import { withFeedback, withoutFeedback } from '../../../classroom/notebook/feedback.ts';
import { answerFiles, readNotebook } from '../../../classroom/notebook/read.ts';
import { lazy } from '../../../core/lazy.ts';
import { listFolders } from '../../../course/folders.ts';
import { readExercise } from '../../../course/solutions.ts';
import { readWritten } from '../../../course/written.ts';
import { wrongValues } from '../../damage.ts';
import { Crash, entry } from '../entry.ts';

const course = lazy(() => listFolders('.').flatMap(({ name }) => readExercise('.', name) ?? []));

/** A notebook of ours with two exercises answered. */
const ours = () =>
  exportNotebook(
    course()
      .filter(({ spec }) => [2, 20].includes(spec.number))
      .map((exercise) => {
        const written = readWritten('.', exercise);
        return { ...written, aids: [], answers: written.reference };
      }),
    'es',
  );

/** One of a course, filled as people do. */
const theirs = JSON.stringify({
  nbformat: 4,
  nbformat_minor: 2,
  metadata: {},
  cells: [
    {
      cell_type: 'markdown',
      metadata: {},
      source: [
        '1. ¿Qué es una imagen?\n',
        '4. Da un pod.\n',
        '26. Crea un servicio.\n\nPasos:\n\n* Escribe un Dockerfile.',
      ],
    },
    {
      cell_type: 'code',
      metadata: {},
      outputs: [{ data: [1] }],
      source: '## Tus respuestas\n# 1. Diferencia: una plantilla.\n4.\napiVersion: v1\nkind: Pod\n',
    },
    { cell_type: 'code', metadata: {}, source: 'respuesta_4 = """\n```yaml\nkind: Pod\n```\n"""\n%%bash\n!docker ps' },
  ],
});
const older =
  '{"nbformat": 3, "worksheets": [{"cells": [{"cell_type": "heading", "level": 9, "source": "Ejercicio 4"}, {"cell_type": "code", "input": ["FROM a"]}]}]}';

/** A notebook that somebody hands in. What is read of it can be graded, and reports can be put into it and taken out again. */
export default entry({
  texts: () => [ours(), theirs, older],
  pieces: [
    ...wrongValues,
    ...[
      '```',
      '~~~',
      '\\n```yaml\\n',
      '"""',
      '%%writefile a',
      '### Ejercicio 4',
      '4.',
      '**4)**',
      '"cells": [',
      '"source":',
      '{}',
      '[]',
    ],
    ...[
      '"metadata": {"timonel": {"part": "answer", "exercise": "__proto__"}}',
      '"id": "pod-nginx-respuesta-yaml"',
      '\\u0000',
      'NaN',
      '<<<<<<< ',
    ],
  ],
  run(text) {
    const read = readNotebook(text, course());
    if ('problem' in read) return;
    for (const one of read.answers) answerFiles(one, one.exercise.starter, () => undefined);
    const bare = withoutFeedback(text);
    const graded = withFeedback(bare, [], read.places, [{ where: 'a', words: text, why: { es: '', en: '' } }], 'es');
    if (withoutFeedback(graded) !== bare) throw new Crash('the reports left something behind');
  },
});
