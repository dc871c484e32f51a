import type { ExerciseBase } from '../../core/exercise.ts';
import type { Json } from '../../core/json.ts';
import { own } from '../../core/own.ts';
import type { Trace } from '../../core/trace.ts';
import { type Given, onceGiven } from '../given.ts';
import type { Prediction } from './params.ts';

/** What the lab is asked to do, and which part of what comes of it counts. */
export type Asked = Pick<Prediction, 'scenario' | 'value'>;

/** What the lab answered. */
export interface Happened {
  readonly value: Json;
  readonly trace: Trace<Json>;
}

/** What the lab answers to a question, the same for every answer. @param answer asks it, where it was not asked before */
export const onceHappened = (given: Given, { scenario, value }: Asked, answer: () => Happened): Happened =>
  onceGiven(given, `what happens: ${JSON.stringify([scenario, value])}`, answer);

/** Everything that the checks of an exercise ask of the lab, in the order of its spec. */
export function askedIn({ checks }: { readonly checks: unknown }): readonly Asked[] {
  const asked: Asked[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const scenario = own(value as Record<string, unknown>, 'scenario');
    if (typeof scenario === 'object' && scenario !== null) asked.push(value as Asked);
    for (const inner of Object.values(value)) visit(inner);
  };
  visit(checks);
  return asked;
}

/**
 * Keeps what the lab answered elsewhere, to the same exercise with the same files: whoever grades need not ask it again, nor have the
 * lab that answers.
 * @param happened in the order of `askedIn`
 */
export function recall(given: Given & { readonly exercise: ExerciseBase }, happened: readonly Happened[]): void {
  const asked = askedIn(given.exercise as unknown as { readonly checks: unknown });
  for (const [index, known] of happened.entries()) {
    const question = asked[index];
    if (question) onceHappened(given, question, () => known);
  }
}
