import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { gradeNotebook } from '../../cli/notebook-grading.ts';
import type { Lang } from '../../core/text.ts';
import { openExercise } from '../../course/exercises.ts';
import { listFolders } from '../../course/folders.ts';
import { readWritten } from '../../course/written.ts';
import { thorough } from '../../vitest/quick.ts';
import { exportNotebook } from './export.ts';
import { withFeedback, withoutFeedback } from './feedback.ts';
import { readNotebook } from './read.ts';

const folders = listFolders('.').filter(({ number }) => [2, 13].includes(number));
const course = folders.flatMap((folder) => openExercise('.', folder).exercise ?? []);
const written = course.map((exercise) => readWritten('.', exercise));
const blank = exportNotebook(
  written.map((one) => ({ ...one, answers: one.exercise.starter })),
  'es',
);
const full = exportNotebook(
  written.map((one) => ({ ...one, answers: one.reference })),
  'es',
);

const { $schema: _, ...schema } = JSON.parse(
  readFileSync(join(import.meta.dirname, 'testing/nbformat.v4.5.schema.json'), 'utf8'),
);
const isValid = new Ajv({ strict: false }).compile(schema);

function expectValid(text: string): void {
  const notebook = JSON.parse(text);
  expect(isValid(notebook), JSON.stringify(isValid.errors)).toBe(true);
  const ids = notebook.cells.map(({ id }: { id: string }) => id);
  expect(new Set(ids).size).toBe(ids.length);
}

function graded(text: string, lang: Lang = 'es'): string {
  const handedIn = withoutFeedback(text);
  const read = readNotebook(handedIn, course);
  if ('problem' in read) throw new Error(read.problem.en);
  const left = read.unplaced.map(({ cell, text, why }) => ({ where: `celda ${cell}`, words: text, why }));
  return withFeedback(handedIn, gradeNotebook(read.answers, course, { runCode: false }), read.places, left, lang);
}

interface CellJson {
  readonly id?: string;
  readonly source: readonly string[];
  readonly metadata: {
    readonly timonel?: { readonly part: string; readonly points?: object; readonly status?: string };
  };
}
const cellsOf = (text: string): readonly CellJson[] => JSON.parse(text).cells;
const feedbackIn = (text: string) => cellsOf(text).filter(({ metadata }) => metadata.timonel?.part === 'feedback');
const textOf = (cell: CellJson | undefined) => cell?.source.join('') ?? '';

describe('a notebook that is written', () => {
  it.each([
    ['blank', blank],
    ['full', full],
    ['graded', graded(full)],
    ['graded in English', graded(full, 'en')],
  ])('is valid: %s', (_, text) => expectValid(text));

  it('has the points of each exercise on the cells of its answers, as nbgrader counts them', () => {
    const { cells } = JSON.parse(blank);
    const points = cells
      .filter(({ metadata }: { metadata: { nbgrader: { grade: boolean } } }) => metadata.nbgrader.grade)
      .map(({ id, metadata }: { id: string; metadata: { nbgrader: { points: number } } }) => [
        id,
        metadata.nbgrader.points,
      ]);
    expect(points).toEqual([
      ['dockerfile-hola-mundo-Dockerfile', 8],
      ['dockerfile-hola-mundo-respuesta-ts', 7],
      ['despliegue-canario-respuesta-yaml', 10],
      ['despliegue-canario-respuesta-ts', 2],
    ]);
  });
});

