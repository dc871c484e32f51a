import type { Span } from '../../core/span.ts';
import type { Text } from '../../core/text.ts';
import type { Hop, Trace } from '../../core/trace.ts';
import type { SizeClass } from '../../lab/image/index.ts';
import type { CheckKind } from '../check.ts';
import type { Submission } from '../submission.ts';

/** A kind of check that can show what it looks at. */
export interface DrawnKind<Params = unknown> extends CheckKind<Params> {
  /** What it looks at, drawn; undefined where the answer does not get that far. */
  picture?(params: Params, submission: Submission): CheckPicture | undefined;
}

export function drawnKind<Params>(kind: DrawnKind<Params>): DrawnKind<Params> {
  return kind;
}

/** What a kind of check can show of an answer besides judging it: the very thing that it looked at. */
export type CheckPicture = RolloutPicture | ScalingPicture | MigrationPicture | LayersPicture;

/** The pods of a workload while its template is replaced. */
export interface RolloutPicture {
  readonly kind: 'rollout';
  /** Image that takes the place of the one in the answer. */
  readonly image: string;
  readonly end: 'complete' | 'stuck';
  /** Replicas that are asked for. */
  readonly wanted: number;
  readonly moments: readonly RolloutMoment[];
}

export interface RolloutMoment {
  /** Seconds since the new template was applied. */
  readonly at: number;
  readonly oldReady: number;
  readonly oldPods: number;
  readonly newReady: number;
  readonly newPods: number;
  readonly hops: readonly Hop[];
}

/** A workload and its autoscaler under a load. */
export interface ScalingPicture {
  readonly kind: 'autoscaling';
  readonly min: number;
  readonly max: number;
  readonly moments: readonly ScalingMoment[];
}

export interface ScalingMoment {
  /** Seconds since the beginning. */
  readonly at: number;
  /** After the decision. */
  readonly replicas: number;
  readonly ready: number;
  /** CPU that each ready pod uses, in percent of what it requests; absent where it requests none. */
  readonly percent?: number;
  readonly hops: readonly Hop[];
}

/** Requests that go on while a plan is carried out. */
export interface MigrationPicture {
  readonly kind: 'migration';
  readonly section: string;
  /** From whom, and to where. */
  readonly flows: readonly { readonly from: string; readonly to: string }[];
  readonly steps: readonly MigrationMoment[];
  /** Steps of the answer that are not shown: one could not be taken, or there are too many. */
  readonly left: number;
}

/** One step of a plan, with the instants at which requests may fare differently. */
export interface MigrationMoment {
  readonly number: number;
  readonly text: Text;
  readonly at: Span;
  readonly refused: boolean;
  readonly hops: readonly Hop[];
  /** For each instant, what got lost, by the index of its flow. */
  readonly instants: readonly (readonly { readonly flow: number; readonly trace: Trace }[])[];
}

/** An image, layer by layer, and what is built again when a file of its context changes. */
export interface LayersPicture {
  readonly kind: 'layers';
  /** Absent for `scratch`. MB. */
  readonly base?: { readonly reference: string; readonly size: number };
  /** Of every stage, in the order of the file; only instructions that make a layer. */
  readonly layers: readonly ImageLayer[];
  /** MB of the whole, estimated, and of what its commands installed. */
  readonly size: number;
  readonly installed: number;
  readonly class: SizeClass;
  /** Files of the context, each with whether every layer is built again when it alone changes. */
  readonly edits: readonly { readonly file: string; readonly again: readonly boolean[] }[];
}

export interface ImageLayer {
  readonly keyword: string;
  /** The instruction as it is written, on one line. */
  readonly text: string;
  readonly at: Span;
  /** Bytes of what it put there; absent where its stage is only built to copy from. */
  readonly bytes?: number;
}
