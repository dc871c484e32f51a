import type { ISubject } from 'kubernetes-models/rbac.authorization.k8s.io/v1';
import { nearest } from '../../core/nearest.ts';
import type { Span } from '../../core/span.ts';
import { fieldSpan, type Resource } from '../../model/manifests/manifests.ts';
import { items, text } from '../../model/workloads/values.ts';
import { spanOf } from '../../parse/yaml/located.ts';
import type { Submission } from '../submission.ts';
import type { AccessQuestion } from './params.ts';

type Binding = Resource<{ readonly subjects?: readonly Partial<ISubject>[] }>;

/**
 * Where somebody was probably meant to be bound whom no binding names: a subject with the same name and another kind or namespace, one
 * with almost the name, or else the subjects of the first binding there.
 * @returns undefined where the answer binds nobody
 */
export function subjectMeant(
  { user, groups = [], serviceAccount, namespace }: AccessQuestion,
  submission: Submission,
): Span | undefined {
  const bindings = submission
    .answered()
    .resources.filter(
      ({ group, kind, namespace: own }) =>
        group === 'rbac.authorization.k8s.io' &&
        (kind === 'ClusterRoleBinding' || (kind === 'RoleBinding' && own === namespace)),
    ) as readonly Binding[];
  const subjects = bindings.flatMap(({ data }) => items(data.subjects));
  const names = subjects.flatMap(({ name }) => text(name) ?? []);
  const wanted = [serviceAccount?.split('/').at(-1), ...groups, user].filter((name) => name !== undefined);
  const near = wanted.map((name) => nearest(name, names)).find((name) => name !== undefined);
  const subject = subjects.find(({ name }) => name !== undefined && name === near);
  const [first] = bindings;
  return (subject && spanOf(subject, 'name')) ?? (first && fieldSpan(first, 'subjects'));
}
