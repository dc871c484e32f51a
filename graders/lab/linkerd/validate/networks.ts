import type { Span } from '../../../core/span.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { type Fields, fields, fieldsList } from '../../../model/mesh/fields.ts';
import { type Cidr, isAddress, isStrictlyInside, parseCidr } from '../../../model/workloads/cidr.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { keySpanOf, spanOf } from '../../../parse/yaml/located.ts';
import type { Refuse } from './refuse.ts';

/** @see https://linkerd.io/2-edge/reference/authorization-policy/#networkauthentication */
export function checkNetworkAuthentication(resource: Resource, spec: Fields, refuse: Refuse): void {
  const networks = fieldsList(spec.networks);
  if (networks.length === 0) refuse('noNetworks', placeOf(resource, spec, 'networks'), {});
  for (const network of networks) checkNetwork(resource, network, refuse);
}

/** @see https://linkerd.io/2-edge/reference/authorization-policy/#serverauthorization */
export function checkServerAuthorization(resource: Resource, spec: Fields, refuse: Refuse): void {
  const client = fields(spec.client);
  const { unauthenticatedTLS, identities, serviceAccounts } = fields(client.meshTLS);
  const named = [identities, serviceAccounts].some((list) => Array.isArray(list) && list.length > 0);
  if (client.unauthenticated === true && keySpanOf(client, 'meshTLS'))
    refuse('openAndMesh', placeOf(resource, client, 'unauthenticated'), {});
  if (unauthenticatedTLS === true && named)
    refuse('openTls', placeOf(resource, client.meshTLS, 'unauthenticatedTLS'), {});
  for (const network of fieldsList(client.networks)) checkNetwork(resource, network, refuse);
}

/** What the schema asks for; anything else, which it refuses, is no address. */
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A network and its exceptions, each inside it and smaller. */
function checkNetwork(resource: Resource, network: Fields, refuse: Refuse): void {
  const cidr = text(network.cidr);
  const block = blockOf(cidr);
  if (!block) refuse('network', placeOf(resource, network, 'cidr'), { value: cidr });
  const list = Array.isArray(network.except) ? network.except : [];
  for (const [index, one] of list.entries()) {
    const at: Span = spanOf(list, index) ?? placeOf(resource, network, 'except');
    const except = text(one);
    const inner = blockOf(except);
    if (!inner) refuse('network', at, { value: except });
    else if (!block) continue;
    else if (isEqual(inner, block) || isStrictlyInside(block, inner)) refuse('exceptAll', at, { cidr, except });
    else if (!isStrictlyInside(inner, block)) refuse('exceptOutside', at, { cidr, except });
  }
}

/** An address alone is a block of one. */
function blockOf(value: string): Cidr | undefined {
  return parseCidr(isAddress(value) ? `${value}/${value.includes(':') ? 128 : 32}` : value);
}

const isEqual = (a: Cidr, b: Cidr): boolean => a.version === b.version && a.prefix === b.prefix && a.base === b.base;
