import { type LinkerdCall, type LinkerdMesh, type Passage, send, tap } from '../../../lab/linkerd/index.ts';
import { scenarioKind } from '../../scenario.ts';
import { linkerdWorld } from '../linkerd.ts';
import type { Params } from './params.ts';

export default scenarioKind<Params>({
  kind: 'linkerd-edge',
  run({ from, to, ...world }, given) {
    const mesh = linkerdWorld(given, world);
    const call: LinkerdCall = { from, url: to };
    const { hops, outcome } = send(mesh, call);
    const [passage] = outcome.passages;
    if (!passage) throw new Error(`${to} from ${from} reaches nobody: ${outcome.refusal}`);
    return { hops, outcome: told(mesh, call, passage) };
  },
});

function told(mesh: LinkerdMesh, call: LinkerdCall, { edge, allowed, status }: Passage) {
  const { tls, reason, layer, opaque, balanced, clientId: client = null, serverId: server = null } = edge;
  const rows = tap(mesh, [call]);
  const tapped = (side: 'out' | 'in') => rows.find(({ proxy }) => proxy === side)?.tls ?? null;
  const seen = { tapOut: tapped('out'), tapIn: tapped('in') };
  return { tls, reason, layer, opaque, balanced, client, server, ...seen, allowed, status: status ?? null };
}
