import { hop } from '../../../core/trace.ts';
import { fieldSpan, refOf } from '../../../model/manifests/manifests.ts';
import { outside } from '../direct.ts';
import { hops } from '../hops.ts';
import type { MeshConfig } from '../mesh-config.ts';
import type { RequestOutcome } from '../outcome.ts';
import { outcomeOf } from '../result.ts';
import type { Sending } from '../sending.ts';
import { sidecarFor } from './imports.ts';

/** What the proxy of a client does with hosts it does not know: by its Sidecar, else by the mesh. */
export function outboundOf({ mesh, client }: Pick<Sending, 'mesh' | 'client'>): MeshConfig['outbound'] {
  return sidecarFor(mesh, client)?.outbound ?? mesh.config.outbound;
}

/** Out of the mesh, where the client's proxy may send what it does not know. */
export function leave(sending: Sending): RequestOutcome {
  const { mesh, client, call, say } = sending;
  if (outboundOf(sending) === 'ALLOW_ANY') return outside(call);
  const sidecar = sidecarFor(mesh, client);
  const own = sidecar?.outbound ? sidecar.resource : undefined;
  const where = own ? { resource: refOf(own), at: fieldSpan(own, 'spec', 'outboundTrafficPolicy') } : {};
  say(hop(hops, 'cluster', 'outboundBlocked', { host: call.host }, where));
  const seen = call.scheme === 'http' ? { status: 502 } : {};
  return outcomeOf([{ failure: { refusal: 'outbound-blocked', ...seen, host: call.host, share: 1 } }], undefined);
}
