import type { Json } from '../../../core/json.ts';
import { memo } from '../../../core/memo.ts';
import { fill } from '../../../core/messages.ts';
import type { Span } from '../../../core/span.ts';
import type { Text } from '../../../core/text.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { object } from '../../../model/workloads/values.ts';
import { checkPeerAuthentication, checkRequestAuthentication } from './authentication.ts';
import { checkAuthorizationPolicy } from './authorization-policy.ts';
import type { Block } from './blocks.ts';
import { checkDestinationRule } from './destination-rule.ts';
import { checkEnvoyFilter } from './envoy-filter.ts';
import { checkTrafficExtension, checkWasmPlugin } from './extension.ts';
import { checkGateway } from './gateway.ts';
import { checkApiGateway } from './gateway-api/gateway.ts';
import { checkApiRoute } from './gateway-api/route.ts';
import { type Judged, judgedOf } from './judged.ts';
import { checkMetadata } from './metadata.ts';
import { checkNulls } from './nulls.ts';
import { checkServiceEntry } from './service-entry.ts';
import { checkSidecar } from './sidecar.ts';
import { checkProxyConfig, checkTelemetry } from './telemetry.ts';
import { checkVirtualService } from './virtual-service.ts';
import { messages } from './words/messages.ts';
import type { warnings } from './words/warnings.ts';
import { checkWorkloadEntry, checkWorkloadGroup } from './workload-entry.ts';

/** Something that the webhook minds, at the place that gives it. */
export interface Reason<Key extends string = string> {
  readonly key: Key;
  readonly at: Span;
  readonly data: Readonly<Record<string, Json>>;
}

export type Refusal = Reason<keyof typeof messages>;

/** What the validation webhook of `istiod` says of an object. */
export interface Verdict {
  /** Why it is refused; with none, it is admitted. */
  readonly refusals: readonly Refusal[];
  /** What `kubectl apply` prints besides. */
  readonly warnings: readonly Reason<keyof typeof warnings>[];
}

type Check = (spec: Block, judged: Judged) => void;

const ofIstio: Readonly<Record<string, readonly (readonly [string, Check])[]>> = {
  networking: [
    ['VirtualService', checkVirtualService],
    ['DestinationRule', checkDestinationRule],
    ['Gateway', checkGateway],
    ['ServiceEntry', checkServiceEntry],
    ['Sidecar', checkSidecar],
    ['WorkloadEntry', (spec, judged) => checkWorkloadEntry(spec, { names: true }, judged)],
    ['WorkloadGroup', checkWorkloadGroup],
    ['EnvoyFilter', checkEnvoyFilter],
    ['ProxyConfig', checkProxyConfig],
  ],
  security: [
    ['AuthorizationPolicy', checkAuthorizationPolicy],
    ['PeerAuthentication', checkPeerAuthentication],
    ['RequestAuthentication', checkRequestAuthentication],
  ],
  telemetry: [['Telemetry', checkTelemetry]],
  extensions: [
    ['WasmPlugin', checkWasmPlugin],
    ['TrafficExtension', checkTrafficExtension],
  ],
};

const checks: ReadonlyMap<string, Check> = new Map([
  ...Object.entries(ofIstio).flatMap(([group, kinds]) =>
    kinds.map(([kind, check]): [string, Check] => [`${group}.istio.io/${kind}`, check]),
  ),
  ...['HTTPRoute', 'GRPCRoute', 'TLSRoute'].map((kind): [string, Check] => [
    `gateway.networking.k8s.io/${kind}`,
    checkApiRoute,
  ]),
  ['gateway.networking.k8s.io/Gateway', checkApiGateway],
]);

/**
 * What the validation webhook of `istiod` 1.31, or the API server, says of an object beyond its schema. It looks at the
 * object alone. A refused object does not exist for the mesh.
 * @returns nothing at all for an object that is neither of Istio nor of the Gateway API
 * @see https://github.com/istio/istio/tree/release-1.31/pkg/config/validation
 */
export const verdictOf: (resource: Resource) => Verdict = memo((resource) => {
  const refusals: Refusal[] = [];
  const told: Reason<keyof typeof warnings>[] = [];
  const check = checks.get(`${resource.group}/${resource.kind}`);
  if (!check) return { refusals, warnings: told };
  const judged = judgedOf(
    resource,
    (key, at, data) => void refusals.push({ key, at, data }),
    (key, at, data) => void told.push({ key, at, data }),
  );
  const spec = object((resource.data as { spec?: Block }).spec) ?? {};
  if (resource.group.endsWith('.istio.io')) checkMetadata(spec, judged);
  checkNulls(spec, judged);
  check(spec, judged);
  return { refusals, warnings: told };
});

/** A refusal in words. */
export function refusalText({ key, data }: Refusal): Text {
  const sentence: Text = messages[key];
  return { es: fill(sentence, data, 'es'), en: fill(sentence, data, 'en') };
}

/** Why an object is refused, if it is. */
export const refusalsOf = (resource: Resource): readonly Refusal[] => verdictOf(resource).refusals;
