import { memo } from '../../core/memo.ts';
import type { Outcome } from '../../theory/prose/explain.ts';
import { type Baseline, keywords, overlap } from './baselines.ts';
import type { GoldAnswer, GoldSet } from './gold.ts';

/** What became of an idea in one answer. */
interface Decision {
  readonly answer: GoldAnswer;
  readonly idea: string;
  readonly outcome: Outcome;
  readonly isThere: boolean;
  readonly isAgainst: boolean;
}

/** How often an idea was found where it is, left out, and found where it is not. */
export interface Tally {
  readonly matched: number;
  readonly missed: number;
  readonly wrong: number;
  /** Left to a person. */
  readonly review: number;
  /** Decided, and decided well. */
  readonly decided: number;
  readonly right: number;
  readonly of: number;
}

export interface Measures {
  readonly all: Tally;
  readonly ideas: ReadonlyMap<string, Tally>;
  readonly misconceptions: Tally;
  /** Of the ideas that are there, those that are found. */
  readonly found: Flips;
  readonly swapped: Flips;
  readonly negated: Flips;
  readonly stuffed: Flips;
}

/** Of the ideas an answer turns around, those that earn nothing: with the engine, and with each baseline. */
export interface Flips {
  readonly of: number;
  readonly engine: number;
  readonly keywords: number;
  readonly overlap: number;
}

/** Measures how well the answers of a set are read. */
export function measure(set: GoldSet, answers: readonly GoldAnswer[]): Measures {
  const decisions = answers.flatMap((answer) => decisionsOf(set, answer));
  const flips = (strata: readonly string[]) =>
    flipsOf(
      set,
      decisions.filter(
        ({ answer, isThere, isAgainst }) =>
          strata.includes(answer.stratum) && !isThere && (isAgainst || !answer.against.length),
      ),
    );
  return {
    all: tally(decisions),
    ideas: new Map(
      set.slot.slot.ideas.map(({ id }) => [id, tally(decisions.filter(({ idea }) => idea === id))] as const),
    ),
    misconceptions: tally(answers.flatMap((answer) => misconceptionsOf(set, answer))),
    found: foundOf(set, decisions),
    swapped: flips(['swapped']),
    negated: flips(['negated']),
    stuffed: flips(['stuffed', 'copied', 'off-topic']),
  };
}

/** What the engine decided otherwise than the label says, in words. */
export function disagreements(set: GoldSet, answers: readonly GoldAnswer[]): readonly string[] {
  return answers.flatMap((answer) => [
    ...decisionsOf(set, answer)
      .filter(({ outcome, isThere }) => (outcome === 'recognised') !== isThere)
      .map(({ idea, outcome, isThere }) => `${idea} is ${isThere ? '' : 'not '}there, ${outcome}: ${answer.text}`),
    ...misconceptionsOf(set, answer)
      .filter(({ outcome, isThere }) => (outcome === 'recognised') !== isThere)
      .map(({ idea, isThere }) => `${idea} ${isThere ? 'missed' : 'wrongly found'}: ${answer.text}`),
  ]);
}

/** Each answer is read once, however many tables it is counted in. */
const readings = memo(({ slot }: GoldSet) => memo(({ text }: GoldAnswer) => slot.read(text)));

function decisionsOf(set: GoldSet, answer: GoldAnswer): readonly Decision[] {
  return [...readings(set)(answer).outcomes].map(([idea, outcome]) => ({
    answer,
    idea,
    outcome,
    isThere: answer.has.includes(idea),
    isAgainst: answer.against.includes(idea),
  }));
}

function misconceptionsOf(set: GoldSet, answer: GoldAnswer): readonly Decision[] {
  const found = readings(set)(answer).misconceptions.map(({ slug }) => slug);
  return (set.slot.slot.misconceptions ?? []).map(({ slug }) => ({
    answer,
    idea: slug,
    outcome: found.includes(slug) ? 'recognised' : 'absent',
    isThere: answer.wrong.includes(slug),
    isAgainst: false,
  }));
}

function tally(decisions: readonly Decision[]): Tally {
  const count = (is: (decision: Decision) => boolean) => decisions.filter(is).length;
  const isRight = ({ outcome, isThere }: Decision) => outcome !== 'review' && (outcome === 'recognised') === isThere;
  return {
    matched: count(({ outcome, isThere }) => isThere && outcome === 'recognised'),
    missed: count(({ outcome, isThere }) => isThere && outcome !== 'recognised'),
    wrong: count(({ outcome, isThere }) => !isThere && outcome === 'recognised'),
    review: count(({ outcome }) => outcome === 'review'),
    decided: count(({ outcome }) => outcome !== 'review'),
    right: count(isRight),
    of: decisions.length,
  };
}

function flipsOf({ slot }: GoldSet, decisions: readonly Decision[]): Flips {
  const kept = (baseline: Baseline) =>
    decisions.filter(({ idea, answer }) => !baseline(slot, answer.text).has(idea)).length;
  return {
    of: decisions.length,
    engine: decisions.filter(({ outcome }) => outcome !== 'recognised').length,
    keywords: kept(keywords),
    overlap: kept(overlap),
  };
}

function foundOf({ slot }: GoldSet, decisions: readonly Decision[]): Flips {
  const there = decisions.filter(({ isThere }) => isThere);
  const by = (baseline: Baseline) => there.filter(({ idea, answer }) => baseline(slot, answer.text).has(idea)).length;
  return {
    of: there.length,
    engine: there.filter(({ outcome }) => outcome === 'recognised').length,
    keywords: by(keywords),
    overlap: by(overlap),
  };
}

/** Tallies together. */
export function added(tallies: readonly Tally[]): Tally {
  const sum = (key: keyof Tally) => tallies.reduce((total, one) => total + one[key], 0);
  return {
    matched: sum('matched'),
    missed: sum('missed'),
    wrong: sum('wrong'),
    review: sum('review'),
    decided: sum('decided'),
    right: sum('right'),
    of: sum('of'),
  };
}

export function addedFlips(flips: readonly Flips[]): Flips {
  const sum = (key: keyof Flips) => flips.reduce((total, one) => total + one[key], 0);
  return { of: sum('of'), engine: sum('engine'), keywords: sum('keywords'), overlap: sum('overlap') };
}

/** A part of a whole; 1 of nothing. */
export const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
export const precision = ({ matched, wrong }: Tally): number => share(matched, matched + wrong);
export const recall = ({ matched, missed }: Tally): number => share(matched, matched + missed);
export const coverage = ({ decided, of }: Tally): number => share(decided, of);
export const accuracy = ({ right, decided }: Tally): number => share(right, decided);
