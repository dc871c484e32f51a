import { optionsOf } from '../images.ts';
import type { LiveCluster, LiveObject, LivePod } from '../live.ts';
import { podEvents } from '../pod-events.ts';
import { allTouched, drop, dropPod, find, ownedBy, podsOwnedBy } from '../store.ts';
import { endPod } from './pods.ts';

/** How what an object owns goes with it. */
export type Propagation = 'background' | 'foreground' | 'orphan';

/** Deletes an object; what it owns goes with it, pods by their own time. A Namespace goes when nothing is left in it. */
export function removeObject(
  live: LiveCluster,
  object: LiveObject,
  how: Propagation = 'background',
  grace?: number,
): LiveCluster {
  const { kind, group, name } = object.resource;
  if (kind === 'Namespace' && group === '') return emptied({ ...live, objects: marked(live, object) }, name, grace);
  const owned = how === 'orphan' ? orphaned(live, object) : ended(live, object, grace);
  const known = find(owned, object.resource);
  return known ? drop(owned, known) : owned;
}

function marked(live: LiveCluster, object: LiveObject): LiveCluster['objects'] {
  const objects = new Map(live.objects);
  for (const [key, one] of objects)
    if (one === object) objects.set(key, { ...object, deleting: object.deleting ?? live.clock });
  return objects;
}

function ended(live: LiveCluster, object: LiveObject, grace: number | undefined): LiveCluster {
  const withChildren = ownedBy(live, object.uid).reduce(
    (next, child) => removeObject(next, child, 'background', grace),
    live,
  );
  return podsOwnedBy(withChildren, object.uid).reduce((next, pod) => endPod(next, pod, grace), withChildren);
}

function orphaned(live: LiveCluster, { uid }: LiveObject): LiveCluster {
  const objects = new Map(live.objects);
  const freed: LiveObject[] = [];
  for (const [key, { owner, ...rest }] of objects) {
    if (owner?.uid !== uid) continue;
    objects.set(key, rest);
    freed.push(rest);
  }
  const pods = new Map(live.pods);
  for (const [key, { owner, ...rest }] of pods) if (owner?.uid === uid) pods.set(key, rest);
  return allTouched({
    ...live,
    objects,
    pods,
    resources: [...live.resources, ...freed.map(({ resource }) => resource)],
  });
}

function emptied(live: LiveCluster, namespace: string, grace: number | undefined): LiveCluster {
  const inside = [...live.objects.values()].filter(({ resource }) => resource.namespace === namespace);
  const without = inside.reduce(
    (next, object) => (find(next, object.resource) ? removeObject(next, object, 'background', grace) : next),
    live,
  );
  return [...without.pods.values()]
    .filter(({ verdict }) => verdict.namespace === namespace)
    .reduce((next, pod) => endPod(next, pod, grace), without);
}

/** Takes away what has come to its end: pods whose time is up, and Namespaces that are empty a few seconds after. */
export function sweep(live: LiveCluster): LiveCluster {
  let next = live;
  for (const pod of live.pods.values()) if (pod.deleting && pod.deleting.gone <= live.clock) next = buried(next, pod);
  for (const object of live.objects.values()) {
    if (object.deleting === undefined || live.clock < object.deleting + 5) continue;
    const { name } = object.resource;
    const isEmpty = ![...next.pods.values()].some(({ verdict }) => verdict.namespace === name);
    if (isEmpty) next = { ...drop(next, object), events: next.events.filter(({ namespace }) => namespace !== name) };
  }
  return next;
}

/** What happened to a pod is remembered longer than the pod. */
function buried(live: LiveCluster, pod: LivePod): LiveCluster {
  const told = podEvents(pod, live.clock, optionsOf(live));
  return { ...dropPod(live, pod), events: [...live.events, ...told].slice(-1000) };
}
