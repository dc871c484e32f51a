import type { EngineStep } from '../../../lab/image/index.ts';

/**
 * Docker commands carried out one after another on an empty machine. Outcome: `images`, `containers`, `running` and
 * `volumes` are counts; `completed` says whether no command was refused; `reads` answers `read`.
 */
export interface Params {
  readonly steps: readonly [EngineStep, ...EngineStep[]];
  /** Images that a `pull` can find. */
  readonly registry?: readonly string[];
  /** A file to look at in the end, as a process of the container would see it; null when it is not there. */
  readonly read?: { readonly name: string; readonly file: string };
}
