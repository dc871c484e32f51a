import type { Call } from './call.ts';
import type { RequestOutcome } from './outcome.ts';
import type { Leg } from './receive.ts';
import { type Extras, outcomeOf } from './result.ts';

/** The outcome for a call whose traffic went these ways: an application that gets a request answers 200. */
export function answered(legs: readonly Leg[], call: Call, extras: Extras = {}): RequestOutcome {
  return outcomeOf(legs, call.scheme === 'tcp' ? undefined : 200, extras);
}
