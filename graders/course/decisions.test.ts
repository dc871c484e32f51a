import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Decision } from '../checks/observed.ts';
import { runs } from '../vitest/quick.ts';
import { addDecisions, BadDecisions, decisionsIn, NotWritten, readDecisions, withDecisions } from './decisions.ts';

const decision: Decision = {
  ...{ exercise: 'mtls', section: 'explica', slot: 'mtls', idea: 'cifra' },
  text: 'Va cifrado.',
  counts: true,
};
const written = withDecisions(undefined, [decision]);

describe('the text of a file of decisions', () => {
  it('reads as it was written', () => expect(decisionsIn('r.yaml', written)).toEqual([decision]));

  it.each([
    'no',
    'true',
    '0644',
    '- a: 1',
    '# nada',
    '"comillas" y \'otras\'',
    'a\\nb',
    'dos\nlíneas\n\n  y sangría',
    '\ttabulado',
    '*ancla &otra !!js/function',
    '{{ plantilla }} %YAML',
    '---\n...\n',
    'fin\u2028de\u2029línea',
    '\u0007\u001b[31m rojo',
    '😀 ñ á \ufeff',
    '',
  ])('holds any text: %j', (text) => {
    const one = { ...decision, text };
    expect(decisionsIn('r.yaml', withDecisions(written, [one]))).toEqual([decision, one]);
  });

  it('holds any text that can be written in a file', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(decisionsIn('r.yaml', withDecisions(undefined, [{ ...decision, text }]))[0]?.text).toBe(text);
      }),
      { numRuns: runs(200), seed: 7 },
    );
  });

  it('keeps the comments of whoever wrote in it', () => {
    const mine = written.replace('    vale: true', '    vale: true # lo dice al final');
    expect(withDecisions(mine, [decision])).toContain('vale: true # lo dice al final');
  });

  it.each([
    ['an empty file', '', []],
    ['a comment', '# nada\n', []],
    ['an empty list', 'decisiones: []\n', []],
  ])('is empty: %s', (_, text, decisions) => expect(decisionsIn('r.yaml', text)).toEqual(decisions));

  it.each([
    ['no YAML', 'decisiones: [\n', 'r.yaml:1:13'],
    ['twice the same key', 'decisiones: []\ndecisiones: []\n', 'r.yaml:2:1'],
    ['a list', '- a\n', 'r.yaml:1:1'],
    ['a word', 'hola\n', 'r.yaml:1:1'],
    ['no list', 'decisiones: 3\n', 'r.yaml:1:13'],
    ['another field', 'notas: 1\ndecisiones: []\n', 'r.yaml:1:8'],
    ['two documents', 'decisiones: []\n---\ndecisiones: []\n', 'r.yaml:3:1'],
    ['an entry that is no table', 'decisiones:\n  - hola\n', 'r.yaml:2:5'],
    ['a field too many', written.replace('vale: true', 'vale: true\n    nota: 9'), 'r.yaml:9:11'],
    ['a missing field', written.replace(/ {4}idea: .*\n/, ''), 'r.yaml:3:5'],
    ['a number for a text', written.replace('"mtls"', '7'), 'r.yaml:3:16'],
    ['a word for yes', written.replace('vale: true', 'vale: "sí"'), 'r.yaml:8:11'],
    ['a key of every object', written.replace('idea:', '__proto__:'), 'r.yaml'],
    ['an alias bomb', `a: &a [x]\nb: &b [*a, *a]\ndecisiones: [*b]\n`, 'r.yaml'],
  ])('is located where it is broken: %s', (_, text, place) => {
    let thrown: unknown;
    try {
      decisionsIn('r.yaml', text);
    } catch (problem) {
      thrown = problem;
    }
    expect(thrown).toBeInstanceOf(BadDecisions);
    expect((thrown as BadDecisions).message).toContain(place);
  });
});

describe('a file of decisions', () => {
  let folder = '';
  let file = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'revision-'));
    file = join(folder, 'ana.revision.yaml');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('begins with the first decision and grows with the others', () => {
    addDecisions(readDecisions(file), [decision]);
    addDecisions(readDecisions(file), [{ ...decision, idea: 'mutuo', counts: false }]);
    expect(readDecisions(file).decisions.map(({ idea, counts }) => [idea, counts])).toEqual([
      ['cifra', true],
      ['mutuo', false],
    ]);
  });

  it('is left alone where somebody wrote in it meanwhile', () => {
    writeFileSync(file, written);
    const before = readDecisions(file);
    writeFileSync(file, `${written}# mío\n`);
    expect(() => addDecisions(before, [decision])).toThrow(NotWritten);
    expect(readFileSync(file, 'utf8')).toBe(`${written}# mío\n`);
  });

  it('is left alone where somebody made it meanwhile', () => {
    const before = readDecisions(file);
    writeFileSync(file, '# mío\n');
    expect(() => addDecisions(before, [decision])).toThrow(NotWritten);
    expect(readFileSync(file, 'utf8')).toBe('# mío\n');
  });

  it('is not replaced where it is broken', () => {
    writeFileSync(file, 'decisiones: 3\n');
    expect(() => readDecisions(file)).toThrow(BadDecisions);
  });

  it('is never written through a link', () => {
    const other = join(folder, 'otro.yaml');
    writeFileSync(other, written);
    symlinkSync(other, file);
    expect(() => addDecisions(readDecisions(file), [decision])).toThrow(NotWritten);
    expect(readFileSync(other, 'utf8')).toBe(written);
  });
});
