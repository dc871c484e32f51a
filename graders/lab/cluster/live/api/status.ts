import { own } from '../../../../core/own.ts';
import { quantityText } from '../../quantity.ts';
import { count } from '../../read.ts';
import { bounds, countDeployment, countSet, isComplete, setName, specOf } from '../control/deployment.ts';
import { at, fieldsOf, numberAt } from '../fields.ts';
import type { Fields, LiveCluster, LiveObject } from '../live.ts';
import { isReadyAt, lookAt } from '../look.ts';
import { usageOf } from '../place.ts';
import { refusalText } from '../refusal-text.ts';
import { ownedBy, podsOwnedBy } from '../store.ts';
import { stamp } from '../time.ts';
import { condition } from './conditions.ts';

/** The status of an object that is no pod, as its controller writes it; undefined for kinds without one. */
export function statusOf(live: LiveCluster, object: LiveObject): Fields | undefined {
  const { group, kind } = object.resource;
  switch (`${group}/${kind}`) {
    case 'apps/Deployment':
      return deploymentStatus(live, object);
    case 'apps/ReplicaSet':
      return replicaSetStatus(live, object);
    case 'apps/StatefulSet':
      return statefulSetStatus(live, object);
    case 'apps/DaemonSet':
      return daemonSetStatus(live, object);
    case 'batch/Job':
      return jobStatus(live, object);
    case 'batch/CronJob':
      return object.memory?.scheduled === undefined ? {} : { lastScheduleTime: stamp(object.memory.scheduled) };
    case 'autoscaling/HorizontalPodAutoscaler':
      return autoscalerStatus(object);
    case '/Service':
      return { loadBalancer: {} };
    case '/Namespace':
      return { phase: object.deleting === undefined ? 'Active' : 'Terminating' };
    case '/ResourceQuota':
      return quotaStatus(live, object);
    case '/Node':
      return fieldsOf(object.resource.data.status);
    case '/PersistentVolumeClaim':
      return { phase: 'Pending' };
    case 'networking.k8s.io/Ingress':
      return { loadBalancer: {} };
    default:
      return isCustom(object) ? (object.resource.data.status as Fields | undefined) : undefined;
  }
}

const isCustom = ({ resource }: LiveObject): boolean => resource.data.status !== undefined;

function deploymentStatus(live: LiveCluster, object: LiveObject): Fields {
  const { wanted, pods, updated, ready, available } = countDeployment(live, object);
  const unavailable = Math.max(0, Math.max(wanted, pods) - available);
  return {
    ...(available > 0 && { availableReplicas: available }),
    conditions: deploymentConditions(live, object),
    observedGeneration: object.generation,
    ...(ready > 0 && { readyReplicas: ready }),
    ...(pods > 0 && { replicas: pods }),
    ...(unavailable > 0 && { unavailableReplicas: unavailable }),
    ...(updated > 0 && { updatedReplicas: updated }),
  };
}

/** @see https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#deployment-status */
export function deploymentConditions(live: LiveCluster, object: LiveObject): readonly Fields[] {
  const counts = countDeployment(live, object);
  const spec = specOf(object);
  const changed = (reason: { readonly at: number } | undefined) => reason?.at ?? object.created;
  const since = lastChange(live, object);
  const isAvailable = counts.available >= leastOf(spec);
  const available = isAvailable
    ? condition('Available', true, since, 'MinimumReplicasAvailable', 'Deployment has minimum availability.')
    : condition(
        'Available',
        false,
        changed(object.memory?.progress),
        'MinimumReplicasUnavailable',
        'Deployment does not have minimum availability.',
      );
  const set = setName(object);
  const at_ = Math.max(object.memory?.progress?.at ?? object.created, since);
  const deadline = spec?.progressDeadlineSeconds ?? 600;
  const progressing = spec?.paused
    ? condition('Progressing', 'Unknown', at_, 'DeploymentPaused', 'Deployment is paused')
    : isComplete(counts)
      ? condition(
          'Progressing',
          true,
          at_,
          'NewReplicaSetAvailable',
          `ReplicaSet "${set}" has successfully progressed.`,
        )
      : live.clock >= at_ + deadline
        ? condition(
            'Progressing',
            false,
            at_ + deadline,
            'ProgressDeadlineExceeded',
            `ReplicaSet "${set}" has timed out progressing.`,
          )
        : condition('Progressing', true, at_, 'ReplicaSetUpdated', `ReplicaSet "${set}" is progressing.`);
  const failure = ownedBy(live, object.uid).find(({ memory }) => memory?.refused);
  const refused = failure?.memory?.refused;
  const failed = refused
    ? [
        condition(
          'ReplicaFailure',
          true,
          refused.at,
          'FailedCreate',
          refusalText('pods', `${failure.resource.name}-`, refused.hop),
        ),
      ]
    : [];
  return [...withUpdate([available, progressing], at_), ...failed];
}

