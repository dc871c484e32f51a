import type { IEndpointSlice } from 'kubernetes-models/discovery.k8s.io/v1';
import type { IEndpoints } from 'kubernetes-models/v1';
import { ofKind, type Resource } from '../../../model/manifests/manifests.ts';
import { canonicalAddress, isPlainAddress, isReservedAddress } from '../../../model/workloads/cidr.ts';
import { isDnsLabel, isDnsSubdomain, isPortNumber, isQualifiedName } from '../../../model/workloads/names.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { integer, items, object, text } from '../../../model/workloads/values.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { law, type Say } from './law.ts';

const messages = {
  none: {
    es: 'Un destino necesita al menos una dirección.',
    en: 'An endpoint needs one address at least.',
  },
  many: {
    es: 'Un destino tiene {count} direcciones y 100 es el máximo.',
    en: 'An endpoint has {count} addresses and 100 is the most.',
  },
  address: {
    es: '`{address}` no es una dirección {type}.',
    en: '`{address}` is not an address of type {type}.',
  },
  form: {
    es: '`{address}` tiene que escribirse en su forma canónica, `{canonical}`: un EndpointSlice no admite otra.',
    en: '`{address}` has to be written in its canonical form, `{canonical}`: an EndpointSlice takes no other one.',
  },
  reserved: {
    es: '`{address}` no lleva a otra máquina: un destino no puede ser de bucle local, de enlace local, de multidifusión ni nulo.',
    en: '`{address}` leads to no other machine: an endpoint cannot be loopback, link-local, multicast or unspecified.',
  },
  portName: {
    es: '`{name}` no sirve como nombre de puerto: hasta 63 minúsculas, cifras y `-`, sin `-` en los extremos.',
    en: '`{name}` is not a valid port name: at most 63 lowercase letters, digits and `-`, no `-` at the ends.',
  },
  repeated: {
    es: 'Dos puertos se llaman `{name}`. Cada uno necesita un nombre propio.',
    en: 'Two ports are named `{name}`. Each one needs a name of its own.',
  },
  port: {
    es: '`{port}` no es un puerto: van de 1 a 65535.',
    en: '`{port}` is not a port: they go from 1 to 65535.',
  },
  hint: {
    es: 'La pista `{name}` ya está en este destino.',
    en: 'The hint `{name}` is already in this endpoint.',
  },
  unnamed: {
    es: 'Con varios puertos cada uno necesita un `name`.',
    en: 'With several ports each one needs a `name`.',
  },
  protocol: {
    es: '`{protocol}` no sirve como `appProtocol`: es un nombre conocido o lleva un dominio delante, como `kubernetes.io/h2c`.',
    en: '`{protocol}` is not a valid `appProtocol`: it is a known name or carries a domain, as in `kubernetes.io/h2c`.',
  },
} as const;

type Sayer = Say<typeof messages>;

/** EndpointSlices, and the Endpoints that came before them. */
export const endpointsLaw = law({
  messages,
  check(manifests, say) {
    for (const slice of ofKind<IEndpointSlice>(manifests, 'EndpointSlice', 'discovery.k8s.io')) {
      const type = text(slice.data.addressType) ?? '';
      for (const endpoint of items(slice.data.endpoints)) {
        checkAddresses(slice, endpoint, type, say);
        const hints = object(endpoint.hints);
        for (const list of [items(hints?.forZones), items(hints?.forNodes)]) checkHints(slice, list, say);
      }
      checkPorts(slice, items(slice.data.ports), say);
    }
    for (const endpoints of ofKind<IEndpoints>(manifests, 'Endpoints', '')) {
      for (const subset of items(endpoints.data.subsets)) {
        const addresses = [...items(subset.addresses), ...items(subset.notReadyAddresses)];
        if (addresses.length === 0) say('none', placeOf(endpoints, subset), {});
        for (const { ip } of addresses) checkAddress(endpoints, ip, 'IP', placeOf(endpoints, subset, 'addresses'), say);
        const ports = items(subset.ports);
        if (ports.length > 1 && ports.some(({ name }) => text(name) === undefined))
          say('unnamed', placeOf(endpoints, subset, 'ports'), {});
        for (const port of ports)
          if (!isPortNumber(integer(port.port) ?? 1))
            say('port', placeOf(endpoints, port, 'port'), { port: String(port.port) });
        checkPorts(endpoints, ports, say);
      }
    }
  },
});

interface Endpoint {
  readonly addresses?: readonly string[];
}

function checkAddresses(slice: Resource, endpoint: Endpoint, type: string, say: Sayer): void {
  const addresses: readonly unknown[] = Array.isArray(endpoint.addresses) ? endpoint.addresses : [];
  const at = placeOf(slice, endpoint, 'addresses');
  if (addresses.length === 0) say('none', at, {});
  if (addresses.length > 100) say('many', at, { count: addresses.length });
  for (const [index, address] of addresses.entries())
    checkAddress(slice, address ?? '', type, spanOf(addresses, index) ?? at, say);
}

function checkAddress(_owner: Resource, address: unknown, type: string, at: Parameters<Sayer>[1], say: Sayer): void {
  if (typeof address !== 'string') return;
  if (!isOfType(address, type)) say('address', at, { address, type });
  else if (type !== 'FQDN' && isReservedAddress(address)) say('reserved', at, { address });
  const canonical = type === 'IPv6' && isOfType(address, type) ? canonicalAddress(address) : address;
  if (canonical !== undefined && canonical !== address) say('form', at, { address, canonical });
}

function isOfType(address: string, type: string): boolean {
  if (type === 'FQDN') return isDnsSubdomain(address) && address.includes('.');
  if (!isPlainAddress(address)) return false;
  return type === 'IP' || address.includes(':') === (type === 'IPv6');
}

function checkHints(slice: Resource, hints: readonly { readonly name?: string }[], say: Sayer): void {
  const seen = new Set<string>();
  for (const hint of hints) {
    const name = text(hint.name) ?? '';
    if (seen.has(name)) say('hint', placeOf(slice, hint, 'name'), { name });
    seen.add(name);
  }
}

interface EndpointPort {
  readonly name?: string;
  readonly appProtocol?: string;
}

function checkPorts(owner: Resource, ports: readonly EndpointPort[], say: Sayer): void {
  const seen = new Set<string>();
  for (const port of ports) {
    const name = typeof port.name === 'string' ? port.name : '';
    if (name !== '' && !isDnsLabel(name)) say('portName', placeOf(owner, port, 'name'), { name });
    else if (owner.kind === 'EndpointSlice' && seen.has(name)) say('repeated', placeOf(owner, port, 'name'), { name });
    seen.add(name);
    const protocol = port.appProtocol;
    if (typeof protocol === 'string' && !isQualifiedName(protocol))
      say('protocol', placeOf(owner, port, 'appProtocol'), { protocol });
  }
}
