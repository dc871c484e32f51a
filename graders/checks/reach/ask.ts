import type { Trace } from '../../core/trace.ts';
import { type PlainTrace, type PodState, plainRequest, type Settled } from '../../lab/cluster/index.ts';
import { isWanted } from '../cluster/wanted.ts';
import type { PodAddress, ReachCall } from './params.ts';

/** A connection that was opened, ready to be compared with what is expected of it. */
export interface Asked {
  readonly call: ReachCall;
  /** `GET http://tienda/`, as messages say it. */
  readonly request: string;
  readonly from: string;
  readonly trace: PlainTrace;
  readonly because: Trace;
  /** The pod that was addressed directly. */
  readonly pod?: PodState;
}

/** Opens the connection of a call: once to a URL, once to each pod that its address may mean. */
export function ask(call: ReachCall, settled: Settled): readonly Asked[] {
  const { to } = call;
  if (typeof to === 'string') return [open(call, to, settled)];
  return settled.state.pods
    .filter((pod) => isWanted(to, pod) && pod.ip !== '')
    .map((pod) => ({ ...open(call, urlOf(pod, to), settled), pod }));
}

function urlOf({ ip }: PodState, { port, path = '/' }: PodAddress): string {
  return `http://${ip}${port === 80 ? '' : `:${port}`}${path}`;
}

function open(call: ReachCall, url: string, { state }: Settled): Asked {
  const { from } = call;
  // A shared memory is one for all clients, not for each of them.
  const many = call.expect.pods !== undefined || call.expect.onePod === true;
  const trace = plainRequest(state, { url, ...(from !== undefined && { from }), many });
  const request = url.startsWith('tcp:') ? url : `GET ${url}`;
  return { call, request, from: from ?? 'cliente', trace, because: trace as unknown as Trace };
}
