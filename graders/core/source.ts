/** A file as the pure part sees it: shells read it, the core never does. */
export interface Source {
  /** Path as the person knows it, with `/` as separator; shown in messages, never opened. */
  readonly path: string;
  readonly text: string;
}
