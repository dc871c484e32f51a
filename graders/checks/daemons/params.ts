import type { Text } from '../../core/text.ts';
import type { DaemonStep } from '../../lab/hadoop/index.ts';

/** A step on offer. */
export interface OfferedStep {
  /** Kebab-case; what the student writes in the list. */
  readonly id: string;
  readonly text: Text;
  readonly does: DaemonStep;
}

/** Something that is tried when the last step is done; each trial begins where the steps of the answer end. */
export interface Trial {
  /** What happens, as the student reads it: `se borra y se vuelve a crear el NameNode`. */
  readonly text: Text;
  /** All of them must be possible. */
  readonly steps: readonly [DaemonStep, ...DaemonStep[]];
}

/** Steps to choose and order, that run daemons of Hadoop in containers. */
export interface Params {
  /** Key of the section in the answer; `demonios` when omitted. */
  readonly section?: string;
  readonly steps: readonly [OfferedStep, OfferedStep, ...OfferedStep[]];
  readonly trials: readonly [Trial, ...Trial[]];
}
