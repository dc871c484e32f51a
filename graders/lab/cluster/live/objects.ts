import { areSame, memo, recentMemo } from '../../../core/memo.ts';
import { own } from '../../../core/own.ts';
import type { Hop } from '../../../core/trace.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { relocate } from '../../../parse/yaml/located.ts';
import { refusalsBeside } from '../admission/objects.ts';
import { textMap } from '../read.ts';
import { planPod, podAsTemplate } from '../workloads/plan.ts';
import { advance, isAtRest, reconcile } from './advance.ts';
import { born } from './born.ts';
import { endPod } from './control/pods.ts';
import { type Propagation, removeObject as remove } from './control/remove.ts';
import { withDefaults } from './defaults.ts';
import { annotationOf, fieldsOf } from './fields.ts';
import { fixedFields } from './fixed.ts';
import { flatSpec } from './flat.ts';
import { revisionKey } from './keys.ts';
import type { Fields, LiveCluster, LiveHooks, LiveObject, LivePod, LoadedImage } from './live.ts';
import { judge, makePod, restart } from './place.ts';
import { find, type Identity, insert, podKey, putPod, replace } from './store.ts';

/** What the API server did with an object. */
export interface Put {
  readonly resource: Resource;
  readonly did: 'created' | 'configured' | 'unchanged' | 'refused';
  /** Why it was refused, a decision of admission each. */
  readonly why: readonly Hop[];
}

export interface Changed {
  readonly cluster: LiveCluster;
  readonly puts: readonly Put[];
}

/** A cluster with nothing in it but what every cluster has. */
export function openCluster(at: number, nodes: readonly Resource[] = [], hooks: LiveHooks = {}): LiveCluster {
  const empty: LiveCluster = {
    clock: at,
    objects: new Map(),
    resources: [],
    pods: new Map(),
    events: [],
    counter: 100,
    pulled: new Map(),
    loaded: [],
    hooks,
  };
  return put(born(empty), nodes, at).cluster;
}

export const withHooks = (cluster: LiveCluster, hooks: LiveHooks): LiveCluster => ({
  ...cluster,
  hooks: { ...cluster.hooks, ...hooks },
});

/** Puts an image on every node, as `kind load docker-image` does; pods that waited for it try again. */
export function loadImage(cluster: LiveCluster, image: LoadedImage, at: number): LiveCluster {
  const now = until(cluster, at);
  const others = now.loaded.filter(({ reference }) => reference !== image.reference);
  const { placing: _, ...next } = { ...now, loaded: [...others, image] };
  return reconcile(next);
}

/** The cluster as it is at a later moment. One command asks for the same moment many times: the last ones are kept. */
export function until(cluster: LiveCluster, at: number): LiveCluster {
  if (at <= cluster.clock) return cluster;
  return laterOf(cluster, at);
}

/** Objects and pods of the clusters that are kept: those of some hundred clusters as an exercise has them. */
const room = 150_000;
const sizeOf = ({ objects, pods }: LiveCluster): number => 1 + objects.size + pods.size;

const laterOf = recentMemo(
  room,
  sizeOf,
  (one: number, other: number) => one === other,
  (cluster: LiveCluster, at) => (isAtRest(cluster) ? older(cluster, at) : advance(cluster, at - cluster.clock)),
);

function older(cluster: LiveCluster, clock: number): LiveCluster {
  const now = { ...cluster, clock };
  Object.assign(youngest(now), { since: sameSince(cluster) });
  return now;
}

const youngest = memo((now: LiveCluster) => ({ since: now }));

/** Of a cluster that has only got older, as it was when it came to rest; the cluster itself where that is not known. */
export const sameSince = (now: LiveCluster): LiveCluster => youngest(now).since;

/**
 * Sends objects to the API server one after the other, as they are to be afterwards; controllers then act on all of them.
 * One that is refused leaves the others alone.
 * @param at seconds of the world's clock
 */
export function put(cluster: LiveCluster, resources: readonly Resource[], at: number): Changed {
  return afterPut(cluster, { resources, at });
}

interface Sent {
  readonly resources: readonly Resource[];
  readonly at: number;
}

