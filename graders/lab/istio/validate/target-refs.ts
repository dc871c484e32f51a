import type { TargetRef } from '../../../model/mesh/target-refs.ts';
import { keySpanOf, spanOf } from '../../../parse/yaml/located.ts';
import type { Note } from './problem.ts';

/** What a policy may be bound to; gateways of Istio's own API and HTTPRoutes, since the latest versions. */
const allowed: readonly string[] = [
  '/Service',
  'networking.istio.io/ServiceEntry',
  'gateway.networking.k8s.io/Gateway',
  'gateway.networking.k8s.io/GatewayClass',
  'networking.istio.io/Gateway',
  'gateway.networking.k8s.io/HTTPRoute',
];

/** @see https://istio.io/latest/docs/reference/config/type/workload-selector/#PolicyTargetReference */
export function checkTargetRefs(targets: readonly TargetRef[], note: Note): void {
  for (const { node, group, kind, namespace } of targets) {
    if (namespace !== undefined) note('targetNamespace', keySpanOf(node, 'namespace'));
    if (allowed.includes(`${group}/${kind}`)) continue;
    const known = allowed.find((one) => one.endsWith(`/${kind}`));
    if (known === undefined) note('targetKind', spanOf(node, 'kind') ?? spanOf(node), { kind });
    else note('targetGroup', spanOf(node, 'group') ?? spanOf(node, 'kind'), { kind, group: groupIn(known) || '""' });
  }
}

const groupIn = (kind: string): string => kind.slice(0, kind.indexOf('/'));
