import { type MigrationStep, worldOf } from '../../lab/migration/index.ts';
import type { Literal } from '../../model/literal/literal.ts';
import { listSection } from '../../theory/section.ts';
import { onceGiven } from '../given.ts';
import { givenResources, worldOptions } from '../scenarios/world.ts';
import type { Submission } from '../submission.ts';
import { Journey, type Place, type Reached } from './journey.ts';
import type { OfferedStep, Params } from './params.ts';

/** A section of an answer that is carried out. */
export interface Run {
  readonly params: Params;
  readonly submission: Submission;
  readonly literal: Literal;
  readonly section: string;
  readonly journey: Journey;
}

/** Where the answer is only the steps, everybody starts in the same world; else each answer in its own. */
function journeyOf(submission: Submission): Journey {
  const begin = () => journeyIn(submission.manifests().resources, worldOptions(submission));
  if (submission.answered().resources.length > 0) return submission.once('migration', begin);
  return onceGiven(submission, 'migration', begin);
}

const journeyIn = (...world: Parameters<typeof worldOf>): Journey => new Journey(() => worldOf(...world));

export function runOf(params: Params, submission: Submission): Run {
  const { section = 'plan' } = params;
  return { params, submission, literal: submission.literal(), section, journey: journeyOf(submission) };
}

/** The place in which a section begins: that of the exercise, or where the section before leads. */
export function startOf(run: Run): Place {
  const { journey, params } = run;
  const begun = journey.start();
  return params.after === undefined ? begun : arrivedAt(begun, { ...run, section: params.after });
}

/** Where another section of the answer leads, as far as its steps can be taken. */
function arrivedAt(start: Place, run: Run): Place {
  return listSection(run.literal, run.section).items.reduce<Place>((before, item) => {
    const offered = run.params.steps.find(({ id }) => id === item);
    return offered ? take(run, before, offered) : before;
  }, start);
}

export const take = ({ submission, journey }: Run, before: Place, offered: OfferedStep): Reached =>
  journey.onward(before, JSON.stringify(offered.does), () => stepOf(offered, submission));

function stepOf({ does }: OfferedStep, submission: Submission): MigrationStep {
  if (!('file' in does)) return does;
  return { do: does.do, objects: givenResources(submission, [does.file]) };
}
