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

/** What each of the containers that share a budget may use without asking: several times what starting an honest one takes. */
const free: Readonly<Record<Resource, number>> = { steps: 60, bytes: 80_000, objects: 300 };

/**
 * The work that may still be done for one build or one container. It is handed along and counts down; who made it catches
 * its end, says what was spent and where, and takes everything that would have followed as unknown.
 */
export class Budget {
  private readonly used: Record<Resource, number> = { steps: 0, bytes: 0, objects: 0 };
  private out: Resource | undefined;

  /** @param shared what all containers of a world together may use beyond what each may anyway */
  constructor(private readonly shared?: Budget) {}

  /** For another process of the same container. */
  another(): Budget {
    return new Budget(this.shared);
  }

  /** @throws OutOfBudget for good, once any resource is spent */
  spend(resource: Resource, amount = 1): void {
    if (this.out) throw new OutOfBudget(this.out);
    this.used[resource] += amount;
    const used = this.used[resource];
    if (used > plenty[resource]) {
      this.out = resource;
      throw new OutOfBudget(resource);
    }
    if (used > free[resource]) this.shared?.spend(resource, Math.min(amount, used - free[resource]));
  }
}
