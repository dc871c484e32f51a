import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { gradeFormats } from '../../cli/help.ts';
import { thorough } from '../../vitest/quick.ts';
import type { FileJson } from '../json.ts';
import type { Told } from '../told.ts';
import { github, githubFiles, githubFilesSummary, githubSummary } from './github.ts';
import { sarifFiles } from './sarif.ts';
import type { SinkOptions } from './sink.ts';
import { type SinkName, sinkNames, sinks } from './sinks.ts';
import {
  classroomSchema,
  exercismSchema,
  gradescopeSchema,
  prairielearnSchema,
  sarifSchema,
} from './testing/schemas.ts';
import { everything, foundIn, hostile, toldWith, untouched } from './testing/told.ts';

const options: SinkOptions = { lang: 'es', version: '0.1.0' };
const written = (name: SinkName, graded: readonly Told[] = everything, more: Partial<SinkOptions> = {}) =>
  sinks[name](graded, { ...options, ...more });

function decoded(name: SinkName, text: string): unknown {
  return JSON.parse(name === 'github-classroom' ? Buffer.from(text.trim(), 'base64').toString('utf8') : text);
}

// biome-ignore lint/suspicious/noExplicitAny: other programs' formats, looked into field by field.
const read = (name: SinkName, graded?: readonly Told[], more?: Partial<SinkOptions>): any =>
  decoded(name, written(name, graded, more));

const ajv = new Ajv({ strict: true, strictRequired: false, allErrors: true });
addFormats.default(ajv);

function expectValid(schema: object, value: unknown): void {
  const validate = ajv.compile(schema);
  validate(value);
  expect(validate.errors ?? []).toEqual([]);
}

describe('every format', () => {
  it('is one that the command offers, and the other way round', () => {
    expect([...sinkNames].sort()).toEqual([...gradeFormats].sort());
  });

  it.each(sinkNames)('%s is the same on a second run, and lets no control character through', (name) => {
    const text = written(name);
    expect(written(name)).toBe(text);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
  });

  it.each(sinkNames)('%s takes a class of nothing', (name) => {
    expect(() => written(name, [])).not.toThrow();
  });

  it.each([
    ['sarif', sarifSchema],
    ['gradescope', gradescopeSchema],
    ['prairielearn', prairielearnSchema],
    ['github-classroom', classroomSchema],
    ['exercism', exercismSchema],
  ] as const)('%s keeps to its schema, whatever a student wrote', (name, schema) => {
    for (const graded of [everything, ...everything.map((one) => [one])]) expectValid(schema, read(name, graded));
  });

  thorough('junit keeps to its schema, whatever a student wrote', async () => {
    const { validateXML } = await import('xmllint-wasm');
    const schema = readFileSync(join(import.meta.dirname, 'testing/junit.xsd'), 'utf8');
    const xml = [{ fileName: 'report.xml', contents: written('junit') }];
    expect(await validateXML({ xml, schema })).toMatchObject({ valid: true, errors: [] });
  });
});

describe('what waits for a person', () => {
  it('is wrong in none of them', () => {
    const [, , review] = everything;
    const graded = review ? [review] : [];
    expect(read('gradescope', graded).tests.map(({ status }: { status: string }) => status)).toEqual([
      'passed',
      'passed',
    ]);
    expect(read('exercism', graded)).toMatchObject({ status: 'pass', tests: [{}, { status: 'pass' }] });
    expect(read('github-classroom', graded).status).toBe('pass');
    expect(written('junit', graded)).toContain('failures="0" errors="0" skipped="1"');
    expect(written('github', graded)).toMatch(/^::notice /);
  });

  it('is worth what is certain, or all of it where that is asked for', () => {
    const graded = everything.slice(2, 3);
    expect(read('gradescope', graded).score).toBe(3);
    expect(read('gradescope', graded, { review: 'max' }).score).toBe(5);
    expect(read('gradescope', graded).extra_data.points).toEqual({ min: 3, max: 5, of: 5 });
    expect(read('prairielearn', graded).score).toBe(0.6);
    expect(read('prairielearn', graded, { review: 'max' }).score).toBe(1);
  });
});

describe('what nobody has answered', () => {
  it('is worth nothing at either end, and its checks are named', () => {
    for (const review of ['min', 'max'] as const) {
      expect(read('gradescope', [untouched(4)], { review })).toMatchObject({
        score: 0,
        tests: [{ name: 'Comprobación c1', score: 0, max_score: 4, output: 'Sin responder todavía.' }],
      });
    }
    expect(read('exercism', [untouched(4)]).status).toBe('fail');
    expect(written('junit', [untouched(4)])).toContain('failures="0" errors="0" skipped="1"');
    expect(written('github', [untouched(4)])).toBe('');
  });
});

