import { lookup } from '../../model/manifests/lookup.ts';
import type { Resource } from '../../model/manifests/manifests.ts';
import { type Fields, fields, fieldsList } from '../../model/mesh/fields.ts';
import type { HttpMatch } from '../../model/mesh/http-route.ts';
import type { RouteDestination } from '../../model/mesh/route-destination.ts';
import { readVirtualService } from '../../model/mesh/virtual-service.ts';
import { integer, text } from '../../model/workloads/values.ts';
import { isEnforcedBy, lookUp, type Mesh } from '../istio/index.ts';
import { boxId, type Wire } from './picture.ts';
import type { View } from './view.ts';

const gatewayApi = 'gateway.networking.k8s.io';

/** What Istio and Gateway API connect: gateways with routes, routes with hosts, policies with pods. */
export function istioWires(view: View): readonly Wire[] {
  const of = (group: string, kind: string) => lookup(view.state.resources).ofKind(group, kind);
  const routes = ['HTTPRoute', 'GRPCRoute', 'TLSRoute'].flatMap((kind) => of(gatewayApi, kind));
  const { istio } = view;
  return [
    ...routes.flatMap((route) => apiRouteWires(view, route)),
    ...(istio
      ? [
          ...of('networking.istio.io', 'VirtualService').flatMap((one) => virtualServiceWires(istio, one)),
          ...of('networking.istio.io', 'DestinationRule').flatMap((one) => ruleWires(istio, one)),
          ...policyWires(view, istio),
        ]
      : []),
  ];
}

function virtualServiceWires(mesh: Mesh, resource: Resource): readonly Wire[] {
  const { kind, name } = resource;
  const { namespace, gateways, http, tls, tcp } = readVirtualService(resource);
  const from = boxId(kind, namespace, name);
  const entries = gateways
    .filter((gateway) => gateway !== 'mesh')
    .map((gateway): Wire => {
      const [where = '', called = ''] = gateway.split('/');
      return { from: boxId('Gateway', where, called), to: from, kind: 'traffic', broken: false, labels: [] };
    });
  const all = [
    ...http.map(({ matches, destinations }) => ({ when: matches.map(conditionOf), destinations })),
    ...[...tls, ...tcp].map(({ destinations }) => ({ when: [], destinations })),
  ];
  const exits = all.flatMap(({ when, destinations }) => {
    const total = destinations.reduce((sum, { weight = 0 }) => sum + weight, 0);
    return destinations.map((one): Wire => {
      const { id, exists } = hostOf(mesh, namespace, one.host);
      const label = [when.filter((text) => text !== '').join(' | '), shareOf(one, total, destinations.length)];
      const labels = [label.filter((text) => text !== '').join(': ')].filter((text) => text !== '');
      return { from, to: id, kind: 'traffic', broken: !exists, labels };
    });
  });
  return [...entries, ...exits];
}

/** `/admin`, `end-user=jason`: what a request must have for a route. */
function conditionOf({ uri, headers, method }: HttpMatch): string {
  return [
    method?.value ?? '',
    uri && uri.how !== 'present' ? `${uri.value}${uri.how === 'exact' ? '' : '…'}` : '',
    ...headers.map(([name, match]) => (match.how === 'present' ? name : `${name}=${match.value}`)),
  ]
    .filter((text) => text !== '')
    .join(' ');
}

/** `v1 90 %`. A weight that stands alone is all there is. */
function shareOf({ subset = '', weight }: RouteDestination, total: number, among: number): string {
  const share = among < 2 ? '' : percent(weight ?? 0, total);
  return [subset, share].filter((text) => text !== '').join(' ');
}

const percent = (weight: number, total: number): string =>
  `${total === 0 ? 0 : Math.round((weight / total) * 1000) / 10} %`;

/** The box of whatever a host is for an object of a namespace. */
function hostOf(mesh: Mesh, namespace: string, host: string): { readonly id: string; readonly exists: boolean } {
  const found = lookUp(mesh, namespace, host);
  if (found === 'outside' || found === 'unknown') {
    return { id: boxId('Host', namespace, host), exists: found === 'outside' };
  }
  if (found.kind === 'Pod') {
    const { kind, name, namespace: where } = found.pod.from;
    return { id: boxId(kind, where, name), exists: true };
  }
  return { id: boxId(found.kind, found.namespace, found.name), exists: true };
}

function ruleWires(mesh: Mesh, { kind, name, namespace = 'default', data }: Resource): readonly Wire[] {
  const spec = fields(fields(data).spec);
  const host = text(spec.host);
  if (host === undefined || host.includes('*')) return [];
  const { id, exists } = hostOf(mesh, namespace, host);
  const labels = fieldsList(spec.subsets).flatMap((subset) => text(subset.name) ?? []);
  return [{ from: boxId(kind, namespace, name), to: id, kind: 'control', broken: !exists, labels }];
}

function policyWires(view: View, mesh: Mesh): readonly Wire[] {
  const policies = [...mesh.authorizationPolicies, ...mesh.peerAuthentications, ...mesh.requestAuthentications];
  return policies
    .filter(({ selector }) => selector !== undefined)
    .flatMap((policy) => {
      const { kind, name, namespace } = policy.resource;
      const isTaken = (labels: Readonly<Record<string, string>>) =>
        isEnforcedBy({ ...policy, targets: [] }, { namespace: policy.namespace, labels });
      return view
        .makersOf(isTaken, namespace)
        .map((to): Wire => ({ from: boxId(kind, namespace, name), to, kind: 'control', broken: false, labels: [] }));
    });
}

function apiRouteWires(view: View, { kind, name, namespace = 'default', data }: Resource): readonly Wire[] {
  const spec = fields(fields(data).spec);
  const from = boxId(kind, namespace, name);
  const parents = fieldsList(spec.parentRefs).map((parent): Wire => {
    const id = boxId(text(parent.kind) ?? 'Gateway', text(parent.namespace) ?? namespace, text(parent.name) ?? '');
    return { from: id, to: from, kind: 'traffic', broken: false, labels: [] };
  });
  const exits = fieldsList(spec.rules).flatMap((rule) => backendWires(view, from, namespace, rule));
  return [...parents, ...exits];
}

/** Weights of Gateway API are 1 where none is written. */
function backendWires({ service }: View, from: string, namespace: string, rule: Fields): readonly Wire[] {
  const backends = fieldsList(rule.backendRefs);
  const weights = backends.map(({ weight }) => integer(weight) ?? 1);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const paths = fieldsList(rule.matches).flatMap((match) => text(fields(match.path).value) ?? []);
  return backends.map((backend, index) => {
    const where = text(backend.namespace) ?? namespace;
    const called = text(backend.name) ?? '';
    const found = service(called, where);
    const share = percent(weights[index] ?? 0, total);
    return {
      from,
      to: found ?? boxId('Host', where, called),
      kind: 'traffic',
      broken: found === undefined,
      labels: [...paths, ...(backends.length > 1 ? [share] : [])],
    };
  });
}
