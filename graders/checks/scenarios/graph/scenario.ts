import { type HopKey, says } from '../../../core/trace.ts';
import { hops as graphHops } from '../../../lab/istio/graph/hops.ts';
import { evaluate } from '../../../lab/istio/index.ts';
import { scenarioKind } from '../../scenario.ts';
import type { Params } from './params.ts';

/** What the lab says about each part of the outcome. */
const sentences: ReadonlyMap<string, readonly HopKey<typeof graphHops>[]> = new Map(
  Object.entries({
    success: ['once', 'retried'],
    encrypted: ['encrypted', 'plaintext'],
    plaintext: ['encrypted', 'plaintext'],
    worst: ['load'],
  } as const),
);

export default scenarioKind<Params>({
  kind: 'graph',
  run: (graph) => evaluate(graph),
  bearingOn: (path, hops) => {
    const told = sentences.get(path.split('.')[0] ?? '');
    return told ? hops.filter((hop) => says(hop, graphHops, ...told)) : hops;
  },
});
