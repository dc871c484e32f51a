import type { Span } from '../../core/span.ts';
import { apart, type Flow, probe, type World } from '../../lab/migration/index.ts';
import type { PlanBranch } from '../drawn/branch.ts';
import type { MigrationMoment, MigrationPicture } from '../drawn/picture.ts';
import type { Place, Reached } from './journey.ts';
import type { OfferedStep } from './params.ts';

/** A step whose turn it is, and where it is written. */
export interface PlannedStep {
  readonly offered: OfferedStep;
  readonly at?: Span;
}

export interface Timed {
  readonly section: string;
  readonly flows: readonly [Flow, ...Flow[]];
  readonly offers: readonly OfferedStep[];
  readonly plan: readonly PlannedStep[];
  /** Steps that are written and cannot be carried out. */
  readonly beyond: number;
  readonly take: (from: Place, offered: OfferedStep) => Reached;
}

/** Instants that are looked at: enough for every migration on offer, done in a moment. */
const mostInstants = 120;

/**
 * A plan carried out to its end, or to the first step that cannot be taken, with what gets lost on the way: what comes after
 * a first loss is shown too.
 */
export function timeline(start: Place, timed: Timed, branch?: PlanBranch): MigrationPicture | undefined {
  const { section, flows, offers, beyond, take } = timed;
  const plan = branch ? branched(timed, branch) : timed.plan;
  const steps: MigrationMoment[] = [];
  let [place, looked]: [Place, number] = [start, 0];
  let lost = lossesIn(apart(place.world), flows);
  for (const [index, { offered, at }] of plan.entries()) {
    if (looked >= mostInstants) break;
    const reached = take(place, offered);
    const { trace, phases } = reached.stepped;
    const refused = trace.outcome === 'refused';
    const instants = phases.map((phase) => lossesIn(apart(phase), flows));
    looked += instants.length;
    lost = instants.at(-1) ?? lost;
    const { id, text } = offered;
    const told = { number: index + 1, id, text, ...(at && { at }), refused, hops: trace.hops };
    steps.push({ ...told, instants: instants.length > 0 ? instants : [lost] });
    if (refused) break;
    place = reached;
  }
  if (steps.length === 0) return undefined;
  return {
    kind: 'migration',
    section,
    flows: flows.map(({ from, to }) => ({ from, to })),
    steps,
    offers: offers.map(({ id, text }) => ({ id, text })),
    left: plan.length - steps.length + beyond,
    ...(branch && { shared: instantsOf(steps.slice(0, branch.after)) }),
  };
}

/** The plan with a step out of its turn, or without the one whose turn it is. */
function branched({ plan, offers }: Timed, { after, take }: PlanBranch): readonly PlannedStep[] {
  const [before, others] = [plan.slice(0, after), plan.slice(after)];
  if (take === undefined) return [...before, ...others.slice(1)];
  const later = others.findIndex(({ offered }) => offered.id === take);
  const offered = offers.find(({ id }) => id === take);
  const taken = later === -1 ? offered && { offered } : others[later];
  return [...before, ...(taken ? [taken] : []), ...others.filter((_, index) => index !== later)];
}

const instantsOf = (steps: readonly MigrationMoment[]): number =>
  steps.reduce((sum, { instants }) => sum + instants.length, 0);

function lossesIn(world: World, flows: Timed['flows']): MigrationMoment['instants'][number] {
  return probe(world, flows).map(({ flow, trace }) => ({ flow: flows.indexOf(flow), trace }));
}
