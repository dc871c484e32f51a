import type { ClusterState } from '../../cluster/index.ts';
import type { LinkerdSetup } from '../../linkerd/index.ts';
import { type MeshTrace, request } from '../../request/index.ts';
import type { Flow, FlowAnswer, FlowPort, FlowRequest, Protection } from './flows.ts';

/** The worlds that requests are sent through. */
export interface Worlds {
  readonly whole: ClusterState;
  /** The same before Istio authorizes anything: what is denied still had a connection. */
  readonly open: ClusterState;
  readonly setup: LinkerdSetup | undefined;
}

/** Sends what is asked of a port from a client. */
export function ask({ whole, open, setup }: Worlds, from: string, { requests }: FlowPort): Flow {
  const send = (state: ClusterState, { method, url, headers }: FlowRequest) =>
    request(state, { from, url, headers, ...(method !== undefined && { method }) }, setup);
  const answers = requests.map((one) => answerOf(send(whole, one)));
  const [plain] = requests;
  const connection =
    open === whole || !plain ? (answers[0]?.trace as MeshTrace) : send(open, { ...plain, headers: {} });
  return { protection: protectionOf(connection), connection, answers };
}

function answerOf(trace: MeshTrace): FlowAnswer {
  const { destinations, refusal } = trace.outcome;
  const is = destinations.length > 0 ? 'in' : refusal === 'denied-by-policy' ? 'denied' : 'stopped';
  return { is, trace };
}

const brokenTls: ReadonlySet<string> = new Set(['plaintext-refused', 'tls-refused']);

function protectionOf({ outcome }: MeshTrace): Protection {
  const { destinations, failures, tls } = outcome;
  const kinds = new Set<Protection>([
    ...destinations.map((one) => one.tls),
    ...failures.filter(({ refusal }) => brokenTls.has(refusal)).map(() => 'refused' as const),
  ]);
  if (kinds.size > 1) return 'mixed';
  const [only] = kinds;
  if (only) return only;
  // Linkerd knows the connection of what its policies keep out.
  const denied = failures.length > 0 && failures.every(({ refusal }) => refusal === 'denied-by-policy');
  return denied ? tls : 'unreached';
}
