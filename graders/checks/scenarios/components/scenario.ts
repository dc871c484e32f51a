import { attempt } from '../../../lab/cluster/index.ts';
import { scenarioKind } from '../../scenario.ts';
import type { Params } from './params.ts';

export default scenarioKind<Params>({
  kind: 'components',
  run: ({ action, down }) => attempt(action, down),
});
