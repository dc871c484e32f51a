import { describe, expect, it } from 'vitest';
import { listFolders } from '../../course/folders.ts';
import { readExercise } from '../../course/solutions.ts';
import { withProse } from '../../course/variants/prose.ts';
import { parseLiteral } from '../../parse/literal/parse.ts';
import { few } from '../../vitest/quick.ts';
import { rubricProblems } from './judge.ts';
import { proseSlots } from './slots.ts';

const root = process.cwd();
const exercises = listFolders(root).flatMap(({ name }) => readExercise(root, name) ?? []);
const exercise = exercises.find(({ spec }) => spec.checks.some(({ kind }) => kind === 'explanation'));
if (!exercise) throw new Error('no exercise asks for an explanation');

describe('a variant', () => {
  const source = (text: string) => ({ path: 'respuesta.ts', text });
  const reference = source("export default { plan: [], explica: {\n  uno: 'Texto, de la referencia.',\n} };");
  const explained = (text: string) => parseLiteral(withProse(exercise.spec, source(text), reference)).root?.value;

  it('takes the explanations it leaves out from the reference', () => {
    const wanted = { plan: ['a'], explica: { uno: 'Texto, de la referencia.' } };
    expect(explained("export default {\n  plan: ['a'],\n};")).toEqual(wanted);
    expect(explained("export default { plan: ['a'] } as const;")).toEqual(wanted);
  });

  it('keeps its own, and one that cannot be read stays as it is', () => {
    expect(explained("export default { explica: { uno: '' } };")).toEqual({ explica: { uno: '' } });
    const broken = source('export default {');
    expect(withProse(exercise.spec, broken, reference)).toBe(broken);
  });
});

describe('a rubric', () => {
  it('is told with its line what no lexicon has', () => {
    const [slot] = proseSlots(root, exercise);
    if (!slot) throw new Error('the exercise has no slot');
    const mistyped = { ...slot, slot: { ...slot.slot, subject: 'imagge', rivals: [] } };
    const [problem] = rubricProblems(mistyped).filter(({ words }) => words.includes('imagge'));
    expect(problem).toMatchObject({ path: exercise.specFile.source.path, words: expect.stringContaining('image?') });
    expect(problem?.line).toBeGreaterThan(1);
  });

  it.for(
    few(exercises, 6)
      .flatMap((one) => proseSlots(root, one))
      .map((slot) => [slot.exercise.folder, slot.slot.id, slot] as const),
  )('of %s is satisfied by the reference: %s', ([, , slot]) => {
    expect([...slot.read(slot.reference).outcomes.values()].filter((outcome) => outcome !== 'recognised')).toEqual([]);
  });
});
