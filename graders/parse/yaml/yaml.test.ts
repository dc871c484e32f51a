import { describe, expect, it } from 'vitest';
import { readCases } from '../../authoring/cases.ts';
import { compareStrictly } from '../../authoring/expectations.ts';
import { rangeOf } from '../../core/span.ts';
import { sayFinding } from '../../render/words.ts';
import * as descriptors from './findings.ts';
import { entrySpanOf, keySpanOf, spanAt, spanOf } from './located.ts';
import { parseYaml } from './yaml.ts';

const cases = readCases('graders/parse/yaml/cases').map(({ name, sources }) => ({
  name,
  sources,
  files: sources.map(parseYaml),
}));

/** A fact that a message asks for and the finding does not have. */
const hole = /\{(?:problem|column|columns|list|key|line|text|fixed|found|alias|tag|code|firstLine|limit)[}:]/;

const read = (text: string) => parseYaml({ path: 'respuesta.yaml', text });
const values = (text: string) => read(text).documents.map(({ value }) => value);
const messages = (text: string) => read(text).findings.map(({ message }) => message);

describe('cases', () => {
  it.each(cases.map((one) => [one.name, one] as const))('%s', (_, { sources, files }) => {
    const findings = files.flatMap((file) => file.findings);
    expect(compareStrictly(sources, findings)).toEqual([]);
    for (const finding of findings) {
      for (const lang of ['es', 'en'] as const) expect(sayFinding(finding, lang)).not.toMatch(hole);
    }
  });

  it('show every sentence but the last resort', () => {
    const shown = new Set(
      cases.flatMap(({ files }) =>
        files.flatMap(({ findings }) => findings.map(({ id, message }) => `${id} ${message}`)),
      ),
    );
    const all = Object.values(descriptors).flatMap(({ id, messages }) =>
      Object.keys(messages).map((key) => `${id} ${key}`),
    );
    expect(all.filter((one) => !shown.has(one))).toEqual(['yaml/syntax invalid']);
  });
});

describe('values are those kubectl reads', () => {
  it.each([
    ['a: yes\nb: Off\nc: y\nd: "yes"', { a: true, b: false, c: true, d: 'yes' }],
    [
      'a: 0644\nb: 0o17\nc: 0x1F\nd: -0b11\ne: 1_000\nf: 08\ng: 1_0.5',
      { a: 420, b: 15, c: 31, d: -3, e: 1000, f: 8, g: 10.5 },
    ],
    ['a: 1e3\nb: .5\nc: +3\nd: 12:30\ne: 2026-01-31', { a: 1000, b: 0.5, c: 3, d: '12:30', e: '2026-01-31' }],
    ['a: ~\nb:\nc: null\nd: ""', { a: null, b: null, c: null, d: '' }],
    ['on: 1\n8080: 2', { true: 1, 8080: 2 }],
    ['a: !!str 3\nb: !!int "4"\nc: ! x', { a: '3', b: 4, c: 'x' }],
    ['a: &x 1\nb: *x\nc: &x 2\nd: *x', { a: 1, b: 1, c: 2, d: 2 }],
    [
      'a: &x {p: 1, q: 2}\nb: {<<: *x, q: 3}\nc:\n  <<: [*x, {r: 4}]',
      { a: { p: 1, q: 2 }, b: { p: 1, q: 3 }, c: { p: 1, q: 2, r: 4 } },
    ],
    ['"<<": 1', { '<<': 1 }],
    ['a: [x,\nz]\nb: {c: 1,\nd: 2}\ne: "x\nz"', { a: ['x', 'z'], b: { c: 1, d: 2 }, e: 'x z' }],
    ['\uFEFFa: 1', { a: 1 }],
    ['a: 1\r\nb:\r\n  c: |\r\n    d\r\n', { a: 1, b: { c: 'd\n' } }],
    ['a: 1\rb: 2\r', { a: 1, b: 2 }],
    // A colon before a bracket or a comma is part of the text, as for kubectl.
    [
      'a: [1.2.3.4, 001:db8::]\nb: [::, "c": 1, d: , ::1]',
      { a: ['1.2.3.4', '001:db8::'], b: ['::', { c: 1 }, { d: null }, '::1'] },
    ],
    ['__proto__: {a: 1}', JSON.parse('{"__proto__":{"a":1}}')],
  ])('%j', (text, expected) => expect(JSON.stringify(values(text))).toBe(JSON.stringify([expected])));

  it('has no prototypes', () => {
    const [value] = values('toString:\n  a: 1') as [object];
    expect(Object.getPrototypeOf(value)).toBe(null);
  });

  it('drops empty documents', () => {
    expect(values('---\n# nada\n---\na: 1\n---\n')).toHaveLength(1);
    expect(values('')).toEqual([]);
  });
});

