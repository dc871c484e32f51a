import { describe, expect, it } from 'vitest';
import type { Slot } from '../../theory/prose/rubric.ts';
import { idleRules, proseFigures } from './figures.ts';
import type { GoldAnswer, GoldSet } from './gold.ts';

const text = (one: string) => ({ es: one, en: one });
const slot: Slot = {
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
        ['image', 'kernel'],
      ],
      denies: [['container', 'immutable']],
    },
  ],
  misconceptions: [
    { slug: 'cambia', claims: [['image', 'change']], contradicts: ['fija'], refutation: text('No cambia.') },
  ],
};
const none = { has: [], against: [], wrong: [], part: 'dev', stratum: 'paraphrase' } as const;
const answers: readonly GoldAnswer[] = [
  { ...none, text: 'La imagen es inmutable, y por eso la gente se fía de ella.', has: ['fija'] },
  { ...none, text: 'Según los apuntes de clase, la imagen no cambia.' },
  { ...none, text: 'La imagen cambia cuando alguien escribe en ella.', against: ['fija'], wrong: ['cambia'] },
  { ...none, text: 'El contenedor es inmutable, según he leído por ahí.', against: ['fija'] },
];
const exercise = { spec: { number: 7, checks: [], hints: [] } } as unknown as GoldSet['slot']['exercise'];
const figures = proseFigures(
  [{ slot: { exercise, slot, lexicon: {}, reference: '' } as unknown as GoldSet['slot'], answers, problems: [] }].map(
    (set) =>
      ({
        ...set,
        slot: {
          ...set.slot,
          read: () => ({ outcomes: new Map([['fija', 'recognised']]), misconceptions: [], historical: [] }),
        },
      }) as GoldSet,
  ),
);

describe('the figures of a rubric', () => {
  const [idea] = figures.exercises[0]?.slots[0]?.ideas ?? [];

  it('count what is missed and what is wrongly found apart', () => {
    expect(idea).toMatchObject({ id: 'fija', matched: 1, missed: 0, wrong: 3, review: 0, feedback: false });
  });

  it('say of each rule what it decides by itself, well and badly', () => {
    expect(idea?.rules).toEqual([
      { rule: 'image · immutable', kind: 'says', right: 1, wrong: 0 },
      { rule: 'image · not change', kind: 'says', right: 0, wrong: 1 },
      { rule: 'image · kernel', kind: 'says', right: 0, wrong: 0 },
      { rule: 'container · immutable', kind: 'denies', right: 1, wrong: 0 },
    ]);
    expect(figures.exercises[0]?.slots[0]?.misconceptions).toEqual([
      { id: 'cambia', rules: [{ rule: 'image · change', kind: 'claims', right: 1, wrong: 0 }] },
    ]);
  });

  it('name the rules that decide nowhere', () => {
    expect(idleRules(figures)).toEqual(['07 que-es fija says image · kernel']);
  });
});
