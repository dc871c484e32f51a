import type { NodeHost, TaskImage } from '../../../lab/hadoop/index.ts';

/**
 * A job on YARN with the settings of given files. Outcome: `nodeManager`, `running` or `down`; `master`, `map` and `reduce`, each
 * `docker`, `host`, `failed` or `not-asked`; and `error`, the key of the sentence about what went wrong first, or null.
 */
export interface Params {
  /** Files under `given/`. */
  readonly site: string;
  readonly executor: string;
  readonly job: string;
  readonly submitter: string;
  readonly host: NodeHost;
  readonly images: readonly TaskImage[];
}
