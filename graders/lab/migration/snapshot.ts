import type { Hop } from '../../core/trace.ts';
import type { Resource } from '../../model/manifests/manifests.ts';
import { type ClusterState, type PodState, settle } from '../cluster/index.ts';
import { deploymentOf } from './deployment.ts';
import type { Cohort, Fleet } from './fleet.ts';
import { type Placed, standing } from './members.ts';
import { isOfIstio, type World } from './world.ts';

/** The cluster of a world at one instant, pod by pod. */
export interface Snapshot {
  readonly state: ClusterState;
  /** The pods of the workloads that migrate, each with the cohort it belongs to. */
  readonly pods: readonly { readonly pod: PodState; readonly fleet: Fleet; readonly cohort: Cohort }[];
  /** Why a pod of a workload does not exist, or exists and is not ready. */
  problemOf(fleet: Fleet): Hop | undefined;
}

/** The pods of a world: those that exist, and of those asked for what admission, quotas and nodes let come. */
export function snapshot(world: World): Snapshot {
  const placed = world.fleets.flatMap((fleet) => fleet.cohorts.map((cohort, index) => ({ fleet, cohort, index })));
  const others = world.resources.filter((resource) => resource.kind !== 'Deployment');
  const origin = new Map<Resource, Placed>();
  const state = standing(world.members, placed, others, origin) ?? created(world, placed, others, origin);
  const pods = state.pods.flatMap((pod) => {
    const from = origin.get(pod.from);
    if (!from) return [];
    const { fleet, cohort } = from;
    const { kind, name } = fleet.deployment;
    return [{ pod: { ...pod, workload: { kind, name }, from: fleet.deployment }, fleet, cohort }];
  });
  return {
    state: {
      ...state,
      resources: [...world.resources.filter((resource) => !isOfIstio(resource)), ...world.followed],
      pods: [...state.pods.filter((pod) => !origin.has(pod.from)), ...pods.map(({ pod }) => pod)],
    },
    pods,
    problemOf: ({ id }) =>
      state.rejected.find(({ from }) => origin.get(from)?.fleet.id === id)?.hop ??
      pods.find(({ pod, fleet }) => fleet.id === id && !pod.ready)?.pod.problem,
  };
}

/** Creates the pods of all cohorts, those that exist before those asked for. */
function created(
  { options }: World,
  placed: readonly Placed[],
  others: readonly Resource[],
  origin: Map<Resource, Placed>,
): ClusterState {
  const workloads = placed.map((one) => {
    const resource = deploymentOf(one.fleet, one.cohort, one.index);
    origin.set(resource, one);
    return resource;
  });
  const isAsked = (resource: Resource) => Number(origin.get(resource)?.cohort.asked ?? false);
  workloads.sort((a, b) => isAsked(a) - isAsked(b));
  return settle([...others, ...workloads], options).state;
}
