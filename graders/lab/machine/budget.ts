/** What work is counted in: programs and loops run, bytes of text made, files made. */
export type Resource = 'steps' | 'bytes' | 'objects';

/** What one build, or one container, may use: far more than any honest one does, and still no more than about a second. */
const plenty: Readonly<Record<Resource, number>> = { steps: 6000, bytes: 8_000_000, objects: 30_000 };

/** Ends what was being followed: it is beyond what anybody waits for. */
export class OutOfBudget extends Error {
  constructor(readonly resource: Resource) {
    super(`out of ${resource}`);
  }
}

/**
 * The work that may still be done for one build or one container. It is handed along and counts down; who made it catches
 * its end, says what was spent and where, and takes everything that would have followed as unknown.
 */
export class Budget {
  private readonly left: Record<Resource, number> = { ...plenty };
  private out: Resource | undefined;

  /** @throws OutOfBudget for good, once any resource is spent */
  spend(resource: Resource, amount = 1): void {
    if (this.out) throw new OutOfBudget(this.out);
    this.left[resource] -= amount;
    if (this.left[resource] >= 0) return;
    this.out = resource;
    throw new OutOfBudget(resource);
  }
}
