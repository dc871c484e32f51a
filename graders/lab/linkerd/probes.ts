import { type Hop, hop } from '../../core/trace.ts';
import { type Resource, refOf } from '../../model/manifests/manifests.ts';
import { spanOf } from '../../parse/yaml/located.ts';
import { type ClusterState, containerPort, type PodState } from '../cluster/index.ts';
import { hops } from './hops.ts';
import type { LinkerdMesh } from './mesh.ts';
import { authorize } from './policy/authorize.ts';
import { opaqueAt, skipsInbound } from './traffic/opaque.ts';
import { policyGroup } from './validate/refuse.ts';

const probes = ['startupProbe', 'readinessProbe', 'livenessProbe'] as const;

/**
 * The cluster as its kubelets see it: a pod whose proxy turns a probe away is not ready. Probes go through on their own until a
 * route is attached to the Server of their port; from then on they need a route and a policy as everything else.
 * @see https://linkerd.io/2-edge/tasks/configuring-per-route-policy/
 * @see https://github.com/linkerd/linkerd2/pull/9008
 */
export function probed(mesh: LinkerdMesh): ClusterState {
  const { state } = mesh;
  if (!state.resources.some(isServer)) return state;
  return { ...state, pods: state.pods.map((pod) => (pod.ready && mesh.isMeshed(pod) ? asked(mesh, pod) : pod)) };
}

const isServer = ({ kind, group }: Resource): boolean => kind === 'Server' && group === policyGroup;

function asked(mesh: LinkerdMesh, pod: PodState): PodState {
  for (const container of pod.spec?.containers ?? []) {
    for (const name of probes) {
      const http = container[name]?.httpGet;
      const port = typeof http?.port === 'string' ? containerPort(pod, http.port) : http?.port;
      if (!http || port === undefined || http.host || http.scheme === 'HTTPS') continue;
      if (skipsInbound(mesh, pod, port) || opaqueAt(mesh, pod, port)) continue;
      const path = http.path || '/';
      const to = `${pod.namespace}/${pod.workload.name}`;
      const headers = Object.fromEntries((http.httpHeaders ?? []).map((one) => [one.name.toLowerCase(), one.value]));
      const { outcome, hops: said } = authorize(mesh, {
        from: 'kubelet',
        to,
        pod,
        port,
        client: { ip: mesh.state.nodes.find((node) => node.name === pod.node)?.ip ?? '10.244.0.1' },
        request: { method: 'GET', path, headers, host: headers.host ?? pod.ip },
        probe: true,
      });
      if (outcome.decision === 'allow') continue;
      const data = { workload: to, container: container.name, probe: name, path, port, status: outcome.status ?? 403 };
      const at = spanOf(http, 'path') ?? spanOf(container[name], 'httpGet') ?? pod.at;
      const problem = hop(hops, 'probe', 'probeDenied', data, { resource: refOf(pod.from), at });
      const because = said.at(-1);
      return withFailing(pod, container.name, problem, because);
    }
  }
  return pod;
}

function withFailing(pod: PodState, container: string, problem: Hop, because: Hop | undefined): PodState {
  const containers = pod.containers.map((one) => (one.name === container ? { ...one, ready: false } : one));
  return { ...pod, ready: false, containers, problem, ...(because && { because }) };
}
