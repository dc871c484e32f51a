import type { Text } from '../../../core/text.ts';

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
