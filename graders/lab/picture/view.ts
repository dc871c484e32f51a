import type { Resource } from '../../model/manifests/manifests.ts';
import { type ClusterState, type Labels, type PodState, services } from '../cluster/index.ts';
import { hasIstio, type Mesh, meshOf } from '../istio/index.ts';
import type { LinkerdSetup } from '../linkerd/index.ts';
import { meshedIn } from '../request/index.ts';
import { boxId } from './picture.ts';

/** A cluster at rest, as those who look for wires ask about it. */
export interface View {
  readonly state: ClusterState;
  /** Absent where nothing of Istio is to be seen. */
  readonly istio: Mesh | undefined;
  isProxied(pod: PodState): boolean;
  podsFrom(resource: Resource): readonly PodState[];
  /** The boxes of what makes pods whose labels are taken, in a namespace or in all. */
  makersOf(isTaken: (labels: Labels) => boolean, namespace?: string): readonly string[];
  /** The box of a Service that exists. */
  service(name: string, namespace: string): string | undefined;
}

export function openView(state: ClusterState, setup?: LinkerdSetup): View {
  const istio = hasIstio(state) ? meshOf(state) : undefined;
  const made = new Map<Resource, PodState[]>();
  for (const pod of state.pods) made.set(pod.from, [...(made.get(pod.from) ?? []), pod]);
  const known = new Set(services(state).map(({ namespace, name }) => boxId('Service', namespace, name)));
  return {
    state,
    istio,
    isProxied: meshedIn(state, setup),
    podsFrom: (resource) => made.get(resource) ?? [],
    makersOf: (isTaken, namespace) =>
      [...made].flatMap(([resource, [pod]]) =>
        pod && (namespace === undefined || pod.namespace === namespace) && isTaken(pod.labels)
          ? [boxId(resource.kind, resource.namespace, resource.name)]
          : [],
      ),
    service: (name, namespace) => {
      const id = boxId('Service', namespace, name);
      return known.has(id) ? id : undefined;
    },
  };
}
