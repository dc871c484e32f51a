import { withImage } from './images.ts';
import type { LiveCluster, LoadedImage } from './live.ts';
import { reconcile } from './reconcile.ts';

/** Puts an image on every node, as `kind load docker-image` does; pods that waited for it try again. */
export function loadImage(cluster: LiveCluster, image: LoadedImage, at: number): LiveCluster {
  return reconcile(withImage(cluster, image), at);
}
