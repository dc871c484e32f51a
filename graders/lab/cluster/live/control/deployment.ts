import type { IDeployment } from 'kubernetes-models/apps/v1';
import { memo } from '../../../../core/memo.ts';
import { suffix } from '../../names.ts';
import { count, integer, textMap } from '../../read.ts';
import { boundsOf } from '../../rollout/bounds.ts';
import { aboutObject, record } from '../events.ts';
import { annotationOf, at, fieldsOf, numberAt } from '../fields.ts';
import { causeKey, lastAppliedKey, revisionKey } from '../keys.ts';
import type { Fields, LiveCluster, LiveObject } from '../live.ts';
import { isReadyAt } from '../look.ts';
import { drop, find, insert, keyOf, ownedBy, ownerOf, podsOwnedBy, remember, replace } from '../store.ts';

/** The pods of a ReplicaSet as its Deployment counts them. */
export interface SetCount {
  readonly set: LiveObject;
  readonly wanted: number;
  readonly pods: number;
  readonly ready: number;
  readonly available: number;
}

/**
 * One look of the Deployment controller: the ReplicaSet of the present template exists, and the steps of the strategy that may
 * be taken now are.
 * @see https://github.com/kubernetes/kubernetes/blob/v1.36.0/pkg/controller/deployment/rolling.go
 */
export function controlDeployment(live: LiveCluster, deployment: LiveObject): LiveCluster {
  const spec = specOf(deployment);
  const replicas = count(spec?.replicas, 1);
  const sets = setsOf(live, deployment);
  const current = sets.find(({ set }) => set.resource.name === setName(deployment));
  if (spec?.paused === true) return paused(live, deployment, sets, replicas);
  const old = sets.filter((one) => one !== current);
  if (spec?.strategy?.type === 'Recreate' && old.some(({ wanted, pods }) => wanted > 0 || pods > 0)) {
    return old.reduce((next, { set, wanted }) => (wanted > 0 ? scaleSet(next, deployment, set, 0) : next), live);
  }
  const { surge, unavailable } = bounds(spec, replicas);
  const total = sets.reduce((sum, { wanted }) => sum + wanted, 0);
  const room = spec?.strategy?.type === 'Recreate' ? replicas : Math.max(0, replicas + surge - total);
  if (!current)
    return noted(createSet(live, deployment, sets, Math.min(replicas, room)), deployment, 'NewReplicaSetCreated');
  let next = revised(live, deployment, current.set, sets);
  if (current.wanted > replicas) return scaleSet(next, deployment, current.set, replicas);
  if (current.wanted < replicas && room > 0) {
    return scaleSet(next, deployment, current.set, Math.min(replicas, current.wanted + room));
  }
  next = scaleOld(next, deployment, current, old, replicas - unavailable);
  return cleaned(next, deployment, old);
}

type Spec = Partial<IDeployment>['spec'];
export const specOf = ({ resource }: LiveObject): Spec => (resource.data as Partial<IDeployment>).spec;

export function bounds(spec: Spec, replicas: number) {
  const { maxSurge, maxUnavailable } = spec?.strategy?.rollingUpdate ?? {};
  return boundsOf(replicas, maxSurge, maxUnavailable);
}

/** A ReplicaSet is called after the hash of the template. */
const hashOf = ({ resource }: LiveObject): string => hashIn(resource.data);
const hashIn = memo((data: Fields): string => suffix(JSON.stringify(at(data, 'spec', 'template')), 10));
export const setName = (deployment: LiveObject): string => `${deployment.resource.name}-${hashOf(deployment)}`;

/** The ReplicaSets of a Deployment, oldest first, with their pods. */
export function setsOf(live: LiveCluster, deployment: LiveObject): readonly SetCount[] {
  const least = integer(specOf(deployment)?.minReadySeconds) ?? 0;
  return ownedBy(live, deployment.uid).map((set) => countSet(live, set, least));
}

export function countSet(live: LiveCluster, set: LiveObject, least: number): SetCount {
  const looks = podsOwnedBy(live, set.uid).filter(({ deleting }) => !deleting);
  const ready = looks.filter((pod) => isReadyAt(pod, live.clock));
  return {
    set,
    wanted: numberAt(set.resource.data, 'spec', 'replicas') ?? 0,
    pods: looks.length,
    ready: ready.length,
    available: ready.filter(({ readyAt = 0 }) => live.clock >= readyAt + least).length,
  };
}

