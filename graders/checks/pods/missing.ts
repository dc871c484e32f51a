import { pairsAsCode } from '../../core/code.ts';
import { type Finding, finding } from '../../core/finding.ts';
import type { Trace } from '../../core/trace.ts';
import type { Settled } from '../../lab/cluster/index.ts';
import { fieldSpan, type Resource } from '../../model/manifests/manifests.ts';
import { fields } from '../../model/mesh/fields.ts';
import { placeInAnswer, startOf } from '../cluster/place.ts';
import { retell } from '../cluster/retell.ts';
import { kindsOf } from '../cluster/wanted.ts';
import type { Submission } from '../submission.ts';
import { causes } from './causes.ts';
import { missing } from './findings.ts';
import type { ReadyPods } from './params.ts';

/** Why there is no pod of those a check asks about: the API refused them, or what was written asks for others. */
export function nobody(wanted: ReadyPods, settled: Settled, submission: Submission): Finding {
  return refusedFinding(wanted, settled, submission) ?? unlike(wanted, settled, submission);
}

function refusedFinding({ kind = 'Pod', name }: ReadyPods, { state }: Settled, submission: Submission) {
  const refused = state.rejected.filter(({ from }) => from.kind === kind && from.origin === 'answer');
  const rejected = refused.find(({ from }) => from.name === name) ?? refused[0];
  if (!rejected) return undefined;
  const trace: Trace = { hops: [rejected.hop], outcome: 'rejected' };
  return retell(rejected.hop, causes, placeInAnswer(rejected.hop, submission), trace);
}

function unlike(wanted: ReadyPods, { state }: Settled, submission: Submission): Finding {
  const { kind = 'Pod', name, labels, namespace = 'default' } = wanted;
  const { resources } = submission.answered();
  const ofKind = resources.filter((resource) => resource.kind === kind);
  const named = ofKind.filter((one) => name === undefined || one.name === name);
  const object = named.find((one) => name === undefined || namespaceOf(one) === namespace);
  if (object) {
    return otherLabels(wanted, object, state) ?? idle(object);
  }
  const [stray] = named;
  if (stray) {
    const data = { kind, name: stray.name, namespace, found: namespaceOf(stray) };
    return finding(missing, 'elsewhere', fieldSpan(stray, 'metadata', 'namespace'), data);
  }
  const isSomething = ofKind.length > 0 || resources.some((one) => one.name === name && makesPods.has(one.kind));
  if (name !== undefined && isSomething) return noneNamed({ ...wanted, kind, name }, namespace, submission);
  if (labels) return finding(missing, 'noneLabelled', startOf(submission), { namespace, labels: written(labels) });
  const [first] = resources;
  const at = first ? fieldSpan(first, 'kind') : startOf(submission);
  return finding(missing, 'noneOfKind', at, { kind, found: kindsOf(submission) });
}

/** The object is there and asks for no pod. */
function idle(object: Resource): Finding {
  const facts = { kind: object.kind, name: object.name };
  const { paused, replicas } = fields(fields(object.data).spec);
  if (paused === true) return finding(missing, 'paused', fieldSpan(object, 'spec', 'paused'), facts);
  if (replicas === 0) return finding(missing, 'noReplicas', fieldSpan(object, 'spec', 'replicas'), facts);
  return finding(missing, 'noPods', object.at, facts);
}

/** Nobody has the name, or something of another kind does. */
function noneNamed({ kind, name }: { kind: string; name: string }, namespace: string, submission: Submission): Finding {
  const there = submission.answered().resources.filter((one) => namespaceOf(one) === namespace);
  const other = there.find((one) => one.name === name && makesPods.has(one.kind));
  if (other) return finding(missing, 'otherKind', fieldSpan(other, 'kind'), { kind, name, found: other.kind });
  const ofKind = there.find((one) => one.kind === kind);
  const at = ofKind ? fieldSpan(ofKind, 'metadata', 'name') : startOf(submission);
  return finding(missing, 'noneNamed', at, { kind, name, namespace });
}

const makesPods = new Set(['Pod', 'Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob']);

/** The object has pods, and only their labels are others. */
function otherLabels({ labels }: ReadyPods, { kind, name, namespace }: Resource, { pods }: Settled['state']) {
  const pod = pods.find(({ from }) => from.kind === kind && from.name === name && from.namespace === namespace);
  if (!pod || !labels) return undefined;
  const at = fieldSpan(pod.from, 'spec', 'template', 'metadata', 'labels');
  return finding(missing, 'otherLabels', at, {
    kind,
    name,
    labels: written(labels),
    found: written(ownLabels(pod.labels)),
  });
}

/** Without the one that the controller adds. */
function ownLabels({ 'pod-template-hash': _hash, ...labels }: Readonly<Record<string, string>>) {
  return labels;
}

const namespaceOf = ({ namespace = 'default' }: Resource): string => namespace;

const written = (labels: Readonly<Record<string, string>>): readonly string[] => pairsAsCode(Object.entries(labels));
