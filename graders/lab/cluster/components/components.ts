import type { Text } from '../../../core/text.ts';
import { type Hop, hop, type Trace } from '../../../core/trace.ts';
import { type ActionName, actions } from './actions.ts';
import { hops } from './hops.ts';

/**
 * The processes a cluster is made of.
 * @see https://kubernetes.io/docs/concepts/overview/components/
 */
export type Component =
  | 'kube-apiserver'
  | 'etcd'
  | 'kube-scheduler'
  | 'kube-controller-manager'
  | 'kubelet'
  | 'container-runtime'
  | 'kube-proxy';

/** One thing a component does on the way to something a person wants. */
export interface Duty {
  readonly component: Component;
  /** Third person, to follow the name of the component. */
  readonly duty: Text;
}

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
