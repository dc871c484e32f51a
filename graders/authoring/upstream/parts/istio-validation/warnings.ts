import type { webhookWarnings } from '../../../../lab/istio/index.ts';

type Known = keyof typeof webhookWarnings;

/** How the webhook words each warning that the lab knows. */
const words: readonly (readonly [Known, RegExp])[] = [
  ['legacyGateway', /^using legacy gatewayName format/],
  ['emptySelector', /workload selector specified without labels/],
  ['redirectWithoutHttp', /httpsRedirect should only be used with http/],
  ['oldTlsCiphers', /^TLS version below TLSV1_2/],
  ['cipher', /^ignoring invalid cipher suites/],
  ['cipherTwice', /^ignoring duplicate cipher suites/],
  ['unusedCertificates', /mode does not use certificates/],
  ['manyCertificates', /can support up to 2 server certificates/],
  ['consecutiveErrors', /^outlier detection consecutive errors is deprecated/],
  ['ringSize', /MinimumRingSize is deprecated/],
  ['failoverWithoutOutliers', /outlier detection policy must be provided/i],
  ['sniAddress', /goes against SNI spec/],
  ['abortWithoutStatus', /^abort configured, but error type not set/],
  ['mirrorPercent', /deprecated setting "mirrorPercent"/],
  ['largeBody', /^large direct_responses/],
  ['egressTwice', /^duplicated egress host/],
  ['egressAll', /host select all resources/],
  ['httpPoolForTcp', /HTTP connection pool settings are configured/],
  ['partialWildcard', /partial wildcard/i],
  ['tcpAddresses', /^addresses are required for ports serving TCP/],
  ['hostsWithAddress', /can not have more than one host specified/],
  ['selectorWithNone', /^workloadSelector should not be set/],
  ['networkOnly', /^address is unset with network/],
  ['denyTcp', /DENY policy|HTTP attributes|TCP ports/i],
  ['privateKey', /contains private key material/],
  ['manyTracings', /^multiple (?:tracing|providers) is not currently supported/],
  ['envoyFilter', /^EnvoyFilter exposes internal implementation/],
  ['untypedFilter', /^using deprecated types by name without typed_config/],
  ['filterWithoutEffect', /filter match has no effect|using relative operation|will be ignored/],
];

/** Rules and matches that nothing reaches: the lab finds them with `istio/unreachable-route`, which looks further. */
const unreachable = /^virtualService rule .* (?:is )?not used/;

/** The kinds of some warnings of the webhook, each once; one that has no kind here stays as it is. */
export function kindsOf(messages: readonly string[]): readonly string[] {
  const told = messages.filter((message) => !unreachable.test(message));
  return unique(told.map((message) => words.find(([, pattern]) => pattern.test(message))?.[0] ?? message));
}

export const unique = (names: readonly string[]): readonly string[] => [...new Set(names)].sort();
