import { type Finding, finding } from '../../core/finding.ts';
import { own } from '../../core/own.ts';
import type { Span } from '../../core/span.ts';
import type { Hop, Trace } from '../../core/trace.ts';
import { type ClusterState, podRequests, quantity, quantityText, settle } from '../../lab/cluster/index.ts';
import { fieldSpan } from '../../model/manifests/manifests.ts';
import { checkKind } from '../check.ts';
import { startOf } from '../cluster/place.ts';
import { saying } from '../cluster/say.ts';
import { following } from '../say.ts';
import { givenResources, worldOptions } from '../scenarios/world.ts';
import type { Submission } from '../submission.ts';
import { admitted, refused } from './findings.ts';
import type { Applied, Params, Together } from './params.ts';

/** Applies each file on top of the world and the answer, and looks at the pods that come of it. */
export default checkKind<Params>({
  kind: 'admission',
  title: { es: 'La admisión deja pasar lo que debe', en: 'Admission lets through what it should' },
  check: ({ applied }, submission) => ({ findings: applied.flatMap((one) => judge(one, submission)) }),
});

function judge({ file, pods, because, together }: Applied, submission: Submission): Finding[] {
  const { min = 0, max = Number.POSITIVE_INFINITY } = pods;
  const given = givenResources(submission, [file]);
  const { state } = settle([...submission.manifests().resources, ...given], worldOptions(submission));
  const n = state.pods.filter(({ from }) => from.at.path === file).length;
  const refusals = state.rejected.filter(({ from }) => from.at.path === file).map(({ hop }) => hop);
  const trace: Trace = { hops: refusals, outcome: n };
  const facts = { file, n, because: following(because) };
  const limiting = () => objectAt(submission, 'ResourceQuota', undefined) ?? startOf(submission);
  if (n < min) {
    const at = deciding(refusals[0], submission) ?? startOf(submission);
    return [finding(refused, 'tooFew', at, { ...facts, wanted: min, reason: saying(refusals[0]) }, trace)];
  }
  if (n > max) return [finding(admitted, 'tooMany', limiting(), { ...facts, wanted: max }, trace)];
  if (!together) return [];
  const { namespace, resource, max: most, min: least = '0' } = together;
  const asked = requested(state, together);
  const data = { ...facts, namespace, resource, asked: quantityText(resource, asked) };
  if (asked > (quantity(most) ?? 0) + rounding)
    return [finding(admitted, 'together', limiting(), { ...data, wanted: most }, trace)];
  if (asked >= (quantity(least) ?? 0) - rounding) return [];
  const at = deciding(refusals[0], submission) ?? limiting();
  return [finding(refused, 'together', at, { ...data, wanted: least, reason: saying(refusals[0]) }, trace)];
}

/** Sums of milli-units are no whole numbers. */
const rounding = 1e-9;

/** What the pods of a namespace request together. */
function requested({ pods }: ClusterState, { namespace, resource }: Together): number {
  return pods
    .filter((pod) => pod.namespace === namespace)
    .reduce((sum, { spec = {} }) => sum + (own(podRequests(spec), resource) ?? 0), 0);
}

/** The object of the answer that turned something away. */
function deciding(refusal: Hop | undefined, submission: Submission): Span | undefined {
  const { quota, range } = refusal?.data ?? {};
  if (typeof quota === 'string') return objectAt(submission, 'ResourceQuota', quota);
  return typeof range === 'string' ? objectAt(submission, 'LimitRange', range) : undefined;
}

function objectAt(submission: Submission, kind: string, name: string | undefined): Span | undefined {
  const { resources } = submission.answered();
  const object = resources.find((one) => one.kind === kind && (name === undefined || one.name === name));
  return object && fieldSpan(object, 'spec');
}
