import type { Finding } from '../../core/finding.ts';
import type { Span } from '../../core/span.ts';
import type { Text } from '../../core/text.ts';
import type { Hop } from '../../core/trace.ts';
import type { Resource } from '../../model/manifests/manifests.ts';
import {
  type ClusterState,
  type PodState,
  type ServiceDescription,
  servicesOf,
  type WorkloadDescription,
  workloadsOf,
} from '../cluster/index.ts';
import { hasIstio, meshOf, refusalsOf, refusalText } from '../istio/index.ts';
import { type LinkerdSetup, openLinkerd, policyRefusals, policyRefusalText } from '../linkerd/index.ts';
import { hasLinkerd } from './linkerd.ts';

/** An object, or a pod, that somebody did not admit: it is as if it did not exist. */
export interface RefusalDescription {
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
  /** The admission plugin of the API server, or the webhook of a mesh; `API` for what the server itself refuses. */
  readonly by: string;
  readonly at: Span;
  /** Why: a decision of the lab, the finding that words it, or the words themselves. */
  readonly says: { readonly hop: Hop } | { readonly finding: Finding } | { readonly text: Text };
}

/** A cluster once nothing changes any more. */
export interface ClusterDescription {
  readonly workloads: readonly WorkloadDescription[];
  readonly services: readonly ServiceDescription[];
  readonly refused: readonly RefusalDescription[];
}

/** Tells a cluster at rest, with the proxies of whatever mesh it has and what the mesh does not admit. */
export function describeCluster(state: ClusterState, setup?: LinkerdSetup): ClusterDescription {
  return {
    workloads: workloadsOf(state, proxies(state, setup)),
    services: servicesOf(state),
    refused: [
      ...state.rejected.map(rejected),
      ...state.resources.flatMap((one) => refusedByMesh(one, state.resources)),
    ],
  };
}

const proxyNames = new Set(['istio-proxy', 'linkerd-proxy']);

/** Tells which pods have the proxy of a mesh, where there is one. */
export function meshedIn(state: ClusterState, setup?: LinkerdSetup): (pod: PodState) => boolean {
  const istio = hasIstio(state) ? meshOf(state) : undefined;
  const linkerd = hasLinkerd(state) ? openLinkerd(state, setup) : undefined;
  return (pod) => istio?.hasSidecar(pod) === true || linkerd?.isMeshed(pod) === true;
}

/** The pods that get a proxy which their manifest does not write. */
function proxies(state: ClusterState, setup?: LinkerdSetup): (pod: PodState) => boolean {
  const isMeshed = meshedIn(state, setup);
  const writes = ({ spec }: PodState) =>
    [...(spec?.containers ?? []), ...(spec?.initContainers ?? [])].some((one) => proxyNames.has(one?.name ?? ''));
  return (pod) => isMeshed(pod) && !writes(pod);
}

function rejected({ from, hop }: ClusterState['rejected'][number]): RefusalDescription {
  const { kind, name, namespace } = hop.resource ?? from;
  const { at = from.at } = hop;
  return { kind, name, ...(namespace !== undefined && { namespace }), by: pluginOf(hop), at, says: { hop } };
}

/** @see https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/ */
const plugins: readonly (readonly [RegExp, string])[] = [
  [/\/quota/, 'ResourceQuota'],
  [/\/(?:limit|requestAboveLimit)/, 'LimitRanger'],
  [/\/podSecurity/, 'PodSecurity'],
  [/\/serviceAccount/, 'ServiceAccount'],
  [/\/namespaceMissing/, 'NamespaceLifecycle'],
];

const pluginOf = ({ message }: Hop): string => plugins.find(([pattern]) => pattern.test(message))?.[1] ?? 'API';

/** What the webhook of `istiod` and the policy controller of Linkerd do not admit. */
function refusedByMesh(resource: Resource, world: readonly Resource[]): readonly RefusalDescription[] {
  const { kind, name, namespace } = resource;
  const who = { kind, name, ...(namespace !== undefined && { namespace }) };
  return [
    ...refusalsOf(resource).map((one) => ({ ...who, by: 'istiod', at: one.at, says: { text: refusalText(one) } })),
    ...policyRefusals(resource, world).map((one) => {
      return { ...who, by: 'linkerd-policy-validator', at: one.at, says: { text: policyRefusalText(one) } };
    }),
  ];
}
