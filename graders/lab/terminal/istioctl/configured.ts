import type { PodState } from '../../cluster/index.ts';
import type { Mesh } from '../../istio/index.ts';

/** What a proxy is configured with, as far as it concerns Services: of a pod that has one. */
export interface Configured {
  readonly mesh: Mesh;
  readonly pod: PodState;
  /** When the pod was made, and what time it is. */
  readonly created: number;
  readonly now: number;
}

/** Tables of `istioctl proxy-config`. */
export const layout = { padding: 5 };

export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
