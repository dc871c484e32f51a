import { type Hop, hop, type Trace } from '../../core/trace.ts';
import { isSameObject, type Resource, refOf } from '../../model/manifests/manifests.ts';
import { type Fleet, podsOf } from './fleet.ts';
import { hops } from './hops.ts';
import { tellingPhases } from './phases.ts';
import { markForRestart, type Rolled, roll } from './roll.ts';
import { isOfIstio, type World } from './world.ts';

/** One step of a migration. */
export type MigrationStep = PlainStep | { readonly do: ObjectsDo; readonly objects: readonly Resource[] };

export type ObjectsDo = 'apply' | 'delete';

/** A step that brings no objects along. */
export type PlainStep =
  /** `istioctl install`, again to change how; a revision beside others for a canary upgrade. */
  | { readonly do: 'install'; readonly revision?: string; readonly cni?: boolean }
  /** `istioctl uninstall`: control plane and webhook go, proxies stay as they are. */
  | { readonly do: 'uninstall'; readonly revision?: string }
  /** Labels of a namespace; null takes one away. */
  | { readonly do: 'label'; readonly namespace: string; readonly labels: Readonly<Record<string, string | null>> }
  /** `kubectl rollout restart` of Deployments, by `namespace/name`, or of all in a `namespace`; all at the same time. */
  | { readonly do: 'restart'; readonly workloads: readonly string[] }
  /** `kubectl delete pods --all` in the namespaces. */
  | { readonly do: 'delete-pods'; readonly namespaces: readonly string[] }
  /** Looking at metrics, dashboards and logs. */
  | { readonly do: 'observe' };

/** What a step made of the world. */
export interface Stepped {
  readonly world: World;
  readonly trace: Trace<'done' | 'refused'>;
  /** The instants at which probes may fare differently than before, in order. */
  readonly phases: readonly World[];
}

/** Carries out one step, and whatever was waiting for it. */
export function step(before: World, asked: MigrationStep): Stepped {
  const begun = { ...before, step: before.step + 1 };
  const changed = change(begun, asked);
  if (changed.refused) return { world: before, trace: { hops: changed.hops, outcome: 'refused' }, phases: [] };
  const told = { ...changed.world, followed: followedIn(changed.world) };
  const rolled = roll(told, asked.do === 'delete-pods');
  const trace = { hops: [...changed.hops, ...tell(told, rolled)], outcome: 'done' as const };
  return { world: rolled.world, trace, phases: tellingPhases(before, [...rolled.phases, rolled.world]) };
}

interface Changed {
  readonly world: World;
  readonly hops: readonly Hop[];
  readonly refused?: true;
}

function change(world: World, asked: MigrationStep): Changed {
  switch (asked.do) {
    case 'install':
      return install(world, asked.revision ?? 'default', asked.cni ?? false);
    case 'uninstall':
      return uninstall(world, asked.revision ?? 'default');
    case 'label':
      return label(world, asked.namespace, asked.labels);
    case 'apply':
      return asked.objects.reduce(then(apply), { world, hops: [] });
    case 'delete':
      return asked.objects.reduce(then(remove), { world, hops: [] });
    case 'restart':
      return { world: markForRestart(world, (fleet) => isOneOf(fleet, asked.workloads)), hops: [] };
    case 'delete-pods':
      return { world: markForRestart(world, (fleet) => isOneOf(fleet, asked.namespaces)), hops: [] };
    case 'observe':
      return { world, hops: [hop(hops, 'observe', 'observed', {})] };
  }
}

const isOneOf = ({ id, deployment }: Fleet, wanted: readonly string[]): boolean =>
  wanted.includes(id) || wanted.includes(deployment.namespace ?? 'default');

function install(world: World, revision: string, cni: boolean): Changed {
  const { [revision]: _, ...removed } = world.removed;
  const revisions = [...new Set([...world.revisions, revision])];
  return { world: { ...world, revisions, removed, cni }, hops: [hop(hops, 'install', 'installed', { revision })] };
}

