import { type RolloutTrace, rollout } from '../../lab/cluster/index.ts';
import type { Resource } from '../../model/manifests/manifests.ts';
import { readManifests } from '../../model/manifests/read.ts';
import { parseYaml } from '../../parse/yaml/yaml.ts';
import { settledWorld } from '../cluster/world.ts';
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
export function changed(
  { workload, image, next }: Pick<Params, 'workload' | 'image' | 'next'>,
  submission: Submission,
): Resource | undefined {
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
