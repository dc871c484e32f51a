import { lazy } from '../../core/lazy.ts';
import { memo } from '../../core/memo.ts';
import type { Resource } from '../../model/manifests/manifests.ts';
import { type AuthorizationPolicy, readAuthorizationPolicy } from '../../model/mesh/authorization-policy.ts';
import { type DestinationRule, readDestinationRule } from '../../model/mesh/destination-rule.ts';
import { type Gateway, readGateway } from '../../model/mesh/gateway.ts';
import { type PeerAuthentication, readPeerAuthentication } from '../../model/mesh/peer-authentication.ts';
import { type RequestAuthentication, readRequestAuthentication } from '../../model/mesh/request-authentication.ts';
import { readSidecar, type Sidecar } from '../../model/mesh/sidecar.ts';
import { readVirtualService } from '../../model/mesh/virtual-service.ts';
import type { ClusterState, PodState } from '../cluster/index.ts';
import { authorizerOf } from './authorizer.ts';
import type { Authorizer } from './authz/custom.ts';
import { withGatewayServices } from './gateway/services.ts';
import { apiGateways } from './gateway-api/gateways.ts';
import { apiVirtualServices } from './gateway-api/routes.ts';
import { apiWorldOf } from './gateway-api/world.ts';
import { fullHostOf } from './host.ts';
import type { HostedDestinationRule, HostedVirtualService } from './hosted.ts';
import { isAmbient } from './injection/ambient.ts';
import { carriesProxy, type InjectorSetup, injectionOf, namespaceLabelsOf } from './injection/pods.ts';
import { type MeshConfig, meshConfigOf } from './mesh-config.ts';
import { type MeshService, registryOf } from './registry.ts';
import { proxyRoutes } from './route/routes.ts';
import { type Refusal, refusalsOf } from './validate/validate.ts';
import { openWaypoints, type WaypointWorld } from './waypoint/waypoints.ts';

export interface MeshSetup extends InjectorSetup {
  /** Says which pods have a proxy, for worlds where pods are older than the labels. By default, injection decides. */
  readonly sidecars?: (pod: PodState) => boolean;
  /** What external authorizers answer, by the name of their provider; one that is set up allows unless told otherwise. */
  readonly authorizers?: Readonly<Record<string, boolean>>;
}

/** What `istiod` computes from a cluster, ready to route any number of requests. */
export interface Mesh {
  readonly state: ClusterState;
  readonly config: MeshConfig;
  readonly setup: MeshSetup;
  readonly registry: ReadonlyMap<string, MeshService>;
  /** Oldest first. */
  readonly virtualServices: readonly HostedVirtualService[];
  /** Oldest first, by full host; hosts with a wildcard apart, under `wildcards`. */
  readonly destinationRules: ReadonlyMap<string, readonly HostedDestinationRule[]>;
  readonly wildcardRules: readonly HostedDestinationRule[];
  readonly gateways: readonly Gateway[];
  readonly waypoints: WaypointWorld;
  /** Oldest first. */
  readonly sidecarResources: readonly Sidecar[];
  /** Oldest first, like every list of policies. */
  readonly peerAuthentications: readonly PeerAuthentication[];
  readonly requestAuthentications: readonly RequestAuthentication[];
  readonly authorizationPolicies: readonly AuthorizationPolicy[];
  /** Objects other than VirtualServices that the API does not admit, and why: they do not exist for the mesh. */
  readonly refused: readonly { readonly resource: Resource; readonly problem: Refusal }[];
  hasSidecar(pod: PodState): boolean;
  /** Its traffic goes through the proxy of the node, which knows nothing of HTTP. */
  isAmbient(pod: PodState): boolean;
  /** Whom a CUSTOM policy asks, by the name of the provider. */
  authorizer(provider: string): Authorizer;
}

