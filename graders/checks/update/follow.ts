import { type RolloutTrace, rollout } from '../../lab/cluster/index.ts';
import type { Resource } from '../../model/manifests/manifests.ts';
import { readManifests } from '../../model/manifests/read.ts';
import { integer } from '../../model/workloads/values.ts';
import { parseYaml } from '../../parse/yaml/yaml.ts';
import { settledWorld } from '../cluster/world.ts';
import type { RolloutPicture } from '../drawn/picture.ts';
import { worldOptions } from '../scenarios/world.ts';
import type { Submission } from '../submission.ts';
import type { Params } from './params.ts';

/** A workload whose new template was followed. */
export interface Followed extends RolloutTrace {
  readonly next: Resource;
}

/** Applies the workload again with another image; undefined where the answer has no such workload. */
export function followedIn(params: Params, submission: Submission): Followed | undefined {
  return submission.once(`update ${JSON.stringify(params)}`, () => {
    const next = changed(params, submission);
    return next && { next, ...rollout(settledWorld(submission).state, next, worldOptions(submission)) };
  });
}

/** The workload as it would be applied: same lines, another image. */
function changed({ workload, image, next }: Params, submission: Submission): Resource | undefined {
  const { exercise, answers } = submission;
  return answers
    .filter((_, index) => exercise.answers[index]?.format === 'manifests')
    .map(submission.body)
    .map((source) => ({ ...source, text: source.text.replaceAll(image, next) }))
    .flatMap((source) => readManifests(parseYaml(source), 'answer').resources)
    .find(
      ({ kind, name, namespace }) =>
        (workload.kind === undefined || kind === workload.kind) &&
        (workload.name === undefined || name === workload.name) &&
        (workload.namespace === undefined || namespace === workload.namespace),
    );
}

export const drawn = ({ next: image }: Params, followed: Followed | undefined): RolloutPicture | undefined =>
  followed && drawnOf(image, followed);

/** The pods at every step, with what the controller did. */
export function drawnOf(image: string, { next, outcome, hops }: Followed): RolloutPicture {
  const { steps } = outcome;
  const told = hops.slice(hops.length - steps.filter(({ did }) => did !== 'start').length);
  const before = hops.slice(0, hops.length - told.length);
  let said = 0;
  const moments = steps.map(({ at, did, oldPods, newPods, oldAvailable, newAvailable }) => {
    const counted = { oldReady: oldAvailable, oldPods, newReady: newAvailable, newPods };
    return { at, ...counted, hops: did === 'start' ? before : told.slice(said, ++said) };
  });
  const wanted = integer((next.data as { spec?: { replicas?: unknown } }).spec?.replicas) ?? 1;
  return { kind: 'rollout', image, end: outcome.outcome, wanted, moments };
}