describe('places', () => {
  const text = 'spec: # uno\n  base: &b { a: 1 }\n  copy:\n    <<: *b\n  list:\n  - x\n  - "y z"\n  none:\n';
  const [document] = read(text).documents;
  const { spec } = (document?.value ?? {}) as { spec: Record<string, unknown> };
  const piece = (span: ReturnType<typeof spanOf>) => span && text.slice(span.from, span.to);

  it.each([
    ['a value', spanOf(spec.list, 1), '"y z"'],
    ['a key', keySpanOf(spec, 'list'), 'list'],
    ['a pair', entrySpanOf(spec.base, 'a'), 'a: 1'],
    ['a key without value', spanOf(spec, 'none'), 'none'],
    ['a merged key, where it was written', spanOf(spec.copy, 'a'), '1'],
    ['the end of a path', spanAt(spec, ['list', 0]), 'x'],
    ['the nearest ancestor', spanAt(spec, ['base', 'b', 'c']), '{ a: 1 }'],
    ['nothing that was not written', spanOf(spec, 'other'), undefined],
  ])('%s', (_, span, expected) => expect(piece(span)).toBe(expected));
});

describe('hostile input', () => {
  it.each([
    ['10,000 brackets', '['.repeat(10_000), 'yaml/too-deep'],
    ['1,000 nested blocks', Array.from({ length: 1_000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), 'yaml/too-deep'],
    ['10,000 dashes', '- '.repeat(10_000), 'yaml/too-deep'],
    ['10,000 braces', '{a: '.repeat(10_000), 'yaml/too-deep'],
    ['10,000 complex keys', '? '.repeat(10_000), 'yaml/too-deep'],
    ['binary', '\u007FELF\u0002\u0001\0\0', 'yaml/syntax'],
  ])('%s: one located finding', (_, text, id) => {
    const { findings, documents } = read(text);
    expect(findings.map((finding) => finding.id)).toEqual([id]);
    expect(documents).toEqual([]);
    expect(findings[0]?.at.to).toBeLessThanOrEqual(text.length);
  });

  it.each([
    ['an empty line before a comment', '\n# c\n  a:\n    b: 1\n   c: 2\n', 'indentation'],
    ['an empty line before a tab', '\n\ta: 1\n', 'tab'],
    ['empty lines alone before a key under a value', '\n\n\na: 1\n  b: 2\n', undefined],
    ['an empty line before what is no pair', '\nhola\nadios: 1\n', undefined],
  ])('%s at the beginning has an end', (_, text, message) => {
    const [finding, ...others] = read(text).findings;
    expect(others).toEqual([]);
    if (message) expect(finding?.message).toBe(message);
    else expect(finding?.at.from).toBeGreaterThanOrEqual(0);
  });

  it.each([
    [100, []],
    [101, ['yaml/too-deep']],
  ])('reads exactly as deep as it says: %i', (depth, ids) => {
    expect(read('['.repeat(depth) + ']'.repeat(depth)).findings.map(({ id }) => id)).toEqual(ids);
    expect(read(`${'- '.repeat(depth)}a`).findings.map(({ id }) => id)).toEqual(ids);
  });

  it('does not lose the place on Windows line endings', () => {
    const text = 'a: 1\r\nb: 2\r\n# nota\r\na: 3\r\n';
    const [finding] = read(text).findings;
    expect(finding && rangeOf(text, finding.at)).toEqual({
      start: { line: 4, column: 1 },
      end: { line: 4, column: 2 },
    });
  });

  it('says what a control character is', () => expect(messages('name: a\0b')).toEqual(['control']));
});
