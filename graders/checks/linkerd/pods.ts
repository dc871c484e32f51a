import { type Finding, finding } from '../../core/finding.ts';
import type { Span } from '../../core/span.ts';
import type { Hop, Trace } from '../../core/trace.ts';
import type { PodState } from '../../lab/cluster/index.ts';
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
  const told = looked.flatMap(({ finding: found }) => found ?? []);
  return { findings: onePerCause(told), trace: (looked.find((one) => one.finding) ?? looked[0])?.trace };
}

interface Looked {
  readonly finding?: Finding | undefined;
  readonly trace?: Trace;
}

function look(mesh: LinkerdMesh, { workload, meshed, because = noReason }: MeshedPods, submission: Submission): Looked {
  const pods = mesh.state.pods.filter((pod) => `${pod.namespace}/${pod.workload.name}` === workload);
  const [first] = pods;
  if (!first) return { finding: finding(noWorkload, 'none', placeInAnswer(undefined, submission), { workload }) };
  const other = pods.find((pod) => mesh.isMeshed(pod) !== meshed);
  const hops = tellInjection(mesh, other ?? first);
  const trace: Trace = { hops, outcome: { workload, meshed: mesh.isMeshed(other ?? first) } };
  if (!other) return { trace };
  if (meshed) return { finding: lacking(mesh, other, trace, submission), trace };
  return { finding: finding(injected, 'has', placeOf(mesh, other, submission), { workload, because }, trace), trace };
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

const isUnasked = (said: Hop | undefined): boolean => said?.message === 'linkerd/nothing-asks';

/** The line that decided, if the student wrote it; else the workload; else what changed above it. */
function placeOf(mesh: LinkerdMesh, pod: PodState, submission: Submission): Span {
  const onNamespace = annotationOf(mesh.namespaceOf(pod.namespace), keys.inject);
  const at = [mesh.injection(pod).at, pod.at, onNamespace?.at].find((place) => isAnswered(place, submission));
  return placeInAnswer(at && { at }, submission);
}

/** What decided about several workloads is told once, with the names of all. What a pod says of itself is told of each. */
function onePerCause(told: readonly Finding[]): readonly Finding[] {
  const causes = new Map<string, Finding>();
  for (const found of told) {
    const { workloads, n, workload, ...rest } = found.data;
    const key = Array.isArray(workloads) && isShared(found) ? JSON.stringify([found.message, rest]) : causes.size;
    const before = causes.get(String(key));
    causes.set(String(key), before ? together(before, found) : found);
  }
  return [...causes.values()];
}

const ofOnePod: readonly string[] = ['host-network', 'already-has-proxy', 'bad-pod-value', 'pod-disabled'];
const isShared = ({ message }: Finding): boolean => !ofOnePod.includes(message);

function together(a: Finding, b: Finding): Finding {
  const workloads = [...(a.data.workloads as string[]), ...(b.data.workloads as string[])];
  const because = a.because && b.because && { ...a.because, hops: [...a.because.hops, ...b.because.hops] };
  return { ...a, data: { ...a.data, workloads, n: workloads.length }, ...(because && { because }) };
}
