import { type Finding, finding } from '../../core/finding.ts';
import type { Trace } from '../../core/trace.ts';
import { type ClusterState, settle } from '../../lab/cluster/index.ts';
import { pull } from '../../lab/image/registry.ts';
import { checkKind } from '../check.ts';
import { startOf } from '../cluster/place.ts';
import { givenResources } from '../scenarios/world.ts';
import type { Submission } from '../submission.ts';
import { admitted, refused } from './findings.ts';
import type { Applied, Params } from './params.ts';

/** Applies each file on top of the world and the answer, and counts the pods that come of it. */
export default checkKind<Params>({
  kind: 'admission',
  title: { es: 'La admisión deja pasar lo que debe', en: 'Admission lets through what it should' },
  check: ({ applied }, submission) => ({ findings: applied.flatMap((one) => judge(one, submission)) }),
});

function judge(
  { file, pods: { min = 0, max = Number.POSITIVE_INFINITY }, because }: Applied,
  submission: Submission,
): Finding[] {
  const { state } = settle([...submission.manifests().resources, ...givenResources(submission, [file])], {
    images: (reference) => pull(reference, submission.exercise.images),
    world: 'closed',
  });
  const n = state.pods.filter(({ from }) => from.at.path === file).length;
  const trace: Trace = { hops: refusals(state, file), outcome: n };
  const at = startOf(submission);
  if (n < min) return [finding(refused, 'tooFew', at, { file, n, wanted: min, because }, trace)];
  if (n > max) return [finding(admitted, 'tooMany', at, { file, n, wanted: max, because }, trace)];
  return [];
}

function refusals({ rejected }: ClusterState, file: string) {
  return rejected.filter(({ from }) => from.at.path === file).map(({ hop }) => hop);
}
