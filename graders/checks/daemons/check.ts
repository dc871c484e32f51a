import { code } from '../../core/code.ts';
import { type Finding, finding } from '../../core/finding.ts';
import type { Json } from '../../core/json.ts';
import { nearest } from '../../core/nearest.ts';
import type { Text } from '../../core/text.ts';
import { type Hop, hop, says, type Trace } from '../../core/trace.ts';
import { hops } from '../../lab/hadoop/daemons/hops.ts';
import { type DaemonStepped, type DaemonWorld, daemonStep, emptyWorld } from '../../lab/hadoop/index.ts';
import type { Literal } from '../../model/literal/literal.ts';
import { section as sectionFinding, unanswered } from '../../theory/findings.ts';
import { listSection, shown } from '../../theory/section.ts';
import { checkKind, type Verdict } from '../check.ts';
import { sentencesOf, sentencesTogether } from '../say.ts';
import { ended, refused, tooLong, trial } from './findings.ts';
import type { Params, Trial } from './params.ts';

export default checkKind<Params>({
  kind: 'daemons',
  title: { es: 'Los demonios funcionan y no pierden nada', en: 'The daemons work and lose nothing' },
  check: (params, submission) => carryOut(params, submission.literal()),
});

const which: Text = { es: 'qué pasos, y en qué orden', en: 'which steps, and in which order' };

/** Steps that are carried out: many more than anybody needs, few enough to be done in a moment. */
const most = 60;

/** Carries out the steps up to the first that goes wrong, then the trials. */
function carryOut({ section = 'demonios', steps, trials }: Params, literal: Literal): Verdict {
  const { items, findings } = listSection(literal, section);
  if (findings.length > 0) return { findings };
  const whole = literal.at(section);
  if (items.length === 0) return { findings: [finding(unanswered, 'item', whole, { question: which })] };
  if (items.length > most) {
    return { findings: [finding(tooLong, 'steps', whole, { section, n: items.length, most })] };
  }
  let world = emptyWorld();
  const told: Hop[] = [];
  for (const [index, item] of items.entries()) {
    const at = literal.at(section, index);
    const offered = steps.find(({ id }) => id === item);
    if (!offered) return { findings: [notOnOffer(steps, section, item, at)] };
    const place = { number: index + 1, step: offered.text };
    const stepped = daemonStep(world, offered.does);
    told.push(hop(hops, 'step', 'step', place, { at }), ...stepped.trace.hops);
    const trace: Trace = { hops: told, outcome: null };
    if (stepped.trace.outcome === 'refused') {
      return { findings: [finding(refused, 'step', at, { ...place, reason: reasonOf(stepped) }, trace)], trace };
    }
    const end = stepped.trace.hops.find((one) => says(one, hops, ...endings));
    if (end) return { findings: [finding(ended, 'daemon', at, { ...place, reason: sentenceOf(end) }, trace)], trace };
    world = stepped.world;
  }
  return {
    findings: trials.flatMap((one) => tried(world, one, whole, told)),
    trace: { hops: told, outcome: null },
  };
}

/** What a daemon says as it ends. */
const endings = ['notFormatted', 'notWritable', 'noAuthority', 'otherAddress', 'incompatible'] as const;

/** Why a daemon does not do its work, where it says so. */
const reasons = [...endings, 'unknownHost', 'refused', 'loopback', 'noManager'] as const;

const sentenceOf = sentencesOf(hops);

/** What was refused, after what keeps a daemon from its work. */
function reasonOf({ trace }: DaemonStepped): Text {
  const last = trace.hops.at(-1);
  const before = trace.hops.slice(0, -1).filter((one) => says(one, hops, ...reasons));
  return sentencesTogether([...before.map(sentenceOf), sentenceOf(last)]);
}

/** The first step of a trial that does not go well. */
function tried(
  end: DaemonWorld,
  { text, steps }: Trial,
  at: Finding['at'],
  before: readonly Hop[],
): readonly Finding[] {
  let world = end;
  const told: Hop[] = [];
  for (const step of steps) {
    const stepped = daemonStep(world, step);
    told.push(...stepped.trace.hops);
    if (stepped.trace.outcome === 'refused') {
      const trace: Trace = { hops: [...before, ...told], outcome: null };
      const causes = told.filter((one, index) => index < told.length - 1 && says(one, hops, ...reasons));
      const reason = sentencesTogether([sentenceOf(causes.at(-1)), sentenceOf(told.at(-1))]);
      return [finding(trial, 'failed', at, { trial: text, reason }, trace)];
    }
    world = stepped.world;
  }
  return [];
}

function notOnOffer(steps: Params['steps'], section: string, item: Json, at: Finding['at']): Finding {
  const ids = steps.map(({ id }) => id);
  const meant = typeof item === 'string' ? nearest(item, ids) : undefined;
  return meant === undefined
    ? finding(sectionFinding, 'value', at, { value: shown(item), item: section, options: ids.map(code) })
    : finding(sectionFinding, 'unknownItem', at, { item: shown(item), section, nearest: meant });
}
