import type { Resource } from '../../../model/manifests/manifests.ts';
import { isAddress, parseCidr } from '../../../model/workloads/cidr.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { text } from '../../../model/workloads/values.ts';
import { checkProtocol } from './fields.ts';
import type { Sayer } from './messages.ts';
import { type Block, blocksIn, isHost, isPort, isTemplated, textsIn } from './values.ts';

/** @see https://github.com/istio/istio/blob/master/pkg/config/validation/validation.go */
export function checkServiceEntry(owner: Resource, spec: Block, say: Sayer): void {
  for (const { value, at } of textsIn(spec, 'hosts')) {
    if (!isHost(value) && !isTemplated(value)) say('host', at ?? owner.at, { value });
  }
  for (const { value, at } of textsIn(spec, 'addresses')) {
    if (!isAddress(value) && !parseCidr(value) && !isTemplated(value)) say('block', at ?? owner.at, { value });
  }
  checkPorts(owner, spec, say);
  const endpoints = blocksIn(spec, 'endpoints');
  const resolution = text(spec.resolution) ?? 'NONE';
  if (endpoints.length > 0 && resolution === 'NONE') say('endpointsWithNone', placeOf(owner, spec, 'endpoints'), {});
  for (const endpoint of endpoints) {
    const address = text(endpoint.address);
    if (address === undefined) {
      if (text(endpoint.network) === undefined) say('noAddress', placeOf(owner, endpoint), {});
    } else if (resolution === 'STATIC' && !isAddress(address) && !/^unix:\/\//.test(address) && !isTemplated(address)) {
      say('address', placeOf(owner, endpoint, 'address'), { value: address });
    }
  }
}

function checkPorts(owner: Resource, spec: Block, say: Sayer): void {
  const numbers = new Set<unknown>();
  const names = new Set<unknown>();
  for (const port of blocksIn(spec, 'ports')) {
    if (!isPort(port.number)) say('port', placeOf(owner, port, 'number'), {});
    else if (numbers.has(port.number))
      say('repeatedPort', placeOf(owner, port, 'number'), { value: String(port.number) });
    else if (names.has(port.name)) say('repeatedPort', placeOf(owner, port, 'name'), { value: String(port.name) });
    numbers.add(port.number);
    names.add(port.name);
    checkProtocol(owner, port, say);
  }
}
