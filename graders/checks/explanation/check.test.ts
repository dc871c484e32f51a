import { describe, expect, it } from 'vitest';
import type { Exercise } from '../../exercise.ts';
import { grade } from '../../grade.ts';

const text = (es: string) => ({ es, en: es });
const answerFile = (explica: string) => ({ path: 'respuesta.ts', text: `export default { explica: ${explica} };\n` });

const exercise: Exercise = {
  folder: '01-imagen',
  spec: {
    id: 'imagen',
    number: 1,
    title: text('Imagen'),
    lesson: 'docker-imagenes',
    concepts: ['imagen'],
    answers: [{ file: 'respuesta.ts', format: 'literal' }],
    hints: [text('Una imagen no se modifica nunca una vez que alguien la ha construido.')],
    checks: [
      {
        id: 'explica',
        kind: 'explanation',
        points: 4,
        slots: [
          {
            id: 'que-es',
            question: text('¿Qué es una imagen?'),
            subject: 'image',
            rivals: ['container'],
            ideas: [
              {
                id: 'fija',
                text: text('si cambia.'),
                where: text('Mira.'),
                says: [
                  ['image', 'immutable'],
                  ['image', 'not change'],
                ],
              },
              {
                id: 'origen',
                text: text('de dónde sale.'),
                where: text('Mira.'),
                says: [['image', 'build', 'dockerfile']],
              },
              { id: 'aparte', text: text('qué más.'), where: text('Mira.'), weight: 0, says: [['image', 'layer']] },
            ],
            misconceptions: [
              {
                slug: 'image-keeps-changes',
                claims: [['image', 'change']],
                contradicts: ['fija'],
                refutation: text('Otro contenedor no lo ve.'),
                proof: {
                  scenario: {
                    kind: 'engine',
                    steps: [
                      { do: 'build', image: 'tienda:1' },
                      { do: 'run', image: 'tienda:1', name: 'a' },
                    ],
                  },
                  value: 'images',
                  shows: 1,
                },
              },
            ],
          },
        ],
      },
    ],
  },
  starter: [answerFile("{ 'que-es': '' }")],
  given: [],
};

function check(explica: string) {
  const [result] = grade(exercise, [answerFile(explica)]).checks;
  const says = result?.findings.map(({ id, message }) => `${id} ${message}`);
  return { status: result?.status, points: [result?.points.min, result?.points.max], says };
}
const written = (answer: string) => check(`{ 'que-es': ${JSON.stringify(answer)} }`);

describe('an explanation', () => {
  it('earns its points idea by idea, and those without weight are only commented on', () => {
    expect(written('La imagen es inmutable y se construye con un Dockerfile.')).toEqual({
      status: 'pass',
      points: [4, 4],
      says: ['theory/unlocated extra'],
    });
    expect(written('La imagen es inmutable, según cuentan los apuntes.')).toEqual({
      status: 'fail',
      points: [2, 2],
      says: ['theory/explanation absent', 'theory/unlocated extra'],
    });
  });

  it('is an interval where only a person could tell', () => {
    const answer = 'La imagen se construye con un Dockerfile. Mucha gente cree que la imagen es inmutable.';
    expect(written(answer)).toEqual({
      status: 'review',
      points: [2, 4],
      says: ['theory/unlocated review', 'theory/unlocated extra'],
    });
  });

  it('refutes a misconception with what the lab does', () => {
    const answer = answerFile("{ 'que-es': 'La imagen cambia al escribir, y se construye con un Dockerfile.' }");
    const [first] = grade(exercise, [answer]).checks[0]?.findings ?? [];
    expect(first).toMatchObject({ message: 'misconception', data: { refutation: text('Otro contenedor no lo ve.') } });
    expect(first?.because?.hops.length).toBeGreaterThan(0);
  });

  it('takes nothing that the exercise says itself', () => {
    expect(written('Una imagen no se modifica nunca una vez que alguien la ha construido.').says).toEqual([
      'theory/explanation copied',
    ]);
  });

  it('asks for a text where there is something else, and waits for an answer where there is none', () => {
    expect(check("{ 'que-es': 7 }").says).toEqual(['theory/section shape']);
    expect(check("{ 'que-es': 'no-se' }")).toMatchObject({ status: 'pending', says: [] });
    expect(check("'texto'").says).toEqual(['theory/section shape']);
  });
});
