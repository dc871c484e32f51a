import { type Finding, finding } from '../core/finding.ts';
import type { Text } from '../core/text.ts';
import type { Trace } from '../core/trace.ts';
import type { Literal } from '../model/literal/literal.ts';
import { explanation, historical as historicalFinding, unlocated } from './findings.ts';
import type { Runs } from './prose/copied.ts';
import { type Explanation, explain, type Outcome } from './prose/explain.ts';
import type { Idea, Lexicon, Misconception, Slot } from './prose/rubric.ts';
import { isBlank, notAnswered, notOfShape, type Section, tableSection, withoutTable } from './section.ts';

/** What an explanation earned: what is certain, and what it would be if all that was abstained on were right. */
export interface Explained {
  readonly findings: readonly Finding[];
  readonly share: { readonly min: number; readonly max: number };
}

/** What a person decided about an idea of a text, where the grader abstained; undefined where nobody did. */
export type Decide = (slot: Slot, idea: Idea, text: string) => boolean | undefined;

type Prove = (misconception: Misconception) => Trace | undefined;

/**
 * Grades explanations by the ideas they hold, each with its share.
 * @param known runs of words of the exercise's own texts
 * @param prove the run of the lab that shows why a misconception is one, where it has one
 */
export function gradeExplanations(
  literal: Literal,
  name: string,
  slots: readonly Slot[],
  known: Runs,
  lexicon?: Lexicon,
  prove: Prove = () => undefined,
  decide: Decide = () => undefined,
): Explained {
  const section = tableSection(literal, name, slots);
  if (!section.isTable) return { ...withoutTable(section), share: { min: 0, max: 0 } };
  const graded = slots.map((slot) => gradeSlot(section, slot, known, lexicon, prove, decide));
  const total = sum(slots.flatMap(({ ideas }) => ideas.map(weightOf)));
  return {
    findings: [...section.findings, ...graded.flatMap(({ findings }) => findings)],
    share: { min: sum(graded.map(({ min }) => min)) / total, max: sum(graded.map(({ max }) => max)) / total },
  };
}

export const weightOf = ({ weight = 1 }: Idea): number => weight;

function gradeSlot(
  section: Section,
  slot: Slot,
  known: Runs,
  lexicon: Lexicon | undefined,
  prove: Prove,
  decide: Decide,
): { readonly findings: readonly Finding[]; readonly min: number; readonly max: number } {
  const given = section.valueOf(slot.id);
  if (isBlank(given)) return { findings: [notAnswered(section, slot)], min: 0, max: 0 };
  if (typeof given !== 'string') return { findings: [notOfShape(section, slot.id, textShape)], min: 0, max: 0 };
  const read = explain(slot, given, known, lexicon);
  const { explained, refused } = withDecisions(slot, given, read, decide);
  const worth = (outcomes: readonly Outcome[]) =>
    sum(slot.ideas.filter(({ id }) => outcomes.includes(explained.outcomes.get(id) ?? 'absent')).map(weightOf));
  return {
    findings: findingsOf(section, slot, explained, prove, refused),
    min: worth(['recognised']),
    max: worth(['recognised', 'review']),
  };
}

/** What was left to a person and a person decided. */
function withDecisions(slot: Slot, text: string, read: Explanation, decide: Decide) {
  const decided = slot.ideas.flatMap((idea): [string, boolean][] => {
    const counts = read.outcomes.get(idea.id) === 'review' ? decide(slot, idea, text) : undefined;
    return counts === undefined ? [] : [[idea.id, counts]];
  });
  if (decided.length === 0) return { explained: read, refused: new Set<string>() };
  const settled = decided.map(([id, counts]): [string, Outcome] => [id, counts ? 'recognised' : 'absent']);
  const { unread, ...others } = read;
  const isOpen = slot.ideas.some(
    ({ id }) => read.outcomes.get(id) === 'review' && !decided.some(([one]) => one === id),
  );
  const explained: Explanation = {
    ...others,
    ...(unread && isOpen && { unread }),
    outcomes: new Map([...read.outcomes, ...settled]),
  };
  return { explained, refused: new Set(decided.flatMap(([id, counts]) => (counts ? [] : [id]))) };
}

const textShape: Text = { es: 'un texto entre comillas', en: 'a text in quotes' };

function findingsOf(
  section: Section,
  slot: Slot,
  { outcomes, misconceptions, historical, unread }: Explanation,
  prove: Prove,
  refused: ReadonlySet<string>,
): readonly Finding[] {
  const at = section.at(slot.id);
  if (unread === 'shuffled') return [finding(unlocated, 'shuffled', at, {})];
  if (unread) return [finding(explanation, unread, at, {})];
  const refuted = new Set(misconceptions.flatMap(({ contradicts }) => contradicts));
  return [
    ...misconceptions.map((one) =>
      finding(explanation, 'misconception', at, { refutation: one.refutation }, prove(one)),
    ),
    ...historical.flatMap((idea) =>
      idea.historical
        ? [finding(historicalFinding, 'was', at, { statement: idea.text, refutation: idea.historical.refutation })]
        : [],
    ),
    ...slot.ideas.flatMap((idea) => {
      const { text: statement, where } = idea;
      const outcome = outcomes.get(idea.id);
      if (outcome === 'recognised' || (outcome === 'contradicted' && refuted.has(idea.id))) return [];
      if (refused.has(idea.id)) return [finding(explanation, 'refused', at, { statement, where })];
      if (outcome === 'contradicted') return [finding(explanation, 'contrary', at, { statement, where })];
      if (outcome === 'review') return [finding(unlocated, 'review', at, { statement, where })];
      return [
        weightOf(idea) > 0
          ? finding(explanation, 'absent', at, { statement, where })
          : finding(unlocated, 'extra', at, { statement, where }),
      ];
    }),
  ];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
