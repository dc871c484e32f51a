import type { PodView } from '../../cluster/index.ts';
import type { Files } from '../../machine/index.ts';
import type { Desk, NamedCluster } from './desk.ts';

/** What somebody left in a container of a pod: it is gone when the container starts anew. */
const keyOf = ({ live, pod }: PodView, container: string): string => {
  const look = [...pod.containers, ...pod.initContainers].find(({ name }) => name === container);
  return `${live.uid}/${container}/${look?.restarts ?? 0}`;
};

/** The files of a container as somebody left them; undefined where nobody has changed anything. */
export function leftInside({ inside }: NamedCluster, view: PodView, container: string): Files | undefined {
  return inside?.get(keyOf(view, container));
}

/** The desk once a container of a cluster has other files. */
export function keptInside(
  desk: Desk,
  { context }: NamedCluster,
  view: PodView,
  container: string,
  files: Files,
): Desk {
  return {
    ...desk,
    clusters: desk.clusters.map((one) =>
      one.context === context ? { ...one, inside: new Map(one.inside).set(keyOf(view, container), files) } : one,
    ),
  };
}
