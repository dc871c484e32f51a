import { describe, expect, it } from 'vitest';
import { answerOf } from '../core/finding.ts';
import { rangeOf } from '../core/span.ts';
import { readLiteral } from '../model/literal/read.ts';
import { sayFinding } from '../render/words.ts';
import { gradeJudgements, type Statement } from './judgements.ts';
import { gradeMatching } from './matching.ts';
import { gradeOrdering } from './ordering.ts';
import { gradePredictions } from './predictions.ts';
import type { Graded } from './share.ts';

const t = (text: string) => ({ es: text, en: text });

function literal(text: string) {
  return readLiteral({ path: 'respuesta.ts', text: `export default ${text};` }).literal;
}

/** Findings as `id/message at the text they underline`, and the share earned. */
function seen({ findings, share }: Graded, text: string): [string[], number] {
  const whole = `export default ${text};`;
  const said = findings.map(({ id, message, at }) => `${id}/${message} ${whole.slice(at.from, at.to)}`);
  return [said, Math.round(share * 100) / 100];
}

describe('judgements', () => {
  const statements: readonly Statement[] = [
    { id: 'a', text: t('A'), truth: true, refutation: t('porque A') },
    { id: 'b', text: t('B'), truth: false, refutation: t('porque B') },
    { id: 'c', text: t('C'), truth: 'either', refutation: t('porque C') },
    {
      id: 'd',
      text: t('D'),
      truth: true,
      refutation: t('porque D'),
      reasons: [
        { id: 'buena', text: t('buena'), right: true },
        { id: 'mala', text: t('mala') },
      ],
    },
  ];
  const graded = (text: string) => seen(gradeJudgements(literal(text), 'juicios', statements), text);

  it('all right earn everything, whatever is said of what was true once', () => {
    expect(
      graded("{ juicios: { a: 'verdadero', b: 'falso', c: 'falso', d: { valor: 'verdadero', razon: 'buena' } } }"),
    ).toEqual([[], 1]);
  });

  it('a wrong one takes away what a right one gives, and the total is never negative', () => {
    expect(graded("{ juicios: { a: 'falso', b: 'falso', c: 'verdadero', d: 'no-se' } }")).toEqual([
      ["theory/judgement/wrong 'falso'", "theory/unanswered/item 'no-se'"],
      0.25,
    ]);
    expect(graded("{ juicios: { a: 'falso', b: 'verdadero', c: 'no-se', d: 'no-se' } }")[1]).toBe(0);
  });

  it('a wrong one stands beside the run of the lab that proves it, and a right one asks for none', () => {
    const asked: string[] = [];
    const { findings } = gradeJudgements(
      literal("{ juicios: { a: 'falso', b: 'falso' } }"),
      'juicios',
      statements,
      ({ id }) => {
        asked.push(id);
        return { hops: [], outcome: id };
      },
    );
    expect(asked).toEqual(['a']);
    expect(findings[0]?.answer?.because).toEqual({ hops: [], outcome: 'a' });
  });

  it('a right judgement with the wrong reason does not count', () => {
    expect(
      graded("{ juicios: { a: 'verdadero', b: 'falso', c: 'falso', d: { valor: 'verdadero', razon: 'mala' } } }"),
    ).toEqual([["theory/judgement/reason 'mala'"], 0.75]);
  });

  it('words that are no verdict, items that do not exist and a missing section are named', () => {
    expect(graded("{ juicios: { a: 'cierto', bb: 'falso' } }")[0]).toEqual([
      "theory/section/unknownItem 'falso'",
      "theory/section/value 'cierto'",
      expect.stringContaining('theory/unanswered/item'),
      expect.stringContaining('theory/unanswered/item'),
      expect.stringContaining('theory/unanswered/item'),
    ]);
    expect(graded("{ juicios: { cosa: 'falso' } }")[0][0]).toBe("theory/section/noSuchItem 'falso'");
    expect(graded('{ otra: {} }')).toEqual([[expect.stringMatching(/^theory\/section\/missing/)], 0]);
    expect(graded("{ juicios: ['verdadero'] }")).toEqual([[expect.stringMatching(/^theory\/section\/shape/)], 0]);
  });

  it('what was true once counts and is explained', () => {
    const once = [{ id: 'e', text: t('E'), truth: false, historical: true, refutation: t('hoy no') }];
    const { findings, share } = gradeJudgements(literal("{ juicios: { e: 'verdadero' } }"), 'juicios', once);
    expect([share, findings.map(({ id, severity }) => `${id} ${severity}`)]).toEqual([1, ['theory/historical info']]);
  });

  it('asks to think again, and refutes on demand, in both languages', () => {
    const { findings } = gradeJudgements(literal("{ juicios: { b: 'verdadero' } }"), 'juicios', statements.slice(1, 2));
    expect(JSON.stringify(findings.map(({ answer: _, ...first }) => first))).not.toContain('porque B');
    expect(findings.map((found) => sayFinding(found, 'es'))).toEqual(['Vuelve a pensar este juicio: «B».']);
    const answers = findings.flatMap((found) => answerOf(found) ?? []);
    expect(answers.map((found) => sayFinding(found, 'es'))).toEqual(['«B» es falso. porque B']);
    expect(answers.map((found) => sayFinding(found, 'en'))).toEqual(['"B" is false. porque B']);
  });
});

