import { hasLabels, type PodState } from '../../lab/cluster/index.ts';
import type { Submission } from '../submission.ts';

/** Which pods a check is about. What is omitted is not compared. */
export interface PodsWanted {
  /** Kind of the object the student writes: `Pod`, `Deployment`, `StatefulSet`, … */
  readonly kind?: string;
  /** Name of that object. */
  readonly name?: string;
  readonly namespace?: string;
  /** Labels of the pods. */
  readonly labels?: Readonly<Record<string, string>>;
  /** `given` for the pods of the world; by default those of the answer. */
  readonly origin?: 'answer' | 'given' | 'any';
}

/** Whether a pod is one of those a check asks about. */
export function isWanted({ kind, name, namespace, labels, origin = 'answer' }: PodsWanted, pod: PodState): boolean {
  return (
    (origin === 'any' || pod.from.origin === origin) &&
    (kind === undefined || pod.workload.kind === kind) &&
    (name === undefined || pod.workload.name === name) &&
    (namespace === undefined || pod.namespace === namespace) &&
    (labels === undefined || hasLabels(labels, pod.labels))
  );
}

/** The kinds of object in the answer, for the sentence that misses one. */
export function kindsOf(submission: Submission): readonly string[] {
  return [...new Set(submission.answered().resources.map(({ kind }) => kind))];
}
