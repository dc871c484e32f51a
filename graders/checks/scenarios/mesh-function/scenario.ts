import { layerOf, urlOf } from '../../../lab/hadoop/index.ts';
import type { Mesh } from '../../../lab/istio/index.ts';
import { seriesOf } from '../../../lab/telemetry/index.ts';
import { scenarioKind } from '../../scenario.ts';
import { givenMesh } from '../mesh.ts';
import type { Params } from './params.ts';

export default scenarioKind<Params>({
  kind: 'mesh-function',
  run({ files, apply = [], does, flow, from, host, other, closedPath, header }, given) {
    const [before, after] = [givenMesh(given, files), givenMesh(given, [...files, ...apply])];
    if (does === 'count') return { hops: [], outcome: { acts: countedOf(after, from, urlOf(flow, host)) } };
    const told = {
      ...(other !== undefined && { other }),
      ...(closedPath !== undefined && { closedPath }),
      ...(header && { header }),
    };
    return layerOf({ before, after, does, conversation: { flow, from, host }, ...told });
  },
});

/** What the proxies count: requests with their code, or connections and bytes. */
function countedOf(mesh: Mesh, from: string, to: string): 'L7' | 'L4' | 'none' {
  const names = seriesOf(mesh, [{ from, to, perSecond: 1 }]).map(({ labels }) => labels.__name__ ?? '');
  if (names.includes('istio_requests_total')) return 'L7';
  return names.includes('istio_tcp_sent_bytes_total') ? 'L4' : 'none';
}
