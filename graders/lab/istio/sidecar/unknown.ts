import { hop } from '../../../core/trace.ts';
import { refOf } from '../../../model/manifests/manifests.ts';
import { keySpanOf, spanOf } from '../../../parse/yaml/located.ts';
import { sendDirect } from '../direct.ts';
import { hops } from '../hops.ts';
import type { RequestOutcome } from '../outcome.ts';
import type { MeshService } from '../registry.ts';
import type { Sending } from '../sending.ts';
import { importsService, listenerFor, sidecarFor } from './imports.ts';
import { leave, outboundOf } from './outbound.ts';

/**
 * A Service that the client's Sidecar does not import, or that is not exported to it, or a request for a host that is not
 * served there. The proxy sends the connection on to the address it was opened to,
 * as it is and without mutual TLS (`PassthroughCluster`), or ends it (`BlackHoleCluster`), by `outboundTrafficPolicy`.
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/#OutboundTrafficPolicy
 */
export function sendToUnknown(sending: Sending, service: MeshService): RequestOutcome {
  const { mesh, client, call, say } = sending;
  const sidecar = sidecarFor(mesh, client);
  if (sidecar && !importsService(sidecar, client, service, call.port)) {
    const listener = listenerFor(sidecar, call.port)?.node;
    const at = keySpanOf(listener, 'hosts') ?? spanOf(listener) ?? sidecar.resource.at;
    const data = { host: service.host, sidecar: sidecar.resource.name };
    say(hop(hops, 'sidecar', 'notImported', data, { resource: refOf(sidecar.resource), at }));
  }
  if (outboundOf(sending) === 'REGISTRY_ONLY' || service.external) return leave(sending);
  return sendDirect(sending, service, true);
}
