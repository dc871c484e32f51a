import { type Finding, finding } from '../../core/finding.ts';
import type { Span } from '../../core/span.ts';
import type { Hop, Trace } from '../../core/trace.ts';
import { says } from '../../core/trace.ts';
import type { PodState } from '../../lab/cluster/index.ts';
import { podsOf } from '../../lab/cluster/index.ts';
import { hops } from '../../lab/linkerd/hops.ts';
import { annotationOf, keys, type LinkerdMesh, tellInjection } from '../../lab/linkerd/index.ts';
import { isAnswered, placeInAnswer } from '../cluster/place.ts';
import { retell } from '../cluster/retell.ts';
import type { Submission } from '../submission.ts';
import { injected, notInjected, noWorkload } from './findings.ts';
import { misplacedFor } from './misplaced.ts';
import type { MeshedPods } from './params.ts';
import { noReason } from './reason.ts';

/** Whether the pods of some workloads have the proxy they must have, or lack it as they must. */
export function judgePods(mesh: LinkerdMesh, wanted: readonly MeshedPods[], submission: Submission) {
  const looked = wanted.map((one) => look(mesh, one, submission));
  const told = looked.flatMap(({ workload, finding: found }) => (found ? [{ workload, finding: found }] : []));
  return { findings: onePerCause(told), trace: (looked.find((one) => one.finding) ?? looked[0])?.trace };
}

interface Looked {
  /** `namespace/workload`. */
  readonly workload: string;
  readonly finding?: Finding | undefined;
  readonly trace?: Trace;
}

/** What is wrong with the pods of a workload. */
interface Told {
  readonly workload: string;
  readonly finding: Finding;
}

function look(mesh: LinkerdMesh, { workload, meshed, because = noReason }: MeshedPods, submission: Submission): Looked {
  const pods = podsOf(mesh.state, workload);
  const [first] = pods;
  if (!first)
    return { workload, finding: finding(noWorkload, 'none', placeInAnswer(undefined, submission), { workload }) };
  const other = pods.find((pod) => mesh.isMeshed(pod) !== meshed);
  const hops = tellInjection(mesh, other ?? first);
  const trace: Trace = { hops, outcome: { workload, meshed: mesh.isMeshed(other ?? first) } };
  if (!other) return { workload, trace };
  if (meshed) return { workload, finding: lacking(mesh, other, trace, submission), trace };
  const at = placeOf(mesh, other, submission);
  return { workload, finding: finding(injected, 'has', at, { workload, because }, trace), trace };
}

/** Why a pod has no proxy: what decided, or else what somebody wrote with that intention where nobody reads it. */
function lacking(mesh: LinkerdMesh, pod: PodState, trace: Trace, submission: Submission): Finding | undefined {
  const last = trace.hops.at(-1);
  const meant = isUnasked(last) ? misplacedFor(pod, mesh.namespaceOf(pod.namespace)) : undefined;
  const workload = `${pod.namespace}/${pod.workload.name}`;
  const common = { n: 1, workloads: [`\`${workload}\``] };
  if (meant) {
    const at = placeInAnswer(meant, submission);
    return finding(notInjected, meant.message, at, { ...common, ...meant.data }, trace);
  }
  const told = last && retell(last, [notInjected], placeOf(mesh, pod, submission), trace);
  return told && { ...told, data: { ...told.data, ...common } };
}

const isUnasked = (said: Hop | undefined): boolean => says(said, hops, 'nothing-asks');

/** The line that decided, if the student wrote it; else the workload; else what changed above it. */
function placeOf(mesh: LinkerdMesh, pod: PodState, submission: Submission): Span {
  const onNamespace = annotationOf(mesh.namespaceOf(pod.namespace), keys.inject);
  const at = [mesh.injection(pod).at, pod.at, onNamespace?.at].find((place) => isAnswered(place, submission));
  return placeInAnswer(at && { at }, submission);
}

/** What decided about several workloads is told once, with the names of all. What a pod says of itself is told of each. */
function onePerCause(told: readonly Told[]): readonly Finding[] {
  const causes = new Map<string, readonly Told[]>();
  for (const [index, one] of told.entries()) {
    const key = causeOf(one.finding) ?? String(index);
    causes.set(key, [...(causes.get(key) ?? []), one]);
  }
  return [...causes.values()].flatMap(together);
}

const ofOnePod: readonly string[] = ['host-network', 'already-has-proxy', 'bad-pod-value', 'pod-disabled'];

/** What a finding has in common with others of the same cause; undefined where it is about one pod alone. */
function causeOf({ id, message, data }: Finding): string | undefined {
  if (id !== notInjected.id || ofOnePod.includes(message)) return undefined;
  const { workloads: _all, n: _n, workload: _one, ...rest } = data;
  return JSON.stringify([message, rest]);
}

function together(told: readonly Told[]): readonly Finding[] {
  const [first, ...others] = told;
  if (!first || others.length === 0) return told.map(({ finding: only }) => only);
  const workloads = told.map(({ workload }) => `\`${workload}\``);
  const hops = told.flatMap(({ finding: { because } }) => because?.hops ?? []);
  const { because = { outcome: null } } = first.finding;
  const data = { ...first.finding.data, workloads, n: workloads.length };
  return [{ ...first.finding, data, because: { ...because, hops } }];
}
