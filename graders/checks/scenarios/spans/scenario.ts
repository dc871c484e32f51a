import { openMesh } from '../../../lab/istio/index.ts';
import { followChain } from '../../../lab/telemetry/index.ts';
import { scenarioKind } from '../../scenario.ts';
import { givenWorld } from '../world.ts';
import type { Params } from './params.ts';

export default scenarioKind<Params>({
  kind: 'spans',
  run({ files, ...chain }, given) {
    const { hops, outcome } = followChain(openMesh(givenWorld(given, files).state), chain);
    const { traces, spans, percent, per1000 } = outcome;
    const all = traces.reduce((sum, trace) => sum + trace.spans, 0);
    return { hops, outcome: { traces: traces.length, spans, all, percent, per1000 } };
  },
});