describe('a graded notebook', () => {
  const broken = full.replace('weight: 90', 'weight: 5');

  it('has a summary before everything, and a report below the last answer of each exercise', () => {
    const text = graded(broken);
    const parts = cellsOf(text).map(({ id }) => id);
    expect(parts[0]).toBe('timonel-feedback');
    expect(parts.indexOf('despliegue-canario-feedback')).toBe(parts.indexOf('despliegue-canario-respuesta-ts') + 1);
    expect(parts.indexOf('dockerfile-hola-mundo-feedback')).toBe(
      parts.indexOf('dockerfile-hola-mundo-respuesta-ts') + 1,
    );
    expect(textOf(cellsOf(text)[0])).toContain('| 2 | Un Dockerfile que dice «Hello, World\\!» | ✓ bien | 15/15 |');
  });

  it('tells what happened, where, with the line and the points', () => {
    const [, , canary] = feedbackIn(graded(broken));
    expect(textOf(canary)).toContain('`tienda/opiniones-v1` recibe el 33,3');
    expect(textOf(canary)).toMatch(/respuesta\.yaml, línea \d+, columna \d+; `traffic\/split`/);
    expect(textOf(canary)).toMatch(/^\d+ │ +weight: 10\n +│ +\^\^$/m);
    expect(textOf(canary)).toContain('<details><summary>Lo que ocurrió</summary>');
    expect(canary?.metadata.timonel).toMatchObject({ status: 'fail', points: { of: 12 } });
  });

  it('says nothing below what nobody has begun', () => {
    const text = graded(blank);
    expect(feedbackIn(text).map(({ id }) => id)).toEqual(['timonel-feedback']);
    expect(textOf(cellsOf(text)[0])).toContain('2 ejercicios quedan sin empezar.');
  });

  thorough('is the same when it is graded again, and without its reports what was handed in', () => {
    expect(graded(graded(broken))).toBe(graded(broken));
    expect(withoutFeedback(graded(broken))).toBe(broken);
    expect(withoutFeedback(graded(broken, 'en'))).toBe(broken);
  });

  it('shows what a student wrote and lets none of it be markup', () => {
    const hostile = '<img src=x onerror=alert(1)> ![](https://example.com/a.png) [a](b) $\\sqrt{2}$ `` | a';
    const cells = [
      {
        cell_type: 'markdown',
        metadata: {},
        source: `13.\n\n\`\`\`yaml\napiVersion: v1\nkind: "${hostile}"\n\`\`\`\n\n${hostile}`,
      },
    ];
    const text = graded(JSON.stringify({ nbformat: 4, nbformat_minor: 4, metadata: {}, cells }));
    const outside = feedbackIn(text)
      .map(textOf)
      .join('\n\n')
      .replace(/^(`{3,}).*\n[\s\S]*?\n\1$/gm, '')
      .replace(/<\/?(?:details|summary)>/g, '')
      .replace(/`[^`\n]+`/g, '');
    expect(outside).toContain('onerror');
    expect(outside).not.toMatch(/<|(?<!\\)!\[|(?<!\\)\]\(|(?<!\\)\$/);
  });

  it('is told where somebody writes into a report, which the next one replaces', () => {
    const first = graded(full);
    expect(readNotebook(first, course)).toMatchObject({ remarks: [] });
    const notebook = JSON.parse(first);
    const at = cellsOf(first).findIndex(({ metadata }) => metadata.timonel?.part === 'feedback');
    notebook.cells[at].source.push('\nNo estoy de acuerdo.');
    const read = readNotebook(JSON.stringify(notebook), course);
    expect(read).toMatchObject({ remarks: [{ es: expect.stringContaining(`La celda ${at + 1} es un informe`) }] });
  });

  it('has no ids where its format knows none', () => {
    const cells = [
      { cell_type: 'code', metadata: {}, source: '# 2.\nFROM alpine', outputs: [], execution_count: null },
    ];
    const four = graded(JSON.stringify({ nbformat: 4, nbformat_minor: 4, metadata: {}, cells }));
    expect(cellsOf(four).map(({ id }) => id)).toEqual([undefined, undefined, undefined]);
    const three = graded(JSON.stringify({ nbformat: 3, worksheets: [{ cells }, { cells: [] }] }));
    expect(JSON.parse(three).worksheets[0].cells).toHaveLength(3);
    expect(JSON.parse(three).worksheets[1].cells).toEqual([]);
  });

  it('keeps every byte of outputs', () => {
    const output = '{"output_type":"stream","name":"stdout","text":["a"],"n":12345678901234567890,"x":1.0}';
    const text = `{"nbformat":4,"nbformat_minor":4,"metadata":{},"cells":[{"cell_type":"code","metadata":{},"execution_count":1,"source":"# 2.\\nFROM a","outputs":[${output}]}]}`;
    expect(graded(text)).toContain(output);
  });
});
