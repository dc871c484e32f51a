import { type Finding, finding } from '../../core/finding.ts';
import type { Json } from '../../core/json.ts';
import type { Text } from '../../core/text.ts';
import type { Hop } from '../../core/trace.ts';
import { hops as engineHops } from '../../lab/image/engine/hops.ts';
import { containerNamed, type Engine, emptyEngine, imageNamed, readFile, step } from '../../lab/image/index.ts';
import type { Literal } from '../../model/literal/literal.ts';
import { section as sectionFinding, unanswered } from '../../theory/findings.ts';
import { listSection, shown } from '../../theory/section.ts';
import { checkKind, type Verdict } from '../check.ts';
import { sentencesOf } from '../say.ts';
import { goal, refused } from './findings.ts';
import { foundInstead } from './found.ts';
import type { Command, Goal, Params } from './params.ts';

export default checkKind<Params>({
  kind: 'plan',
  title: { es: 'Las órdenes llevan a donde se pide', en: 'The commands lead where they should' },
  check: (params, submission) => carryOut(params, submission.literal()),
});

const which: Text = { es: 'qué órdenes, y en qué orden', en: 'which commands, and in which order' };

/** Runs the commands up to the first one that is refused, then looks at the goals. */
function carryOut({ section = 'plan', registry, commands, goals }: Params, literal: Literal): Verdict {
  const { items, findings } = listSection(literal, section);
  if (findings.length > 0) return { findings };
  if (items.length === 0) return { findings: [finding(unanswered, 'item', literal.at(section), { question: which })] };
  let engine = emptyEngine(registry);
  const hops: Hop[] = [];
  for (const [index, item] of items.entries()) {
    const at = literal.at(section, index);
    const command = commands.find(({ id }) => id === item);
    if (!command) return { findings: [notOnOffer(item, at, section, commands)] };
    const result = step(engine, command.does);
    hops.push(...result.hops.map((hop) => ({ ...hop, at })));
    if (result.refused) return { findings: [refusal(command, hops, at)], trace: { hops, outcome: null } };
    engine = result.engine;
  }
  const trace = { hops, outcome: null };
  const missed = goals.filter((wanted) => !holds(engine, wanted));
  return {
    findings: missed.map((wanted) =>
      finding(goal, 'missed', literal.at(section), { goal: wanted.text, found: foundInstead(engine, wanted) }, trace),
    ),
    trace,
  };
}

function holds(engine: Engine, { container: name, state, file, reads, image, present }: Goal): boolean {
  const container = name === undefined ? undefined : containerNamed(engine, name);
  if (state !== undefined && (container?.state ?? 'absent') !== state) return false;
  if (reads !== undefined && file !== undefined) {
    if ((container ? (readFile(engine, container, file) ?? null) : null) !== reads) return false;
  }
  return image === undefined || present === undefined || (imageNamed(engine, image) !== undefined) === present;
}

function refusal({ text }: Command, hops: readonly Hop[], at: Finding['at']): Finding {
  return finding(refused, 'step', at, { command: text, reason: sentenceOf(hops.at(-1)) }, { hops, outcome: null });
}

/** A decision of the engine, in words. */
const sentenceOf = sentencesOf(engineHops);

function notOnOffer(item: Json, at: Finding['at'], section: string, commands: readonly Command[]): Finding {
  const options = commands.map(({ id }) => `\`${id}\``);
  return finding(sectionFinding, 'value', at, { value: shown(item), item: section, options });
}
