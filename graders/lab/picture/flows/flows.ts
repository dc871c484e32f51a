import type { ResourceRef } from '../../../core/trace.ts';
import type { MeshTrace } from '../../request/index.ts';

/** How a connection is protected; `mixed` where its parts are protected differently, `unreached` where no application is. */
export type Protection = 'mutual' | 'simple' | 'plaintext' | 'refused' | 'mixed' | 'unreached';

/** A request that every client tries; a port that speaks no HTTP has one without method. */
export interface FlowRequest {
  readonly method?: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A port of a Service, and what is asked of it. */
export interface FlowPort {
  readonly service: ResourceRef & { readonly namespace: string };
  readonly port: number;
  /** The first is the plain request. */
  readonly requests: readonly FlowRequest[];
  /** What policies look at besides client, port and requests, in the words of their fields. */
  readonly also: readonly string[];
}

/** What becomes of a request: a policy keeps it out, or something before any policy does. */
export interface FlowAnswer {
  readonly is: 'in' | 'denied' | 'stopped';
  readonly trace: MeshTrace;
}

/** A client and a port. */
export interface Flow {
  readonly protection: Protection;
  /** What settled the protection. No authorization is on its way: a connection is made before anything is authorized. */
  readonly connection: MeshTrace;
  /** One for each request of the port. */
  readonly answers: readonly FlowAnswer[];
}

/** Who may call whom, and how: every workload and every port of a Service, by requests that were sent. */
export interface Flows {
  /** `namespace/workload`. */
  readonly clients: readonly string[];
  readonly ports: readonly FlowPort[];
  /** A row for each client, a cell for each port. */
  readonly rows: readonly (readonly Flow[])[];
  /** Something there authorizes, or keeps out. */
  readonly governed: boolean;
  /** How many clients and ports there are beyond those that were asked. */
  readonly left: { readonly clients: number; readonly ports: number };
}
