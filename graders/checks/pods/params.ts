import type { PodsWanted } from '../cluster/wanted.ts';

/** Pods that must be ready once the cluster has settled. */
export interface Params {
  readonly pods: readonly [ReadyPods, ...ReadyPods[]];
}

export interface ReadyPods extends PodsWanted {
  /** At least this many of them; all of them when omitted, and at least one. */
  readonly ready?: number;
  /** The image that a container of each of them runs, in any spelling of the same reference. */
  readonly image?: string;
}
