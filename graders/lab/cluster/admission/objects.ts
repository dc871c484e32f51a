import type { DataFor } from '../../../core/messages.ts';
import type { Span } from '../../../core/span.ts';
import { type Hop, hop } from '../../../core/trace.ts';
import { fieldSpan, type Resource, refOf } from '../../../model/manifests/manifests.ts';
import { hops } from '../hops.ts';
import type { Rejection } from '../state.ts';
import { selectsItsPods } from '../workloads/deployment.ts';
import { templateOf } from '../workloads/plan.ts';
import { countsOf } from './counts.ts';
import { quotaFacts } from './pods.ts';
import { charge, quotasIn, type Usage } from './quota.ts';

/** Namespaces that every cluster has from the start. */
const born = ['default', 'kube-system', 'kube-public', 'kube-node-lease'];

const selecting = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet']);

/** What the API server keeps of a world, and what it turns away with its reason. */
export interface Admitted {
  readonly resources: readonly Resource[];
  readonly rejected: readonly Rejection[];
  /** What the objects count for in quotas. */
  readonly usage: Usage;
}

/**
 * Applies the objects of a world: those whose namespace does not exist, and workloads whose selector does not select
 * their own template, are turned away.
 * @param closed whether a namespace exists only when it is applied or born with the cluster
 */
export function admitObjects(resources: readonly Resource[], closed: boolean): Admitted {
  const namespaces = new Set(born);
  for (const { kind, group, name } of resources) if (kind === 'Namespace' && group === '') namespaces.add(name);
  const rejected: Rejection[] = [];
  const kept: Resource[] = [];
  let usage: Usage = new Map();
  for (const resource of resources) {
    const refusal = refuse(resource, closed ? namespaces : undefined);
    const charged = refusal ? usage : chargeObject(resource, resources, usage);
    if (refusal) rejected.push({ from: resource, hop: refusal });
    else if ('stage' in charged) rejected.push({ from: resource, hop: charged });
    else {
      kept.push(resource);
      usage = charged;
    }
  }
  return { resources: kept, rejected, usage };
}

/** Counts an object that is no pod against the quotas of its namespace. */
function chargeObject(resource: Resource, resources: readonly Resource[], usage: Usage): Usage | Hop {
  if (resource.namespace === undefined || resource.kind === 'Pod') return usage;
  let charged = usage;
  for (const quota of quotasIn(resources, resource.namespace)) {
    const next = charge(quota, countsOf(resource), charged);
    if ('why' in next) {
      if (next.why !== 'exceeded') continue;
      return objectHop(resource, 'quotaExceeded', { quota: quota.name, ...quotaFacts(next) }, resource.at);
    }
    charged = next;
  }
  return charged;
}

function refuse(resource: Resource, namespaces: ReadonlySet<string> | undefined): Hop | undefined {
  const { kind, name, namespace, group } = resource;
  if (namespace !== undefined && namespaces && !namespaces.has(namespace)) {
    const at = fieldSpan(resource, 'metadata', 'namespace');
    return objectHop(resource, 'namespaceMissing', { namespace, kind, name }, at);
  }
  if (group === 'apps' && selecting.has(kind) && !selectsItsPods(resource, templateOf(resource))) {
    return objectHop(resource, 'selectorMismatch', { kind, name }, fieldSpan(resource, 'spec', 'selector'));
  }
  return undefined;
}

type Sentences = (typeof hops)['messages'];

/** A decision of the API server about an object. */
export function objectHop<K extends keyof Sentences & string>(
  resource: Resource,
  message: K,
  data: DataFor<Sentences[K]>,
  at: Span,
): Hop {
  return hop(hops, 'admission', message, data, { resource: refOf(resource), at });
}
