import type { WorldImage } from '../../../core/exercise.ts';
import { areSame, lastMemo, remembered } from '../../../core/memo.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { type ClusterState, type LiveCluster, openCluster, put, stateAt } from '../../cluster/index.ts';
import type { Desk, KubeContext, NamedCluster } from './desk.ts';
import { withGateways } from './gateways.ts';
import { withMeshHooks } from './webhooks.ts';

/** The context a command works in: the one it names, or the current one. */
export function contextOf({ kube }: Desk, named?: string): KubeContext | undefined {
  const wanted = named ?? kube.current;
  return kube.contexts.find(({ name }) => name === wanted);
}

/** The cluster behind a context. */
export function clusterOf(desk: Desk, named?: string): NamedCluster | undefined {
  const context = contextOf(desk, named);
  return context && desk.clusters.find((one) => one.context === context.cluster);
}

/** The cluster as it is now, for whatever part of the lab asks for a state. */
export function stateNow({ clock }: Desk, { live }: NamedCluster): ClusterState {
  return stateAt(live, clock);
}

/** A desk on which a cluster has changed. What stands in it and acts on what it finds, acts. */
export function withCluster(desk: Desk, { context, live: before }: NamedCluster, live: LiveCluster): Desk {
  const settled = live.resources === before.resources ? live : withGateways(live, Math.max(desk.clock, live.clock));
  const clusters = desk.clusters.map((one) => (one.context === context ? { ...one, live: settled } : one));
  return { ...desk, clusters };
}

/** A desk with one cluster more, which becomes the current one, as `kind create cluster` and `minikube start` do. */
export function addCluster(desk: Desk, cluster: NamedCluster): Desk {
  const { context } = cluster;
  const entry: KubeContext = { name: context, cluster: context, user: context };
  const contexts = [...desk.kube.contexts.filter(({ name }) => name !== context), entry];
  const hooked = { ...cluster, live: withMeshHooks(cluster.live) };
  const clusters = [...desk.clusters.filter((one) => one.context !== context), hooked];
  return { ...desk, clusters, kube: { current: context, contexts } };
}

/** A desk without a cluster: its context goes, and the jobs that led to it. */
export function removeCluster(desk: Desk, { context }: NamedCluster): Desk {
  const { current, contexts } = desk.kube;
  return {
    ...desk,
    clusters: desk.clusters.filter((one) => one.context !== context),
    kube: {
      contexts: contexts.filter(({ name }) => name !== context),
      ...(current !== undefined && current !== context && { current }),
    },
    jobs: desk.jobs.filter(({ does }) => !('context' in does) || does.context !== context),
  };
}

/**
 * A cluster that is there from the start.
 * @param at seconds of the desk's clock
 * @param resources what is already in it, and has had its time to start
 * @param published images of its world that registries have
 */
export function openedCluster(
  { name, provider }: { readonly name: string; readonly provider: 'kind' | 'minikube' },
  at: number,
  resources: readonly Resource[],
  published: readonly WorldImage[] = [],
): NamedCluster {
  const opened = withImages(freshCluster(String(at - 7200)), published);
  const { cluster } = put(opened, resources, at - 3600);
  return { name, provider, context: contextNameOf({ name, provider }), live: cluster };
}

/** A cluster without anything in it; the same for who asks for it at the same time, so that what comes of it is the same too. */
const freshCluster = remembered(8, (at) => withMeshHooks(openCluster(Number(at))));
const withImages = lastMemo(areSame, (live: LiveCluster, published: readonly WorldImage[]) => ({ ...live, published }));

/** The entry of the kubeconfig that a provider writes for a cluster. */
export const contextNameOf = ({ name, provider }: Pick<NamedCluster, 'name' | 'provider'>): string =>
  provider === 'kind' ? `kind-${name}` : name;
