import type { Lang } from '../../core/text.ts';
import type { ReviewScore } from '../score.ts';
import type { Told } from '../told.ts';

export interface SinkOptions {
  readonly lang: Lang;
  /** Of Timonel. */
  readonly version: string;
  /** The end of the interval that becomes a score; `min` when omitted. */
  readonly review?: ReviewScore;
}

/** Writes graded exercises in a format of another program. Pure: no clock, no paths of a machine, so the same bytes each time. */
export type Sink = (graded: readonly Told[], options: SinkOptions) => string;
