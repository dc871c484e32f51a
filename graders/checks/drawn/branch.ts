import type { Source } from '../../core/source.ts';

/** What is done otherwise from a moment of a timeline on; all before it stays as it was. */
export type Branch = UpdateBranch | LoadBranch | PlanBranch;

/** Done to a workload in the middle of its update. */
export interface UpdateBranch {
  readonly kind: 'rollout';
  /** Seconds since the new template was applied. */
  readonly at: number;
  readonly does: /** `kubectl rollout undo`. */
    | { readonly undo: true }
    | { readonly image: string }
    /** `kubectl apply` of the workload as these files have it, with the image of the update. */
    | { readonly apply: readonly Source[] }
    /** `kubectl delete pod` of one. */
    | { readonly kill: 'old' | 'new' };
}

/** Another load under an autoscaler. */
export interface LoadBranch {
  readonly kind: 'autoscaling';
  /** Seconds since the beginning; the load changes right after. */
  readonly at: number;
  /** What the pods share from then on, in thousandths of a core. */
  readonly cpu: number;
}

/** A step of a migration out of its turn; the others follow as they were. */
export interface PlanBranch {
  readonly kind: 'migration';
  /** Number of the step after which the plan is another; 0 for before the first. */
  readonly after: number;
  /** Id of the step that is taken then; absent where the one whose turn it is is left out. */
  readonly take?: string;
}
