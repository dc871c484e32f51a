import { podsOf } from '../../../lab/cluster/index.ts';
import { openMesh } from '../../../lab/istio/index.ts';
import { proxyTracing, settingsOf } from '../../../lab/telemetry/index.ts';
import { scenarioKind } from '../../scenario.ts';
import { givenWorld } from '../world.ts';
import type { Params } from './params.ts';

export default scenarioKind<Params>({
  kind: 'sampling',
  run({ files, workload, side = 'CLIENT' }, given) {
    const mesh = openMesh(givenWorld(given, files).state);
    const [pod] = podsOf(mesh.state, workload);
    if (!pod) throw new Error(`the scenario's cluster has no ${workload}`);
    const { percent, reports, hops } = proxyTracing(mesh, settingsOf(mesh.state.resources), pod, side);
    return { hops, outcome: { percent, reports } };
  },
});
