import type { Graph } from '../../../lab/istio/index.ts';

/**
 * Services that call one another, with or without a mesh. Outcome: `success` in percent, `encrypted` and `plaintext` calls,
 * and `worst.<service>`, the calls it gets for one request when everything fails.
 */
export interface Params extends Graph {}
