import type { DataFor } from '../../../core/messages.ts';
import type { Span } from '../../../core/span.ts';
import type { Stage } from '../../../core/stage.ts';
import { type Hop, hop } from '../../../core/trace.ts';
import { hops } from '../hops.ts';
import type { PodPlan } from '../workloads/plan.ts';

type Sentences = (typeof hops)['messages'];

/** A decision about a pod, told with the pod's name. */
export function podHop<K extends keyof Sentences & string>(
  plan: Pick<PodPlan, 'name' | 'namespace'>,
  stage: Stage,
  message: K,
  data: DataFor<Sentences[K]>,
  at: Span,
): Hop {
  return hop(hops, stage, message, data, {
    resource: { kind: 'Pod', name: plan.name, namespace: plan.namespace },
    at,
  });
}
