import { type Hop, hop, type Trace } from '../../../core/trace.ts';
import type { Mesh } from '../../istio/index.ts';
import { behind, type Carried, type Conversation, carry } from './carry.ts';
import { hops } from './hops.ts';
import { wires } from './wire.ts';

/** Something a mesh does to traffic. What is counted of it, `lab/telemetry` knows. */
export type MeshFunction = 'encrypt' | 'authorize-caller' | 'authorize-path' | 'route-by-header' | 'retry' | 'balance';

/** A function that is tried on a conversation. */
export interface Trial {
  /** The cluster without the function, and with it; the same where nothing is to be applied. */
  readonly before: Mesh;
  readonly after: Mesh;
  readonly does: MeshFunction;
  readonly conversation: Conversation;
  /** Somebody whom the function is there to keep out. */
  readonly other?: string;
  /** A path it is there to close; the header that it routes by. */
  readonly closedPath?: string;
  readonly header?: Readonly<Record<string, string>>;
}

export type LayerOutcome = {
  /** What the function acts on: requests, connections, nothing; or applying it keeps the conversation from arriving. */
  readonly acts: 'L7' | 'L4' | 'none' | 'breaks';
};

/**
 * Finds out on which layer a function of the mesh acts on a conversation of Hadoop, by applying it and looking at what is different:
 * whether one request fares otherwise than another, whether the connection as a whole does, or nothing.
 */
export function layerOf(trial: Trial): Trace<LayerOutcome> {
  const { after, conversation } = trial;
  const now = carry(after, conversation);
  if (!now.arrives) return found(now.hops, 'breaks');
  const { effect, told } = trials[trial.does](trial, now);
  return found([...now.hops, ...told], effect);
}

interface Effect {
  readonly effect: LayerOutcome['acts'];
  readonly told: readonly Hop[];
}

const trials: Readonly<Record<MeshFunction, (trial: Trial, now: Carried) => Effect>> = {
  encrypt: (trial, { outcome }) => keepsOut(trial, outcome.tls === 'mutual'),
  'authorize-caller': (trial) => keepsOut(trial, true),
  'authorize-path': ({ after, conversation, closedPath = '/' }) => {
    // What has no path cannot ask for a closed one.
    if (wires[conversation.flow].speaks !== 'http') return nothing;
    const closed = carry(after, { ...conversation, path: closedPath });
    return { effect: closed.arrives ? 'none' : 'L7', told: closed.hops };
  },
  'route-by-header': ({ after, conversation, header = {} }, { outcome }) => {
    const marked = carry(after, { ...conversation, headers: header });
    const moves = marked.arrives && placeOf(marked.outcome) !== placeOf(outcome);
    return { effect: moves ? 'L7' : 'none', told: marked.hops };
  },
  retry: ({ before, conversation }, { outcome }) => {
    const usual = carry(before, conversation).outcome.retries?.attempts;
    const differs = outcome.retries !== undefined && outcome.retries.attempts !== usual;
    return { effect: differs ? 'L7' : 'none', told: [] };
  },
  balance: ({ after, conversation }, { outcome }) => {
    const { from, host } = conversation;
    const { pods, chosen } = behind(after, from, host);
    if (!chosen || pods.length < 2) return { effect: 'none', told: [hop(hops, 'endpoints', 'onePod', { host })] };
    // Only a proxy that reads requests has something to try again, and chooses a pod for each of them.
    const effect = outcome.retries === undefined ? 'L4' : 'L7';
    return { effect, told: [hop(hops, 'endpoints', 'severalPods', { host, n: pods.length })] };
  },
};

const nothing: Effect = { effect: 'none', told: [] };

/** A function that is there to keep somebody out acts when it does; before, he came in. */
function keepsOut({ before, after, conversation, other }: Trial, holds: boolean): Effect {
  if (other === undefined) return { effect: holds ? 'L4' : 'none', told: [] };
  const stranger = { ...conversation, from: other };
  const shut = carry(after, stranger);
  const acts = holds && !shut.arrives && carry(before, stranger).arrives;
  return { effect: acts ? 'L4' : 'none', told: shut.hops };
}

function placeOf({ destinations }: Carried['outcome']): string {
  return destinations.map(({ namespace, workload, port }) => `${namespace}/${workload}:${port}`).join(' ');
}

const messages = { L7: 'perRequest', L4: 'perConnection', none: 'noEffect', breaks: 'breaks' } as const;

function found(told: readonly Hop[], acts: LayerOutcome['acts']): Trace<LayerOutcome> {
  return { hops: [...told, hop(hops, 'client', messages[acts], {})], outcome: { acts } };
}
