import { edges, send, stat, tap } from '../../../lab/linkerd/index.ts';
import { scenarioKind } from '../../scenario.ts';
import { linkerdWorld } from '../linkerd.ts';
import type { Params } from './params.ts';

export default scenarioKind<Params>({
  kind: 'linkerd-viz',
  run({ calls, ...world }, given) {
    const mesh = linkerdWorld(given, world);
    const traffic = calls.map(({ from, to }) => ({ from, url: to }));
    const rows = edges(mesh, traffic);
    const namespaces = [...new Set(mesh.state.pods.map(({ namespace }) => namespace))];
    const stats = namespaces.flatMap((namespace) => stat(mesh, namespace, traffic));
    return {
      hops: traffic.flatMap((call) => send(mesh, call).hops),
      outcome: {
        edges: rows.length,
        secured: rows.filter(({ secured }) => secured === '√').length,
        taps: tap(mesh, traffic).length,
        meshed: Object.fromEntries(
          stats.map(({ namespace, workload, meshed }) => [`${namespace}/${workload}`, meshed]),
        ),
      },
    };
  },
});
