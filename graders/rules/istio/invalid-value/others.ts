import type { Resource } from '../../../model/manifests/manifests.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { text } from '../../../model/workloads/values.ts';
import type { Sayer } from './messages.ts';
import { type Block, blockIn, blocksIn, isPort, isTemplated, keyPlace, textsIn } from './values.ts';

/** @see https://istio.io/latest/docs/reference/config/networking/sidecar/#IstioEgressListener */
export function checkSidecar(owner: Resource, spec: Block, say: Sayer): void {
  for (const listener of blocksIn(spec, 'egress')) {
    for (const { value, at } of textsIn(listener, 'hosts')) {
      if (!/^[^/]+\/[^/]+$/.test(value) && !isTemplated(value)) say('egressHost', at ?? owner.at, { value });
    }
  }
}

/** @see https://istio.io/latest/docs/reference/config/security/request_authentication/#JWTRule */
export function checkRequestAuthentication(owner: Resource, spec: Block, say: Sayer): void {
  for (const jwt of blocksIn(spec, 'jwtRules')) {
    const value = text(jwt.jwksUri);
    if (value !== undefined && !/^https?:\/\/./.test(value) && !isTemplated(value))
      say('keysUrl', placeOf(owner, jwt, 'jwksUri'), { value });
  }
}

/** @see https://istio.io/latest/docs/reference/config/security/peer_authentication/#PeerAuthentication */
export function checkPeerAuthentication(owner: Resource, spec: Block, say: Sayer): void {
  const ports = blockIn(spec, 'portLevelMtls');
  if (!ports) return;
  if (Object.keys(ports).length === 0) say('noPorts', keyPlace(owner, spec, 'portLevelMtls'), {});
  for (const value of Object.keys(ports)) {
    const isNumber = /^\d+$/.test(value) && isPort(Number(value));
    if (!isNumber && !isTemplated(value)) say('portKey', keyPlace(owner, ports, value), { value });
  }
}
