import { stylesheet } from '../stylesheet.ts';
import { scalingView } from './autoscaling.ts';
import { rolloutView } from './rollout.ts';

/** What draws over time in the examples of lessons. */
export interface TimeScript {
  /** Its styles are there, or will not come. */
  readonly ready: Promise<void>;
  readonly rolloutView: typeof rolloutView;
  readonly scalingView: typeof scalingView;
}

const script: TimeScript = { ready: stylesheet('../cuadros.css'), rolloutView, scalingView };
(globalThis as { timonelTime?: TimeScript }).timonelTime = script;
