import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { ExerciseSpec } from '../checks/kinds.ts';
import { readLiteral } from '../model/literal/read.ts';
import { few, runs } from '../vitest/quick.ts';
import { type AnswerSection, answerForm } from './answer-form.ts';
import { type AnswerValues, answerText, type FieldValue, unknown, valuesOf, writtenValues } from './answer-text.ts';

const read = (text: string) => readLiteral({ path: 'respuesta.ts', text });

const folders = readdirSync('exercises').filter((folder) =>
  existsSync(join('exercises', folder, 'starter/respuesta.ts')),
);
const exercises = few(folders, 8).map((folder) => ({
  folder,
  form: answerForm(parse(readFileSync(join('exercises', folder, 'exercise.yaml'), 'utf8')) as ExerciseSpec),
  starter: readFileSync(join('exercises', folder, 'starter/respuesta.ts'), 'utf8'),
}));

const t = (text: string) => ({ es: text, en: text });
const yesNo = [
  { id: 'si', text: t('Sí') },
  { id: 'no', text: t('No') },
];
const sample: readonly AnswerSection[] = [
  {
    check: 'a',
    kind: 'judgements',
    key: 'juicios',
    fields: [
      { key: 'uno', question: t('1'), options: yesNo },
      { key: 'dos-razones', question: t('2'), options: yesNo, reasons: yesNo },
      { key: 'numero', question: t('3') },
      { key: 'consulta', question: t('4'), free: true },
    ],
  },
  { check: 'b', kind: 'ordering', key: 'orden', fields: [], list: yesNo },
];

/** Any answer a form can hold. */
function answers(form: readonly AnswerSection[]): fc.Arbitrary<AnswerValues> {
  const one = (options: readonly { id: string }[]) => fc.constantFrom(unknown, ...options.map(({ id }) => id));
  const number: fc.Arbitrary<FieldValue> = fc
    .oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
    .map((value) => (value === 0 ? 0 : value));
  const field = ({ options, reasons, free }: AnswerSection['fields'][number]): fc.Arbitrary<FieldValue> => {
    if (free) return fc.string({ minLength: 1 });
    if (!options) return fc.oneof(number, fc.constant(unknown));
    return reasons ? fc.record({ valor: one(options), razon: one(reasons) }) : one(options);
  };
  const section = ({ fields, list }: AnswerSection): fc.Arbitrary<AnswerValues[string]> =>
    list
      ? fc.array(fc.constantFrom(...list.map(({ id }) => id)), { maxLength: 20 })
      : fc.record(Object.fromEntries(fields.map((one) => [one.key, field(one)])));
  return fc.record(Object.fromEntries(form.map((one) => [one.key, section(one)])));
}

describe.each([...exercises, { folder: 'a sample', form: sample, starter: answerText(sample) }])('$folder', (one) => {
  const { form, starter } = one;

  it('starts as a form in which nothing is answered', () => {
    expect(answerText(form)).toBe(starter);
  });

  it('what a form writes, both readers read back', () => {
    const isFree = form.some(({ fields }) => fields.some(({ free }) => free));
    fc.assert(
      fc.property(answers(form), (values) => {
        const text = answerText(form, values);
        const { literal, findings } = read(text);
        expect(findings).toEqual([]);
        const back = valuesOf(form, literal.value);
        expect(back.foreign).toBe(false);
        expect(answerText(form, back.values)).toBe(text);
        // A text of one's own may look like the code around it: the quick reader then leaves it to the other.
        const quick = writtenValues(form, text);
        if (quick || !isFree) expect(quick).toEqual(back.values);
      }),
      { numRuns: runs(60) },
    );
  });

  it('gives no answer away', () => {
    const keys = new Set<string>();
    JSON.stringify(form, (key, value) => {
      keys.add(key);
      return value;
    });
    const known = [
      'check',
      'kind',
      'key',
      'fields',
      'list',
      'question',
      'options',
      'reasons',
      'free',
      'prose',
      'id',
      'text',
      'es',
      'en',
    ];
    expect([...keys].filter((key) => !known.includes(key) && !/^\d*$/.test(key))).toEqual([]);
  });
});

describe('an answer written by hand', () => {
  const values = (text: string) => valuesOf(sample, read(`export default ${text};`).literal.value);

  it('is read however it is laid out', () => {
    expect(values(`{ orden: ["no", 'si'], juicios: { uno: \`si\`, numero: -2.5 } }`)).toEqual({
      values: {
        juicios: { uno: 'si', 'dos-razones': { valor: unknown, razon: unknown }, numero: -2.5, consulta: unknown },
        orden: ['no', 'si'],
      },
      foreign: false,
    });
    expect(values("{ juicios: { 'dos-razones': 'si' } }")).toMatchObject({ foreign: false });
  });

  it.each([
    '{ otra: 1 }',
    "{ juicios: { otro: 'si' } }",
    "{ juicios: { uno: 'cierto' } }",
    "{ juicios: { numero: '3' } }",
    "{ juicios: { 'dos-razones': { valor: 'si', razon: 'porque' } } }",
    "{ juicios: { 'dos-razones': { valor: 'si', otra: 'si' } } }",
    "{ juicios: ['si'] }",
    "{ orden: ['si', 'otro'] }",
    '{ orden: { a: 1 } }',
    '[]',
  ])('%s holds something the form does not know', (text) => {
    expect(values(text).foreign).toBe(true);
  });

  it('is not taken for one the form wrote', () => {
    const text = answerText(sample);
    for (const other of [
      text.replace('{', '{ // mía'),
      text.replaceAll("'", '"'),
      text.replace('si', 'x'),
      `${text}\n`,
    ]) {
      expect(other === text || writtenValues(sample, other) === undefined).toBe(true);
    }
  });
});
