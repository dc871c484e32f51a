import type { Hop } from '../../../core/trace.ts';
import { fieldSpan, type Resource } from '../../../model/manifests/manifests.ts';
import { nodePortsOf } from '../../../model/workloads/node-ports.ts';
import type { Rejection } from '../state.ts';
import { refusalsOf } from '../validate/refusals.ts';
import { countsOf } from './counts.ts';
import { objectHop } from './hop.ts';
import { portsOfOthers, takePorts } from './node-ports.ts';
import { quotaFacts } from './pods.ts';
import { charge, isQuota, type Quota, type Usage } from './quota.ts';

/** Namespaces that every cluster has from the start. */
const born = ['default', 'kube-system', 'kube-public', 'kube-node-lease'];

/** What the API server keeps of a world, and what it turns away with its reason. */
export interface Admitted {
  readonly resources: readonly Resource[];
  readonly rejected: readonly Rejection[];
  /** What the objects count for in quotas. */
  readonly usage: Usage;
}

/**
 * Applies the objects of a world: those that are not valid, those whose namespace does not exist and those over a quota are
 * turned away, as is a Service that asks for a port of the nodes that an earlier one has.
 * @param closed whether a namespace exists only when it is applied or born with the cluster
 */
export function admitObjects(resources: readonly Resource[], closed: boolean): Admitted {
  const namespaces = namespacesIn(resources);
  const rejected: Rejection[] = [];
  const kept: Resource[] = [];
  let usage: Usage = new Map();
  const quotas = resources.filter(isQuota);
  const ports = new Map<string, Resource>();
  for (const resource of resources) {
    const refusals = [...refuse(resource, closed ? namespaces : undefined), ...portsOfOthers(resource, ports)];
    const charged = refusals.length > 0 ? usage : chargeObject(resource, quotas, usage);
    if (refusals.length > 0) rejected.push(...refusals.map((hop) => ({ from: resource, hop })));
    else if ('stage' in charged) rejected.push({ from: resource, hop: charged });
    else {
      kept.push(resource);
      takePorts(ports, resource);
      usage = charged;
    }
  }
  return { resources: rejected.length > 0 ? kept : resources, rejected, usage };
}

/** Why the API server turns one object away beside those it keeps; what `admitObjects` would say of it, without judging the others. */
export function refusalsBeside(sent: Resource, kept: readonly Resource[]): readonly Hop[] {
  const all = [...kept, sent];
  const isCharged = all.some((one) => isQuota(one) && one.namespace === sent.namespace);
  if (!isCharged) return [...refuse(sent, namespacesIn(all)), ...portsOfOthers(sent, portsIn(kept, sent))];
  const { rejected } = admitObjects(all, true);
  return rejected.filter(({ from }) => from === sent).map(({ hop }) => hop);
}

/** Only a Service that asks for one makes it worth looking. */
function portsIn(kept: readonly Resource[], sent: Resource): ReadonlyMap<string, Resource> {
  const taken = new Map<string, Resource>();
  if (nodePortsOf(sent).length > 0) for (const one of kept) takePorts(taken, one);
  return taken;
}

/** What the objects of a world count for in its quotas. */
export const usageIn = (resources: readonly Resource[]): Usage =>
  resources.some(isQuota) ? admitObjects(resources, true).usage : new Map();

/** The namespaces there are, those that every cluster is born with among them. */
const namespacesIn = (resources: readonly Resource[]): ReadonlySet<string> =>
  new Set([...born, ...resources.filter(isNamespace).map(({ name }) => name)]);

/** A Namespace that the API server refuses does not come to be. */
const isNamespace = (resource: Resource): boolean =>
  resource.kind === 'Namespace' && resource.group === '' && refusalsOf(resource).length === 0;

/** Counts an object that is no pod against the quotas of its namespace. */
function chargeObject(resource: Resource, quotas: readonly Quota[], usage: Usage): Usage | Hop {
  if (resource.namespace === undefined || resource.kind === 'Pod') return usage;
  let charged = usage;
  for (const quota of quotas) {
    if (quota.namespace !== resource.namespace) continue;
    const next = charge(quota, countsOf(resource), charged);
    if ('why' in next) {
      if (next.why !== 'exceeded') continue;
      return objectHop(resource, 'quotaExceeded', { quota: quota.name, ...quotaFacts(next) }, resource.at);
    }
    charged = next;
  }
  return charged;
}

/** Every reason for which the API server does not take an object, whatever else there is in its namespace. */
function refuse(resource: Resource, namespaces: ReadonlySet<string> | undefined): readonly Hop[] {
  const { kind, name, namespace } = resource;
  const invalid = refusalsOf(resource).map(({ text, at }) =>
    objectHop(resource, 'invalid', { kind, name, reason: text }, at),
  );
  if (invalid.length > 0 || namespace === undefined || !namespaces || namespaces.has(namespace)) return invalid;
  const at = fieldSpan(resource, 'metadata', 'namespace');
  return [objectHop(resource, 'namespaceMissing', { namespace, kind, name }, at)];
}