/** Reads the whole configuration of a cluster once. */
export function openMesh(state: ClusterState, setup: MeshSetup = {}): Mesh {
  const refused = state.resources.flatMap((resource) => {
    if (resource.kind === 'VirtualService') return [];
    const [problem] = refusalsOf(resource);
    return problem ? [{ resource, problem }] : [];
  });
  const gone = new Set(refused.map(({ resource }) => resource));
  const ofIstio = (kind: string, group = 'networking.istio.io') =>
    state.resources
      .filter((resource) => resource.kind === kind && resource.group === group && !gone.has(resource))
      .sort(byAge);
  const ofSecurity = (kind: string) => ofIstio(kind, 'security.istio.io');
  const sidecars = new Set(state.pods.filter(setup.sidecars ?? proxied(state, setup)));
  const labelsOf = namespaceLabelsOf(state);
  // Where what was created is all there is, a label without ztunnel takes no traffic.
  const hasNodeProxy = !state.asCreated || state.pods.some(({ labels, ready }) => labels.app === 'ztunnel' && ready);
  const ambient = new Set(
    state.pods.filter((pod) => hasNodeProxy && isAmbient(pod, labelsOf(pod.namespace), sidecars.has(pod))),
  );
  const virtualServices = ofIstio('VirtualService').map(readVirtualService);
  const rules = ofIstio('DestinationRule').map(readDestinationRule).map(hosted);
  const config = meshConfigOf(state.resources);
  const ofApi = apiWorldOf(state);
  const gateways = [...apiGateways(ofApi), ...ofIstio('Gateway').map(readGateway)];
  const registry = withGatewayServices(registryOf(state), gateways, state);
  return {
    state,
    setup,
    refused,
    registry,
    virtualServices: [
      ...apiVirtualServices(ofApi),
      ...virtualServices.map((config) => ({
        config,
        hosts: config.hosts.map((host) => fullHostOf(host, config.namespace)),
        routes: lazy(() => proxyRoutes(config, virtualServices)),
        problem: lazy(() => refusalsOf(config.resource)[0]),
      })),
    ],
    destinationRules: byHost(rules.filter(({ host }) => !host.startsWith('*'))),
    wildcardRules: rules.filter(({ host }) => host.startsWith('*')),
    gateways,
    waypoints: openWaypoints(state.resources),
    sidecarResources: ofIstio('Sidecar').map(readSidecar),
    peerAuthentications: ofSecurity('PeerAuthentication').map(readPeerAuthentication),
    requestAuthentications: ofSecurity('RequestAuthentication').map(readRequestAuthentication),
    authorizationPolicies: ofSecurity('AuthorizationPolicy').map(readAuthorizationPolicy),
    hasSidecar: (pod) => sidecars.has(pod),
    isAmbient: (pod) => ambient.has(pod),
    config,
    authorizer: (provider) => authorizerOf(provider, { config, registry, answers: setup.authorizers }),
  };
}

/** The mesh of a cluster with the usual setup, for whoever asks one thing at a time: each cluster is read once. */
export function meshOf(state: ClusterState): Mesh {
  const kept = lastMesh(state.pods);
  const { state: before } = kept;
  if (before?.resources !== state.resources || before.asCreated !== state.asCreated) {
    Object.assign(kept, { state, mesh: openMesh(state) });
  }
  return kept.mesh as Mesh;
}

/** The clock is nothing to a mesh: a cluster that only gets older has the same. */
const lastMesh = memo((_pods: ClusterState['pods']): { readonly state?: ClusterState; readonly mesh?: Mesh } => ({}));

/** A proxy that the pod shows, or, where no webhook has been at work yet, one injected under the labels the namespaces have now. */
function proxied(state: ClusterState, setup: MeshSetup): (pod: PodState) => boolean {
  if (state.asCreated) return carriesProxy;
  const labelsOf = namespaceLabelsOf(state);
  return (pod) => carriesProxy(pod) || injectionOf(pod, labelsOf(pod.namespace), setup).injected;
}

function hosted(config: DestinationRule): HostedDestinationRule {
  return { config, host: fullHostOf(config.host, config.namespace) };
}

function byHost(rules: readonly HostedDestinationRule[]): ReadonlyMap<string, readonly HostedDestinationRule[]> {
  const groups = new Map<string, HostedDestinationRule[]>();
  for (const rule of rules) {
    const group = groups.get(rule.host);
    if (group) group.push(rule);
    else groups.set(rule.host, [rule]);
  }
  return groups;
}

/**
 * The order in which `istiod` considers objects that compete: by creation time, then by name and namespace. What a world
 * gives is older than what is applied to it; objects applied together have the same age.
 */
export function byAge(a: Resource, b: Resource): number {
  if (a.origin !== b.origin) return a.origin === 'given' ? -1 : 1;
  const left = `${a.name}.${a.namespace}`;
  const right = `${b.name}.${b.namespace}`;
  return left < right ? -1 : left > right ? 1 : 0;
}
