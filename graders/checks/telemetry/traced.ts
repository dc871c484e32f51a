import { type Finding, finding } from '../../core/finding.ts';
import type { Trace } from '../../core/trace.ts';
import type { Mesh } from '../../lab/istio/index.ts';
import { type ChainOutcome, followChain } from '../../lab/telemetry/index.ts';
import { retell } from '../cluster/retell.ts';
import type { Submission } from '../submission.ts';
import { amountText, readAmount } from '../traffic/amount.ts';
import { noSpans, sampling, spans as spansFinding } from './findings.ts';
import type { TracedRequest } from './params.ts';
import { deciding, placeOf } from './place.ts';

/** In what the traces of a request differ from those that are asked for. */
export function tracedFinding(mesh: Mesh, request: TracedRequest, submission: Submission): Finding | undefined {
  const { from, to, sampled, spans } = request;
  const { hops, outcome } = followChain(mesh, request);
  const because: Trace<ChainOutcome> = { hops, outcome };
  const whole = spans ?? 1;
  if (outcome.spans < whole) {
    const reasons = hops.map((hop) => retell(hop, [noSpans], placeOf(hop, hops, submission), because as Trace));
    const reason = reasons.find((one) => one !== undefined);
    if (reason) return reason;
    const at = deciding(hops, submission);
    if (outcome.spans === 0) return finding(noSpans, 'none', at, { from, to }, because as Trace);
    return finding(spansFinding, 'fewer', at, { from, to, found: outcome.spans, wanted: whole }, because as Trace);
  }
  if (sampled === undefined || readAmount(sampled)(outcome.percent / 100)) return undefined;
  const sampledBy = hops.find(({ message }) => /\/sampled(?:ByDefault)?$/.test(message));
  const at = placeOf(sampledBy, hops, submission);
  const message = sampledBy?.message.endsWith('ByDefault') ? 'byDefault' : 'differs';
  const facts = { from, to, found: outcome.percent, wanted: amountText(sampled) };
  return message === 'byDefault'
    ? finding(sampling, message, at, facts, because as Trace)
    : finding(sampling, message, at, { ...facts, n: outcome.per1000 }, because as Trace);
}
