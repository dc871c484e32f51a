import { evaluate } from '../../../lab/mesh/graph/graph.ts';
import { scenarioKind } from '../../scenario.ts';
import type { Params } from './params.ts';

export default scenarioKind<Params>({
  kind: 'graph',
  run: (graph) => evaluate(graph),
});
