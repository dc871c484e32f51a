import { podsOf } from '../../../lab/cluster/index.ts';
import { tellInjection } from '../../../lab/linkerd/index.ts';
import { scenarioKind } from '../../scenario.ts';
import { linkerdWorld } from '../linkerd.ts';
import type { Params } from './params.ts';

export default scenarioKind<Params>({
  kind: 'linkerd-injection',
  run({ workload, ...world }, given) {
    const mesh = linkerdWorld(given, world);
    const [pod] = podsOf(mesh.state, workload);
    if (!pod) throw new Error(`the cluster has no pod of ${workload}`);
    const { injected, reason, mode = null, restartWouldChange: stale } = mesh.injection(pod);
    const running = [...pod.containers, ...pod.initContainers].filter(({ state }) => state === 'running').length;
    const containers = running + (injected ? 1 : 0);
    return { hops: tellInjection(mesh, pod), outcome: { injected, reason, stale, mode, containers } };
  },
});
