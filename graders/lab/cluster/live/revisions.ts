import type { Resource } from '../../../model/manifests/manifests.ts';
import { text } from '../read.ts';
import { templateHash } from '../workloads/deployment.ts';
import { templateOf } from '../workloads/plan.ts';
import { uidOf } from './ids.ts';
import type { LiveCluster, ObjectKey, Revision } from './live.ts';

const revised = new Set(['Deployment', 'StatefulSet', 'DaemonSet']);

/** The templates that a workload has had, the oldest first: `kubectl rollout history`. */
export function revisionsOf({ revisions }: LiveCluster, { kind, namespace, name }: ObjectKey): readonly Revision[] {
  return revisions
    .filter((one) => one.kind === kind && one.namespace === (namespace ?? 'default') && one.name === name)
    .sort((a, b) => a.number - b.number);
}

/** Gives every workload whose template is new, or is an earlier one again, its number. */
export function withRevisions(cluster: LiveCluster, at: number): LiveCluster {
  return cluster.objects.reduce((done, { resource }) => withRevision(done, resource, at), cluster);
}

/** @see https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#rolling-back-a-deployment */
function withRevision(cluster: LiveCluster, resource: Resource, at: number): LiveCluster {
  const { kind, name, namespace = 'default', group, metadata } = resource;
  const { spec } = resource.data as { spec?: { template?: unknown; paused?: unknown } };
  if (group !== 'apps' || !revised.has(kind) || spec?.paused === true) return cluster;
  const hash = templateHash(templateOf(resource));
  const known = revisionsOf(cluster, resource);
  const last = known.at(-1);
  if (last?.hash === hash) return cluster;
  const again = known.find((one) => one.hash === hash);
  const number = (last?.number ?? 0) + 1;
  const cause = text(metadata.annotations?.['kubernetes.io/change-cause']);
  const revision: Revision = {
    kind,
    namespace,
    name,
    number,
    hash,
    template: spec?.template,
    created: again?.created ?? at,
    uid: again?.uid ?? uidOf(`${kind}/${namespace}/${name}/${hash}`),
    ...(cause !== undefined && { cause }),
  };
  return { ...cluster, revisions: [...cluster.revisions.filter((one) => one !== again), revision] };
}
