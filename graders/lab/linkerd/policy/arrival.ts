import type { PodState } from '../../cluster/index.ts';
import type { RouteRequest } from '../routes/request.ts';
import type { PolicyClient } from './client.ts';

/** A connection that has arrived at the proxy of a pod. */
export interface Arrival {
  readonly from: string;
  readonly to: string;
  readonly pod: PodState;
  readonly port: number;
  readonly client: PolicyClient;
  /** Absent for a connection whose requests the proxy does not see. */
  readonly request?: RouteRequest;
  /** It is a probe of the pod, sent by the kubelet. */
  readonly probe: boolean;
}
