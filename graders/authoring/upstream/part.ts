import type { Json } from '../../core/json.ts';
import type { Random } from './random.ts';

/** Something that Timonel decides and upstream's own code decides too. */
export interface Part {
  /** Name of the program under `cmd/`. */
  readonly name: string;
  readonly what: string;
  /** The code that is asked, as a page of it. */
  readonly upstream: string;
  /** How many questions an input holds, where that is more than one: there are so many times fewer inputs. */
  readonly questions?: number;
  make(random: Random): Json;
  /** Timonel's answer to an input that `make` made, in the form of the program's, or of what `heard` leaves of it. */
  answer(input: never): Json;
  /** What is compared of a program's answer, where that also holds what is there to be read. */
  heard?(upstream: never): Json;
  /** Whether two answers that are written differently say the same. */
  same?(timonel: never, upstream: never): boolean;
  /** The things that an input is about and that are counted one by one, where the whole of it is too large a unit: how many there are. */
  thingsIn?(input: never): number;
  /** How many of them two different answers say something else about. */
  thingsApart?(timonel: never, upstream: never): number;
  /** The kind of a difference, to count those of a kind together. */
  kindOf?(input: never, timonel: never, upstream: never): string;
  /** Where Timonel says something else on purpose, or upstream is known to err. */
  readonly deviations: readonly Deviation[];
}

export interface Deviation {
  readonly name: string;
  /** Upstream's page or issue. */
  readonly page: string;
  /** One that always shows it: whether it deviates still is asked of this one, not of what a seed happens to make. */
  readonly input: Json;
  covers(input: never, upstream: never, timonel: never): boolean;
}

/** An input to which the two answers differ. */
export interface Difference {
  readonly input: Json;
  readonly timonel: Json;
  readonly upstream: Json;
  readonly kind?: string;
  readonly deviation?: string;
}

export interface Agreement {
  readonly part: string;
  readonly inputs: number;
  readonly agree: number;
  /** Where the things of the inputs are counted one by one. */
  readonly things?: { readonly asked: number; readonly agree: number };
  /** What is not covered by a deviation comes first. */
  readonly differences: readonly Difference[];
  /** Deviations that their own input shows no more: the list is to be mended. */
  readonly idle: readonly string[];
}

type Compared = Pick<Part, 'heard' | 'same' | 'kindOf'> & {
  readonly deviations: readonly Pick<Deviation, 'name' | 'covers'>[];
};

/** Where two lists of answers to the same inputs differ. */
export function differencesIn(
  { deviations, heard, same, kindOf }: Compared,
  inputs: readonly Json[],
  timonel: readonly Json[],
  upstream: readonly Json[],
): readonly Difference[] {
  return inputs.flatMap((input, index): Difference[] => {
    const [ours = null, theirs = null] = [timonel[index], upstream[index]];
    const said = heard ? heard(theirs as never) : theirs;
    if (JSON.stringify(ours) === JSON.stringify(said) || same?.(ours as never, said as never)) return [];
    const deviation = deviations.find((one) => one.covers(input as never, theirs as never, ours as never))?.name;
    const kind = kindOf?.(input as never, ours as never, theirs as never);
    return [
      {
        input,
        timonel: ours,
        upstream: theirs,
        ...(kind !== undefined && { kind }),
        ...(deviation !== undefined && { deviation }),
      },
    ];
  });
}

/** How many differences there are of each kind, most first; kinds that a deviation names go by its name. */
export function countedByKind(differences: readonly Difference[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { kind = '', deviation } of differences) {
    const name = deviation ?? kind;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return new Map([...counts].sort(([, a], [, b]) => b - a));
}

/**
 * How far a part agrees with upstream over some inputs.
 * @param shown upstream's answers to the deviations' own inputs
 */
export function agreementOf(
  part: Part,
  inputs: readonly Json[],
  upstream: readonly Json[],
  shown: readonly Json[],
): Agreement {
  const differences = differencesIn(
    part,
    inputs,
    inputs.map((input) => part.answer(input as never)),
    upstream,
  );
  const things = thingsOf(part, inputs, differences);
  return {
    part: part.name,
    inputs: inputs.length,
    agree: inputs.length - differences.length,
    ...(things && { things }),
    differences: [...differences.filter((one) => !one.deviation), ...differences.filter((one) => one.deviation)],
    idle: part.deviations.filter((one, index) => !deviates(part, one, shown[index] ?? null)).map(({ name }) => name),
  };
}

function thingsOf(
  { thingsIn, thingsApart, heard }: Part,
  inputs: readonly Json[],
  differences: readonly Difference[],
): Agreement['things'] {
  if (!thingsIn || !thingsApart) return undefined;
  const asked = inputs.reduce<number>((sum, input) => sum + thingsIn(input as never), 0);
  const apart = differences.reduce((sum, { timonel, upstream }) => {
    return sum + thingsApart(timonel as never, (heard?.(upstream as never) ?? upstream) as never);
  }, 0);
  return { asked, agree: asked - apart };
}

/** Whether the input of a deviation still shows that one. */
function deviates(part: Part, { name, input }: Deviation, upstream: Json): boolean {
  const [difference] = differencesIn(part, [input], [part.answer(input as never)], [upstream]);
  return difference?.deviation === name;
}
