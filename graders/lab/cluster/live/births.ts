import type { IDeployment, IStatefulSet } from 'kubernetes-models/apps/v1';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { integer } from '../read.ts';
import { boundsOf, part } from '../rollout/bounds.ts';
import { orderedUpdate } from '../rollout/ordered.ts';
import { recreate, rollingUpdate } from '../rollout/rolling.ts';
import type { RolloutStep } from '../rollout/timeline.ts';
import { replicasOf } from '../workloads/deployment.ts';

/** When pods of a workload come and go, in seconds from now. What is not listed stays as it is, or never comes. */
export interface Schedule {
  /** One for each new pod, in order. */
  readonly births: readonly number[];
  /** One for each old pod that goes, in order. */
  readonly ends: readonly number[];
}

/** The pods of a workload when its controller looks at them. */
export interface Fleets {
  /** Pods of another template, or more than are wanted. */
  readonly old: { readonly pods: number; readonly available: number };
  /** Pods that are wanted and there. */
  readonly kept: number;
  /** Pods that are wanted and not there. */
  readonly fresh: number;
  /** Seconds until a new pod is ready; `Infinity` when it never is. */
  readonly readyAfter: number;
  /** The old pods have another template. */
  readonly update: boolean;
}

/** What the controller of a workload does about its pods, and when. */
export function scheduleOf(workload: Resource, fleets: Fleets): Schedule {
  const { old, fresh, kept, update } = fleets;
  if (!update || old.pods === 0) return { births: inTurn(workload, fleets), ends: all(old.pods, 0) };
  const steps = stepsOf(workload, { ...fleets, fresh: fresh + kept });
  const births = steps.flatMap(({ at, newPods }, index) => all(newPods - (steps[index - 1]?.newPods ?? 0), at));
  const ends = steps.flatMap(({ at, oldPods }, index) => all((steps[index - 1]?.oldPods ?? old.pods) - oldPods, at));
  return { births: births.slice(kept, kept + fresh), ends };
}

const all = (count: number, at: number): readonly number[] => Array.from({ length: Math.max(0, count) }, () => at);

/** A StatefulSet makes one pod after the other, each when the one before is ready. */
function inTurn(workload: Resource, { fresh, readyAfter }: Fleets): readonly number[] {
  const isOrdered =
    workload.kind === 'StatefulSet' &&
    (workload.data as Partial<IStatefulSet>).spec?.podManagementPolicy !== 'Parallel';
  if (!isOrdered) return all(fresh, 0);
  const times = Array.from({ length: fresh }, (_, index) => (index === 0 ? 0 : index * readyAfter));
  return times.filter(Number.isFinite);
}

function stepsOf(workload: Resource, { old, fresh, readyAfter }: Fleets): readonly RolloutStep[] {
  const replicas = Math.max(replicasOf(workload), fresh);
  if (workload.kind === 'StatefulSet') {
    const { partition, maxUnavailable } =
      (workload.data as Partial<IStatefulSet>).spec?.updateStrategy?.rollingUpdate ?? {};
    const unavailable = Math.max(1, part(maxUnavailable, replicas, Math.ceil));
    return orderedUpdate({ replicas: old.pods, partition: integer(partition) ?? 0, unavailable, readyAfter }).steps;
  }
  if (workload.kind === 'DaemonSet') {
    return orderedUpdate({ replicas: old.pods, partition: 0, unavailable: 1, readyAfter }).steps;
  }
  const { strategy, minReadySeconds } = (workload.data as Partial<IDeployment>).spec ?? {};
  const { maxSurge, maxUnavailable } = strategy?.rollingUpdate ?? {};
  const update = {
    replicas,
    ...boundsOf(replicas, maxSurge, maxUnavailable),
    old,
    readyAfter: readyAfter + (integer(minReadySeconds) ?? 0),
  };
  return (strategy?.type === 'Recreate' ? recreate(update) : rollingUpdate(update)).steps;
}
