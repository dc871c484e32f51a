import type { IHorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler';
import { firstMemory, look } from '../../hpa/autoscaler.ts';
import type { ObservedPod } from '../../hpa/observed.ts';
import { list } from '../../read.ts';
import { requestsOf } from '../../resources.ts';
import { aboutObject, record } from '../events.ts';
import { fieldsOf, numberAt, textAt } from '../fields.ts';
import type { LiveCluster, LiveObject, LivePod } from '../live.ts';
import { lookAt } from '../look.ts';
import { find, ofKind, ownedBy, podsOwnedBy, remember, replace } from '../store.ts';

/** The controller looks every 15 seconds. */
export const interval = 15;

/** One look of the autoscaler, which the lab's own decides; without metrics it stays blind and changes nothing but the range. */
export function controlAutoscaler(live: LiveCluster, scaler: LiveObject): LiveCluster {
  const target = targetOf(live, scaler);
  if (!target) return live;
  const replicas = numberAt(target.resource.data, 'spec', 'replicas') ?? 1;
  const pods = podsOf(live, target).map((pod) => observed(live, pod));
  const before = scaler.memory?.scaler;
  const memory = before?.memory ?? firstMemory(live.clock, replicas);
  const hpa = scaler.resource.data as unknown as IHorizontalPodAutoscaler;
  const decision = look(hpa, { clock: live.clock, replicas, pods }, memory);
  const cpu = percentage(pods);
  const scaled = decision.replicas !== replicas;
  const kept = {
    memory: decision.memory,
    current: replicas,
    desired: decision.replicas,
    blind: decision.blind,
    ...(cpu !== undefined && { cpu }),
    ...(scaled ? { lastScale: live.clock } : before?.lastScale !== undefined ? { lastScale: before.lastScale } : {}),
  };
  let next = remember(live, scaler, { scaler: kept });
  if (decision.blind) next = told(next, scaler, 'Warning', 'FailedGetResourceMetric', blindText(scaler));
  if (!scaled) return next;
  const reason =
    decision.replicas > replicas
      ? 'cpu resource utilization (percentage of request) above target'
      : 'All metrics below target';
  const outOfRange =
    replicas < (numberAt(hpa, 'spec', 'minReplicas') ?? 1)
      ? 'Current number of replicas below Spec.MinReplicas'
      : replicas > (numberAt(hpa, 'spec', 'maxReplicas') ?? replicas)
        ? 'Current number of replicas above Spec.MaxReplicas'
        : reason;
  next = told(next, scaler, 'Normal', 'SuccessfulRescale', `New size: ${decision.replicas}; reason: ${outOfRange}`);
  const { resource } = target;
  const spec = { ...fieldsOf(resource.data.spec), replicas: decision.replicas };
  return replace(next, find(next, resource) ?? target, { ...resource, data: { ...resource.data, spec } });
}

function blindText(scaler: LiveObject): string {
  const metric = textAt(scaler.resource.data, 'spec', 'metrics', 0, 'resource', 'name') ?? 'cpu';
  return `failed to get ${metric} utilization: unable to get metrics for resource ${metric}: unable to fetch metrics from resource metrics API: the server could not find the requested resource (get pods.metrics.k8s.io)`;
}

const told = (
  live: LiveCluster,
  scaler: LiveObject,
  type: 'Normal' | 'Warning',
  reason: string,
  message: string,
): LiveCluster =>
  record(live, scaler.resource.namespace, aboutObject(scaler), {
    type,
    reason,
    message,
    from: 'horizontal-pod-autoscaler',
  });

/** What an autoscaler scales, where it exists. */
export function targetOf(live: LiveCluster, { resource }: LiveObject): LiveObject | undefined {
  const kind = textAt(resource.data, 'spec', 'scaleTargetRef', 'kind');
  const name = textAt(resource.data, 'spec', 'scaleTargetRef', 'name');
  return ofKind(live, 'apps', kind ?? '', resource.namespace).find((one) => one.resource.name === name);
}

function podsOf(live: LiveCluster, target: LiveObject): readonly LivePod[] {
  const sets = target.resource.kind === 'Deployment' ? ownedBy(live, target.uid) : [target];
  return sets.flatMap(({ uid }) => podsOwnedBy(live, uid)).filter(({ deleting }) => !deleting);
}

function observed(live: LiveCluster, pod: LivePod): ObservedPod {
  const looked = lookAt(pod, live.clock);
  const containers = list(looked.spec?.containers);
  const requests = containers.map((one) => {
    const { cpu, memory } = requestsOf(one) as { readonly cpu?: number; readonly memory?: number };
    return [
      String(one.name),
      { ...(cpu !== undefined && { cpu: cpu * 1000 }), ...(memory !== undefined && { memory: memory * 1000 }) },
    ] as const;
  });
  const used = looked.phase === 'Running' ? live.hooks.usage?.(looked, live.clock) : undefined;
  const usage =
    used &&
    containers.map(
      (one, index) =>
        [
          String(one.name),
          index === 0 ? { cpu: used.cpu, memory: used.memory * 1000 } : { cpu: 0, memory: 0 },
        ] as const,
    );
  return {
    name: looked.name,
    requests: Object.fromEntries(requests),
    ready: looked.ready,
    phase: looked.phase === 'Running' ? 'Running' : looked.phase === 'Failed' ? 'Failed' : 'Pending',
    ...(usage && { usage: Object.fromEntries(usage) }),
  };
}

function percentage(pods: readonly ObservedPod[]): number | undefined {
  const sum = (of: (pod: ObservedPod) => ObservedPod['usage']) =>
    pods
      .filter(({ usage }) => usage)
      .reduce(
        (total, pod) => total + Object.values(of(pod) ?? {}).reduce((inner, one) => inner + (one.cpu ?? 0), 0),
        0,
      );
  const requested = sum(({ requests }) => requests);
  return requested > 0 ? Math.floor((100 * sum(({ usage }) => usage)) / requested) : undefined;
}
