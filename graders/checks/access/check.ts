import { type Finding, finding } from '../../core/finding.ts';
import type { Text } from '../../core/text.ts';
import type { Trace } from '../../core/trace.ts';
import { says } from '../../core/trace.ts';
import { hops } from '../../lab/cluster/hops.ts';
import { type ClusterState, canI, grantsTo } from '../../lab/cluster/index.ts';
import { spanOf } from '../../parse/yaml/located.ts';
import { checkKind } from '../check.ts';
import { isAnswered, placeInAnswer } from '../cluster/place.ts';
import { saying } from '../cluster/say.ts';
import { settledWorld } from '../cluster/world.ts';
import { following } from '../say.ts';
import type { Submission } from '../submission.ts';
import { tooLittle, tooMuch } from './findings.ts';
import type { AccessQuestion, Never, Params } from './params.ts';
import { subjectMeant } from './subject.ts';

/** Asks RBAC each question and compares. */
export default checkKind<Params>({
  kind: 'access',
  title: { es: 'Cada cual puede lo que debe', en: 'Everybody can do what they should' },
  check({ questions, never = [] }, submission) {
    const { state } = settledWorld(submission);
    const asked = questions.flatMap((question) => judge(question, state, submission));
    return { findings: firstOfEach([...asked, ...never.flatMap((one) => exceeding(one, state, submission))]) };
  },
});

/** Somebody who lacks everything lacks it for one reason: it is told once. What is too much, once for each resource. */
function firstOfEach(findings: readonly Finding[]): readonly Finding[] {
  const told = new Set<string>();
  return findings.filter(({ id, data }) => {
    const story = JSON.stringify(id === tooLittle.id ? [id, data.who] : [id, data.who, data.where, data.resource]);
    const repeated = told.has(story);
    told.add(story);
    return !repeated;
  });
}

function judge(question: AccessQuestion, state: ClusterState, submission: Submission): Finding[] {
  const trace = canI(state, question);
  const allowed = trace.outcome.decision === 'allowed';
  if (allowed === question.allowed) return [];
  const { verb, resource, namespace } = question;
  const because = following(question.because);
  const data = { who: nameOf(question), verb, resource, where: whereOf(namespace), because };
  const at = placeInAnswer(
    trace.hops.findLast((hop) => hop.at),
    submission,
  );
  const proof = trace as unknown as Trace;
  const { role = '', binding = '' } = trace.outcome;
  if (allowed) return [finding(tooMuch, 'allowed', at, { ...data, role, binding }, proof)];
  const granting = trace.hops.findLast((hop) => !says(hop, hops, 'denied'));
  if (!granting) return [finding(tooLittle, 'unnamed', subjectMeant(question, submission) ?? at, data, proof)];
  return [finding(tooLittle, 'denied', at, { ...data, reason: saying(granting) }, proof)];
}

/** What the answer grants to somebody who should not have it, a finding for each rule. */
function exceeding({ verbs, because, ...who }: Never, state: ClusterState, submission: Submission): Finding[] {
  return grantsTo(state, who).flatMap(({ rule, binding, role, namespace }) => {
    if (!isAnswered(binding.at, submission)) return [];
    const verb = rule.verbs.find((one) => one === '*' || verbs === undefined || verbs.includes(one));
    const [resource] = [...(rule.resources ?? []), ...(rule.nonResourceURLs ?? [])];
    if (verb === undefined || resource === undefined) return [];
    const at = spanOf(rule);
    const data = {
      who: nameOf(who),
      verb: verb === '*' ? (verbs?.[0] ?? verb) : verb,
      resource,
      where: whereOf(namespace),
      because: following(because),
    };
    const place = isAnswered(at, submission) ? at : binding.at;
    return [finding(tooMuch, 'allowed', place, { ...data, role, binding: binding.name ?? '' })];
  });
}

function nameOf({ user, groups, serviceAccount }: Pick<AccessQuestion, 'user' | 'groups' | 'serviceAccount'>): string {
  if (serviceAccount !== undefined) return serviceAccount;
  return groups?.length ? `${user} (${groups.join(', ')})` : (user ?? '');
}

function whereOf(namespace: string | undefined): Text {
  return namespace === undefined
    ? { es: ' en todo el clúster', en: ' in the whole cluster' }
    : { es: ` en \`${namespace}\``, en: ` in \`${namespace}\`` };
}
