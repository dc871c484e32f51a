import type { Json } from '../../core/json.ts';
import type { Random } from './random.ts';

/** Something that Timonel decides and upstream's own code decides too. */
export interface Part {
  /** Name of the program under `cmd/`. */
  readonly name: string;
  readonly what: string;
  /** The code that is asked, as a page of it. */
  readonly upstream: string;
  make(random: Random): Json;
  /** Timonel's answer to an input that `make` made, in the form of the program's. */
  answer(input: never): Json;
  /** Where Timonel says something else on purpose, or upstream is known to err. */
  readonly deviations: readonly Deviation[];
}

export interface Deviation {
  readonly name: string;
  /** Upstream's page or issue. */
  readonly page: string;
  covers(input: never, upstream: Json): boolean;
}

/** An input to which the two answers differ. */
export interface Difference {
  readonly input: Json;
  readonly timonel: Json;
  readonly upstream: Json;
  readonly deviation?: string;
}

export interface Agreement {
  readonly part: string;
  readonly inputs: number;
  readonly agree: number;
  /** What is not covered by a deviation comes first. */
  readonly differences: readonly Difference[];
  /** Deviations that no input showed any more: the list is to be mended. */
  readonly idle: readonly string[];
}

/** Where two lists of answers to the same inputs differ. */
export function differencesIn(
  { deviations }: Pick<Part, 'deviations'>,
  inputs: readonly Json[],
  timonel: readonly Json[],
  upstream: readonly Json[],
): readonly Difference[] {
  return inputs.flatMap((input, index): Difference[] => {
    const [ours = null, theirs = null] = [timonel[index], upstream[index]];
    if (JSON.stringify(ours) === JSON.stringify(theirs)) return [];
    const deviation = deviations.find((one) => one.covers(input as never, theirs))?.name;
    return [{ input, timonel: ours, upstream: theirs, ...(deviation !== undefined && { deviation }) }];
  });
}

/** How far a part agrees with upstream over some inputs. */
export function agreementOf(part: Part, inputs: readonly Json[], upstream: readonly Json[]): Agreement {
  const differences = differencesIn(
    part,
    inputs,
    inputs.map((input) => part.answer(input as never)),
    upstream,
  );
  const shown = new Set(differences.map(({ deviation }) => deviation));
  return {
    part: part.name,
    inputs: inputs.length,
    agree: inputs.length - differences.length,
    differences: [...differences.filter((one) => !one.deviation), ...differences.filter((one) => one.deviation)],
    idle: part.deviations.map(({ name }) => name).filter((name) => !shown.has(name)),
  };
}
