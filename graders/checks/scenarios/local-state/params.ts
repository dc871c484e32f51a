/**
 * Something is written through a Service whose pods keep their state in memory, and read again. Outcome: `seen`, the
 * share of the reads that find it, 0 to 1; and `pods`, how many may answer.
 */
export interface Params {
  /** Files under `given/` that make up the cluster. */
  readonly files: readonly [string, ...string[]];
  /** `http://tareas/` */
  readonly to: string;
  /** The pod that got it is lost, and replaced, before the read. */
  readonly replaced?: true;
}
