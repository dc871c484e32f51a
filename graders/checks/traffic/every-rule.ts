import { covers, examplesOf, lookUp, type Mesh, readCall } from '../../lab/istio/index.ts';
import type { EveryRule, TrafficCall } from './params.ts';

/** A call for each rule that the answer writes for a host, made so that the rule takes it. */
export function callsOfRules(mesh: Mesh, { from, to, expect }: EveryRule): readonly TrafficCall[] {
  const asked = readCall({ from, url: to });
  if (!asked) return [];
  const [namespace = ''] = from.split('/');
  const named = lookUp(mesh, namespace, asked.host);
  const host = typeof named === 'string' || named.kind === 'Pod' ? asked.host : named.host;
  const routes = mesh.virtualServices
    .filter(({ config, hosts }) => config.resource.origin === 'answer' && hosts.some((one) => covers(one, host)))
    .flatMap((virtual) => virtual.routes());
  return examplesOf(routes).map(({ method, path, headers }) => ({
    from,
    to: to.replace(/\/*$/, '') + path,
    method,
    headers,
    expect,
  }));
}
