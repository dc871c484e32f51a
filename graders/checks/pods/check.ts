import { type Finding, finding } from '../../core/finding.ts';
import type { Trace } from '../../core/trace.ts';
import type { PodState, Settled } from '../../lab/cluster/index.ts';
import { fieldSpan } from '../../model/manifests/manifests.ts';
import { checkKind } from '../check.ts';
import { placeInAnswer, startOf } from '../cluster/place.ts';
import { retell } from '../cluster/retell.ts';
import { isWanted, kindsOf } from '../cluster/wanted.ts';
import { settledWorld } from '../cluster/world.ts';
import type { Submission } from '../submission.ts';
import { causes } from './causes.ts';
import { missing, notReady } from './findings.ts';
import type { Params, ReadyPods } from './params.ts';

/** Applies the answer and looks at its pods once nothing changes any more. */
export default checkKind<Params>({
  kind: 'pods',
  title: { es: 'Los pods arrancan y quedan listos', en: 'The pods start and become ready' },
  check({ pods }, submission) {
    const settled = settledWorld(submission);
    const looked = pods.map((wanted) => look(wanted, settled, submission));
    const findings = looked.flatMap((one) => one.findings);
    const telling = looked.find((one) => one.findings.length > 0) ?? looked[0];
    return telling?.trace ? { findings, trace: telling.trace } : { findings };
  },
});

function look(wanted: ReadyPods, settled: Settled, submission: Submission): { findings: Finding[]; trace?: Trace } {
  const pods = settled.state.pods.filter((pod) => isWanted(wanted, pod));
  const least = wanted.ready ?? Math.max(pods.length, 1);
  const ready = pods.filter((pod) => pod.ready);
  const failing = pods.find((pod) => !pod.ready);
  const shown = failing ?? ready[0];
  if (!shown) return { findings: [nobody(wanted, settled, submission)] };
  const trace = traceOf(shown, settled);
  if (ready.length >= least) return { findings: [], trace };
  if (failing?.problem) {
    const told = retell(failing.problem, causes, placeInAnswer(failing.problem, submission), trace);
    if (told) return { findings: [told], trace };
  }
  const data = { ready: ready.length, wanted: least };
  return { findings: [finding(notReady, 'tooFew', placeInAnswer(shown, submission), data, trace)], trace };
}

function nobody(wanted: ReadyPods, { state }: Settled, submission: Submission): Finding {
  const kind = wanted.kind ?? 'Pod';
  const rejected = state.rejected.find(({ from }) => from.kind === kind && from.origin === 'answer');
  if (rejected) {
    const trace: Trace = { hops: [rejected.hop], outcome: 'rejected' };
    const told = retell(rejected.hop, causes, placeInAnswer(rejected.hop, submission), trace);
    if (told) return told;
  }
  const { resources } = submission.answered();
  const { name, labels, namespace = 'default' } = wanted;
  const ofKind = resources.filter((resource) => resource.kind === kind);
  const object = ofKind.find((one) => name === undefined || (one.name === name && one.namespace === namespace));
  if (object) return finding(missing, 'noPods', object.at, { kind, name: object.name });
  if (name !== undefined && ofKind[0]) return finding(missing, 'noneNamed', ofKind[0].at, { kind, name, namespace });
  if (labels) {
    const written = Object.entries(labels).map(([key, value]) => `\`${key}: ${value}\``);
    return finding(missing, 'noneLabelled', startOf(submission), { namespace, labels: written });
  }
  const [first] = resources;
  const at = first ? fieldSpan(first, 'kind') : startOf(submission);
  return finding(missing, 'noneOfKind', at, { kind, found: kindsOf(submission) });
}

function traceOf(pod: PodState, { hops }: Settled): Trace {
  const own = hops.filter(({ resource }) => resource?.name === pod.name && resource.namespace === pod.namespace);
  return { hops: own, outcome: { pod: pod.name, phase: pod.phase, ready: pod.ready } };
}
