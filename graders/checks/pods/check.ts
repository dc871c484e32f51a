import { isFields } from '../../core/fields.ts';
import { type Finding, finding } from '../../core/finding.ts';
import type { Hop, Trace } from '../../core/trace.ts';
import { assumptions, type PodState, type Settled } from '../../lab/cluster/index.ts';
import { fieldSpan, type Resource } from '../../model/manifests/manifests.ts';
import { checkKind } from '../check.ts';
import { abstaining, assumedIn } from '../cluster/assumed.ts';
import { placeInAnswer } from '../cluster/place.ts';
import { retell } from '../cluster/retell.ts';
import { isWanted } from '../cluster/wanted.ts';
import { settledWorld } from '../cluster/world.ts';
import type { Submission } from '../submission.ts';
import { causes } from './causes.ts';
import { notReady, otherImage } from './findings.ts';
import { imageSpan, runs } from './images.ts';
import { nobody } from './missing.ts';
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
    return { findings, ...abstaining(findings), ...(telling?.trace && { trace: telling.trace }) };
  },
});

function look(
  wanted: ReadyPods,
  settled: Settled,
  submission: Submission,
): { findings: readonly Finding[]; trace?: Trace } {
  const pods = settled.state.pods.filter((pod) => isWanted(wanted, pod));
  const least = wanted.ready ?? Math.max(pods.length, 1);
  const ready = pods.filter((pod) => pod.ready);
  const failing = pods.find((pod) => !pod.ready);
  const shown = failing ?? ready[0];
  if (!shown) return { findings: [nobody(wanted, settled, submission)] };
  const trace = traceOf(shown, settled);
  if (ready.length >= least) {
    const other = foreign(wanted, pods, submission, trace);
    return { findings: other.length > 0 ? other : guessed(ready, least, submission, trace), trace };
  }
  const cause = failing ? (failing.problem ?? trace.hops.findLast(isCause)) : refusalOf(pods, settled);
  const told = cause && retell(cause, causes, placeInAnswer(cause, submission), trace);
  if (told) return { findings: [told], trace };
  const data = { ready: ready.length, wanted: least };
  const owner = failing ? undefined : ownerOf(shown, settled);
  if (owner && !hasReplicas(owner) && countsReplicas.has(owner.kind)) {
    const facts = { kind: owner.kind, name: owner.name, wanted: least };
    const at = placeInAnswer({ at: fieldSpan(owner, 'spec') }, submission);
    return { findings: [finding(notReady, 'oneByDefault', at, facts, trace)], trace };
  }
  const place = failing ?? { at: owner && hasReplicas(owner) ? fieldSpan(owner, 'spec', 'replicas') : shown.at };
  return { findings: [finding(notReady, 'tooFew', placeInAnswer(place, submission), data, trace)], trace };
}

/** The object that says how many pods like this one there are to be. */
function ownerOf({ workload, namespace }: PodState, { state }: Settled): Resource | undefined {
  return state.resources.find(
    (one) => one.kind === workload.kind && one.name === workload.name && one.namespace === namespace,
  );
}

const countsReplicas = new Set(['Deployment', 'ReplicaSet', 'StatefulSet']);

const hasReplicas = ({ data }: Resource): boolean =>
  isFields(data) && isFields(data.spec) && data.spec.replicas !== undefined;

/** Where fewer pods than are asked for are certain to be ready: what the others rest on. */
function guessed(ready: readonly PodState[], least: number, submission: Submission, trace: Trace): readonly Finding[] {
  const guesses = ready.flatMap((pod) => assumedIn(assumptions(pod), submission, trace) ?? []);
  return ready.length - guesses.length < least ? guesses.slice(0, 1) : [];
}

const isCause = ({ message }: Hop): boolean =>
  causes.some(({ messages }) => Object.hasOwn(messages, message.slice(message.indexOf('/') + 1)));

/** Why the object that made these pods could not make more. */
function refusalOf(pods: readonly PodState[], { state }: Settled): Hop | undefined {
  return state.rejected.find(({ from }) => pods.some((pod) => pod.from === from))?.hop;
}

/** The first pod without the image that is asked for. */
function foreign({ image }: ReadyPods, pods: readonly PodState[], submission: Submission, trace: Trace): Finding[] {
  const pod = image === undefined ? undefined : pods.find((one) => !runs(one, image));
  const [container] = pod?.containers ?? [];
  if (!pod || !container || image === undefined) return [];
  const at = placeInAnswer({ at: imageSpan(pod, container) }, submission);
  const found = pod.containers.map((one) => `\`${one.image}\``);
  return [finding(otherImage, 'other', at, { workload: pod.workload.name, wanted: image, found }, trace)];
}

function traceOf(pod: PodState, { hops }: Settled): Trace {
  const own = hops.filter(({ resource }) => resource?.name === pod.name && resource.namespace === pod.namespace);
  return { hops: own, outcome: { pod: pod.name, phase: pod.phase, ready: pod.ready } };
}