export const revisionOf = ({ resource }: LiveObject): number => Number(annotationOf(resource.data, revisionKey)) || 0;

/** While it is paused a Deployment only follows its replicas. */
function paused(live: LiveCluster, deployment: LiveObject, sets: readonly SetCount[], replicas: number): LiveCluster {
  const active = sets.filter(({ wanted }) => wanted > 0);
  const [only] = active;
  return active.length === 1 && only && only.wanted !== replicas
    ? scaleSet(live, deployment, only.set, replicas)
    : live;
}

function createSet(
  live: LiveCluster,
  deployment: LiveObject,
  sets: readonly SetCount[],
  replicas: number,
): LiveCluster {
  const hash = hashOf(deployment);
  const { data, namespace, at: span, origin } = deployment.resource;
  const template = fieldsOf(at(data, 'spec', 'template'));
  const labels = { ...textMap(at(template, 'metadata', 'labels')), 'pod-template-hash': hash };
  const revision = Math.max(0, ...sets.map(({ set }) => revisionOf(set))) + 1;
  const selector = fieldsOf(at(data, 'spec', 'selector'));
  const metadata = {
    name: `${deployment.resource.name}-${hash}`,
    ...(namespace !== undefined && { namespace }),
    labels,
    annotations: annotationsFor(deployment, replicas, revision),
  };
  const made: Fields = {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata,
    spec: {
      replicas,
      ...(integer(at(data, 'spec', 'minReadySeconds')) !== undefined && {
        minReadySeconds: at(data, 'spec', 'minReadySeconds'),
      }),
      selector: { ...selector, matchLabels: { ...textMap(selector.matchLabels), 'pod-template-hash': hash } },
      template: { ...template, metadata: { ...fieldsOf(template.metadata), labels } },
    },
  };
  const resource = {
    apiVersion: 'apps/v1',
    group: 'apps',
    kind: 'ReplicaSet',
    name: metadata.name,
    namespace,
    metadata,
    data: made,
    origin,
    at: span,
  };
  const stored = insert(live, resource, ownerOf(deployment));
  const told =
    replicas > 0 ? said(stored, deployment, `Scaled up replica set ${metadata.name} from 0 to ${replicas}`) : stored;
  return withRevision(told, deployment, revision);
}

function annotationsFor(deployment: LiveObject, replicas: number, revision: number): Readonly<Record<string, string>> {
  const { surge } = bounds(specOf(deployment), count(specOf(deployment)?.replicas, 1));
  const wanted = count(specOf(deployment)?.replicas, replicas);
  const written = textMap(at(deployment.resource.data, 'metadata', 'annotations'));
  const { [lastAppliedKey]: _, ...kept } = written;
  return {
    ...kept,
    'deployment.kubernetes.io/desired-replicas': String(wanted),
    'deployment.kubernetes.io/max-replicas': String(wanted + surge),
    [revisionKey]: String(revision),
  };
}

/** The ReplicaSet of the present template has the highest revision, also when it is an old one that comes back. */
function revised(live: LiveCluster, deployment: LiveObject, set: LiveObject, sets: readonly SetCount[]): LiveCluster {
  const highest = Math.max(0, ...sets.filter((one) => one.set !== set).map((one) => revisionOf(one.set)));
  const revision = revisionOf(set) > highest ? revisionOf(set) : highest + 1;
  const cause = annotationOf(deployment.resource.data, causeKey);
  const isSame = revision === revisionOf(set) && annotationOf(set.resource.data, causeKey) === cause;
  const next = isSame
    ? live
    : annotated(live, set, { [revisionKey]: String(revision), ...(cause !== undefined && { [causeKey]: cause }) });
  return withRevision(
    revision === revisionOf(set) ? next : noted(next, deployment, 'FoundNewReplicaSet'),
    deployment,
    revision,
  );
}

function withRevision(live: LiveCluster, deployment: LiveObject, revision: number): LiveCluster {
  const known = find(live, deployment.resource) ?? deployment;
  return revisionOf(known) === revision ? live : annotated(live, known, { [revisionKey]: String(revision) });
}

