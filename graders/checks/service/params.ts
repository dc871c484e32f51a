import type { SceneId } from './contract.ts';

/** The service of the answer keeps a part of the contract when it is run. Without a run the check abstains. */
export interface Params {
  /**
   * `start`: it starts, and listens where it should. `withoutPort`: without the variable `PORT` it listens on the port the
   * statement fixes. `stop`: it ends when asked to. `scenes`: stories of requests. A check asks for one of them, so that
   * each has its own points.
   */
  readonly start?: true;
  readonly withoutPort?: true;
  readonly stop?: true;
  readonly scenes?: readonly [SceneId, ...SceneId[]];
}
