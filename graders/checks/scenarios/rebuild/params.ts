/**
 * An image built twice, with some files of the context edited in between. Outcome: `rerun` and `cached` count the
 * instructions that make a layer; `again` lists, in file order and starting at 1, whether each of them runs again.
 */
export interface Params {
  /** A Dockerfile of the exercise: `given/tienda/Dockerfile`. */
  readonly dockerfile: string;
  /** Folder that is the build context; the one of the Dockerfile when omitted. */
  readonly context?: string;
  /** Files edited between the builds, relative to the context. */
  readonly edit: readonly [string, ...string[]];
}
