import { code } from '../../../core/code.ts';
import { type Hop, hop } from '../../../core/trace.ts';
import { ofKind, refOf } from '../../../model/manifests/manifests.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { type PodState, selects } from '../../cluster/index.ts';
import { inheritedAnnotation, keys, shownValue } from '../annotations.ts';
import { hops } from '../hops.ts';
import type { LinkerdMesh } from '../mesh.ts';
import type { Arrival } from './arrival.ts';
import { defaultPolicies } from './default-policies.ts';
import { meansPort, policyGroup, type Server } from './servers.ts';

/**
 * What was written to guard a pod and decides nothing: a policy that does not exist, a Server for a port on which none of
 * its pods listens.
 */
export function asidesOf(mesh: LinkerdMesh, arrival: Arrival): readonly Hop[] {
  return [...unknownPolicy(mesh, arrival), ...elsewhere(mesh, arrival)];
}

function unknownPolicy(mesh: LinkerdMesh, { to, pod }: Arrival): readonly Hop[] {
  const by = inheritedAnnotation(pod, mesh.namespaceOf(pod.namespace), keys.inboundPolicy);
  if (!by || defaultPolicies.some((known) => known === by.value)) return [];
  const data = { to, value: shownValue(by.value), known: defaultPolicies.map(code) };
  return [hop(hops, 'policy', 'unknownPolicy', data, { resource: refOf(by.on), at: by.at })];
}

function elsewhere({ state }: LinkerdMesh, { to, pod, port }: Arrival): readonly Hop[] {
  return ofKind<Server['data']>(state, 'Server', policyGroup).flatMap((server) => {
    const { podSelector, port: wanted } = server.data.spec ?? {};
    if (server.namespace !== pod.namespace || !selects(podSelector, pod.labels)) return [];
    const meant = state.pods.filter((one) => one.namespace === pod.namespace && selects(podSelector, one.labels));
    if (meant.some((one) => listensOn(one, wanted))) return [];
    const at = spanOf(server.data.spec, 'port') ?? server.at;
    const data = { server: server.name, to, port, wanted: String(wanted) };
    return [hop(hops, 'policy', 'serverElsewhere', data, { resource: refOf(server), at })];
  });
}

/** Of a container whose ports nobody knows, the declared ones count, where it declares some. */
function listensOn(pod: PodState, wanted: unknown): boolean {
  return pod.containers.some(({ name, listens }) => {
    const ports = listens === 'any' ? declaredPorts(pod, name) : listens;
    return ports === undefined || ports.some((port) => meansPort(pod, wanted, port));
  });
}

function declaredPorts({ spec }: PodState, name: string): readonly number[] | undefined {
  const ports = (spec?.containers ?? []).find((container) => container?.name === name)?.ports ?? [];
  return ports.length > 0 ? ports.map(({ containerPort }) => containerPort) : undefined;
}
