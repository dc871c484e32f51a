import { code } from '../../core/code.ts';
import { type Finding, finding } from '../../core/finding.ts';
import type { Json } from '../../core/json.ts';
import { memo } from '../../core/memo.ts';
import { nearest } from '../../core/nearest.ts';
import type { Text } from '../../core/text.ts';
import type { Hop, Trace } from '../../core/trace.ts';
import { type HopKey, hop, says } from '../../core/trace.ts';
import { hops as meshHops } from '../../lab/istio/hops.ts';
import { hops as migrationHops } from '../../lab/migration/hops.ts';
import { apart, type Flow, type Loss, probe, type World } from '../../lab/migration/index.ts';
import { section as sectionFinding, unanswered } from '../../theory/findings.ts';
import { listSection, shown } from '../../theory/section.ts';
import type { Verdict } from '../check.ts';
import { drawnKind } from '../drawn/picture.ts';
import { sentencesTogether } from '../say.ts';
import { drawn } from './drawn.ts';
import { lost, refused, tooLong } from './findings.ts';
import { missedGoals } from './goals.ts';
import type { Place } from './journey.ts';
import type { OfferedStep, Params } from './params.ts';
import { type Run, runOf, startOf, take } from './run.ts';
import { reasonOf, sentenceOf } from './say.ts';
import { clientLacks } from './without-proxy.ts';

export default drawnKind<Params>({
  kind: 'migration',
  title: { es: 'La migración llega al final sin cortes', en: 'The migration reaches its end without losses' },
  check(params, submission): Verdict {
    const { section = 'plan' } = params;
    const literal = submission.literal();
    const { items, findings } = listSection(literal, section);
    if (findings.length > 0) return { findings };
    if (items.length === 0)
      return { findings: [finding(unanswered, 'item', literal.at(section), { question: missing })] };
    if (items.length > most) {
      return { findings: [finding(tooLong, 'steps', literal.at(section), { section, n: items.length, most })] };
    }
    const run = runOf(params, submission);
    return carryOut(run, startOf(run), items);
  },
  picture: drawn,
});

const missing: Text = { es: 'qué pasos, y en qué orden', en: 'which steps, and in which order' };

/** Steps that are carried out: many more than any migration on offer takes, few enough to be done in a moment. */
const most = 200;

/** Takes the steps up to the first one that is refused or loses a flow, then looks at the goals. */
function carryOut(run: Run, start: Place, items: readonly Json[]): Verdict {
  const { params, literal, section } = run;
  const told: Hop[] = [];
  let place = start;
  for (const [index, item] of items.entries()) {
    const at = literal.at(section, index);
    const offered = params.steps.find(({ id }) => id === item);
    if (!offered) return { findings: [notOnOffer(run, item, at)] };
    const { text } = offered;
    const reached = take(run, place, offered);
    const { trace: tracing, phases } = reached.stepped;
    told.push(hop(migrationHops, 'step', 'step', { number: index + 1, step: text }, { at }), ...tracing.hops);
    const which = { number: index + 1, step: text };
    if (tracing.outcome === 'refused') {
      const trace: Trace = { hops: told, outcome: null };
      const data = { ...which, reason: sentenceOf(told.at(-1)) };
      return { findings: [finding(refused, 'step', at, data, trace)], trace };
    }
    const loss = lossIn(phases)(params.flows);
    if (loss) {
      return {
        findings: [lossFinding(loss, which, at)],
        trace: { ...loss.trace, hops: [...told, ...loss.trace.hops] },
      };
    }
    place = reached;
  }
  const trace: Trace = { hops: told, outcome: null };
  return { findings: missedGoals(apart(place.world), params.goals, literal.at(section), trace), trace };
}

interface ExplainedLoss extends Loss {
  readonly lack?: Hop;
}

/** The first flow that some instant loses; the instants of a step are the same for all that take it. */
const lossIn = memo((phases: readonly World[]) => memo((flows: readonly Flow[]) => firstLoss(phases, flows)));

function firstLoss(phases: readonly World[], flows: readonly Flow[]): ExplainedLoss | undefined {
  for (const phase of phases) {
    const [loss] = probe(phase, flows);
    if (loss) return explained(loss, phase);
  }
  return undefined;
}

/** Where a server refuses plain text, the story begins with the client: why it has no proxy. */
function explained(loss: Loss, phase: World): ExplainedLoss {
  const lack = says(loss.why, meshHops, 'plaintextRefused') ? clientLacks(phase, loss.flow.from) : undefined;
  return lack ? { ...loss, lack, trace: { ...loss.trace, hops: [...loss.trace.hops, lack] } } : loss;
}

const gone: readonly HopKey<typeof meshHops>[] = ['noEndpoints', 'sourceUnknown'];

function lossFinding(
  { flow, trace, why, lack }: ExplainedLoss,
  which: { readonly number: number; readonly step: OfferedStep['text'] },
  at: Finding['at'],
): Finding {
  const message = says(why, meshHops, ...gone) ? 'pods' : 'flow';
  const reason = sentencesTogether([reasonOf(why), sentenceOf(lack)]);
  return finding(lost, message, at, { ...which, from: flow.from, to: flow.to, reason }, trace);
}

function notOnOffer({ params, section }: Run, item: Json, at: Finding['at']): Finding {
  const ids = params.steps.map(({ id }) => id);
  const meant = typeof item === 'string' ? nearest(item, ids) : undefined;
  return meant === undefined
    ? finding(sectionFinding, 'value', at, { value: shown(item), item: section, options: ids.map(code) })
    : finding(sectionFinding, 'unknownItem', at, { item: shown(item), section, nearest: meant });
}
