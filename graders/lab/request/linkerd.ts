import type { ClusterState } from '../cluster/index.ts';
import type { MeshRequest, MeshTrace, Refusal, RequestOutcome, ResponseHeader } from '../istio/index.ts';
import {
  addressOf,
  type Edge,
  type LinkerdOutcome,
  type LinkerdSetup,
  openLinkerd,
  type Passage,
  type Reliability,
  reliabilityOf,
  send,
  tellBudget,
} from '../linkerd/index.ts';

const linkerdGroup = /(?:^|\.)linkerd\.io$/;
const asksForLinkerd = (annotations: object | undefined): boolean =>
  Object.keys(annotations ?? {}).some((key) => key.startsWith('linkerd.io/inject'));

/** Whether anything of Linkerd is to be seen in a cluster: one of its objects, or an annotation that asks for it. */
export function hasLinkerd({ resources, pods }: ClusterState): boolean {
  return (
    resources.some(
      ({ group, kind, metadata }) =>
        linkerdGroup.test(group) || (kind === 'Namespace' && asksForLinkerd(metadata.annotations)),
    ) || pods.some(({ annotations }) => asksForLinkerd(annotations))
  );
}

/** A request in a cluster with Linkerd, told in the terms every mesh shares. */
export function throughLinkerd(
  state: ClusterState,
  { from, url, method, headers }: MeshRequest,
  setup?: LinkerdSetup,
): MeshTrace {
  const mesh = openLinkerd(state, setup);
  const call = { from, url, ...(method !== undefined && { method }), ...(headers && { headers }) };
  const { hops, outcome } = send(mesh, call);
  const [namespace = 'default'] = from.includes('/') ? from.split('/') : [];
  // Only the proxy of the client tries again and stops waiting, and only where it reads requests.
  const reads = outcome.passages.some(({ edge }) => edge.outboundTls !== undefined && edge.layer === 'http');
  const tried = url.startsWith('http') && reads ? reliabilityOf(mesh, { namespace, ...call }) : undefined;
  const budget = tried ? tellBudget(tried) : [];
  return { hops: [...hops, ...budget], outcome: { ...told(outcome, url), ...(tried && inTermsOfRoutes(tried)) } };
}

function told({ passages, losses, refusal, answer }: LinkerdOutcome, url: string): RequestOutcome {
  const admitted = passages.filter(({ allowed }) => allowed);
  const refused = passages.filter(({ allowed }) => !allowed);
  const why = refusal ?? (admitted.length === 0 && refused.length > 0 ? 'denied-by-policy' : undefined);
  const parts = [...passages.map(({ edge, status }) => ({ share: edge.share, status })), ...losses];
  const status = answer?.status ?? parts.toSorted((a, b) => b.share - a.share)[0]?.status;
  const requestHeaders = headersOf(passages, 'requestHeaders');
  const responseHeaders = headersOf(passages, 'answerHeaders');
  return {
    ...(status !== undefined && { status }),
    ...(admitted.some(({ assumed }) => assumed) && { assumed: true }),
    ...(why !== undefined && { refusal: why as Refusal }),
    ...(answer?.location !== undefined && { redirect: { location: answer.location } }),
    destinations: byWorkload(admitted).map(({ edge, share, assumed, host }) => ({
      ...placeOf(edge, url, host),
      share,
      tls: tlsOf(edge),
      ...(assumed && { assumed }),
      labels: {},
    })),
    failures: [
      ...byWorkload(refused).map(({ edge, share, status: seen }) => ({
        refusal: 'denied-by-policy' as const,
        workload: edge.to,
        share,
        ...(seen !== undefined && { status: seen }),
      })),
      ...losses.map((one) => ({ ...one, refusal: one.refusal as Refusal })),
    ],
    tls: weakest(passages),
    authorization: authorizationOf(refused[0] ?? admitted[0]),
    ...(requestHeaders.length > 0 && { requestHeaders }),
    ...(responseHeaders.length > 0 && { responseHeaders }),
  };
}

/** What routes do to headers, each operation once with its whole share. */
function headersOf(passages: readonly Passage[], side: 'requestHeaders' | 'answerHeaders'): readonly ResponseHeader[] {
  const merged = new Map<string, ResponseHeader>();
  for (const passage of passages) {
    for (const operation of passage[side] ?? []) {
      const key = JSON.stringify(operation);
      merged.set(key, { ...operation, share: (merged.get(key)?.share ?? 0) + passage.edge.share });
    }
  }
  return [...merged.values()];
}

/** The passages of one workload and port as one, with the share of all of them. */
function byWorkload(passages: readonly Passage[]): readonly (Passage & { readonly share: number })[] {
  const merged = new Map<string, Passage & { readonly share: number }>();
  for (const passage of passages) {
    const key = `${passage.edge.to} ${passage.edge.port} ${passage.edge.tls} ${passage.assumed} ${passage.host}`;
    merged.set(key, { ...passage, share: (merged.get(key)?.share ?? 0) + passage.edge.share });
  }
  return [...merged.values()];
}

function placeOf({ to, port }: Edge, url: string, backend: string | undefined) {
  const host = backend ?? addressOf(url)?.host ?? '';
  const [namespace = '', workload] = to.split('/');
  return workload === undefined ? { workload: to, namespace: '', host, port } : { workload, namespace, host, port };
}

/** What the application encrypts by itself is TLS without an identity of the mesh. */
function tlsOf({ tls }: Edge): RequestOutcome['tls'] {
  return tls === 'application' ? 'simple' : tls;
}

function weakest(passages: readonly Passage[]): RequestOutcome['tls'] {
  const seen = new Set(passages.map(({ edge }) => tlsOf(edge)));
  return (['plaintext', 'simple', 'mutual'] as const).find((tls) => seen.has(tls)) ?? 'plaintext';
}

function authorizationOf(passage: Passage | undefined): RequestOutcome['authorization'] {
  const { authorization } = passage ?? {};
  return authorization ? { decision: authorization.decision, policy: authorization.by } : { decision: 'allow' };
}

/** A ServiceProfile's budget is no number of retries, and stays in the hops. */
function inTermsOfRoutes({ retries, on = '', requestTimeout }: Reliability): Partial<RequestOutcome> {
  return {
    ...(requestTimeout !== undefined && { timeout: requestTimeout }),
    ...(typeof retries === 'number' && retries > 0 && { retries: { attempts: retries, retryOn: on } }),
  };
}