describe('matching', () => {
  const classes = [
    { id: 'x', text: t('X') },
    { id: 'y', text: t('Y') },
  ];
  const items = [
    { id: 'uno', text: t('Uno'), class: 'x', refutation: t('es x'), confusions: { y: t('no es y') } },
    { id: 'dos', text: t('Dos'), class: ['x', 'y'] as const, refutation: t('cualquiera') },
  ];
  const graded = (text: string) => gradeMatching(literal(text), 'matriz', classes, items);

  it('every cell counts the same, and any defensible class is right', () => {
    expect(graded("{ matriz: { uno: 'x', dos: 'y' } }")).toMatchObject({ findings: [], share: 1 });
    expect(graded("{ matriz: { uno: 'y', dos: 'x' } }").share).toBe(0.5);
  });

  it('a known confusion gets its own refutation', () => {
    const [found] = graded("{ matriz: { uno: 'y', dos: 'x' } }").findings;
    expect(found && sayFinding(found, 'es')).toBe('«Uno» no corresponde a «Y». no es y');
  });

  it('the class of older versions counts and is explained', () => {
    const [first, second] = items;
    const once = [{ ...first, historical: 'y' }, second] as never;
    const { findings, share } = gradeMatching(literal("{ matriz: { uno: 'y', dos: 'x' } }"), 'matriz', classes, once);
    expect([share, findings.map(({ id }) => id)]).toEqual([1, ['theory/historical']]);
  });

  it.each(["'z'", '3', '[]', '{}'])('%s is no class', (value) => {
    expect(graded(`{ matriz: { uno: ${value}, dos: 'x' } }`).findings.map(({ id }) => id)).toEqual(['theory/section']);
  });
});

describe('ordering', () => {
  const steps = [
    { id: 'a', text: t('A') },
    { id: 'b', text: t('B'), after: [{ step: 'a', why: t('B usa A') }] },
    { id: 'c', text: t('C'), after: [{ step: 'a', why: t('C usa A') }] },
  ];
  const foreign = [{ id: 'z', text: t('Z'), why: t('Z sobra') }];
  const graded = (list: string) =>
    seen(gradeOrdering(literal(`{ orden: ${list} }`), 'orden', steps, foreign), `{ orden: ${list} }`);

  it.each(["['a', 'b', 'c']", "['a', 'c', 'b']"])('any order that can happen is right: %s', (list) => {
    expect(graded(list)).toEqual([[], 1]);
  });

  it.each([
    ["['b', 'a', 'c']", ["theory/order/tooEarly 'b'"], 0],
    ["['a', 'z', 'b', 'c']", ["theory/order/foreign 'z'"], 0.67],
    ["['a', 'b', 'b', 'c']", ["theory/order/repeated 'b'"], 0.67],
    ["['a', 'b']", ["theory/order/missing ['a', 'b']"], 0.5],
    ["['a', 'b', 'c', {}]", ['theory/section/value {}'], 0.67],
    ["['a', 'b', 'c', 'z', 'z']", ["theory/order/foreign 'z'"], 0.33],
    ["['a', 'd']", ["theory/section/value 'd'", "theory/order/severalMissing ['a', 'd']"], 0],
    ["['b', 'c']", ["theory/order/missing ['b', 'c']"], 0],
    ['[]', ['theory/order/none []'], 0],
    ["'a'", ["theory/section/shape 'a'"], 0],
  ])('%s gives %j and %d', (list, findings, share) => {
    expect(graded(list)).toEqual([findings, share]);
  });
});

