import type { Span } from '../../core/span.ts';
import type { Stage } from '../../core/stage.ts';
import type { Hop, Trace } from '../../core/trace.ts';
import { type Mesh, type MeshTrace, send } from '../../lab/istio/index.ts';
import { isAnswered, placeInAnswer } from '../cluster/place.ts';
import type { Submission } from '../submission.ts';
import type { TrafficCall } from './params.ts';

/** A call that was sent, ready to be compared with what is expected of it. */
export interface Asked {
  readonly call: TrafficCall;
  readonly trace: MeshTrace;
  /** The trace as proof of a finding. */
  readonly because: Trace;
  /** The request as messages say it: `GET http://reviews:9080/ [end-user: jason]`. */
  readonly request: string;
  readonly from: string;
  /**
   * The lines of the answer that decided: those of the last hop of the first stage that has one there, else of the last
   * hop that has one, else the beginning of the answer.
   */
  deciding(...stages: readonly Stage[]): Span;
  /** The lines of the answer that a decision of the lab names. */
  placeOf(hop: Hop | undefined): Span | undefined;
}

export function ask(mesh: Mesh, call: TrafficCall, submission: Submission): Asked {
  const { from, to: url, method, headers, token, concurrent } = call;
  const trace = send(mesh, {
    from,
    url,
    ...(method && { method }),
    ...(headers && { headers }),
    ...(token && { token }),
    ...(concurrent && { concurrent }),
  });
  return {
    call,
    trace,
    because: trace as unknown as Trace,
    request: sayRequest(call),
    from,
    deciding: (...stages) => decidingSpan(trace, stages, submission),
    placeOf: (hop) => (isAnswered(hop?.at, submission) ? hop?.at : undefined),
  };
}

function sayRequest({ to, method = 'GET', headers = {} }: TrafficCall): string {
  const listed = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return listed.length > 0 ? `${method} ${to} [${listed.join(', ')}]` : `${method} ${to}`;
}

function decidingSpan({ hops }: MeshTrace, stages: readonly Stage[], submission: Submission): Span {
  const inAnswer = hops.filter(({ at }) => isAnswered(at, submission));
  for (const stage of stages) {
    const found = inAnswer.findLast((hop) => hop.stage === stage);
    if (found?.at) return found.at;
  }
  return placeInAnswer(inAnswer.at(-1), submission);
}
