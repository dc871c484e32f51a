import { type LiveCluster, openCluster } from '../../lab/cluster/index.ts';
import type { Branch, UpdateBranch } from '../drawn/branch.ts';
import type { RolloutPicture } from '../drawn/picture.ts';
import type { Submission } from '../submission.ts';
import { changed } from './follow.ts';
import { livedUpdate, rested, type Turn } from './lived.ts';
import type { Params } from './params.ts';

/** The pods of the workload in a cluster that lives, which can be told something else in the middle. */
export function drawn(params: Params, submission: Submission, branch?: Branch): RolloutPicture | undefined {
  const next = changed(params, submission);
  if (!next) return undefined;
  const left = branch?.kind === 'rollout' ? branch : undefined;
  const does = left && turnOf(left.does, params, submission);
  if (left && !does) return undefined;
  const turn = left && does && { turn: { at: left.at, does } };
  const lived = livedUpdate(clusterOf(submission), { image: params.next, next, ...turn });
  return 'refused' in lived ? undefined : lived;
}

function turnOf(does: UpdateBranch['does'], params: Params, submission: Submission): Turn | undefined {
  if ('kill' in does) return does;
  if ('apply' in does) return undefined;
  const apply = changed({ ...params, next: 'undo' in does ? params.image : does.image }, submission);
  return apply && { apply };
}

const clusterOf = (submission: Submission): LiveCluster =>
  submission.once('live cluster at rest', () => {
    const { images } = submission.exercise;
    const empty: LiveCluster = { ...openCluster(0), ...(images && { published: images }) };
    return rested(empty, submission.manifests().resources);
  });
