import { type Finding, finding } from '../../core/finding.ts';
import { fieldSpan, isSameObject, type Resource } from '../../model/manifests/manifests.ts';
import { podTemplateOf } from '../../model/workloads/templates.ts';
import { object, pairs } from '../../model/workloads/values.ts';
import type { Submission } from '../submission.ts';
import { immutable } from './findings.ts';

/**
 * Workloads of a running world that cannot be applied over what is there: the API does not let a selector change.
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#label-selector-updates
 */
export function refusedUpdates(submission: Submission): readonly Finding[] {
  const given = submission.manifests().resources.filter(({ origin }) => origin === 'given');
  return submission.answered().resources.flatMap((next) => {
    const before = given.find((one) => isSameObject(one, next));
    if (!before || selectorText(before) === selectorText(next)) return [];
    const data = { kind: next.kind, name: next.name };
    return [finding(immutable, 'selector', fieldSpan(next, 'spec', 'selector'), data)];
  });
}

function selectorText(owner: Resource): string {
  const { matchLabels, matchExpressions = [] } = object(podTemplateOf(owner)?.selector) ?? {};
  return JSON.stringify([[...pairs(matchLabels)].sort(), matchExpressions]);
}
