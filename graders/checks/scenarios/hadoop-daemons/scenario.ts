import type { Hop } from '../../../core/trace.ts';
import { daemonStep, emptyWorld, registeredIn } from '../../../lab/hadoop/index.ts';
import { scenarioKind } from '../../scenario.ts';
import type { Params } from './params.ts';

export default scenarioKind<Params>({
  kind: 'hadoop-daemons',
  run({ steps }) {
    let world = emptyWorld();
    let done = true;
    const hops: Hop[] = [];
    for (const step of steps) {
      const stepped = daemonStep(world, step);
      world = stepped.world;
      done = stepped.trace.outcome === 'done';
      hops.push(...stepped.trace.hops);
    }
    const told = hops.at(-1)?.message.split('/').at(-1) ?? '';
    return { hops, outcome: { done, registered: registeredIn(world).length, told } };
  },
});
