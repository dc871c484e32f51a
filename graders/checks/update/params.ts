import type { PodsWanted } from '../cluster/wanted.ts';

/** A workload of the answer is applied again with another image, and its pods are followed until nothing changes. */
export interface Params {
  readonly workload: Pick<PodsWanted, 'kind' | 'name' | 'namespace'>;
  /** Text of the image in the answer, and the one of the same length that takes its place. */
  readonly image: string;
  readonly next: string;
  readonly expect: UpdateExpectation;
}

export interface UpdateExpectation {
  /** The new pods never become ready, and that must be noticed before they replace the old ones. */
  readonly stuck?: true;
  /** The new template replaces the old one. */
  readonly completes?: true;
  /** At no step are there fewer available pods. */
  readonly available?: number;
}
