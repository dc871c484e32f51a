import { memo } from '../../../core/memo.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { fnv } from '../names.ts';
import { withHistory } from './history.ts';
import type { Fields, LiveCluster, LiveObject, LivePod, Owner } from './live.ts';

/** By what the API server tells objects apart. */
export interface Identity {
  readonly group: string;
  readonly kind: string;
  /** Undefined for what lives outside namespaces. */
  readonly namespace?: string | undefined;
  readonly name: string;
}

/** No name of the API holds the character that parts them. */
export const keyOf = ({ group, kind, namespace, name }: Identity): string =>
  `${group}\0${kind}\0${namespace ?? ''}\0${name}`;
export const podKey = (namespace: string, name: string): string => `${namespace}/${name}`;

export const find = (live: LiveCluster, identity: Identity): LiveObject | undefined =>
  live.objects.get(keyOf(identity));

/** The objects of a kind, oldest first. */
export function ofKind(live: LiveCluster, group: string, kind: string, namespace?: string): readonly LiveObject[] {
  const found: LiveObject[] = [];
  for (const object of live.objects.values()) {
    const { resource } = object;
    if (resource.kind !== kind || resource.group !== group) continue;
    if (namespace === undefined || resource.namespace === namespace) found.push(object);
  }
  return found;
}

/** What an owner has: those with its `uid` as controller. */
export const ownedBy = ({ objects }: LiveCluster, uid: string): readonly LiveObject[] =>
  objectsByOwner(objects).get(uid) ?? [];

export const podsOwnedBy = ({ pods }: LiveCluster, uid: string): readonly LivePod[] => podsByOwner(pods).get(uid) ?? [];

/** Every controller asks at every turn, and most turns change nothing: each map is sorted by owner once. */
const objectsByOwner: (objects: LiveCluster['objects']) => ByOwner<LiveObject> = memo(byOwner);
const podsByOwner: (pods: LiveCluster['pods']) => ByOwner<LivePod> = memo(byOwner);

type ByOwner<T> = ReadonlyMap<string, readonly T[]>;

function byOwner<T extends LiveObject | LivePod>(all: ReadonlyMap<string, T>): ByOwner<T> {
  const owned = new Map<string, T[]>();
  for (const one of all.values()) {
    if (!one.owner) continue;
    const known = owned.get(one.owner.uid);
    if (known) known.push(one);
    else owned.set(one.owner.uid, [one]);
  }
  return owned;
}

/** An identifier that looks like one, the same on every run. */
export function uidOf(seed: string): string {
  const part = (salt: string, length: number) =>
    (fnv(`${salt}${seed}`).toString(16) + fnv(`${seed}${salt}`).toString(16)).padStart(length, '0').slice(0, length);
  return `${part('a', 8)}-${part('b', 4)}-4${part('c', 3)}-${'89ab'[fnv(seed) % 4]}${part('d', 3)}-${part('e', 12)}`;
}

export const ownerOf = ({ resource, uid }: LiveObject): Owner => ({
  apiVersion: resource.apiVersion,
  kind: resource.kind,
  name: resource.name,
  uid,
});

/** Stores a new object; the API has already taken it. */
export function insert(live: LiveCluster, resource: Resource<Fields>, owner?: Owner): LiveCluster {
  const { group, kind, namespace, name } = resource;
  const object: LiveObject = {
    resource,
    uid: uidOf(`${JSON.stringify([group, kind, namespace ?? '', name])}${live.counter}`),
    created: live.clock,
    version: live.counter,
    generation: 1,
    ...(owner && { owner }),
  };
  return put(live, object);
}

/** What a container may still have that started before so many changes. */
const mostEarlier = 8;

/** Stores a changed object; `spec` counts its generation. */
export function replace(live: LiveCluster, object: LiveObject, resource: Resource<Fields>): LiveCluster {
  const isSpec = JSON.stringify(object.resource.data.spec) !== JSON.stringify(resource.data.spec);
  const generation = object.generation + Number(isSpec);
  const { group, kind } = resource;
  const earlier =
    group === '' && (kind === 'ConfigMap' || kind === 'Secret')
      ? [{ resource: object.resource, until: live.clock }, ...(object.earlier ?? [])].slice(0, mostEarlier)
      : undefined;
  return put(live, { ...object, resource, generation, ...(earlier && { earlier }), version: live.counter });
}

/** Keeps what a controller remembers, which is no new version of the object. */
export function remember(live: LiveCluster, object: LiveObject, memory: LiveObject['memory']): LiveCluster {
  const objects = new Map(live.objects);
  objects.set(keyOf(object.resource), { ...object, memory: { ...object.memory, ...memory } });
  return touching({ ...live, objects }, object);
}

/** Takes back what a controller remembers of a refusal. */
export function forgetRefusal(live: LiveCluster, object: LiveObject): LiveCluster {
  const { refused: _, ...memory } = object.memory ?? {};
  const objects = new Map(live.objects);
  objects.set(keyOf(object.resource), { ...object, memory });
  return touching({ ...live, objects }, object);
}

/** Writes down that an object or a pod has changed, for itself and for its controller. */
function touching(live: LiveCluster, { uid, owner }: Pick<LiveObject, 'uid' | 'owner'>): LiveCluster {
  const { touched } = live;
  if (!touched || (touched.has(uid) && (!owner || touched.has(owner.uid)))) return live;
  return { ...live, touched: new Set([...touched, uid, ...(owner ? [owner.uid] : [])]) };
}

/** Everybody may have changed: time went on, or many things at once. */
export const allTouched = ({ touched: _, ...live }: LiveCluster): LiveCluster => live;

function put(live: LiveCluster, changed: LiveObject): LiveCluster {
  const object = withHistory(changed, live.clock);
  const key = keyOf(object.resource);
  const before = live.objects.get(key);
  const objects = new Map(live.objects);
  objects.set(key, object);
  const next = touching({ ...live, objects, counter: live.counter + 1 }, object);
  if (object.owner) return next;
  const { resource } = object;
  const at = before ? live.resources.indexOf(before.resource) : -1;
  const resources = at === -1 ? [...live.resources, resource] : live.resources.with(at, resource);
  return withoutPlacing({ ...next, resources });
}

export function drop(live: LiveCluster, object: LiveObject): LiveCluster {
  const objects = new Map(live.objects);
  objects.delete(keyOf(object.resource));
  const resources = object.owner ? live.resources : live.resources.filter((one) => one !== object.resource);
  return withoutPlacing(touching({ ...live, objects, resources, counter: live.counter + 1 }, object));
}

export function putPod(live: LiveCluster, pod: LivePod): LiveCluster {
  const pods = new Map(live.pods);
  pods.set(podKey(pod.verdict.namespace, pod.verdict.name), pod);
  return touching({ ...live, pods, counter: live.counter + 1 }, pod);
}

export function dropPod(live: LiveCluster, pod: LivePod): LiveCluster {
  const pods = new Map(live.pods);
  pods.delete(podKey(pod.verdict.namespace, pod.verdict.name));
  return withoutPlacing(touching({ ...live, pods, counter: live.counter + 1 }, pod));
}

/** What was worked out about room on the nodes no longer holds. */
export function withoutPlacing({ placing: _, ...live }: LiveCluster): LiveCluster {
  return live;
}
