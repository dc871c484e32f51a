import type { Hop } from '../../core/trace.ts';
import type {
  Authorization,
  ClusterPolicy,
  Destination,
  Failure,
  MeshTrace,
  Refusal,
  RequestOutcome,
  Tls,
} from './outcome.ts';
import type { Leg } from './receive.ts';

/** What a proxy on the way adds to an outcome. */
export type Extras = Pick<
  RequestOutcome,
  'rewrite' | 'timeout' | 'retries' | 'fault' | 'mirror' | 'cors' | 'requestHeaders' | 'responseHeaders'
>;

const weakness: readonly Tls[] = ['plaintext', 'simple', 'mutual'];

/** Puts the legs of a request together. */
export function outcomeOf(legs: readonly Leg[], status: number | undefined, extras: Extras = {}): RequestOutcome {
  const authorization = authorizationOf(legs);
  const destinations = mergeSame(legs.flatMap((leg) => ('destination' in leg ? [leg.destination] : [])));
  const failures = legs.flatMap((leg) => ('failure' in leg ? [leg.failure] : []));
  const tls = weakest(destinations);
  const clusters = clustersOf(legs);
  const assumed = destinations.some((destination) => destination.assumed) && ({ assumed: true } as const);
  const told = { ...extras, ...assumed, ...(clusters.length > 0 && { clusters }) };
  const worst = [...failures].sort((a, b) => b.share - a.share)[0];
  if (destinations.length > 0 || !worst) {
    return { ...(status === undefined ? {} : { status }), destinations, failures, tls, authorization, ...told };
  }
  return { ...refusedAs(worst), destinations, failures, tls, authorization, ...told };
}

/** An outcome of what somebody is only taken to have let pass. */
export function asAssumed(outcome: RequestOutcome): RequestOutcome {
  const { destinations } = outcome;
  if (destinations.length === 0) return outcome;
  return { ...outcome, assumed: true, destinations: destinations.map((one) => ({ ...one, assumed: true })) };
}

/** What rules say about each destination, once. */
function clustersOf(legs: readonly Leg[]): readonly ClusterPolicy[] {
  const byName = new Map<string, ClusterPolicy>();
  for (const { cluster } of legs) if (cluster) byName.set(`${cluster.host} ${cluster.subset ?? ''}`, cluster);
  return [...byName.values()];
}

/**
 * A proxy without a route for a request answers 404.
 * @see https://www.envoyproxy.io/docs/envoy/latest/configuration/observability/access_log/usage
 */
export function unrouted(): RequestOutcome {
  return outcomeOf([{ failure: { refusal: 'no-route', flag: 'NR', status: 404, share: 1 } }], undefined);
}

/** An outcome without any traffic to an application. */
export function refused(
  hops: readonly Hop[],
  refusal: Refusal,
  seen: { flag?: string; status?: number } = {},
): MeshTrace {
  const failure = { refusal, ...seen, share: 1 };
  return { hops, outcome: outcomeOf([{ failure }], undefined) };
}

/** A refusal says more than a permission, and a permission with a policy more than one without. */
function authorizationOf(legs: readonly Leg[]): Authorization {
  const decided = legs.flatMap(({ authorization }) => authorization ?? []);
  return (
    decided.find(({ decision }) => decision === 'deny') ??
    decided.find(({ policy }) => policy !== undefined) ?? { decision: 'allow' }
  );
}

function refusedAs({ refusal, flag, status }: Failure) {
  return { refusal, ...(flag === undefined ? {} : { flag }), ...(status === undefined ? {} : { status }) };
}

function weakest(destinations: readonly Destination[]): Tls {
  return weakness.find((tls) => destinations.some((destination) => destination.tls === tls)) ?? 'plaintext';
}

/** Two routes to the same pods are one destination. */
function mergeSame(destinations: readonly Destination[]): readonly Destination[] {
  const merged = new Map<string, Destination>();
  for (const destination of destinations) {
    const { workload, namespace, host, subset = '', port, tls, assumed } = destination;
    const key = [workload, namespace, host, subset, port, tls, assumed].join(' ');
    const same = merged.get(key);
    merged.set(key, same ? { ...same, share: same.share + destination.share } : destination);
  }
  return [...merged.values()];
}
