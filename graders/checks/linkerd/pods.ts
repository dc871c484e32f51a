import { type Finding, finding } from '../../core/finding.ts';
import type { Span } from '../../core/span.ts';
import type { Trace } from '../../core/trace.ts';
import type { PodState } from '../../lab/cluster/index.ts';
import { type LinkerdMesh, tellInjection } from '../../lab/linkerd/index.ts';
import { placeInAnswer } from '../cluster/place.ts';
import { retell } from '../cluster/retell.ts';
import type { Submission } from '../submission.ts';
import { injected, notInjected, noWorkload } from './findings.ts';
import type { MeshedPods } from './params.ts';
import { noReason } from './reason.ts';

/** Whether the pods of a workload have the proxy they must have, or lack it as they must. */
export function judgePods(mesh: LinkerdMesh, wanted: MeshedPods, submission: Submission) {
  const { workload, meshed, because = noReason } = wanted;
  const pods = mesh.state.pods.filter((pod) => `${pod.namespace}/${pod.workload.name}` === workload);
  const [first] = pods;
  if (!first) return { findings: [finding(noWorkload, 'none', placeInAnswer(undefined, submission), { workload })] };
  const other = pods.find((pod) => mesh.isMeshed(pod) !== meshed);
  const hops = tellInjection(mesh, other ?? first);
  const outcome = { workload, meshed: mesh.isMeshed(other ?? first) };
  const trace: Trace = { hops, outcome };
  if (!other) return { findings: [] as Finding[], trace };
  const at = placeOf(mesh, other, submission);
  if (!meshed) return { findings: [finding(injected, 'has', at, { workload, because }, trace)], trace };
  const last = hops.at(-1);
  const told = last && retell(last, [notInjected], at, trace);
  return { findings: told ? [told] : [], trace };
}

/** The line that decided, if the student wrote it; else the workload, else the beginning of the answer. */
function placeOf(mesh: LinkerdMesh, pod: PodState, submission: Submission): Span {
  const { at } = mesh.injection(pod);
  const isOwn = submission.answers.some(({ path }) => path === at.path);
  return placeInAnswer({ at: isOwn ? at : pod.at }, submission);
}
