import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradeNotebook } from '../../cli/notebook-grading.ts';
import type { Source } from '../../core/source.ts';
import { openExercise } from '../../course/exercises.ts';
import { listFolders } from '../../course/folders.ts';
import { readExercise, readReference, readVariants } from '../../course/solutions.ts';
import { readWritten } from '../../course/written.ts';
import { grade } from '../../grade.ts';
import { exportNotebook } from './export.ts';
import { answerFiles, isSame, type ReadNotebook, readNotebook } from './read.ts';

const course = listFolders('.').flatMap((folder) => openExercise('.', folder).exercise ?? []);

function read(text: string): ReadNotebook {
  const found = readNotebook(text, course);
  if ('problem' in found) throw new Error(found.problem.en);
  return found;
}

/** A notebook of one exercise, with some answers. */
function filled(index: number, answers: readonly Source[]): string {
  const exercise = course[index];
  if (!exercise) throw new Error('no exercise');
  const written = { ...readWritten('.', exercise), answers };
  return exportNotebook([written], index % 2 === 0 ? 'es' : 'en');
}

describe('every answer of the solutions', () => {
  it.each(course.map(({ spec, folder }, index) => [spec.number, folder, index] as const))(
    'of exercise %i goes through a notebook as it is, and gets the same grade',
    (_, folder, index) => {
      const authored = readExercise('.', folder);
      if (!authored) throw new Error(folder);
      const variants = [
        readReference('.', authored),
        ...readVariants('.', authored, 'accepted'),
        ...readVariants('.', authored, 'rejected'),
      ];
      for (const { name, answers } of variants) {
        const { answers: found, unplaced } = read(filled(index, answers));
        const starter = authored.starter;
        const files = found.flatMap((one) => answerFiles(one, starter, () => expect.fail(name)));
        const expected = answers
          .filter(({ text }, at) => !isSame(text, starter[at]?.text ?? ''))
          .map(({ text }) => text.replace(/\r\n?/g, '\n').replace(/\n*$/, '\n'));
        expect(
          files.map(({ text }) => text),
          name,
        ).toEqual(expected);
        expect(unplaced, name).toEqual([]);
      }
      const { answers: reference } = readReference('.', authored);
      const exercise = course[index];
      if (!exercise) throw new Error(folder);
      const [graded] = gradeNotebook(read(filled(index, reference)).answers, [exercise], { runCode: false });
      const direct = grade(exercise, reference);
      expect([graded?.report.status, graded?.report.points]).toEqual([direct.status, direct.points]);
    },
  );
});

describe('a damaged notebook', () => {
  const dockerfile = course.findIndex(({ spec }) => spec.number === 2);
  const text = filled(dockerfile, readWritten('.', course[dockerfile] as (typeof course)[number]).reference);

  it('is read as far as it goes, or refused in one sentence', () => {
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(400), fc.string({ unit: 'binary' }), (at, length, put) => {
        const found = readNotebook(text.slice(0, at) + put + text.slice(at + length), course);
        if ('problem' in found) expect(found.problem.es).not.toBe('');
        else for (const one of found.answers) answerFiles(one, one.exercise.starter, () => undefined);
      }),
      { numRuns: 500 },
    );
  });

  it('loses no line that somebody wrote into a cell of an answer', () => {
    // What follows the opening marks of a fence names a language.
    const line = fc.stringMatching(/^[ #*`>-]{0,4}[\w:. ]{1,20}$/).filter((one) => !/^\s*```/.test(one));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), fc.nat(20), (lines, at) => {
        const notebook = JSON.parse(text);
        const cell = notebook.cells.find(({ id }: { id: string }) => id.endsWith('-Dockerfile'));
        const source = cell.source.join('').split('\n');
        const marked = lines.map((one, index) => `${one} zq${index}`);
        source.splice(Math.min(at, source.length), 0, ...marked);
        cell.source = source.join('\n');
        const { answers, unplaced } = read(JSON.stringify(notebook));
        const kept = [...answers.flatMap(({ files, prose }) => [...files, ...prose]), ...unplaced].map(
          ({ text }) => text,
        );
        for (const index of marked.keys()) expect(kept.join('\n')).toContain(`zq${index}`);
      }),
      { numRuns: 300 },
    );
  });

  it('loses no word of a cell somebody added', () => {
    const line = fc.constantFrom(
      '1. a',
      '2) b',
      '### Ejercicio 4',
      '```',
      '```yaml',
      'kind: Pod',
      'FROM a',
      '"""',
      'x = """',
      '# c',
      '- d',
      '%%bash',
      '!ls',
      '',
      '¿qué?',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 10 }), fc.constantFrom('code', 'markdown', 'raw'), (lines, cell_type) => {
        const marked = lines.map((one, index) => `${one}\nzq${index}`);
        const notebook = JSON.parse(text);
        notebook.cells.push({ cell_type, id: 'x', metadata: {}, source: marked.join('\n'), outputs: [] });
        const { answers, unplaced } = read(JSON.stringify(notebook));
        const kept = [...answers.flatMap(({ files, prose }) => [...files, ...prose]), ...unplaced].map(
          ({ text }) => text,
        );
        for (const index of marked.keys()) expect(kept.join('\n')).toContain(`zq${index}`);
      }),
      { numRuns: 500 },
    );
  });
});
