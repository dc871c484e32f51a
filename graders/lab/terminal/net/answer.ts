import { own } from '../../../core/own.ts';
import { type PodView, podsAt } from '../../cluster/index.ts';
import { isProxy, type MeshTrace } from '../../istio/index.ts';
import type { Answered, MeshProxy, NamedCluster, NoAnswer } from '../desk/desk.ts';
import { filesOfPod, pageOf } from './pages.ts';
import { drawn, kindOf, type Part, partsOf } from './parts.ts';
import { softwareOf } from './software.ts';

type Outcome = MeshTrace['outcome'];

/** A request that went through a cluster, and how it was sent. */
export interface Carried {
  readonly cluster: NamedCluster;
  readonly clock: number;
  readonly outcome: Outcome;
  readonly method: string;
  readonly path: string;
  /** Whose proxy gives the client its answer. */
  readonly proxy: MeshProxy | undefined;
  /** Kinds of the requests that were sent before. */
  readonly before: readonly (string | undefined)[];
}

/** What a client gets of a request, and the kind of requests that are shared out with it. */
export interface Got {
  readonly answer: Answered;
  readonly kind: string;
  /** Seconds that it waited for a fault on purpose. */
  readonly seconds: number;
  /** The software that answers, with its tag, and the port it listens on. */
  readonly software?: string;
  readonly port?: number;
}

/** What one client sees of what becomes of all requests of a kind. */
export function answerOf(carried: Carried): Got {
  const { outcome, cluster, before } = carried;
  const parts = partsOf(outcome);
  const kind = kindOf(parts);
  const count = before.filter((one) => one === kind).length;
  const chosen = drawn(parts, count);
  const seconds = delayOf(outcome, count);
  if (!chosen) return { answer: byProxy(carried), kind, seconds };
  const { part, turn } = chosen;
  if ('failure' in part) return { answer: refusedBy(part, carried), kind, seconds };
  const { destination } = part;
  const pod = podBehind(carried, destination, turn);
  const by = `${cluster.context}/${destination.namespace}/${destination.workload}`;
  return { ...servedBy(pod, destination, by, carried), kind, seconds };
}

/** A fault that delays a part of the requests delays those at even distances. */
function delayOf({ fault }: Outcome, before: number): number {
  const { seconds = 0, share = 0 } = fault?.delay ?? {};
  return Math.floor((before + 1) * share + 1e-9) > Math.floor(before * share + 1e-9) ? seconds : 0;
}

type Destination = Outcome['destinations'][number];

/** A ready pod of the workload that answers, each in its turn. */
function podBehind({ cluster, clock }: Carried, wanted: Destination, turn: number): PodView | undefined {
  const { workload, namespace, labels } = wanted;
  const all = podsAt(cluster.live, clock).filter(
    ({ pod, terminating }) => pod.namespace === namespace && pod.workload.name === workload && !terminating,
  );
  const alike = all.filter(({ pod }) => Object.entries(labels).every(([key, value]) => own(pod.labels, key) === value));
  const ready = (alike.length > 0 ? alike : all).filter(({ pod }) => pod.ready);
  return ready.length > 0 ? ready[turn % ready.length] : all[0];
}

/** The application's own answer, as far as anybody knows it. */
function servedBy(
  view: PodView | undefined,
  { port }: Destination,
  by: string,
  carried: Carried,
): Pick<Got, 'answer' | 'software' | 'port'> {
  const { outcome, method, path, cluster } = carried;
  const serving =
    view?.pod.containers.find(({ listens }) => listens !== 'any' && listens.includes(port)) ??
    view?.pod.containers.find((one) => !isProxy(one) && (one.listens === 'any' || one.listens.length > 0));
  const asked = (outcome.rewrite?.path ?? path).replace(/\?.*$/, '');
  const { answers } = serving ?? {};
  const known = answers ? (own(answers.paths, asked) ?? answers.otherwise) : undefined;
  const status = known ?? (outcome.failures.length === 0 ? (outcome.status ?? 200) : 200);
  const product = serving ? softwareOf(serving) : '';
  const files = filesOfPod(cluster, view, serving?.name ?? '', product);
  const body = method === 'GET' ? pageOf(product, files, status, view?.pod.name ?? '', asked) : undefined;
  const headers = [
    ...(body ? [['content-type', body.type] as const, ['content-length', String(body.body.length)] as const] : []),
    ...proxyHeaders(carried, true, body?.server),
  ];
  const assumed = outcome.assumed === true || known === undefined;
  const answer = { ok: true, status, headers, body: method === 'HEAD' ? '' : body?.body, assumed, by } as const;
  return { answer, software: product, port };
}