function annotated(live: LiveCluster, object: LiveObject, more: Readonly<Record<string, string>>): LiveCluster {
  const known = find(live, object.resource) ?? object;
  const { resource } = known;
  const metadata = fieldsOf(resource.data.metadata);
  const annotations = { ...textMap(metadata.annotations), ...more };
  const data = { ...resource.data, metadata: { ...metadata, annotations } };
  return replace(live, known, { ...resource, metadata: { ...resource.metadata, annotations }, data });
}

/** Old pods go as far as enough pods are left, those that never worked first. */
function scaleOld(
  live: LiveCluster,
  deployment: LiveObject,
  current: SetCount,
  old: readonly SetCount[],
  least: number,
): LiveCluster {
  const all = [...old, current];
  const oldWanted = old.reduce((sum, { wanted }) => sum + wanted, 0);
  if (oldWanted === 0) return live;
  const total = all.reduce((sum, { wanted }) => sum + wanted, 0);
  let allowed = total - least - (current.wanted - current.available);
  if (allowed <= 0) return live;
  let next = live;
  const left = new Map(old.map((one) => [keyOf(one.set.resource), one.wanted]));
  for (const one of old) {
    const unhealthy = Math.min(allowed, one.wanted - one.available);
    if (unhealthy <= 0) continue;
    const wanted = one.wanted - unhealthy;
    next = scaleSet(next, deployment, one.set, wanted);
    left.set(keyOf(one.set.resource), wanted);
    allowed -= unhealthy;
  }
  let spare = Math.min(allowed, all.reduce((sum, { available }) => sum + available, 0) - least);
  for (const one of old) {
    const wanted = left.get(keyOf(one.set.resource)) ?? 0;
    const down = Math.min(spare, wanted);
    if (down <= 0) continue;
    next = scaleSet(next, deployment, one.set, wanted - down);
    spare -= down;
  }
  return next;
}

export function scaleSet(live: LiveCluster, deployment: LiveObject, set: LiveObject, replicas: number): LiveCluster {
  const known = find(live, set.resource) ?? set;
  const before = numberAt(known.resource.data, 'spec', 'replicas') ?? 0;
  if (before === replicas) return live;
  const spec = { ...fieldsOf(known.resource.data.spec), replicas };
  const scaled = replace(live, known, { ...known.resource, data: { ...known.resource.data, spec } });
  const way = replicas > before ? 'up' : 'down';
  const told = said(scaled, deployment, `Scaled ${way} replica set ${set.resource.name} from ${before} to ${replicas}`);
  return noted(told, deployment, 'ReplicaSetUpdated');
}

const said = (live: LiveCluster, deployment: LiveObject, message: string): LiveCluster =>
  record(live, deployment.resource.namespace, aboutObject(deployment), {
    type: 'Normal',
    reason: 'ScalingReplicaSet',
    message,
    from: 'deployment-controller',
  });

function noted(live: LiveCluster, deployment: LiveObject, reason: string): LiveCluster {
  const known = find(live, deployment.resource);
  return known ? remember(live, known, { progress: { at: live.clock, reason } }) : live;
}

/** Empty ReplicaSets beyond `revisionHistoryLimit` go, the oldest first. */
function cleaned(live: LiveCluster, deployment: LiveObject, old: readonly SetCount[]): LiveCluster {
  const kept = count(specOf(deployment)?.revisionHistoryLimit, 10);
  const empty = old
    .filter(({ wanted, pods }) => wanted === 0 && pods === 0)
    .sort((a, b) => revisionOf(a.set) - revisionOf(b.set));
  return empty.slice(0, Math.max(0, empty.length - kept)).reduce((next, { set }) => drop(next, set), live);
}

/** How a Deployment stands: what its status says. */
export interface DeploymentCount {
  readonly wanted: number;
  readonly pods: number;
  readonly updated: number;
  readonly ready: number;
  readonly available: number;
}

export function countDeployment(live: LiveCluster, deployment: LiveObject): DeploymentCount {
  const sets = setsOf(live, deployment);
  const sum = (of: (one: SetCount) => number) => sets.reduce((total, one) => total + of(one), 0);
  const current = sets.find(({ set }) => set.resource.name === setName(deployment));
  return {
    wanted: count(specOf(deployment)?.replicas, 1),
    pods: sum(({ pods }) => pods),
    updated: current?.pods ?? 0,
    ready: sum(({ ready }) => ready),
    available: sum(({ available }) => available),
  };
}

export const isComplete = ({ wanted, pods, updated, available }: DeploymentCount): boolean =>
  updated === wanted && pods === wanted && available === wanted;
