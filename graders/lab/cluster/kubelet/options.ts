import type { Resource } from '../../../model/manifests/manifests.ts';
import type { ImageProfile } from '../images.ts';
import type { ImageStore } from './store.ts';

/** What the kubelets of a world work with. */
export interface KubeletOptions extends ImageStore {
  readonly resources: readonly Resource[];
  /** In a closed world only what was applied exists; in an open one, what is not shown is taken to be there. */
  readonly closed: boolean;
  /** Images that are on the nodes without being pulled: those somebody built and loaded there. */
  readonly onNode: (image: ImageProfile) => boolean;
  /** Simulated seconds the world has been running. */
  readonly clock: number;
}
