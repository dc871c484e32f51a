import type { Span } from '../../core/span.ts';
import type { Text } from '../../core/text.ts';
import type { Hop, Trace } from '../../core/trace.ts';
import type { SizeClass } from '../../lab/image/index.ts';
import type { CheckKind } from '../check.ts';
import type { Submission } from '../submission.ts';
import type { Branch } from './branch.ts';

/** A kind of check that can show what it looks at. */
export interface DrawnKind<Params = unknown> extends CheckKind<Params> {
  /**
   * What it looks at, drawn; undefined where the answer does not get that far.
   * @param branch leaves the line of the answer at a moment, where there is time
   */
  picture?(params: Params, submission: Submission, branch?: Branch): CheckPicture | undefined;
}

export function drawnKind<Params>(kind: DrawnKind<Params>): DrawnKind<Params> {
  return kind;
}

/** What a kind of check can show of an answer besides judging it: the very thing that it looked at. */
export type CheckPicture = RolloutPicture | ScalingPicture | MigrationPicture | LayersPicture;

/** A line in time. */
interface Timeline {
  /** How many of its moments are those of the line that it left, where it is a branch of one. */
  readonly shared?: number;
}

/** The pods of a workload while its template is replaced. */
export interface RolloutPicture extends Timeline {
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
  /** Pods of a template that only came with the branch. */
  readonly laterReady?: number;
  readonly laterPods?: number;
  readonly hops: readonly Hop[];
}

/** A workload and its autoscaler under a load. */
export interface ScalingPicture extends Timeline {
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
  /** What the pods share, in thousandths of a core. */
  readonly load: number;
  /** CPU that each ready pod uses, in percent of what it requests; absent where it requests none. */
  readonly percent?: number;
  readonly hops: readonly Hop[];
}

/** Requests that go on while a plan is carried out. */
export interface MigrationPicture extends Timeline {
  readonly kind: 'migration';
  readonly section: string;
  /** From whom, and to where. */
  readonly flows: readonly { readonly from: string; readonly to: string }[];
  readonly steps: readonly MigrationMoment[];
  /** Every step there is to choose from. */
  readonly offers: readonly { readonly id: string; readonly text: Text }[];
  /** Steps of the answer that are not shown: one could not be taken, or there are too many. */
  readonly left: number;
}

/** One step of a plan, with the instants at which requests may fare differently. */
export interface MigrationMoment {
  readonly number: number;
  readonly id: string;
  readonly text: Text;
  /** Where it is written; absent where nobody wrote it. */
  readonly at?: Span;
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
