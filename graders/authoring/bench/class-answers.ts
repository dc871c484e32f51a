import type { Json } from '../../core/json.ts';
import type { Source } from '../../core/source.ts';
import {
  type AuthoredExercise,
  readExercise,
  readReference,
  readVariants,
  type Variant,
} from '../../course/solutions.ts';
import { parseLiteral } from '../../parse/literal/parse.ts';
import { readGold } from '../prose/gold.ts';
import { proseSlots } from '../prose/slots.ts';
import { comment } from './comment.ts';

/** Of the answers of a class, how many are their author's own; the others are copied as they stand. */
const ownWork = 2 / 3;
/** Of those, how many put something of a list in another order. */
const reordered = 1 / 3;

/** A number from 0 to below 1, the next time another one. */
export type Chance = () => number;

/** An exercise as a class answers it: which ideas and mistakes there are, and how people explain them. */
export interface Answerable {
  readonly exercise: AuthoredExercise;
  readonly variants: readonly Variant[];
  /** Explanations by section and slot. */
  readonly explanations: ReadonlyMap<string, readonly string[]>;
}

/** @returns undefined where there is no readable exercise */
export function readAnswerable(root: string, folder: string): Answerable | undefined {
  const exercise = readExercise(root, folder);
  if (!exercise) return undefined;
  const variants = [
    readReference(root, exercise),
    ...readVariants(root, exercise, 'accepted'),
    ...readVariants(root, exercise, 'rejected'),
  ];
  const explanations = new Map(
    proseSlots(root, exercise).map((slot): [string, readonly string[]] => [
      `${slot.section}/${slot.slot.id}`,
      readGold(root, exercise, slot).answers.map(({ text }) => text),
    ]),
  );
  return { exercise, variants, explanations };
}

/**
 * The files of one student: an answer of `solutions/`, right or wrong, and mostly in words of one's own. Choices coincide, as
 * they do in a class; explanations are sentences that two of the gold set's authors wrote, joined; lists may be in another order;
 * and of manifests, programs and commands no two are the same letter by letter, but many say the same.
 * @param student number that nobody else has
 */
export function answerOf(answerable: Answerable, student: number, chance: Chance): readonly Source[] {
  const { exercise, variants } = answerable;
  const variant = oneOf(variants, chance);
  const isOwn = chance() < ownWork;
  return exercise.spec.answers.map(({ file }, index) => {
    const text = variant?.answers[index]?.text ?? '';
    return { path: file, text: isOwn ? own({ path: file, text }, answerable, student, chance) : text };
  });
}

function own(source: Source, { explanations }: Answerable, student: number, chance: Chance): string {
  const { root, findings } = source.path === 'respuesta.ts' ? parseLiteral(source) : { findings: [] };
  if (!root || findings.length > 0) return signed(source, student);
  const value = rewritten(root.value, '', explanations, chance);
  return `export default ${JSON.stringify(value, null, 2)} satisfies Respuesta;\n// ${student}\n`;
}

/** A comment that nobody else wrote. */
function signed({ path, text }: Source, student: number): string {
  return `${text.trimEnd()}\n${comment(path, `${student}`)}\n`;
}

function rewritten(value: Json, path: string, explanations: Answerable['explanations'], chance: Chance): Json {
  if (typeof value === 'string') {
    const others = explanations.get(path) ?? [];
    return others.length > 0 ? joined(oneOf(others, chance) ?? '', oneOf(others, chance) ?? '') : value;
  }
  if (Array.isArray(value)) return chance() < reordered ? swapped(value, chance) : value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      rewritten(inner, path === '' ? key : `${path}/${key}`, explanations, chance),
    ]),
  );
}

/** What one says, and the last sentence of another. */
function joined(text: string, other: string): string {
  const last = other.split(/(?<=[.!?])\s+/).at(-1) ?? '';
  return text === other || last === other ? text : `${text} ${last}`;
}

/** Two neighbours the other way round. */
function swapped(items: readonly Json[], chance: Chance): Json {
  const at = Math.floor(chance() * (items.length - 1));
  return items.length < 2 ? [...items] : items.with(at, items[at + 1] ?? null).with(at + 1, items[at] ?? null);
}

const oneOf = <T>(items: readonly T[], chance: Chance): T | undefined => items[Math.floor(chance() * items.length)];
