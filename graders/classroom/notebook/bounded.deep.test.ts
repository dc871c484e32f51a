import { describe, expect, it } from 'vitest';
import { openExercise } from '../../course/exercises.ts';
import { listFolders } from '../../course/folders.ts';
import { outlineOf } from './outline.ts';
import { answerFiles, readNotebook } from './read.ts';

const course = listFolders('.').flatMap((folder) => openExercise('.', folder).exercise ?? []);

/** What repeats itself and makes a pattern try every way to divide it. */
const repeated = [
  ...[
    '#',
    '# ',
    ' ',
    '\t',
    '*',
    '>',
    '/',
    '`',
    '~',
    '"',
    "'",
    '_',
    '[',
    '(',
    '-',
    '=',
    '\n',
    '\n\n',
    ' \n',
    '#\n',
    '```\n',
    "''' ",
    '4. ',
    '4.\n',
  ],
  ...[
    'solución ',
    'respuesta ',
    'ejercicio ',
    'FROM a ',
    'FROM a\n',
    'a.',
    'print(',
    'x = ',
    '¿a? ',
    '1. ¿a?\n',
    'apiVersion: v1\n',
    '!ls\n',
    '$ ls\n',
    '[a](',
    '- a\n',
  ],
];
const size = 60_000;
const fill = (piece: string) => piece.repeat(Math.ceil(size / piece.length));

describe('what repeats itself', () => {
  // A slow machine takes a second for the longest of them; what grows with the square takes hours.
  it.each(repeated)('takes no time without end: %j', { timeout: 30_000 }, (piece) => {
    for (const [before, after] of [
      ['', 'x'],
      ['4. ', ' 5'],
      ['## Ejercicio', '1'],
      ['solución', '!'],
      ['x = "', ''],
      ['# ', '"'],
    ]) {
      const text = `${before}${fill(piece)}${after}`;
      for (const cell_type of ['code', 'markdown']) {
        const read = readNotebook(JSON.stringify({ cells: [{ cell_type, source: text, metadata: {} }] }), course);
        if ('problem' in read) throw new Error(read.problem.en);
        for (const one of read.answers) answerFiles(one, one.exercise.starter, () => undefined);
      }
      const ours = { timonel: { part: 'answer', exercise: 'pod-nginx', file: 'respuesta.yaml' } };
      readNotebook(JSON.stringify({ cells: [{ cell_type: 'markdown', source: text, metadata: ours }] }), course);
      expect(outlineOf(text, 'a.md')).toBeDefined();
    }
  });
});
