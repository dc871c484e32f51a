import type { Text } from '../../core/text.ts';
import type { Flow, ObjectsDo, PlainStep } from '../../lab/migration/index.ts';

/** Objects of a file under `given/`, applied or deleted. */
export interface FileStep {
  readonly do: ObjectsDo;
  readonly file: string;
}

/** A step on offer. */
export interface OfferedStep {
  /** Kebab-case; what the student writes in the list. */
  readonly id: string;
  readonly text: Text;
  readonly does: PlainStep | FileStep;
}

/** What must hold when the last step is done. What is omitted is not compared. */
export interface Goals {
  /** Workloads whose pods all have a proxy that a control plane serves, as `namespace/name`. */
  readonly meshed?: readonly string[];
  /** Workloads of which no pod has a proxy. */
  readonly unmeshed?: readonly string[];
  /** Requests in plain text that must be refused for being so. */
  readonly refused?: readonly Flow[];
}

/** Steps to choose and order; they are carried out on the world of the exercise while probes go on. */
export interface Params {
  /** Key of the section in the answer; `plan` when omitted. */
  readonly section?: string;
  /** Key of a section that is carried out before, to begin where it ends. */
  readonly after?: string;
  readonly steps: readonly [OfferedStep, OfferedStep, ...OfferedStep[]];
  /** Requests that must be answered after every step, and while pods are being replaced. */
  readonly flows: readonly [Flow, ...Flow[]];
  readonly goals: Goals;
}
