import type { Span } from '../../core/span.ts';
import type { Trace } from '../../core/trace.ts';
import type { Probe, Scene } from './contract.ts';
import type { Exchange, SceneRun } from './transcript.ts';

/** An exchange and all that is needed to tell what is wrong with it. */
export interface Subject {
  readonly probe: Probe;
  readonly exchange: Exchange;
  readonly scene: Scene;
  readonly run: SceneRun;
  readonly at: Span;
  readonly because: Trace;
}