function uninstall(world: World, revision: string): Changed {
  if (!world.revisions.includes(revision)) {
    return { world, hops: [hop(hops, 'install', 'notInstalled', { revision })], refused: true };
  }
  const revisions = world.revisions.filter((one) => one !== revision);
  const removed = { ...world.removed, [revision]: world.step };
  return { world: { ...world, revisions, removed }, hops: [hop(hops, 'install', 'uninstalled', { revision })] };
}

function label(world: World, namespace: string, changes: Readonly<Record<string, string | null>>): Changed {
  const resources = world.resources.map((resource) => {
    if (resource.kind !== 'Namespace' || resource.name !== namespace) return resource;
    const merged = Object.entries({ ...resource.metadata.labels, ...changes }).filter(([, value]) => value !== null);
    const metadata = { ...resource.metadata, labels: Object.fromEntries(merged) as Record<string, string> };
    return { ...resource, metadata, data: { ...(resource.data as object), metadata } };
  });
  return { world: { ...world, resources }, hops: [hop(hops, 'label', 'labelled', { namespace })] };
}

const then =
  (act: (world: World, object: Resource) => Changed) =>
  (done: Changed, object: Resource): Changed => {
    if (done.refused) return done;
    const next = act(done.world, object);
    return { ...next, hops: [...done.hops, ...next.hops] };
  };

/** Whether Istio was ever installed: its definitions outlive its control planes. */
const knowsIstio = ({ revisions, removed }: World): boolean => revisions.length + Object.keys(removed).length > 0;

function apply(world: World, object: Resource): Changed {
  const where = { resource: refOf(object), at: object.at };
  if (isOfIstio(object) && !knowsIstio(world)) {
    return { world, hops: [hop(hops, 'apply', 'kindUnknown', { kind: object.kind }, where)], refused: true };
  }
  const resources = [...world.resources.filter((one) => !isSameObject(one, object)), object];
  return { world: { ...world, resources }, hops: sayObject(world, 'applied', object) };
}

function remove(world: World, object: Resource): Changed {
  if (!world.resources.some((one) => isSameObject(one, object))) {
    return { world, hops: [hop(hops, 'apply', 'nothingThere', { object: nameOf(object) })], refused: true };
  }
  const resources = world.resources.filter((one) => !isSameObject(one, object));
  return { world: { ...world, resources }, hops: sayObject(world, 'deleted', object) };
}

function sayObject(world: World, did: 'applied' | 'deleted', object: Resource): readonly Hop[] {
  const data = { object: nameOf(object) };
  const where = { resource: refOf(object), at: object.at };
  const done = hop(hops, 'apply', did, data, where);
  const unread = isOfIstio(object) && world.revisions.length === 0;
  return unread ? [done, hop(hops, 'apply', 'ignored', data, where)] : [done];
}

const nameOf = ({ kind, name }: Resource): string => `${kind} ${name}`;

function followedIn({ revisions, resources, followed }: World): readonly Resource[] {
  return revisions.length > 0 ? resources.filter(isOfIstio) : followed;
}

function tell(before: World, { world, blocked }: Rolled): readonly Hop[] {
  const renewed = world.fleets.filter((fleet, index) => fleet !== before.fleets[index]);
  const done = renewed.map(({ id, cohorts, deployment }) => {
    const n = podsOf(cohorts, ({ proxy }) => proxy !== null);
    const data = { workload: id, n, without: podsOf(cohorts) - n };
    return hop(hops, 'restart', 'renewed', data, { resource: refOf(deployment) });
  });
  const stopped = blocked.flatMap(({ fleet, why }) => {
    const left = podsOf(fleet.cohorts, ({ leaving }) => leaving);
    const data = { workload: fleet.id, left, n: fleet.replicas };
    return [hop(hops, 'restart', 'blocked', data, { resource: refOf(fleet.deployment) }), ...(why ? [why] : [])];
  });
  return [...done, ...stopped];
}
