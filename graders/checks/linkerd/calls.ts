import { type Finding, finding } from '../../core/finding.ts';
import type { Span } from '../../core/span.ts';
import type { Stage } from '../../core/stage.ts';
import type { Trace } from '../../core/trace.ts';
import { isSaidBy } from '../../core/trace.ts';
import { hops as linkerdHops } from '../../lab/linkerd/hops.ts';
import { type LinkerdMesh, type Passage, send } from '../../lab/linkerd/index.ts';
import { isAnswered, placeInAnswer } from '../cluster/place.ts';
import { retell } from '../cluster/retell.ts';
import { sentencesTogether } from '../say.ts';
import type { Submission } from '../submission.ts';
import { letIn, notSecured, otherLayer, secured, shutOut, unreachable } from './findings.ts';
import type { LinkerdCallWanted } from './params.ts';
import { noReason } from './reason.ts';
import { sentenceOf } from './say.ts';

/** A call that was sent, and where to show what became of it. */
interface Sent {
  readonly call: LinkerdCallWanted;
  readonly trace: Trace;
  readonly passages: readonly Passage[];
  /** The facts every sentence has. */
  readonly data: { readonly request: string; readonly from: string; readonly because: typeof noReason };
  readonly at: (...stages: readonly Stage[]) => Span;
}

/** Sends a call and compares what becomes of it with what must; the first difference tells the rest. */
export function judgeCall(mesh: LinkerdMesh, call: LinkerdCallWanted, submission: Submission) {
  const { from, to, method = 'GET', because = noReason } = call;
  const { hops, outcome } = send(mesh, { from, url: to, method });
  const told = { passages: outcome.passages.map(tell), refusal: outcome.refusal ?? null };
  const trace: Trace = { hops, outcome: told };
  const request = `\`${to.startsWith('http') ? `${method} ` : ''}${to}\``;
  const sent = {
    call,
    trace,
    passages: outcome.passages,
    data: { request, from, because },
    at: (...stages: readonly Stage[]) => placeOf(trace, submission, ...stages),
  };
  if (outcome.passages.length === 0) {
    if (isKeptOut(call, outcome.refusal)) return { findings: [], trace };
    const data = { request, from, reason: sentenceOf(hops.at(-1)) };
    return { findings: [finding(unreachable, 'refused', placeInAnswer(hops.at(-1), submission), data, trace)], trace };
  }
  const [found] = [protection(sent), policy(sent), layer(sent)].filter((one) => one !== undefined);
  return { findings: found ? [found] : [], trace };
}

/** A NetworkPolicy keeps a caller out as well as the mesh does. */
function isKeptOut({ expect }: LinkerdCallWanted, refusal: string | undefined): boolean {
  return expect.allowed === false && refusal === 'blocked-by-network-policy';
}

function tell({ edge, allowed, status }: Passage) {
  const { from, to, port, tls, reason, layer: seen } = edge;
  return { from, to, port, tls, reason, layer: seen, allowed, status: status ?? null };
}

function protection({ call, passages, trace, data, at }: Sent): Finding | undefined {
  const { secured: wanted } = call.expect;
  if (wanted === undefined) return undefined;
  const other = passages.find(({ edge }) => (edge.tls === 'mutual') !== wanted);
  if (!other) return undefined;
  if (!wanted) return finding(secured, 'is', at('tls'), data, trace);
  const said = trace.hops.findLast(({ message }) => message === `linkerd/${other.edge.reason}`);
  return said && retell(said, [notSecured], at('tls', 'injection'), trace);
}

function layer({ call, passages, trace, data, at }: Sent): Finding | undefined {
  const { layer: wanted } = call.expect;
  const other = passages.find(({ edge }) => wanted !== undefined && edge.layer !== wanted);
  if (!other) return undefined;
  if (other.edge.layer === 'none') return finding(otherLayer, 'unseen', at('tls', 'injection'), data, trace);
  return finding(otherLayer, wanted === 'http' ? 'lost' : 'looked', at('protocol'), data, trace);
}

function policy({ call, passages, trace, data, at }: Sent): Finding | undefined {
  const { allowed: wanted } = call.expect;
  const other = passages.find(({ allowed }) => wanted !== undefined && allowed !== wanted);
  if (!other) return undefined;
  if (other.allowed) {
    const reason = sentencesTogether(trace.hops.filter(({ stage }) => stage === 'policy').map(sentenceOf));
    return finding(letIn, 'allowed', at('policy'), { ...data, reason }, trace);
  }
  const told = trace.hops.flatMap((said) => retell(said, [shutOut], at(said.stage), trace) ?? []);
  return told.at(-1);
}

/** The last decision of some stages that the student's own lines took; of any stage; else the beginning of the answer. */
function placeOf({ hops }: Trace, submission: Submission, ...stages: readonly Stage[]): Span {
  const own = hops.filter((hop) => isSaidBy(hop, linkerdHops) && isAnswered(hop.at, submission));
  return placeInAnswer(own.findLast(({ stage }) => stages.includes(stage)) ?? own.at(-1), submission);
}