/** Conditions of a Deployment also say when they were last written. */
const withUpdate = (conditions: readonly Fields[], when: number): readonly Fields[] =>
  conditions.map((one) => ({ ...one, lastUpdateTime: stamp(Math.max(when, 0)) }));

/** The fewest pods with which a Deployment still counts as available. */
function leastOf(spec: ReturnType<typeof specOf>): number {
  const replicas = count(spec?.replicas, 1);
  return spec?.strategy?.type === 'Recreate' ? replicas : replicas - bounds(spec, replicas).unavailable;
}

/** When the pods of a Deployment last became ready. */
function lastChange(live: LiveCluster, object: LiveObject): number {
  const times = ownedBy(live, object.uid)
    .flatMap(({ uid }) => podsOwnedBy(live, uid))
    .flatMap(({ readyAt }) => (readyAt !== undefined && readyAt <= live.clock ? [readyAt] : []));
  return Math.max(object.created, ...times);
}

function replicaSetStatus(live: LiveCluster, object: LiveObject): Fields {
  const { pods, ready, available } = countSet(
    live,
    object,
    numberAt(object.resource.data, 'spec', 'minReadySeconds') ?? 0,
  );
  const refused = object.memory?.refused;
  return {
    ...(available > 0 && { availableReplicas: available }),
    ...(refused && {
      conditions: [
        condition(
          'ReplicaFailure',
          true,
          refused.at,
          'FailedCreate',
          refusalText('pods', `${object.resource.name}-`, refused.hop),
        ),
      ],
    }),
    ...(pods > 0 && { fullyLabeledReplicas: pods }),
    observedGeneration: object.generation,
    ...(ready > 0 && { readyReplicas: ready }),
    replicas: pods,
  };
}

function statefulSetStatus(live: LiveCluster, object: LiveObject): Fields {
  const pods = podsOwnedBy(live, object.uid).filter(({ deleting }) => !deleting);
  const ready = pods.filter((pod) => isReadyAt(pod, live.clock)).length;
  const hash = object.history?.at(-1)?.hash ?? '';
  const before = object.history?.at(-2)?.hash ?? hash;
  const updated = pods.filter(
    ({ verdict }) => own(verdict.labels, 'controller-revision-hash') === `${object.resource.name}-${hash}`,
  ).length;
  const wanted = numberAt(object.resource.data, 'spec', 'replicas') ?? 1;
  return {
    availableReplicas: ready,
    collisionCount: 0,
    currentReplicas: updated === wanted ? updated : pods.length - updated,
    currentRevision: `${object.resource.name}-${updated === wanted ? hash : before}`,
    observedGeneration: object.generation,
    ...(ready > 0 && { readyReplicas: ready }),
    replicas: pods.length,
    updateRevision: `${object.resource.name}-${hash}`,
    ...(updated > 0 && { updatedReplicas: updated }),
  };
}

function daemonSetStatus(live: LiveCluster, object: LiveObject): Fields {
  const pods = podsOwnedBy(live, object.uid).filter(({ deleting }) => !deleting);
  const ready = pods.filter((pod) => isReadyAt(pod, live.clock)).length;
  const hash = object.history?.at(-1)?.hash ?? '';
  const updated = pods.filter(({ verdict }) => own(verdict.labels, 'controller-revision-hash') === hash).length;
  return {
    currentNumberScheduled: pods.length,
    desiredNumberScheduled: pods.length,
    numberAvailable: ready,
    numberMisscheduled: 0,
    numberReady: ready,
    ...(pods.length > ready && { numberUnavailable: pods.length - ready }),
    observedGeneration: object.generation,
    updatedNumberScheduled: updated,
  };
}

