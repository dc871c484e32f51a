import { isSameObject, type Resource } from '../../../model/manifests/manifests.ts';
import { admitObjects } from '../admission/objects.ts';
import { uidOf } from './ids.ts';
import type { Changed, LiveCluster, LiveObject, ObjectKey, Put } from './live.ts';
import { reconcile } from './reconcile.ts';

/** A cluster with nothing in it but what every cluster has. */
export function openCluster(at: number, nodes: readonly Resource[] = []): LiveCluster {
  const empty: LiveCluster = {
    born: at,
    objects: [],
    pods: [],
    revisions: [],
    recorded: [],
    loaded: [],
    rejected: [],
    version: 100,
    made: 0,
  };
  return put(empty, [...nodes], at).cluster;
}

export interface PutOptions {
  /** It was sent by `kubectl apply`, which remembers what it sent. */
  readonly applied?: boolean;
}

/**
 * Sends objects to the API server one after the other, as they are to be afterwards; controllers then act on all of them.
 * One that is refused leaves the others alone.
 * @param at seconds of the world's clock
 */
export function put(
  cluster: LiveCluster,
  resources: readonly Resource[],
  at: number,
  options: PutOptions = {},
): Changed {
  let next = cluster;
  const puts: Put[] = [];
  for (const resource of resources) {
    const done = putOne(next, resource, at, options);
    next = done.cluster;
    puts.push(done.put);
  }
  const moved = puts.some(({ did }) => did === 'created' || did === 'configured');
  return { cluster: moved ? reconcile(next, at) : next, puts };
}

/** What the API server would do with an object, without doing it: `--dry-run=server`, `kubectl diff`. */
export function wouldPut(cluster: LiveCluster, resource: Resource, at: number, options: PutOptions = {}): Put {
  return putOne(cluster, resource, at, options).put;
}

function putOne(
  cluster: LiveCluster,
  resource: Resource,
  at: number,
  { applied = false }: PutOptions,
): { readonly cluster: LiveCluster; readonly put: Put } {
  const others = cluster.objects.filter((one) => !isSameObject(one.resource, resource));
  const { rejected } = admitObjects([...others.map((one) => one.resource), resource], true);
  const why = rejected.filter(({ from }) => from === resource).map(({ hop }) => hop);
  if (why.length > 0) return { cluster, put: { resource, did: 'refused', why } };
  const before = objectOf(cluster, resource);
  if (before && isEqual(before.resource.data, resource.data)) {
    if (!applied || before.applied !== undefined) return { cluster, put: { resource, did: 'unchanged', why: [] } };
  }
  const version = cluster.version + 1;
  const object: LiveObject = {
    resource,
    uid: before?.uid ?? uidOf(`${resource.kind}/${resource.namespace ?? ''}/${resource.name}/${version}`),
    created: before?.created ?? at,
    generation: (before?.generation ?? 0) + Number(!isEqual(specOf(before?.resource), specOf(resource))),
    version,
    ...(applied ? { applied: resource.data } : before?.applied !== undefined && { applied: before.applied }),
  };
  const objects = before ? cluster.objects.map((one) => (one === before ? object : one)) : [...cluster.objects, object];
  return {
    cluster: { ...cluster, objects, version },
    put: { resource, did: before ? 'configured' : 'created', why: [] },
  };
}

/** Takes an object away, and with a Namespace all that is in it. Its pods end as their processes do. */
export function removeObject(cluster: LiveCluster, key: ObjectKey, at: number): LiveCluster {
  const goes = ({ resource }: LiveObject): boolean =>
    isSameObject(resource, key as Resource) || (key.kind === 'Namespace' && resource.namespace === key.name);
  const objects = cluster.objects.filter((one) => !goes(one));
  if (objects.length === cluster.objects.length) return cluster;
  const revisions = cluster.revisions.filter(({ kind, namespace, name }) =>
    objects.some(
      ({ resource }) => resource.kind === kind && resource.namespace === namespace && resource.name === name,
    ),
  );
  return reconcile({ ...cluster, objects, revisions, version: cluster.version + 1 }, at);
}

export function objectOf(cluster: LiveCluster, key: ObjectKey): LiveObject | undefined {
  return cluster.objects.find(({ resource }) => isSameObject(resource, key as Resource));
}

const specOf = (resource: Resource | undefined): unknown =>
  resource && Object.entries(resource.data as object).filter(([key]) => key !== 'metadata' && key !== 'status');

const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

/** The same value with its keys in order: two manifests that say the same are equal. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
}