/** A script is run again and again while somebody writes it, and a class runs many that begin alike. */
const afterPut = recentMemo(
  room,
  (changed: Changed) => sizeOf(changed.cluster),
  (one: Sent, other: Sent) => one.at === other.at && areSame(one.resources, other.resources),
  (cluster: LiveCluster, { resources, at }) => putAll(cluster, resources, at),
);

function putAll(cluster: LiveCluster, resources: readonly Resource[], at: number): Changed {
  let next = until(cluster, at);
  const puts: Put[] = [];
  for (const resource of resources) {
    const done = putOne(next, resource as Resource<Fields>);
    next = done.cluster;
    puts.push(done.put);
  }
  const moved = puts.some(({ did }) => did === 'created' || did === 'configured');
  return { cluster: moved ? reconcile(next) : cluster, puts };
}

/** What the API server would do with an object, without doing it: `--dry-run=server`, `kubectl diff`. */
export function wouldPut(cluster: LiveCluster, resource: Resource, at: number): Put {
  return putOne(until(cluster, at), resource as Resource<Fields>).put;
}

interface One {
  readonly cluster: LiveCluster;
  readonly put: Put;
}

function putOne(live: LiveCluster, sent: Resource<Fields>): One {
  const refusals = refuse(live, sent);
  if (refusals.length > 0) return refused(live, sent, refusals);
  const before = find(live, sent);
  const resource = withDefaults(kept(bare(sent), before));
  if (resource.group === '' && resource.kind === 'Pod') return putPodObject(live, resource);
  if (!before) return { cluster: insert(live, resource), put: { resource, did: 'created', why: [] } };
  const fixed = fixedFields(before.resource, resource);
  if (fixed.length > 0) return refused(live, resource, fixed);
  if (isEqual(before.resource.data, resource.data))
    return { cluster: live, put: { resource, did: 'unchanged', why: [] } };
  return { cluster: replace(live, before, resource), put: { resource, did: 'configured', why: [] } };
}

const refused = (cluster: LiveCluster, resource: Resource, why: readonly Hop[]): One => ({
  cluster,
  put: { resource, did: 'refused', why },
});

/** What admission has against an object beside those that are there; one without lines of its own is judged all the same. */
function refuse(live: LiveCluster, sent: Resource): readonly Hop[] {
  return refusalsBeside(
    sent,
    live.resources.filter((one) => !isSame(one, sent)),
  );
}

const isSame = (a: Resource, b: Resource): boolean =>
  a.kind === b.kind && a.name === b.name && a.group === b.group && a.namespace === b.namespace;

/** What controllers have written stays where nobody says otherwise: the revision of a Deployment, the address of a Service. */
function kept(resource: Resource<Fields>, before: LiveObject | undefined): Resource<Fields> {
  if (!before) return resource;
  const revision = annotationOf(before.resource.data, revisionKey);
  const metadata = fieldsOf(resource.data.metadata);
  const known = revision !== undefined && own(fieldsOf(metadata.annotations), revisionKey) === undefined;
  const annotations = known ? { ...textMap(metadata.annotations), [revisionKey]: revision } : undefined;
  const spec = resource.kind === 'Service' && resource.group === '' ? withAddress(resource, before) : undefined;
  if (!annotations && !spec) return resource;
  const data = {
    ...resource.data,
    ...(annotations && { metadata: { ...metadata, annotations } }),
    ...(spec && { spec }),
  };
  return {
    ...resource,
    data: relocate(data, resource.data),
    ...(annotations && { metadata: { ...resource.metadata, annotations } }),
  };
}

function withAddress({ data }: Resource<Fields>, before: LiveObject): Fields | undefined {
  const spec = fieldsOf(data.spec);
  const { clusterIP, clusterIPs } = fieldsOf(before.resource.data.spec);
  if (spec.clusterIP !== undefined || clusterIP === undefined || spec.type === 'ExternalName') return undefined;
  return relocate({ ...spec, clusterIP, clusterIPs }, spec);
}

/** A node tells what it has, and a custom resource has no controller here: their status is kept as it was sent. */
function hasOwnStatus({ group, kind }: Resource): boolean {
  return kind === 'Node' || (group.includes('.') && !group.endsWith('.k8s.io'));
}

