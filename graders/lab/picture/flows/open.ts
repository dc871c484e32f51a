import type { ClusterState } from '../../cluster/index.ts';
import { hasIstio, meshOf } from '../../istio/index.ts';
import { type LinkerdSetup, openLinkerd } from '../../linkerd/index.ts';
import { hasLinkerd } from '../../request/index.ts';
import { ask } from './ask.ts';
import type { FlowPort, Flows } from './flows.ts';
import { portsIn } from './ports.ts';

/** A table with more of either is read by nobody. */
const mostClients = 12;
const mostPorts = 12;
/** Requests for the whole table, so that it takes no longer than a person waits. */
const mostRequests = 900;

const istioPolicy = { group: 'security.istio.io', kind: 'AuthorizationPolicy' };
const policies: ReadonlySet<string> = new Set([
  'security.istio.io/AuthorizationPolicy',
  'policy.linkerd.io/Server',
  'policy.linkerd.io/AuthorizationPolicy',
  'policy.linkerd.io/ServerAuthorization',
]);

/**
 * Who may call whom in a cluster with a mesh, and how the connection is protected. It decides nothing: it sends requests
 * through the lab, and tells what became of them.
 * @param setup what a cluster with Linkerd is like besides its objects
 * @returns undefined where there is no mesh, or nobody to call
 */
export function flowsOf(state: ClusterState, setup?: LinkerdSetup): Flows | undefined {
  const istio = hasIstio(state) ? meshOf(state) : undefined;
  const linkerd = !istio && hasLinkerd(state) ? openLinkerd(state, setup) : undefined;
  if (!istio && !linkerd) return undefined;
  const everybody = [...new Set(state.pods.map(({ namespace, workload }) => `${namespace}/${workload.name}`))];
  const clients = everybody.slice(0, mostClients);
  const all = portsIn(state, { istio, linkerd });
  const each = Math.floor(mostRequests / Math.max(1, clients.length * Math.min(all.length, mostPorts))) - 1;
  const ports = all
    .slice(0, mostPorts)
    .map((port) => ({ ...port, requests: port.requests.slice(0, Math.max(1, each)) }));
  if (clients.length === 0 || ports.length === 0) return undefined;
  const worlds = { whole: state, open: istio ? withoutPolicies(state) : state, setup };
  const rows = clients.map((client) => ports.map((port: FlowPort) => ask(worlds, client, port)));
  const isDenied = rows.some((row) => row.some(({ answers }) => answers.some(({ is }) => is === 'denied')));
  return {
    clients,
    ports,
    rows,
    governed: isDenied || state.resources.some(({ group, kind }) => policies.has(`${group}/${kind}`)),
    left: { clients: everybody.length - clients.length, ports: all.length - ports.length },
  };
}

/** The very state where there is nothing to leave out. */
function withoutPolicies(state: ClusterState): ClusterState {
  const kept = state.resources.filter(({ group, kind }) => group !== istioPolicy.group || kind !== istioPolicy.kind);
  return kept.length === state.resources.length ? state : { ...state, resources: kept };
}
