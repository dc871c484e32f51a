import type { Hop } from '../../core/trace.ts';
import type { Resource } from '../../model/manifests/manifests.ts';
import { type ClusterState, type PodState, settle } from '../cluster/index.ts';
import { withProxy } from './proxy.ts';
import { type Cohort, type Fleet, isOfIstio, type World } from './world.ts';

/** The cluster of a world at one instant, pod by pod. */
export interface Snapshot {
  readonly state: ClusterState;
  /** The pods of the workloads that migrate, each with the cohort it belongs to. */
  readonly pods: readonly { readonly pod: PodState; readonly fleet: Fleet; readonly cohort: Cohort }[];
  /** Why a pod of a workload does not exist, or exists and is not ready. */
  problemOf(fleet: Fleet): Hop | undefined;
}

/** Creates the pods of a world, those that exist before those asked for: admission, quotas and nodes decide. */
export function snapshot(world: World): Snapshot {
  const origin = new Map<Resource, { readonly fleet: Fleet; readonly cohort: Cohort }>();
  const workloads = world.fleets.flatMap((fleet) =>
    fleet.cohorts.map((cohort, index) => {
      const resource = deploymentOf(fleet, cohort, index);
      origin.set(resource, { fleet, cohort });
      return resource;
    }),
  );
  const others = world.resources.filter((resource) => resource.kind !== 'Deployment');
  const isAsked = (resource: Resource) => Number(origin.get(resource)?.cohort.asked ?? false);
  workloads.sort((a, b) => isAsked(a) - isAsked(b));
  const { state } = settle([...others, ...workloads], world.options);
  const pods = state.pods.flatMap((pod) => {
    const from = origin.get(pod.from);
    if (!from) return [];
    const { kind, name } = from.fleet.deployment;
    return [{ pod: { ...pod, workload: { kind, name }, from: from.fleet.deployment }, ...from }];
  });
  const migrating = new Set(origin.keys());
  return {
    state: {
      ...state,
      resources: [...world.resources.filter((resource) => !isOfIstio(resource)), ...world.followed],
      pods: [...state.pods.filter((pod) => !migrating.has(pod.from)), ...pods.map(({ pod }) => pod)],
    },
    pods,
    problemOf: ({ id }) =>
      state.rejected.find(({ from }) => origin.get(from)?.fleet.id === id)?.hop ??
      pods.find(({ pod, fleet }) => fleet.id === id && !pod.ready)?.pod.problem,
  };
}

/** The pods of one cohort as a Deployment of their own; its name keeps cohorts apart and is taken back afterwards. */
function deploymentOf({ deployment }: Fleet, { pods, proxy, cni }: Cohort, index: number): Resource {
  const name = index === 0 ? deployment.name : `${deployment.name}-${index + 1}`;
  const { data } = proxy === null ? deployment : (withProxy(deployment, cni) as Fleet['deployment']);
  return { ...deployment, name, data: { ...data, spec: { ...data.spec, replicas: pods } } };
}
