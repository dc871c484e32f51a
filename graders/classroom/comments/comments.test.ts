import { describe, expect, it } from 'vitest';
import { feedbackLines } from '../export/feedback.ts';
import { formsOf } from '../similar/forms.ts';
import { canary, classOf, failed, passed, pod, submissionOf } from '../testing/results.ts';
import { BadComments, notesFor, readComments } from './comments.ts';

const yaml = (name: string, order = 'kind: Pod\nmetadata:\n  name: '): readonly { path: string; text: string }[] => [
  { path: 'respuesta.yaml', text: `${order}${name}\nspec: { replicas: 7 }\n` },
];
const results = classOf(
  submissionOf('ana', [passed(pod), failed(canary, 'Llega todo a v2.', yaml('web'))]),
  submissionOf('bea', [passed(pod), failed(canary, 'Llega todo a v2.', yaml('otro'))]),
  submissionOf('carlos', [passed(pod), passed(canary)]),
);
const forms = formsOf(results, () => undefined);
const read = (text: string) => readComments('c.yaml', text);

describe('comments', () => {
  it('reach every equal answer, by a submission or by the form', () => {
    const form = forms.get(canary.id)?.find(({ submissions }) => submissions.includes('bea'))?.id ?? '';
    const comments = read(
      `comentarios:\n  - ejercicio: 13\n    como: ana\n    texto: Mira los pesos.\n  - ejercicio: despliegue-canario\n    forma: ${form}\n    texto: |\n      Y la suma.\n      Es 100.\n`,
    );
    const notes = notesFor(comments, results, forms);
    for (const who of ['ana', 'bea'])
      expect(notes.of(who, canary.id)).toEqual(['Mira los pesos.', 'Y la suma.\nEs 100.']);
    expect(notes.of('carlos', canary.id)).toEqual([]);
    expect(notes.lost).toEqual([]);
    const [, bea] = results.submissions;
    expect(bea && feedbackLines(results, bea, 'es', notes)).toEqual([
      '4. Un Pod: 10 de 10 (bien).',
      '13. Despliegue canario: 5 de 10 (por corregir). Llega todo a v2.',
      'Mira los pesos.',
      'Y la suma.',
      'Es 100.',
    ]);
  });

  it('that are about nobody are told', () => {
    const text =
      'comentarios:\n  - { ejercicio: 13, como: nadie, texto: x }\n  - { ejercicio: 99, como: ana, texto: x }\n';
    expect(notesFor(read(text), results, forms).lost.map(({ line }) => line)).toEqual([2, 3]);
  });

  it.each([
    ['comentarios: 3', 1],
    ['- a', 1],
    ['comentarios:\n  - x', 2],
    ['comentarios:\n  - { ejercicio: 13, como: ana }', 2],
    ['comentarios:\n  - { ejercicio: 13, texto: x }', 2],
    ['comentarios:\n  - { ejercicio: 13, texto: x, como: ana, forma: b }', 2],
    ['comentarios:\n  - { ejercicio: 13, como: ana, texto: x, nota: 5 }', 2],
    ['comentarios:\n  - { ejercicio: [', 2],
  ])('that cannot be used say where: %j', (text, line) => {
    const problem = (() => {
      try {
        return read(text);
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(problem).toBeInstanceOf(BadComments);
    expect(problem).toMatchObject({ line });
  });
});
