/** `variantes.yaml` of a solution: answers that differ from the reference in a few lines, each under its name. */
export interface VariantsFile {
  /** Other right answers, which get full points. */
  readonly accepted?: Readonly<Record<string, AcceptedVariant>>;
  /** Typical wrong answers, each with the finding it must get. */
  readonly rejected?: Readonly<Record<string, RejectedVariant>>;
}

export interface AcceptedVariant {
  /** What is particular about it, where its name and its lines do not say it. */
  readonly why?: string;
  /**
   * The lines in which it differs from the reference.
   * @minItems 1
   */
  readonly edits: readonly Edit[];
}

export interface RejectedVariant extends AcceptedVariant {
  /** The findings it must get. An id alone is of a finding that starts on a line which the edits write. */
  readonly expect: ExpectedFinding | readonly [ExpectedFinding, ...ExpectedFinding[]];
}

/** Lines of the reference, and those that stand in their place. */
export interface Edit {
  /** The answer file: `respuesta.yaml`. */
  readonly file: string;
  /**
   * Whole lines that occur once in the reference. They are indented as in the file or less: only how they are indented among
   * themselves is compared.
   */
  readonly find: string;
  /** The lines instead, indented as those that they replace; empty to leave these out. */
  readonly replace: string;
}

export type ExpectedFinding = FindingId | PlacedFinding;

/** @pattern ^[a-z0-9]+(?:[/-][a-z0-9]+)*$ */
export type FindingId = string;

/** A finding that starts somewhere else than where the edits write, or whose place is told exactly. */
export interface PlacedFinding {
  readonly id: FindingId;
  /** The file it is in, when several are edited or it is another one. */
  readonly file?: string;
  /** It starts on this line, or the first of these lines, which occur once in the variant. */
  readonly line?: string;
  /** The words that it marks. */
  readonly marks?: string;
  /** It is about the file as a whole, wherever it starts. */
  readonly anywhere?: true;
}
