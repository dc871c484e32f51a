import type { Json } from '../../../../core/json.ts';
import { openMesh, type RequestOutcome, send } from '../../../../lab/istio/index.ts';
import type { Part } from '../../part.ts';
import { meshed, pod, type Service, service, stateOf } from '../world.ts';
import { type Call, type Input, make, questions, versions } from './make.ts';

/** What became of a request: where it goes, in shares by `host subset port`, or what the proxy answers. */
export interface Said {
  readonly to?: Readonly<Record<string, number>>;
  readonly status?: number;
  readonly redirect?: { readonly status: number; readonly host: string; readonly path: string };
  readonly path?: string;
  readonly authority?: string;
  readonly timeout?: number;
  readonly retries?: number;
  readonly abort?: string;
  readonly delay?: string;
  readonly mirror?: Readonly<Record<string, number>>;
  /** Why no proxy has read the request. */
  readonly refused?: string;
}

function answer({ services, configs, client, calls }: Input): Json {
  const mesh = openMesh(stateOf([...worldOf(services, client), ...configs]));
  return calls.map((call) => {
    const { method, headers } = call;
    const { outcome } = send(mesh, { from: `${client.namespace}/web`, url: urlOf(call), method, headers });
    return said(outcome, call) as Json;
  });
}

export const urlOf = ({ host, port, path, query }: Call, scheme = 'http'): string =>
  `${scheme}://${host}:${port}${path}${query && `?${query}`}`;

/** The Services with pods of each version, and the client. */
function worldOf(services: readonly Service[], client: Input['client']): readonly Json[] {
  const behind = services.flatMap((one): Json[] => [
    service(one),
    ...versions.map((version) => pod(`${one.name}-${version}`, one.namespace, { app: one.name, version })),
  ]);
  return [...['shop', 'other'].map(meshed), ...behind, pod('web', client.namespace, client.labels)];
}

/** Whoever connects sees the same: nobody takes the connection, or somebody breaks it off. */
export function isBroken({ refusal, status }: RequestOutcome): boolean {
  return refusal === 'no-listener' || refusal === 'tls-refused' || (refusal === 'no-route' && status === undefined);
}

export function said(outcome: RequestOutcome, { host }: Pick<Call, 'host'>): Said {
  const { redirect, rewrite, timeout, retries, fault, mirror = [], destinations, failures, status, refusal } = outcome;
  if (redirect) {
    const [, name = host, path = '/'] = /^\w+:\/\/([^/:]*)(?::\d+)?(\/.*)?$/.exec(redirect.location) ?? [];
    return { redirect: { status: status ?? 0, host: name, path: path.replace(/\?.*/, '') } };
  }
  if (refusal === 'no-route') return { status: status ?? 0 };
  // Nothing gets past a fault for all.
  if (fault?.abort?.share === 1) return faultOf(fault);
  const places = [
    ...destinations.map((one): [string, number] => [placeOf(one.host, one.subset, one.port), one.share]),
    ...failures
      .filter(({ refusal }) => refusal !== 'fault-aborted')
      .map((one): [string, number] => [one.status === 500 ? 'none 500' : 'none', one.share]),
  ];
  if (places.length === 0 && !fault) return { status: status ?? 0 };
  return {
    to: summed(places),
    ...(rewrite?.path !== undefined && { path: rewrite.path }),
    ...(rewrite?.authority !== undefined && { authority: rewrite.authority }),
    ...(timeout && { timeout }),
    ...(retries && { retries: retries.attempts }),
    ...faultOf(fault),
    ...(mirror.length > 0 && {
      mirror: Object.fromEntries(mirror.map((one) => [placeOf(one.host, one.subset), one.share])),
    }),
  };
}

const faultOf = (fault: RequestOutcome['fault']): Said => ({
  ...(fault?.abort && { abort: `${fault.abort.status} ${fault.abort.share}` }),
  ...(fault?.delay && { delay: `${fault.delay.seconds}s ${fault.delay.share}` }),
});

const placeOf = (host: string, subset = '', port?: number): string =>
  [host.replace(/\.svc\.cluster\.local$/, ''), subset, ...(port === undefined ? [] : [port])].join(' ');

function summed(parts: readonly (readonly [string, number])[]): Readonly<Record<string, number>> {
  const sums = new Map<string, number>();
  for (const [place, share] of parts) sums.set(place, (sums.get(place) ?? 0) + share);
  const total = [...sums.values()].reduce((sum, share) => sum + share, 0);
  return Object.fromEntries([...sums].map(([place, share]) => [place, share / total]));
}

/** The fields in which two answers differ; shares may differ by what rounding leaves. */
export function apart(ours: Said, theirs: Said): readonly string[] {
  const plain = (value: unknown): string =>
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === 'number'
        ? Math.round(inner * 1e6) / 1e6
        : inner !== null && typeof inner === 'object' && !Array.isArray(inner)
          ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
          : inner,
    ) ?? '';
  const names = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].sort() as (keyof Said)[];
  return names.filter((name) => plain(ours[name]) !== plain(theirs[name]));
}

/** Whether all calls to a world are answered alike. */
export const isSame = (ours: readonly Said[], theirs: readonly Said[]): boolean =>
  Array.isArray(ours) &&
  Array.isArray(theirs) &&
  ours.every((one, index) => apart(one, theirs[index] ?? {}).length === 0);

export const istioRoutes: Part = {
  name: 'istio-routes',
  what: "where sidecars send requests, by istiod's routes",
  upstream: 'https://github.com/istio/istio/tree/release-1.31/pilot/pkg/networking/core',
  questions,
  make,
  answer,
  same: isSame,
  kindOf: (_: Input, ours: readonly Said[], theirs: readonly Said[]) =>
    [...new Set(ours.map((one, index) => apart(one, theirs[index] ?? {}).join('+')).filter((one) => one !== ''))].join(
      ', ',
    ),
  deviations: [],
};
