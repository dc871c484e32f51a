import type { Json } from '../../../core/json.ts';
import { type HopKey, says } from '../../../core/trace.ts';
import { hops } from '../../../lab/hadoop/hdfs/hops.ts';
import { hdfs } from '../../../lab/hadoop/index.ts';
import { scenarioKind } from '../../scenario.ts';
import type { Params } from './params.ts';

/** What the lab says about each part of the outcome. */
const sentences: ReadonlyMap<string, readonly HopKey<typeof hops>[]> = new Map(
  Object.entries({
    racks: ['local', 'remote', 'oneRack', 'placed'],
    copies: ['placed', 'copies'],
    claimed: ['claimed'],
    real: ['claimed', 'real'],
    loss: ['oneRack', 'placed', 'died', 'returned', 'blocks', 'restored', 'notRestored'],
  } as const),
);

export default scenarioKind<Params>({
  kind: 'hdfs',
  run({ cluster, write, loss }) {
    const trace = hdfs(cluster, write, loss);
    return { hops: trace.hops, outcome: { ...trace.outcome } as unknown as Json };
  },
  bearingOn(path, told) {
    const keys = sentences.get(path.split('.')[0] ?? '');
    return keys ? told.filter((one) => says(one, hops, ...keys)) : told;
  },
});
