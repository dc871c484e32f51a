import { apart, probe, type World } from '../../lab/migration/index.ts';
import { listSection } from '../../theory/section.ts';
import type { MigrationMoment, MigrationPicture } from '../drawn/picture.ts';
import type { Submission } from '../submission.ts';
import type { Place } from './journey.ts';
import type { Params } from './params.ts';
import { runOf, startOf, take } from './run.ts';

/** Instants that are looked at: enough for every migration on offer, done in a moment. */
const mostInstants = 120;

/**
 * A plan carried out to its end, or to the first step that cannot be taken, with what gets lost on the way: what comes after
 * a first loss is shown too.
 */
export function drawn(params: Params, submission: Submission): MigrationPicture | undefined {
  const { section = 'plan', flows, steps: offers } = params;
  const literal = submission.literal();
  const { items, findings } = listSection(literal, section);
  if (findings.length > 0 || items.length === 0) return undefined;
  const run = runOf(params, submission);
  const steps: MigrationMoment[] = [];
  let [place, looked]: [Place, number] = [startOf(run), 0];
  let lost = lossesIn(apart(place.world), flows);
  for (const [index, item] of items.entries()) {
    const offered = offers.find(({ id }) => id === item);
    if (!offered || looked >= mostInstants) break;
    const reached = take(run, place, offered);
    const { trace, phases } = reached.stepped;
    const refused = trace.outcome === 'refused';
    const instants = phases.map((phase) => lossesIn(apart(phase), flows));
    looked += instants.length;
    lost = instants.at(-1) ?? lost;
    const { hops } = trace;
    const at = literal.at(section, index);
    steps.push({
      number: index + 1,
      text: offered.text,
      at,
      refused,
      hops,
      instants: instants.length > 0 ? instants : [lost],
    });
    if (refused) break;
    place = reached;
  }
  if (steps.length === 0) return undefined;
  return {
    kind: 'migration',
    section,
    flows: flows.map(({ from, to }) => ({ from, to })),
    steps,
    left: items.length - steps.length,
  };
}

function lossesIn(world: World, flows: Params['flows']): MigrationMoment['instants'][number] {
  return probe(world, flows).map(({ flow, trace }) => ({ flow: flows.indexOf(flow), trace }));
}
