import type { IHorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler';
import { lastApplied, simulate } from '../../lab/cluster/index.ts';
import type { Resource } from '../../model/manifests/manifests.ts';
import { runningContainersOf } from '../../model/workloads/containers.ts';
import { milliValue } from '../../model/workloads/quantities.ts';
import { podTemplateOf } from '../../model/workloads/templates.ts';
import type { LoadBranch } from '../drawn/branch.ts';
import type { ScalingPicture } from '../drawn/picture.ts';
import type { Submission } from '../submission.ts';
import type { Params } from './params.ts';
import { asVersionTwo } from './version.ts';

export type Autoscaler = Resource<IHorizontalPodAutoscaler>;

/** What an autoscaler did under a load. */
export interface Simulated extends ReturnType<typeof simulate> {
  /** CPU that a pod requests, in thousandths of a core; undefined where it requests none. */
  readonly requested: number | undefined;
}

/** Runs an autoscaler of the answer against the load. */
export const simulated = (params: Params, autoscaler: Autoscaler, submission: Submission): Simulated =>
  underLoad(params, autoscaler, submission.manifests().resources);

/** Runs an autoscaler against a load on a Deployment of a world. */
export function underLoad(
  { target, namespace = 'default', load, until, startup }: Omit<Params, 'expect'>,
  autoscaler: Autoscaler,
  resources: readonly Resource[],
): Simulated {
  const deployment = lastApplied(resources).find(
    (one) => one.kind === 'Deployment' && one.name === target && one.namespace === namespace,
  );
  const requests = requestsOf(deployment);
  const replicas = (deployment?.data as { spec?: { replicas?: number } } | undefined)?.spec?.replicas ?? 1;
  const simulation = { replicas, requests, load, until, ...(startup !== undefined && { startup }) };
  const requested = Object.values(requests)[0]?.cpu;
  return { ...simulate(asVersionTwo(autoscaler.data), simulation), requested };
}

/** Requests of each container in thousandths, the one that does the work first. */
function requestsOf(deployment: Resource | undefined): Record<string, Record<string, number>> {
  const template = deployment && podTemplateOf(deployment);
  const containers = template ? runningContainersOf(template) : [];
  return Object.fromEntries(
    containers.map(({ container }) => {
      const requested = Object.entries(container.resources?.requests ?? {});
      return [container.name, Object.fromEntries(requested.map(([name, amount]) => [name, milliValue(amount) ?? 0]))];
    }),
  );
}

/** The same questions with another load from a moment on, as long as it takes to see what comes of it. */
export function branched<Asked extends Pick<Params, 'load' | 'until'>>(asked: Asked, { at, cpu }: LoadBranch): Asked {
  const [first, ...others] = asked.load;
  const load = [first, ...others.filter(({ from }) => from <= at), { from: at + 1, cpu }] as const;
  return { ...asked, load, until: Math.max(asked.until, at + aftermath) };
}

/** Seconds until an autoscaler that waits before it takes pods away, as it does by default, has taken them. */
const aftermath = 420;

/** A line with how much of it is that which it left. */
export const sharing = (picture: ScalingPicture, { at }: LoadBranch): ScalingPicture => ({
  ...picture,
  shared: picture.moments.filter((moment) => moment.at <= at).length,
});

/** The looks of the controller, each with what led to its decision. */
export function drawn({ data }: Autoscaler, { moments, requested }: Simulated): ScalingPicture {
  const { spec } = asVersionTwo(data);
  return {
    kind: 'autoscaling',
    min: spec?.minReplicas ?? 1,
    max: spec?.maxReplicas ?? 1,
    moments: moments.map(({ clock, replicas, ready, perPod, hops }) => ({
      ...{ at: clock, replicas, ready, hops, load: Math.round(perPod * Math.max(1, ready)) },
      ...(requested && { percent: Math.round((perPod * 100) / requested) }),
    })),
  };
}