/** Without what only the server writes. */
function bare(resource: Resource<Fields>): Resource<Fields> {
  const { data } = resource;
  const { status, ...others } = data;
  const keeps = status !== undefined && hasOwnStatus(resource);
  const rest = keeps ? data : others;
  const metadata = fieldsOf(data.metadata);
  const server = [
    'creationTimestamp',
    'uid',
    'resourceVersion',
    'generation',
    'managedFields',
    'selfLink',
    'ownerReferences',
    'deletionTimestamp',
    'deletionGracePeriodSeconds',
  ];
  const isClean = (keeps || status === undefined) && !server.some((key) => Object.hasOwn(metadata, key));
  if (isClean) return resource;
  const kept = Object.fromEntries(Object.entries(metadata).filter(([key]) => !server.includes(key)));
  return { ...resource, data: { ...rest, metadata: kept } };
}

function putPodObject(live: LiveCluster, resource: Resource<Fields>): One {
  const known = live.pods.get(podKey(resource.namespace ?? 'default', resource.name));
  if (known) return changePod(live, known, resource);
  const made = makePod(live, planPod(resource, resource.name, {}, podAsTemplate(resource)));
  if (made.refusal) return refused(live, resource, [made.refusal]);
  return { cluster: made.live, put: { resource, did: 'created', why: [] } };
}

/** Of a pod that is there, labels, annotations and images may change, and little else. */
function changePod(live: LiveCluster, pod: LivePod, resource: Resource<Fields>): One {
  const before = podResource(pod);
  if (isEqual(before.data, resource.data)) return { cluster: live, put: { resource, did: 'unchanged', why: [] } };
  const fixed = fixedFields(before, resource);
  if (fixed.length > 0) return refused(live, resource, fixed);
  const template = podAsTemplate(resource);
  const from = pod.owner ? pod.verdict.from : resource;
  const verdict = {
    ...pod.verdict,
    labels: template.labels,
    annotations: template.annotations,
    spec: template.spec,
    from,
  };
  const changed: LivePod = { ...pod, verdict, version: live.counter };
  const isSame = isEqual(fieldsOf(before.data.spec).containers, fieldsOf(resource.data.spec).containers);
  const stored = putPod(live, changed);
  const again = isSame ? undefined : judge(stored, changed);
  const cluster = again ? restart(stored, changed, { ...again.verdict, from }, again.hops) : stored;
  return { cluster, put: { resource, did: 'configured', why: [] } };
}

/** A pod as an object of the API, without its status. */
export function podResource({ verdict }: LivePod): Resource<Fields> {
  const { name, namespace, labels, annotations, spec, from, at } = verdict;
  const metadata = {
    name,
    namespace,
    ...(Object.keys(labels).length > 0 && { labels }),
    ...(Object.keys(annotations).length > 0 && { annotations }),
  };
  const data: Fields = { apiVersion: 'v1', kind: 'Pod', metadata, spec: spec ? flatSpec(spec) : {} };
  return { apiVersion: 'v1', group: '', kind: 'Pod', name, namespace, metadata, data, origin: from.origin, at };
}

/** Takes an object away, and with a Namespace all that is in it. Its pods end as their processes do. */
export function removeObject(
  cluster: LiveCluster,
  key: Identity,
  at: number,
  how: Propagation = 'background',
  grace?: number,
): LiveCluster {
  const now = until(cluster, at);
  if (key.kind === 'Pod' && key.group === '') return removePod(now, key.namespace ?? 'default', key.name, at, grace);
  const object = find(now, key);
  return object ? reconcile(remove(now, object, how, grace)) : now;
}

/** Deletes a pod, as `kubectl delete pod` does; whoever made it makes another one. */
export function removePod(
  cluster: LiveCluster,
  namespace: string,
  name: string,
  at: number,
  grace?: number,
): LiveCluster {
  const now = until(cluster, at);
  const pod = now.pods.get(podKey(namespace, name));
  return pod ? reconcile(endPod(now, pod, grace)) : now;
}

export function objectOf(cluster: LiveCluster, key: Identity): LiveObject | undefined {
  return find(cluster, key);
}

export const isEqual = (a: unknown, b: unknown): boolean => a === b || sortedJson(a) === sortedJson(b);

/** A value in JSON with its keys in order: two manifests that say the same are equal. */
export function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const parts = value as Fields;
  let text = '';
  for (const key of Object.keys(parts).sort()) {
    const part = Reflect.get(parts, key);
    if (part !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${sortedJson(part)}`;
  }
  return `{${text}}`;
}
