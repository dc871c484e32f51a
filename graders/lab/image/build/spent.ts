import type { Span } from '../../../core/span.ts';
import { type Hop, hop } from '../../../core/trace.ts';
import { type Budget, OutOfBudget, type Resource } from '../../machine/index.ts';
import { hops } from '../hops.ts';

/** Work that is about to be done. @returns what it would spend beyond what there is, if anything */
export function overspent(budget: Budget, work: Partial<Readonly<Record<Resource, number>>>): Resource | undefined {
  try {
    for (const [resource, amount] of Object.entries(work)) budget.spend(resource as Resource, amount);
    return undefined;
  } catch (stop) {
    if (!(stop instanceof OutOfBudget)) throw stop;
    return stop.resource;
  }
}

/** Says that an instruction takes more work than the lab does for one image. */
export function spentHop(resource: Resource, keyword: string, at: Span): Hop {
  return hop(hops, 'budget', `${resource}Spent`, { keyword }, { at });
}
