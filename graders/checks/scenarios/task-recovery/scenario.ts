import { loseNode } from '../../../lab/hadoop/index.ts';
import { scenarioKind } from '../../scenario.ts';
import type { Params } from './params.ts';

export default scenarioKind<Params>({
  kind: 'task-recovery',
  run({ job, node }) {
    const { hops, outcome } = loseNode(job, node);
    return { hops, outcome: { ...outcome } };
  },
});
