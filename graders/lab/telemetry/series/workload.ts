import { own } from '../../../core/own.ts';
import type { PodState } from '../../cluster/index.ts';
import type { TracedGateway } from '../gateway.ts';

/** One end of a request as the labels of a metric tell it. */
export interface End {
  readonly workload: string;
  readonly namespace: string;
  readonly app: string;
  readonly version: string;
  readonly service: string;
  readonly revision: string;
  readonly serviceAccount: string | undefined;
}

const unknown = 'unknown';

export const unknownEnd: End = {
  workload: unknown,
  namespace: unknown,
  app: unknown,
  version: unknown,
  service: unknown,
  revision: 'latest',
  serviceAccount: undefined,
};

/**
 * Canonical names come from labels of the pod, in this order of preference.
 * @see https://istio.io/latest/docs/reference/config/metrics/
 */
export function endOf({ labels, workload, namespace, serviceAccount }: PodState | TracedGateway): End {
  const first = (...names: readonly string[]) =>
    names.map((name) => own(labels, name)).find((value) => value !== undefined);
  return {
    workload: workload.name,
    namespace,
    app: labels.app ?? unknown,
    version: labels.version ?? unknown,
    service: first('service.istio.io/canonical-name', 'app.kubernetes.io/name', 'app') ?? workload.name,
    revision: first('service.istio.io/canonical-revision', 'app.kubernetes.io/version', 'version') ?? 'latest',
    serviceAccount,
  };
}

export function principal({ namespace, serviceAccount }: End, mutual: boolean): string {
  return mutual && serviceAccount ? `spiffe://cluster.local/ns/${namespace}/sa/${serviceAccount}` : unknown;
}

/** The labels of one end: `source_workload`, `destination_app`, … */
export function labelsOf(side: 'source' | 'destination', end: End, mutual: boolean): Record<string, string> {
  return {
    [`${side}_workload`]: end.workload,
    [`${side}_workload_namespace`]: end.namespace,
    [`${side}_principal`]: principal(end, mutual),
    [`${side}_app`]: end.app,
    [`${side}_version`]: end.version,
    [`${side}_canonical_service`]: end.service,
    [`${side}_canonical_revision`]: end.revision,
    [`${side}_cluster`]: end.workload === unknown ? unknown : 'Kubernetes',
  };
}
