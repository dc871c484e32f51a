import { type Hop, hop, type Trace } from '../../../core/trace.ts';
import { type ActionName, actions } from './actions.ts';
import type { Component } from './component.ts';
import { hops } from './hops.ts';

export type Attempt = {
  readonly works: boolean;
  /** The first component that was missing; null when it works. */
  readonly missing: Component | null;
};

/**
 * What becomes of an action while some components are down. Each action is the chain of duties that the components
 * carry out; it gets as far as the first duty whose component is down, and what was done before stays done.
 */
export function attempt(action: ActionName, down: readonly Component[]): Trace<Attempt> {
  const trace: Hop[] = [];
  for (const { component, duty } of actions[action]) {
    const isDown = down.includes(component);
    trace.push(hop(hops, component, isDown ? 'stuck' : 'done', { component, duty }));
    if (isDown) return { hops: trace, outcome: { works: false, missing: component } };
  }
  return { hops: trace, outcome: { works: true, missing: null } };
}
