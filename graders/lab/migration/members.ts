import type { Resource } from '../../model/manifests/manifests.ts';
import { podTemplateOf } from '../../model/workloads/templates.ts';
import { type ClusterState, podIp, type SettleOptions, settle } from '../cluster/index.ts';
import { deploymentOf } from './deployment.ts';
import type { Cohort, Fleet } from './fleet.ts';
import { isInReachOf } from './reach.ts';

/** A cohort of a fleet and its place among the cohorts. */
export interface Placed {
  readonly fleet: Fleet;
  readonly cohort: Cohort;
  readonly index: number;
}

export interface Members {
  /** A pod that stands for a cohort, in a cluster without the other workloads. */
  standingFor(placed: Placed, others: readonly Resource[]): ClusterState;
  /** What is known so far, for one of several ways to go on: none hears what another finds out. */
  fork(): Members;
}

/** Works out the pod of each kind of cohort once, however many instants of a migration it lives through. */
export function membersWith(options: SettleOptions, known: ReadonlyMap<string, ClusterState> = new Map()): Members {
  const kept = new Map(known);
  const standingFor: Members['standingFor'] = ({ fleet, cohort, index }, others) => {
    const key = `${fleet.id} ${index} ${cohort.proxy !== null} ${cohort.cni}`;
    const before = kept.get(key);
    if (before) return before;
    const near = others.filter(isInReachOf(new Set([fleet.deployment.namespace])));
    const { state } = settle([...near, deploymentOf(fleet, cohort, index)], options);
    if (state.pods.length === 1) kept.set(key, state);
    return state;
  };
  return { standingFor, fork: () => membersWith(options, kept) };
}

/**
 * The cluster at an instant at which nobody asks for pods: those that exist were admitted when they were created, and need
 * neither admission nor a scheduler again. One after the other they have the addresses they would have been given together.
 * @param origin takes down which cohort each Deployment stands for
 * @returns undefined where that does not hold: more than one pod of a cohort, or objects that make, count or place pods
 */
export function standing(
  members: Members,
  placed: readonly Placed[],
  others: readonly Resource[],
  origin: Map<Resource, Placed>,
): ClusterState | undefined {
  if (placed.some(({ cohort }) => cohort.asked || cohort.pods !== 1) || others.some(mattersToPods)) return undefined;
  const alone = placed.map((one) => members.standingFor(one, others));
  const [first] = alone;
  if (!first || alone.some(({ pods }) => pods.length !== 1)) return undefined;
  const pods = alone.flatMap((state, index) => state.pods.map((pod) => ({ ...pod, ip: podIp(index) })));
  for (const [index, { from }] of pods.entries()) {
    const one = placed[index];
    if (one) origin.set(from, one);
  }
  return { ...first, pods };
}

const mattersToPods = (resource: Resource): boolean =>
  resource.kind === 'Node' || resource.kind === 'HorizontalPodAutoscaler' || podTemplateOf(resource) !== undefined;
