import { listSection } from '../../theory/section.ts';
import type { Branch } from '../drawn/branch.ts';
import type { MigrationPicture } from '../drawn/picture.ts';
import type { Submission } from '../submission.ts';
import type { Params } from './params.ts';
import { runOf, startOf, take } from './run.ts';
import { type PlannedStep, timeline } from './timeline.ts';

/** The plan of an answer, as far as it names steps on offer. */
export function drawn(params: Params, submission: Submission, branch?: Branch): MigrationPicture | undefined {
  const { section = 'plan', flows, steps: offers } = params;
  const literal = submission.literal();
  const { items, findings } = listSection(literal, section);
  if (findings.length > 0 || items.length === 0) return undefined;
  const run = runOf(params, submission);
  const known = items.map((item) => offers.find(({ id }) => id === item));
  const unknown = known.indexOf(undefined);
  const plan = known
    .slice(0, unknown === -1 ? known.length : unknown)
    .flatMap((offered, index): readonly PlannedStep[] =>
      offered ? [{ offered, at: literal.at(section, index) }] : [],
    );
  const beyond = items.length - plan.length;
  return timeline(
    startOf(run),
    { section, flows, offers, plan, beyond, take: (from, offered) => take(run, from, offered) },
    branch?.kind === 'migration' ? branch : undefined,
  );
}
