import type { Span } from '../../core/span.ts';
import type { Hop } from '../../core/trace.ts';
import type { RefusalDescription } from '../request/index.ts';

/** What a box stands for: decides how it is drawn. */
export type Role = 'gateway' | 'route' | 'service' | 'workload' | 'pod' | 'policy' | 'scaler' | 'outside';

/** An object of the cluster in the picture, or a host that no object defines. */
export interface PictureBox {
  /** `Kind/namespace/name`. */
  readonly id: string;
  readonly role: Role;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** Where it is written; absent for a host outside. */
  readonly at?: Span;
  /** Of what makes pods. */
  readonly pods?: { readonly ready: number; readonly wanted: number; readonly proxied: boolean };
  /** Of a policy without a selector, all the pods of its namespace; of one whose selector takes no pod, nobody. */
  readonly governs?: 'all' | 'nobody';
  /** Why it does not work, as the lab decided; empty where it does. */
  readonly wrong: readonly RefusalDescription['says'][];
}

/** One leads to, or governs, another. */
export interface Wire {
  readonly from: string;
  readonly to: string;
  /** Requests go along it, or a decision about the other end, or connections of which NetworkPolicies have a say. */
  readonly kind: 'traffic' | 'control' | 'network';
  /** Nothing gets through: nobody behind it is ready, there is nobody, or a NetworkPolicy keeps it out. */
  readonly broken: boolean;
  /** Of `network`: what becomes of a connection, and the decision about it. */
  readonly passes?: Passes;
  readonly because?: Hop;
  /** Ports, weights, subsets and conditions, which read the same in every language. */
  readonly labels: readonly string[];
}

/** Whether a connection is let through; outside the cluster, the address may decide. */
export type Passes = 'yes' | 'no' | 'by-address';

/** The objects of a world that send, receive and govern traffic, and how they hang together once nothing changes. */
export interface Picture {
  readonly boxes: readonly PictureBox[];
  readonly wires: readonly Wire[];
  /** Workloads beyond those whose connections were asked about; absent where there are none. */
  readonly unasked?: number;
}

export const boxId = (kind: string, namespace: string | undefined, name: string): string =>
  `${kind}/${namespace ?? 'default'}/${name}`;
