import type { ClusterState, PodState } from '../../lab/cluster/index.ts';

/** The same cluster with other numbers of pods in some workloads, as an autoscaler would leave it. */
export function withReplicas(state: ClusterState, replicas: Readonly<Record<string, number>>): ClusterState {
  const scaled = new Set(Object.keys(replicas));
  const others = state.pods.filter(({ workload }) => !scaled.has(workload.name));
  const copies = Object.entries(replicas).flatMap(([name, count]) =>
    cloned(
      state.pods.filter(({ workload }) => workload.name === name),
      count,
    ),
  );
  return { ...state, pods: [...others, ...copies] };
}

function cloned(pods: readonly PodState[], count: number): readonly PodState[] {
  const [model] = pods;
  if (!model) return [];
  return Array.from({ length: count }, (_, index) => pods[index] ?? { ...model, name: `${model.name}-${index}` });
}
