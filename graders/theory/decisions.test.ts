import { describe, expect, it } from 'vitest';
import { readLiteral } from '../model/literal/read.ts';
import { sayFinding } from '../render/words.ts';
import { type Decision, gradeDecision, soundChoices } from './decisions.ts';

const t = (text: string) => ({ es: text, en: text });
const about = (id: string, ...choices: string[]) => ({ id, text: t(id), about: choices, refutation: t(`no ${id}`) });

const asked: Decision = {
  question: t('¿Qué?'),
  choices: ['a', 'b', 'c'].map((id) => ({ id, text: t(id.toUpperCase()) })),
  constraints: [{ text: t('barato'), breaks: [{ choice: 'c', why: t('C es caro.') }] }],
  evidence: [about('e1', 'a'), about('e2', 'a', 'b'), about('e3', 'b'), about('e4')],
  counterpoints: [about('c1', 'a'), about('c2', 'b')],
};

/** Findings as `message: sentence (underlined text)`, and the share earned. */
function seen(answer: string): [string[], number] {
  const text = `export default { caso: ${answer} };`;
  const { findings, share } = gradeDecision(readLiteral({ path: 'respuesta.ts', text }).literal, 'caso', asked);
  const said = findings.map(
    (one) => `${one.message}: ${sayFinding(one, 'es')} (${text.slice(one.at.from, one.at.to)})`,
  );
  return [said, Math.round(share * 100) / 100];
}

const answer = (choice: string, first: string, second: string, counterpoint: string) =>
  `{ eleccion: '${choice}', prueba: '${first}', 'otra-prueba': '${second}', contrapunto: '${counterpoint}' }`;

describe('decisions', () => {
  it('any choice that breaks no constraint is right with evidence and a price of its own, in any order', () => {
    expect(seen(answer('a', 'e1', 'e2', 'c1'))).toEqual([[], 1]);
    expect(seen(answer('a', 'e2', 'e1', 'c1'))).toEqual([[], 1]);
    expect(seen(answer('b', 'e2', 'e3', 'c2'))).toEqual([[], 1]);
    expect(soundChoices(asked).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('a choice that breaks a constraint earns nothing and names it', () => {
    expect(seen(answer('c', 'e1', 'e2', 'c1'))).toEqual([
      ["violates: «C» no cumple una condición del caso: «barato». C es caro. ('c')"],
      0,
    ]);
  });

  it('evidence and counterpoints must be about the choice', () => {
    expect(seen(answer('a', 'e1', 'e3', 'c2'))).toEqual([
      [
        "evidence: «e3» no es una prueba a favor de «A». no e3 ('e3')",
        "counterpoint: «c2» no es un coste de «A». no c2 ('c2')",
      ],
      0.6,
    ]);
    expect(seen(answer('a', 'e4', 'e2', 'c1'))[1]).toBe(0.8);
  });

  it('the same evidence does not count twice', () => {
    expect(seen(answer('a', 'e1', 'e1', 'c1'))).toEqual([
      ["repeated: Las dos pruebas son la misma: busca otra distinta. ('e1')"],
      0.8,
    ]);
  });

  it('what is blank, unknown or of another shape is said so', () => {
    expect(seen(answer('no-se', 'no-se', 'no-se', 'no-se'))[0]).toEqual(["item: Falta responder: «¿Qué?». ('no-se')"]);
    expect(seen(answer('d', 'e1', 'e2', 'c1'))[0][0]).toMatch(/^value: `d` no es una respuesta posible/);
    expect(seen(answer('a', 'e1', 'no-se', 'x'))[0].map((said) => said.split(':')[0])).toEqual(['item', 'value']);
    expect(seen("'a'")[0][0]).toMatch(/^shape: /);
  });
});