function jobStatus(live: LiveCluster, object: LiveObject): Fields {
  const pods = podsOwnedBy(live, object.uid);
  const phases = pods.map((pod) => lookAt(pod, live.clock));
  const succeeded = phases.filter(({ phase }) => phase === 'Succeeded').length;
  const failed = phases.filter(({ phase }) => phase === 'Failed').length;
  const active = pods.filter(
    ({ deleting }, index) => !deleting && !/^(?:Succeeded|Failed)$/.test(phases[index]?.phase ?? ''),
  ).length;
  const ended = object.memory?.job?.ended;
  const completions = numberAt(object.resource.data, 'spec', 'completions') ?? 1;
  const isGood = succeeded >= completions;
  return {
    ...(active > 0 && { active }),
    ...(ended !== undefined && isGood && { completionTime: stamp(ended) }),
    ...(ended !== undefined && {
      conditions: isGood
        ? [
            condition(
              'SuccessCriteriaMet',
              true,
              ended,
              'CompletionsReached',
              'Reached expected number of succeeded pods',
            ),
            condition('Complete', true, ended, 'CompletionsReached', 'Reached expected number of succeeded pods'),
          ]
        : [condition('Failed', true, ended, 'BackoffLimitExceeded', 'Job has reached the specified backoff limit')],
    }),
    ...(failed > 0 && { failed }),
    ready: phases.filter(({ ready }) => ready).length,
    ...(at(object.resource.data, 'spec', 'suspend') !== true && { startTime: stamp(object.created) }),
    ...(succeeded > 0 && { succeeded }),
    terminating: pods.filter(({ deleting }) => deleting).length,
    uncountedTerminatedPods: {},
  };
}

function autoscalerStatus(object: LiveObject): Fields {
  const seen = object.memory?.scaler;
  if (!seen) return { currentMetrics: null, desiredReplicas: 0 };
  const active = seen.blind
    ? condition(
        'ScalingActive',
        false,
        object.created,
        'FailedGetResourceMetric',
        'the HPA was unable to compute the replica count: failed to get cpu utilization: unable to get metrics for resource cpu: unable to fetch metrics from resource metrics API: the server could not find the requested resource (get pods.metrics.k8s.io)',
      )
    : condition(
        'ScalingActive',
        true,
        object.created,
        'ValidMetricFound',
        'the HPA was able to successfully calculate a replica count from cpu resource utilization (percentage of request)',
      );
  const able = condition(
    'AbleToScale',
    true,
    object.created,
    seen.blind ? 'SucceededGetScale' : 'ReadyForNewScale',
    seen.blind
      ? "the HPA controller was able to get the target's current scale"
      : 'recommended size matches current size',
  );
  return {
    conditions: [able, active],
    currentMetrics:
      seen.cpu === undefined
        ? null
        : [{ type: 'Resource', resource: { name: 'cpu', current: { averageUtilization: seen.cpu } } }],
    currentReplicas: seen.current,
    desiredReplicas: seen.desired,
    ...(seen.lastScale !== undefined && { lastScaleTime: stamp(seen.lastScale) }),
  };
}

/** What a quota allows, and what admission has counted against it. */
function quotaStatus(live: LiveCluster, object: LiveObject): Fields {
  const hard = fieldsOf(at(object.resource.data, 'spec', 'hard'));
  const counted = [...usageOf(live)].find(([quota]) => (quota as unknown) === object.resource)?.[1] ?? {};
  const used = Object.keys(hard).map((key) => [
    key,
    quantityText(key.replace(/^(?:requests|limits)\./, ''), own(counted, key) ?? 0),
  ]);
  return {
    hard: Object.fromEntries(Object.entries(hard).map(([key, value]) => [key, String(value)])),
    used: Object.fromEntries(used),
  };
}
