import { at, fieldsOf, itemsOf, textAt } from '../../../../core/fields.ts';
import type { Resource } from '../../../../model/manifests/manifests.ts';
import { covers, fullHostOf } from '../../../istio/index.ts';
import { ofCore, ofIstio, type World } from './message.ts';

/** The hosts that the mesh of a world knows: of Services and of ServiceEntries. */
export interface Hosts {
  knows(host: string, namespace: string): boolean;
  /** The Service behind a host, where there is one. */
  serviceOf(host: string, namespace: string): Resource | undefined;
}

export function hostsOf(world: World): Hosts {
  const services = new Map(
    ofCore(world, 'Service').map((one) => [fullHostOf(one.name, one.namespace ?? 'default'), one] as const),
  );
  const entries = ofIstio(world, 'ServiceEntry').flatMap(({ data }) => {
    const hosts = at(data, 'spec', 'hosts');
    return Array.isArray(hosts) ? hosts.map(String) : [];
  });
  const knows = (host: string, namespace: string): boolean => {
    const full = fullHostOf(host, namespace);
    if (services.has(full) || entries.some((one) => one === full || covers(one, full))) return true;
    return full.startsWith('*') && [...services.keys(), ...entries].some((one) => covers(full, one));
  };
  return { knows, serviceOf: (host, namespace) => services.get(fullHostOf(host, namespace)) };
}

/** A destination that a VirtualService names, with the node that holds its host. */
export interface Named {
  readonly node: object;
  readonly host: string;
  readonly subset: string | undefined;
}

/** The destinations of the routes of a VirtualService. */
export function destinationsOf({ data }: Resource): readonly Named[] {
  const spec = fieldsOf(at(data, 'spec'));
  return ['http', 'tls', 'tcp'].flatMap((kind) =>
    itemsOf(at(spec, kind)).flatMap((route) =>
      itemsOf(route.route).flatMap((one): readonly Named[] => {
        const node = fieldsOf(one.destination);
        const host = textAt(node, 'host');
        return host === undefined ? [] : [{ node, host, subset: textAt(node, 'subset') }];
      }),
    ),
  );
}
