import type { Span } from '../../core/span.ts';
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
  /** Of a policy without a selector: all the pods of its namespace. */
  readonly forAll?: true;
  /** Why it does not work, as the lab decided; empty where it does. */
  readonly wrong: readonly RefusalDescription['says'][];
}

/** One leads to, or governs, another. */
export interface Wire {
  readonly from: string;
  readonly to: string;
  /** Requests go along it, or a decision about the other end. */
  readonly kind: 'traffic' | 'control';
  /** Nothing gets through: nobody behind it is ready, or there is nobody. */
  readonly broken: boolean;
  /** Ports, weights, subsets and conditions, which read the same in every language. */
  readonly labels: readonly string[];
}

/** The objects of a world that send, receive and govern traffic, and how they hang together once nothing changes. */
export interface Picture {
  readonly boxes: readonly PictureBox[];
  readonly wires: readonly Wire[];
}

export const boxId = (kind: string, namespace: string | undefined, name: string): string =>
  `${kind}/${namespace ?? 'default'}/${name}`;