describe('predictions', () => {
  const number = { id: 'n', question: t('¿Cuántos?'), explanation: t('porque sí'), tolerance: 1 };
  const choice = {
    id: 'q',
    question: t('¿Qué?'),
    explanation: t('porque no'),
    options: [
      { id: 'nada', text: t('nada'), means: 0 },
      { id: 'algo', text: t('algo'), means: 1 },
    ] as const,
  };
  const graded = (text: string, value: number) =>
    gradePredictions(literal(text), 'p', [number, choice], () => ({ value, trace: { hops: [], outcome: value } }));

  it('come true within the tolerance and through what options mean', () => {
    expect(graded("{ p: { n: 2, q: 'algo' } }", 1)).toMatchObject({ findings: [], share: 1 });
  });

  it('may name a stretch of values', () => {
    const stretch = {
      ...choice,
      options: [
        { id: 'poco', text: t('poco'), between: [0, 50] },
        { id: 'mucho', text: t('mucho'), between: [50.1, 100] },
      ] as const,
    };
    const of = (value: number) =>
      gradePredictions(literal("{ p: { q: 'mucho' } }"), 'p', [stretch], () => ({
        value,
        trace: { hops: [], outcome: value },
      })).share;
    expect([of(50), of(51), of(100)]).toEqual([0, 1, 1]);
  });

  it('that differ hold back what happens, and the trace that proves it', () => {
    const { findings, share } = graded("{ p: { n: 9, q: 'nada' } }", 1);
    expect(share).toBe(0);
    expect(findings.map((found) => sayFinding(found, 'es'))).toEqual([
      '¿Cuántos? Predijiste «9», y en el laboratorio no ocurre eso.',
      '¿Qué? Predijiste «nada», y en el laboratorio no ocurre eso.',
    ]);
    expect(JSON.stringify(findings.map(({ answer: _, ...first }) => first))).not.toMatch(/algo|porque/);
    expect(findings.flatMap((found) => answerOf(found) ?? []).map((found) => sayFinding(found, 'es'))).toEqual([
      'En el laboratorio ocurre «1». porque sí',
      'En el laboratorio ocurre «algo». porque no',
    ]);
    expect(findings.every(({ answer }) => answer?.because !== undefined)).toBe(true);
  });

  it('of the wrong kind are a problem of form, and are not run', () => {
    const { findings } = graded("{ p: { n: 'dos', q: 'todo' } }", 1);
    expect(findings.map(({ id, message }) => `${id}/${message}`)).toEqual([
      'theory/section/shape',
      'theory/section/value',
    ]);
  });
});

it('findings point at the line of the answer', () => {
  const text = 'export default {\n  juicios: {\n    a: "falso",\n  },\n};';
  const { findings } = gradeJudgements(readLiteral({ path: 'respuesta.ts', text }).literal, 'juicios', [
    { id: 'a', text: t('A'), truth: true, refutation: t('r') },
  ]);
  expect(findings.map(({ at }) => rangeOf(text, at))).toEqual([
    { start: { line: 3, column: 8 }, end: { line: 3, column: 15 } },
  ]);
});
