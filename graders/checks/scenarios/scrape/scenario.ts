import { podsOf } from '../../../lab/cluster/index.ts';
import { openMesh } from '../../../lab/istio/index.ts';
import { scrape } from '../../../lab/telemetry/index.ts';
import { scenarioKind } from '../../scenario.ts';
import { givenWorld } from '../world.ts';
import type { Params } from './params.ts';

export default scenarioKind<Params>({
  kind: 'scrape',
  run({ files, workload }, given) {
    const mesh = openMesh(givenWorld(given, files).state);
    const [pod] = podsOf(mesh.state, workload);
    if (!pod) throw new Error(`the scenario's cluster has no ${workload}`);
    const { proxy, app: asked, hops } = scrape(mesh, pod);
    const app = asked !== undefined;
    return { hops, outcome: { proxy, app, arrives: proxy && app ? 'both' : proxy ? 'proxy' : app ? 'app' : 'none' } };
  },
});
