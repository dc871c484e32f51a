import { stylesheet } from '../stylesheet.ts';
import { scalingKind } from './autoscaling.ts';
import { timeView } from './figure.ts';
import { migrationKind } from './migration.ts';
import { rolloutKind } from './rollout.ts';

const kinds = { rollout: rolloutKind, autoscaling: scalingKind, migration: migrationKind };

/** What draws over time in the examples of lessons. */
export interface TimeScript {
  /** Its styles are there, or will not come. */
  readonly ready: Promise<void>;
  readonly kinds: typeof kinds;
  readonly timeView: typeof timeView;
}

const script: TimeScript = { ready: stylesheet('../cuadros.css'), kinds, timeView };
(globalThis as { timonelTime?: TimeScript }).timonelTime = script;