describe('what could not be graded', () => {
  const broken = everything.slice(4);

  it('is no attempt in PrairieLearn, an error elsewhere', () => {
    expect(read('prairielearn', broken)).toMatchObject({ gradable: false });
    expect(read('exercism', broken)).toMatchObject({ status: 'error', tests: [] });
    expect(written('junit', broken)).toContain('errors="1"');
    expect(read('github-classroom', broken).status).toBe('error');
  });
});

describe('limits', () => {
  const long = toldWith(1, 'fail', [['fail', 0, 0, 1, [foundIn('🚢'.repeat(80_000))]]]);

  it('of Exercism are kept, in the middle of no character', () => {
    const [test] = read('exercism', [long]).tests;
    expect(Buffer.byteLength(test.message)).toBeLessThanOrEqual(65_535);
    expect(test.message).not.toMatch(/\p{Cs}/u);
  });

  thorough('of PrairieLearn: the file stays under a megabyte', () => {
    const many = Array.from({ length: 300 }, () => long);
    expect(Buffer.byteLength(written('prairielearn', many))).toBeLessThan(1_000_000);
  });

  thorough('of GitHub: ten annotations of a kind, the gravest first, and a summary of less than a mebibyte', () => {
    const file: FileJson = {
      path: 'a.yaml',
      findings: [
        ...Array.from({ length: 15 }, () => foundIn('aviso', { severity: 'warning' })),
        ...Array.from({ length: 15 }, () => foundIn('error')),
      ],
    };
    const lines = githubFiles([file]).trimEnd().split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual([
      ...Array.from({ length: 10 }, () => '::error'),
      ...Array.from({ length: 10 }, () => '::warning'),
    ]);
    const summary = githubSummary(
      Array.from({ length: 50 }, () => long),
      'es',
    );
    expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
    expect(summary).toContain('Hay más');
  });
});

describe('GitHub annotations', () => {
  it('are one per exercise, where its first failure is', () => {
    const text = written('github');
    expect(text.trimEnd().split('\n')).toHaveLength(3);
    expect(github([toldWith(7, 'fail', [['fail', 0, 0, 1, [foundIn('falta: 100%, sí')]]])], options)).toBe(
      '::error file=exercises/07-ejercicio/respuesta.yaml,line=3,endLine=3,col=5,endColumn=9,title=7. Ejercicio 7::falta: 100%25, sí\n',
    );
  });

  it('cannot be forged by what a student wrote', () => {
    for (const line of written('github').trimEnd().split('\n')) {
      expect(line).toMatch(/^::(?:error|notice) file=[^,:]*,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=[^,:]*::/);
    }
  });

  it('have a summary in which nothing of a student is markup', () => {
    const summary = githubSummary(everything, 'es');
    expect(summary).toContain('| 3 | Ejercicio 3 | por revisar | 3–5/5 |');
    const table = githubFilesSummary([{ path: hostile, findings: [foundIn(hostile, { path: hostile })] }], 'es');
    expect(table).not.toContain('<img');
    expect(table.split('\n').filter((line) => line.startsWith('|'))).toHaveLength(3);
  });
});

describe('SARIF', () => {
  it('tells equal findings apart, and one from another run by what it is and not by its line', () => {
    const prints = (graded: readonly Told[]): readonly string[] =>
      read('sarif', graded).runs[0].results.map(
        (one: { partialFingerprints: Record<string, string> }) => one.partialFingerprints['timonel/v1'],
      );
    const two = toldWith(1, 'fail', [['fail', 0, 0, 1, [foundIn('igual'), foundIn('igual')]]]);
    const moved = toldWith(1, 'fail', [
      ['fail', 0, 0, 1, [foundIn('igual', { range: { start: { line: 9, column: 1 }, end: { line: 9, column: 2 } } })]],
    ]);
    expect(new Set(prints([two])).size).toBe(2);
    expect(prints([moved])[0]).toBe(prints([two])[0]);
  });

  it('shows the trace that proves a finding as its code flow', () => {
    const [, result] = read('sarif').runs[0].results;
    expect(result.codeFlows[0].threadFlows[0].locations).toHaveLength(1);
  });

  it('is valid for the findings of check as well', () => {
    expectValid(sarifSchema, JSON.parse(sarifFiles([{ path: 'a b.yaml', findings: [foundIn('x')] }], options)));
  });
});
