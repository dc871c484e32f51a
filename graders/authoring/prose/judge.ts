import { nearest } from '../../core/nearest.ts';
import { type AuthoredExercise, source } from '../../course/solutions.ts';
import { spanAt } from '../../parse/yaml/located.ts';
import { weightOf } from '../../theory/explanations.ts';
import { unknownFamilies } from '../../theory/prose/explain.ts';
import { courseLexicon } from '../../theory/prose/lexicon.ts';
import { type Problem, problem, problemAt } from '../gate/problem.ts';
import { attacksOn } from './attacks.ts';
import { type GoldSet, readGold, strayGold } from './gold.ts';
import { accuracy, added, addedFlips, coverage, measure, precision, recall, share } from './measure.ts';
import { type ProseSlot, proseSlots } from './slots.ts';

/**
 * How good the reading of prose must be, with the open and the locked half. Of answers written blind `npm run prose` prints
 * totals, and they hold nothing back: who tuned rules until they pass would make them one more half that rules were made for.
 */
export const targets = {
  answers: 40,
  precision: 0.97,
  recall: 0.8,
  /** An idea below this is commented on and gives no points. */
  ideaPrecision: 0.95,
  /** What is not understood is left to a person, so less is decided where answers are written in words of their own. */
  coverage: 0.8,
  accuracy: 0.95,
  misconceptions: 0.95,
  swapped: 0.98,
  negated: 0.95,
};

/** What is tried of each reference with its words out of order. */
const allShuffles = 100;

interface JudgeOptions {
  readonly isWanted?: (exercise: AuthoredExercise) => boolean;
  readonly shuffles?: number;
}

/**
 * The gold sets of exercises, and what keeps their rubrics from being trusted.
 * @param isWanted which exercises are judged; the explanations of the others only serve as attacks
 * @param shuffles of each reference that are tried: the gate tries a few, `npm run prose` all
 */
export function judgeProse(
  root: string,
  exercises: readonly AuthoredExercise[],
  { isWanted = () => true, shuffles = allShuffles }: JudgeOptions = {},
): { readonly sets: readonly GoldSet[]; readonly problems: readonly Problem[] } {
  const slots = exercises.map((exercise) => proseSlots(root, exercise));
  const all = slots.flat();
  const sets: GoldSet[] = [];
  const problems: Problem[] = [];
  exercises.forEach((exercise, index) => {
    const own = slots[index] ?? [];
    if (!isWanted(exercise)) return;
    problems.push(...strayGold(root, exercise, own), ...own.flatMap(rubricProblems));
    if (own.length === 0) return;
    const gold = own.map((slot) => readGold(root, exercise, slot));
    sets.push(...gold);
    const held = gold.map((set) => ({ ...set, answers: set.answers.filter(({ part }) => part !== 'blind') }));
    const count = held.reduce((total, { answers }) => total + answers.length, 0);
    if (count < targets.answers)
      problems.push(problem(`${exercise.solution}/prosa`, `has ${count} of ${targets.answers} labelled answers`));
    problems.push(...gold.flatMap((set) => set.problems), ...goldProblems(exercise, held));
    const statement = source(root, `${exercise.path}/enunciado.md`).text;
    const others = all.filter((other) => !isAbout(other.exercise, exercise));
    problems.push(
      ...own.flatMap(referenceProblems),
      ...own.flatMap((slot) => attackProblems(slot, statement, others, shuffles)),
    );
  });
  return { sets, problems };
}

/** Whether two exercises have a concept in common: an explanation of one may then say something of the other. */
function isAbout(one: AuthoredExercise, other: AuthoredExercise): boolean {
  return one.spec.concepts.some((concept) => other.spec.concepts.includes(concept));
}

/** Names that a rubric uses and nobody defines. */
export function rubricProblems({ exercise, slot, lexicon, path }: ProseSlot): readonly Problem[] {
  const at = (where: readonly (string | number)[], words: string) =>
    problemAt(exercise.specFile.source, spanAt(exercise.spec, [...path, ...where]), words);
  const families = [...Object.keys(courseLexicon), ...Object.keys(lexicon)];
  const ids = slot.ideas.map(({ id }) => id);
  return [
    ...unknownFamilies(slot, lexicon).map(({ family, path: where }) => {
      const meant = nearest(family, families);
      return at(where, `${family} is no family of the lexicon${meant ? `: ${meant}?` : ''}`);
    }),
    ...(slot.misconceptions ?? []).flatMap(({ contradicts }, index) =>
      contradicts
        .filter((id) => !ids.includes(id))
        .map((id) => at(['misconceptions', index, 'contradicts'], `${id} is no idea of the slot`)),
    ),
  ];
}

function goldProblems({ solution }: AuthoredExercise, sets: readonly GoldSet[]): readonly Problem[] {
  const measured = sets.map((set) => ({ set, ...measure(set, set.answers) }));
  const scored = measured.flatMap(({ set, ideas }) =>
    set.slot.slot.ideas.filter((idea) => weightOf(idea) > 0).flatMap(({ id }) => ideas.get(id) ?? []),
  );
  const all = added(scored);
  const swapped = addedFlips(measured.map((one) => one.swapped));
  const negated = addedFlips(measured.map((one) => one.negated));
  const low = (name: string, value: number, target: number) =>
    value < target ? [problem(`${solution}/prosa`, `${name} is ${percent(value)}, below ${percent(target)}`)] : [];
  return [
    ...low('the precision of ideas', precision(all), targets.precision),
    ...low('the recall of ideas', recall(all), targets.recall),
    ...low('the share decided without a person', coverage(all), targets.coverage),
    ...low('the share decided well', accuracy(all), targets.accuracy),
    ...low(
      'the precision of misconceptions',
      precision(added(measured.map((one) => one.misconceptions))),
      targets.misconceptions,
    ),
    ...low('the share of swaps noticed', share(swapped.engine, swapped.of), targets.swapped),
    ...low('the share of denials noticed', share(negated.engine, negated.of), targets.negated),
    ...measured.flatMap(({ set, ideas }) =>
      set.slot.slot.ideas
        .filter((idea) => weightOf(idea) > 0)
        .flatMap(({ id }) => {
          const found = ideas.get(id);
          return found
            ? low(
                `the precision of ${set.slot.slot.id}.${id}, which gives points,`,
                precision(found),
                targets.ideaPrecision,
              )
            : [];
        }),
    ),
  ];
}

/** The reference says all that is looked for. */
function referenceProblems(slot: ProseSlot): readonly Problem[] {
  const { outcomes, misconceptions } = slot.read(slot.reference);
  const path = `${slot.exercise.solution}/respuesta.ts`;
  return [
    ...[...outcomes]
      .filter(([, outcome]) => outcome !== 'recognised')
      .map(([id, outcome]) => problem(path, `${slot.slot.id}: ${id} is ${outcome} in the reference`)),
    ...misconceptions.map(({ slug }) => problem(path, `${slot.slot.id}: the reference holds ${slug}`)),
  ];
}

/** What earns points and should not. */
function attackProblems(
  slot: ProseSlot,
  statement: string,
  others: readonly ProseSlot[],
  shuffles: number,
): readonly Problem[] {
  const earned = attacksOn(slot, statement, others, shuffles).filter(({ text }) =>
    [...slot.read(text).outcomes.values()].includes('recognised'),
  );
  return earned.map(({ name, text }) =>
    problem(`${slot.exercise.path}/exercise.yaml`, `${slot.slot.id}: ${name} earns points: ${text.slice(0, 200)}`),
  );
}

export const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;
