import type { IContainer } from 'kubernetes-models/v1';
import type { Hop } from '../../../core/trace.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { list } from '../read.ts';
import type { ContainerState } from '../state.ts';
import type { PodPlan } from '../workloads/plan.ts';
import { restartsAfter } from './backoff.ts';
import { createContainer, nameOf, placeOf } from './container.ts';
import { exitHop, nameHop } from './exits.ts';
import type { KubeletOptions } from './options.ts';
import { podHop } from './say.ts';
import { type Running, runServices } from './services.ts';
import { isSidecar } from './sidecar.ts';
import { statusOf, waiting } from './status.ts';

/** What the init containers of a pod came to. */
export interface Initialised {
  readonly statuses: readonly ContainerState[];
  /** Native sidecars that keep running. */
  readonly sidecars: readonly Running[];
  readonly hops: readonly Hop[];
  /** Why the containers behind them do not start. */
  readonly stuck?: Hop;
  /** How the one that is to blame ended. */
  readonly because?: Hop;
  readonly failed?: boolean;
}

/**
 * Runs the init containers one after the other. Each must end well before the next starts; a native sidecar must only
 * have started.
 * @see https://kubernetes.io/docs/concepts/workloads/pods/init-containers/
 * @see https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/
 */
export function initialise(plan: PodPlan, options: KubeletOptions): Initialised {
  const containers = list(plan.spec.initContainers);
  let done: Initialised = { statuses: [], sidecars: [], hops: [] };
  for (const [index, container] of containers.entries()) {
    done = isSidecar(container)
      ? startSidecar(container, done, plan, options)
      : runOnce(container, done, plan, options);
    if (!done.stuck) continue;
    const never = containers.slice(index + 1).map((later) => waiting(later, plan.at, 'PodInitializing'));
    return { ...done, statuses: [...done.statuses, ...never] };
  }
  return done;
}

function startSidecar(container: IContainer, before: Initialised, plan: PodPlan, options: KubeletOptions): Initialised {
  const started = runServices([container], before.sidecars, plan, options);
  const [status] = started.statuses;
  const sidecars = [...before.sidecars, ...started.running];
  const grown = {
    ...before,
    sidecars,
    statuses: [...before.statuses, ...started.statuses],
    hops: [...before.hops, ...started.hops],
  };
  return status?.state === 'running' || !started.problem ? grown : { ...grown, stuck: started.problem };
}

function runOnce(container: IContainer, before: Initialised, plan: PodPlan, options: KubeletOptions): Initialised {
  const { at } = plan;
  const end = (status: ContainerState, hop: Hop | undefined, stuck?: Hop): Initialised => ({
    ...before,
    statuses: [...before.statuses, status],
    hops: hop ? [...before.hops, hop] : before.hops,
    ...(stuck && { stuck }),
  });
  const creation = createContainer(container, plan, options);
  if (!creation.created) return end(waiting(container, at, `Init:${creation.reason}`), creation.hop, creation.hop);
  const { process } = creation;
  const place = spanOf(container, 'command') ?? spanOf(container, 'args') ?? placeOf(container, at);
  const facts = { container: nameOf(container) };
  if (process.does === 'runs') {
    const hop = podHop(plan, 'init', 'initNeverEnds', facts, place);
    const stuck = end(statusOf(container, at, { state: 'running' }), hop, hop);
    if (process.waits?.kind !== 'no-name') return stuck;
    const because = nameHop(process.waits, facts.container, plan, place);
    return { ...stuck, because, hops: [...before.hops, because, hop] };
  }
  if (process.does !== 'exits' || process.code === 0) {
    const hop = podHop(plan, 'init', 'completed', { ...facts, code: 0 }, place);
    const ended = { state: 'terminated', reason: 'Completed', exitCode: 0, ready: true } as const;
    const assumed = process.does === 'unknown' ? { assumed: true } : {};
    return end(statusOf(container, at, { ...ended, ...assumed }), hop);
  }
  const hop = exitHop(process, facts.container, false, plan, place);
  const failed = podHop(plan, 'init', 'initFailed', facts, place);
  const once = plan.spec.restartPolicy === 'Never';
  const status = once
    ? statusOf(container, at, { state: 'terminated', reason: 'Error', exitCode: process.code })
    : waiting(container, at, 'Init:CrashLoopBackOff', restartsAfter(options.clock));
  const stuck = end(status, hop, failed);
  return { ...stuck, because: hop, hops: [...stuck.hops, failed], ...(once && { failed: true }) };
}
