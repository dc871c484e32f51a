import type { PodState } from '../../cluster/index.ts';
import type { Tls } from '../../istio/index.ts';
import type { End } from './workload.ts';

/** A proxy that sees an exchange. */
export interface Observer {
  readonly namespace: string;
  readonly name: string;
  /** It knows nothing of HTTP. */
  readonly ambient: boolean;
  /** Absent for a gateway that the installation brings. */
  readonly pod?: PodState;
}

/** Part of a flow that ends alike: between which workloads, with which answer, at which pace. */
export interface Exchange {
  readonly source: End;
  readonly destination: End;
  /** Proxies of either end; empty where there is none to see the exchange. */
  readonly sourceProxies: readonly Observer[];
  readonly destinationProxies: readonly Observer[];
  /** The waypoint between them, which tells as `reporter="waypoint"`. */
  readonly waypointProxies?: readonly Observer[];
  readonly host: string;
  readonly service: string;
  readonly serviceNamespace: string;
  readonly tls: Tls;
  readonly http: boolean;
  readonly grpc: boolean;
  readonly status: number;
  readonly flags: string;
  readonly perSecond: number;
  readonly durations: Readonly<Record<string, number>>;
  /** Weights by which the proxies of the destination share it; alike when undefined. */
  readonly replicas?: readonly number[] | undefined;
}