/** What proxies and routes add to an answer. */
function proxyHeaders(
  { proxy, outcome }: Carried,
  fromUpstream: boolean,
  server?: string,
): readonly (readonly [string, string])[] {
  const changed = (outcome.responseHeaders ?? []).flatMap(({ operation, name, value, share }) =>
    operation !== 'remove' && value !== undefined && share >= 0.5 ? [[name, value] as const] : [],
  );
  const cors = Object.entries(outcome.cors?.headers ?? {});
  if (proxy === undefined || proxy === 'linkerd')
    return [...(server === undefined ? [] : [['server', server] as const]), ...changed, ...cors];
  return [
    ['server', proxy === 'gateway' ? 'istio-envoy' : 'envoy'] as const,
    ...(fromUpstream ? [['x-envoy-upstream-service-time', '3'] as const] : []),
    ...changed,
    ...cors,
  ];
}

/** A proxy answered by itself: a redirect, a preflight, a direct response. */
function byProxy(carried: Carried): Answered {
  const { outcome, cluster } = carried;
  const { refusal } = outcome;
  if (refusal !== undefined && outcome.status === undefined) return none(noAnswerTo(refusal), refusal);
  const location = outcome.redirect ? [['location', outcome.redirect.location] as const] : [];
  return {
    ok: true,
    status: outcome.status ?? 200,
    headers: [...location, ...proxyHeaders(carried, false)],
    body: refusal !== undefined || outcome.redirect || outcome.cors?.preflight ? '' : undefined,
    assumed: outcome.status === undefined,
    by: refusal === undefined ? cluster.context : `${cluster.context}/!${refusal}`,
    ...(refusal !== undefined && { because: refusal }),
  };
}

/**
 * Part of the traffic that gets no answer from an application: what Envoy says in its place, or how the connection ends.
 * @see envoy/source/common/http/utility.cc and extensions/filters/http of envoyproxy/envoy for the texts
 */
function refusedBy(part: Extract<Part, { failure: unknown }>, carried: Carried): Answered {
  const { failure } = part;
  const { status, refusal } = failure;
  if (status === undefined) return none(noAnswerTo(refusal), refusal);
  const text = carried.proxy === 'linkerd' ? '' : textOf(refusal, failure.flag);
  const type = text === '' ? [] : [['content-type', 'text/plain'] as const];
  const headers = [['content-length', String(text.length)] as const, ...type, ...proxyHeaders(carried, false)];
  const body = carried.method === 'HEAD' ? '' : text;
  const who = failure.workload ?? refusal;
  return {
    ok: true,
    status,
    headers,
    body,
    assumed: false,
    by: `${carried.cluster.context}/!${who}`,
    because: refusal,
  };
}

const none = (reason: NoAnswer, because: string): Answered => ({ ok: false, reason, because });

/** How a connection ends that nobody answers. */
function noAnswerTo(refusal: string): NoAnswer {
  switch (refusal) {
    case 'unknown-host':
    case 'dns-blocked':
      return 'unknown-host';
    case 'blocked-by-network-policy':
      return 'timeout';
    case 'plaintext-refused':
      return 'reset';
    case 'tls-refused':
      return 'tls';
    case 'outbound-blocked':
    case 'denied-by-policy':
      return 'reset';
    default:
      return 'refused';
  }
}

function textOf(refusal: string, flag: string | undefined): string {
  switch (refusal) {
    case 'denied-by-policy':
      return 'RBAC: access denied';
    case 'invalid-token':
      return 'Jwt verification fails';
    case 'fault-aborted':
      return 'fault filter abort';
    case 'no-healthy-upstream':
      return 'no healthy upstream';
    case 'no-route':
    case 'cluster-not-found':
    case 'outbound-blocked':
      return '';
    case 'upstream-overflow':
      return 'upstream connect error or disconnect/reset before headers. reset reason: overflow';
    default:
      return flag === 'UC'
        ? 'upstream connect error or disconnect/reset before headers. reset reason: connection termination'
        : 'upstream connect error or disconnect/reset before headers. reset reason: remote connection failure, transport failure reason: delayed connect error: Connection refused';
  }
}

/** The proxy of a client, by the containers of its pod. */
export function proxyOf(view: PodView | undefined): MeshProxy | undefined {
  const names = view ? [...view.pod.containers, ...view.pod.initContainers].map(({ name }) => name) : [];
  if (names.includes('istio-proxy')) return 'sidecar';
  return names.includes('linkerd-proxy') ? 'linkerd' : undefined;
}
