import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { entriesOf } from '../../course/entries.ts';
import { type AuthoredExercise, source } from '../../course/solutions.ts';
import { spanAt } from '../../parse/yaml/located.ts';
import { parseYaml } from '../../parse/yaml/yaml.ts';
import { type Problem, problem, problemAt } from '../gate/problem.ts';
import type { ProseSlot } from './slots.ts';

/** In which way an answer is written, or wrong. */
export const strata = [
  'paraphrase',
  'terse',
  'wordy',
  'partial',
  'typos',
  'spanglish',
  'negated',
  'refuted',
  'swapped',
  'misconception',
  'stuffed',
  'copied',
  'off-topic',
] as const;

/**
 * Where an answer comes from. Rules are tuned on the open half. Of the others only totals are printed: of the locked half,
 * and of answers that somebody wrote from the statement alone, without having seen a rule, an idea or a reference.
 */
export const parts = ['dev', 'locked', 'blind'] as const;

/** An answer as a student writes it, and what a teacher finds in it. */
export interface GoldAnswer {
  readonly text: string;
  readonly stratum: (typeof strata)[number];
  readonly part: (typeof parts)[number];
  /** Ids of the ideas it states. */
  readonly has: readonly string[];
  /** Ids of the ideas it says the contrary of. */
  readonly against: readonly string[];
  /** Slugs of the misconceptions it holds. */
  readonly wrong: readonly string[];
}

export interface GoldSet {
  readonly slot: ProseSlot;
  readonly answers: readonly GoldAnswer[];
  readonly problems: readonly Problem[];
}

interface Written {
  readonly provenance?: string;
  /** Who wrote the blind ones, and how. */
  readonly blindProvenance?: string;
  readonly dev?: readonly WrittenAnswer[];
  readonly locked?: readonly WrittenAnswer[];
  readonly blind?: readonly WrittenAnswer[];
}

type WrittenAnswer = Partial<Omit<GoldAnswer, 'part'>>;

/** The labelled answers to a slot: `solutions/<exercise>/prosa/<slot>.yaml`. */
export function readGold(root: string, exercise: AuthoredExercise, slot: ProseSlot): GoldSet {
  const path = `${exercise.solution}/prosa/${slot.slot.id}.yaml`;
  if (!existsSync(join(root, path))) return { slot, answers: [], problems: [problem(path, 'is missing')] };
  const file = parseYaml(source(root, path));
  const written = (file.documents[0]?.value ?? {}) as Written;
  const problems: Problem[] = [];
  const at = (where: readonly (string | number)[], words: string) =>
    problems.push(problemAt(file.source, spanAt(written, where), words));
  if (!written.provenance) at([], 'does not say where its answers come from');
  if (written.blind && !written.blindProvenance) at(['blind'], 'does not say who wrote them');
  const ideas = slot.slot.ideas.map(({ id }) => id);
  const slugs = (slot.slot.misconceptions ?? []).map((misconception) => misconception.slug);
  const answers = parts.flatMap((part) =>
    (written[part] ?? []).map((answer, index): GoldAnswer => {
      const { text = '', stratum, has = [], against = [], wrong = [] } = answer;
      if (!stratum || !strata.includes(stratum)) at([part, index], `has no stratum of ${strata.join(', ')}`);
      for (const id of [...has, ...against]) if (!ideas.includes(id)) at([part, index], `${id} is no idea of the slot`);
      for (const slug of wrong) if (!slugs.includes(slug)) at([part, index], `${slug} is no misconception of the slot`);
      return { text, stratum: stratum ?? 'paraphrase', part, has, against, wrong };
    }),
  );
  return { slot, answers, problems };
}

/** Files under `prosa/` that are of no slot. */
export function strayGold(
  root: string,
  { solution }: AuthoredExercise,
  slots: readonly ProseSlot[],
): readonly Problem[] {
  return entriesOf(join(root, solution, 'prosa'))
    .filter((name) => !slots.some(({ slot }) => `${slot.id}.yaml` === name))
    .map((name) => problem(`${solution}/prosa/${name}`, 'is of no slot'));
}
