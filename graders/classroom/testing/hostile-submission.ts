/** What a submission that means no good is, and what must come of it. */
export interface Hostile {
  /** Puts it into the folder of the class. */
  readonly put: (at: (path: string, content: string | Buffer) => void, folder: string, name: string) => void;
  /** Status that the report of an exercise must have, by its number; all that is not named is pending. */
  readonly status?: Readonly<Record<number, readonly string[]>>;
  /** A remark that must be made. */
  readonly said?: RegExp;
  /** It is no submission at all. */
  readonly isNone?: true;
}
