import type { Hop } from '../../core/trace.ts';
import { decideInjection, type InjectionDecision } from '../istio/index.ts';
import { type Cohort, type Fleet, podsOf, strayOf } from './fleet.ts';
import { isInReachOf } from './reach.ts';
import { snapshot } from './snapshot.ts';
import type { World } from './world.ts';

/** Workloads while their pods are replaced. */
export interface Rolled {
  readonly world: World;
  /** The instants at which requests may meet something else than before. */
  readonly phases: readonly World[];
  /** Workloads whose replacement cannot go on, and why. */
  readonly blocked: readonly { readonly fleet: Fleet; readonly why: Hop | undefined }[];
}

/** Marks all pods of some workloads for replacement, as `kubectl rollout restart` does. */
export function markForRestart(world: World, wanted: (fleet: Fleet) => boolean): World {
  const fleets = world.fleets.map((fleet) =>
    wanted(fleet) ? { ...fleet, cohorts: fleet.cohorts.map((cohort) => ({ ...cohort, leaving: true })) } : fleet,
  );
  return { ...world, fleets };
}

/**
 * Goes on with every restart under way, all workloads at the same time, until nothing moves any more: new pods as far as
 * the surge and the admission allow, then old ones down as far as enough stay available. A ReplicaSet whose pods were
 * refused tries again, so that a restart goes on once the reason is gone.
 * @param atOnce all old pods go before the first new one comes, as after `kubectl delete pods --all`
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#rolling-update-deployment
 */
export function roll(begun: World, atOnce = false): Rolled {
  const phases: World[] = [];
  let world = begun;
  for (;;) {
    const asked = new Map(world.fleets.map((fleet) => [fleet.id, wantedOf(fleet, atOnce)]));
    const born = created(world, asked);
    const lessened = mapFleets(world, (fleet) => lessen(fleet, atOnce));
    if (lessened !== world) phases.push(lessened);
    const grown = mapFleets(lessened, (fleet) => grow(fleet, born.get(fleet.id) ?? 0, world));
    if (grown !== lessened) phases.push(grown);
    if (grown === world) break;
    world = grown;
  }
  return { world, phases, blocked: blockedIn(world) };
}

/** Restarts that cannot go on, and why. */
export function blockedIn(world: World): Rolled['blocked'] {
  const stuck = world.fleets.filter(isLeaving);
  if (stuck.length === 0) return [];
  const tried = snapshot(attempt(world, new Map(stuck.map(({ id }) => [id, 1]))));
  return stuck.map((fleet) => ({ fleet, why: tried.problemOf(fleet) }));
}

const isLeaving = ({ cohorts }: Fleet): boolean => cohorts.some(({ leaving }) => leaving);

function stray(fleet: Fleet, atOnce: boolean) {
  return atOnce ? { surge: 0, unavailable: fleet.replicas } : strayOf(fleet);
}

/** New pods the controller asks for now. */
function wantedOf(fleet: Fleet, atOnce: boolean): number {
  const all = podsOf(fleet.cohorts);
  const young = podsOf(fleet.cohorts, ({ leaving }) => !leaving);
  return Math.max(0, Math.min(fleet.replicas - young, fleet.replicas + stray(fleet, atOnce).surge - all));
}

/** Old pods that can go: unavailable is what the strategy allows, counting only pods that are ready. */
function lessen(fleet: Fleet, atOnce: boolean): Fleet {
  const spare = podsOf(fleet.cohorts) - (fleet.replicas - stray(fleet, atOnce).unavailable);
  let left = Math.max(0, spare);
  const cohorts = fleet.cohorts.map((cohort) => {
    const gone = cohort.leaving ? Math.min(left, cohort.pods) : 0;
    left -= gone;
    return gone > 0 ? { ...cohort, pods: cohort.pods - gone } : cohort;
  });
  const changed = cohorts.some((cohort, index) => cohort !== fleet.cohorts[index]);
  return changed ? { ...fleet, cohorts: cohorts.filter(({ pods }) => pods > 0) } : fleet;
}

function grow(fleet: Fleet, pods: number, world: World): Fleet {
  return pods > 0 ? { ...fleet, cohorts: withYoung(fleet.cohorts, youngOf(fleet, pods, world)) } : fleet;
}

/** How many of the pods asked for are admitted and become ready. */
function created(world: World, asked: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  if (![...asked.values()].some((pods) => pods > 0)) return new Map();
  const ready = snapshot(attempt(concerned(world, asked), asked)).pods.filter(
    ({ pod, cohort }) => pod.ready && cohort.asked,
  );
  return new Map(world.fleets.map(({ id }) => [id, ready.filter(({ fleet }) => fleet.id === id).length]));
}

/** Without nodes of a known size, pods only compete for what a quota of their own namespace leaves. */
function concerned(world: World, asked: ReadonlyMap<string, number>): World {
  if (world.resources.some(({ kind }) => kind === 'Node')) return world;
  const moving = world.fleets.filter(({ id }) => (asked.get(id) ?? 0) > 0);
  const namespaces = new Set(moving.map(({ deployment }) => deployment.namespace));
  const resources = world.resources.filter(isInReachOf(namespaces));
  if (!resources.some(({ kind }) => kind === 'ResourceQuota')) {
    return { ...world, resources, fleets: moving.map((fleet) => ({ ...fleet, cohorts: [] })) };
  }
  const fleets = world.fleets.filter(({ deployment }) => namespaces.has(deployment.namespace));
  return { ...world, resources, fleets };
}

/** The world with the pods that are asked for, whether or not they will be admitted. */
function attempt(world: World, asked: ReadonlyMap<string, number>): World {
  return mapFleets(world, (fleet) => {
    const pods = asked.get(fleet.id) ?? 0;
    if (pods === 0) return fleet;
    return { ...fleet, cohorts: [...fleet.cohorts, { ...youngOf(fleet, pods, world), asked: true }] };
  });
}

function youngOf(fleet: Fleet, pods: number, world: World): Cohort {
  const { injected, revision = 'default' } = injectionOf(fleet, world);
  return { pods, proxy: injected ? revision : null, born: world.step, cni: world.cni, leaving: false };
}

/** What the webhooks decide about a pod of a workload that is created now. */
export function injectionOf({ deployment }: Fleet, { resources, revisions }: World): InjectionDecision {
  const { namespace = 'default', data } = deployment;
  const { metadata, spec } = data.spec?.template ?? {};
  const owner = resources.find(({ kind, name }) => kind === 'Namespace' && name === namespace);
  return decideInjection({
    namespace,
    namespaceLabels: owner?.metadata.labels ?? {},
    podLabels: metadata?.labels ?? {},
    podAnnotations: metadata?.annotations ?? {},
    hostNetwork: spec?.hostNetwork === true,
    revisions,
  });
}

function withYoung(cohorts: readonly Cohort[], young: Cohort): readonly Cohort[] {
  const alike = cohorts.find(
    ({ proxy, born, leaving }) => proxy === young.proxy && born === young.born && leaving === young.leaving,
  );
  if (!alike) return [...cohorts, young];
  return cohorts.map((cohort) => (cohort === alike ? { ...cohort, pods: cohort.pods + young.pods } : cohort));
}

/** The same world when no fleet changes. */
function mapFleets(world: World, change: (fleet: Fleet) => Fleet): World {
  const fleets = world.fleets.map(change);
  return fleets.some((fleet, index) => fleet !== world.fleets[index]) ? { ...world, fleets } : world;
}
