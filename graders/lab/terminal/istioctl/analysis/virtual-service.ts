import { at, fieldsOf, itemsOf, textAt } from '../../../../core/fields.ts';
import type { Resource } from '../../../../model/manifests/manifests.ts';
import { spanOf } from '../../../../parse/yaml/located.ts';
import { covers, fullHostOf } from '../../../istio/index.ts';
import { destinationsOf, hostsOf } from './hosts.ts';
import { type Analyzer, about, listed, type Message, ofIstio, placeOf } from './message.ts';

const textsAt = (value: unknown, ...path: readonly string[]): readonly string[] => {
  const found = at(value, ...path);
  return Array.isArray(found) ? found.map(String) : [];
};

const notFound = (resource: Resource, what: string, name: string, node: object, key: string | number): Message =>
  about(resource, 'IST0101', 'Error', `Referenced ${what} not found: ${JSON.stringify(name)}`, spanOf(node, key));

/** @see pkg/config/analysis/analyzers/virtualservice/destinationhosts.go */
export const destinationHosts: Analyzer = {
  name: 'virtualservice.DestinationHostAnalyzer',
  says: 'Checks the destination hosts associated with each virtual service',
  run: (world) => {
    const hosts = hostsOf(world);
    return ofIstio(world, 'VirtualService').flatMap((resource) =>
      destinationsOf(resource)
        .filter(({ host }) => !hosts.knows(host, resource.namespace ?? 'default'))
        .map(({ node, host }) => notFound(resource, 'host', host, node, 'host')),
    );
  },
};

/** @see pkg/config/analysis/analyzers/virtualservice/destinationrules.go */
export const destinationRules: Analyzer = {
  name: 'virtualservice.DestinationRuleAnalyzer',
  says: 'Checks the destination rules associated with each virtual service',
  run: (world) => {
    const known = new Set(
      ofIstio(world, 'DestinationRule').flatMap(({ data, namespace = 'default' }) => {
        const host = fullHostOf(textAt(data, 'spec', 'host') ?? '', namespace);
        return itemsOf(at(data, 'spec', 'subsets')).map(({ name }) => `${host}+${String(name)}`);
      }),
    );
    return ofIstio(world, 'VirtualService').flatMap((resource) =>
      destinationsOf(resource)
        .filter(
          ({ host, subset }) =>
            subset !== undefined && !known.has(`${fullHostOf(host, resource.namespace ?? 'default')}+${subset}`),
        )
        .map(({ node, host, subset }) =>
          notFound(resource, 'host+subset in destinationrule', `${host}+${subset}`, node, 'host'),
        ),
    );
  },
};

/** @see pkg/config/analysis/analyzers/virtualservice/gateways.go */
export const gateways: Analyzer = {
  name: 'virtualservice.GatewayAnalyzer',
  says: 'Checks the gateways associated with each virtual service',
  run: (world) => {
    const found = new Map(ofIstio(world, 'Gateway').map((one) => [placeOf(one), one] as const));
    return ofIstio(world, 'VirtualService').flatMap((resource) => {
      const list = at(resource.data, 'spec', 'gateways');
      const names = textsAt(resource.data, 'spec', 'gateways');
      return names.flatMap((written, index): readonly Message[] => {
        if (written === 'mesh') return [];
        const place = spanOf(list, index);
        const full = written.includes('/') ? written : `${resource.namespace ?? 'default'}/${written}`;
        const gateway = found.get(full);
        const missing = gateway
          ? []
          : [about(resource, 'IST0101', 'Error', `Referenced gateway not found: ${JSON.stringify(written)}`, place)];
        const hosts = textsAt(resource.data, 'spec', 'hosts');
        if (gateway && hosts.some((host) => serves(gateway, resource, host))) return [];
        const text = `one or more host ${listed(hosts)} defined in VirtualService ${placeOf(resource)} not found in Gateway ${full}.`;
        return [...missing, about(resource, 'IST0132', 'Warning', text, place)];
      });
    });
  },
};

/** Whether a server of a Gateway is for a host of a VirtualService, in whose namespace it may have to be. */
function serves(gateway: Resource, { namespace = 'default' }: Resource, host: string): boolean {
  return itemsOf(at(gateway.data, 'spec', 'servers')).some((server) =>
    textsAt(server, 'hosts').some((written) => {
      const [place, name = ''] = written.includes('/') ? written.split('/') : ['*', written];
      const isFor = place === '*' || place === namespace || (place === '.' && namespace === gateway.namespace);
      return isFor && (covers(name, host) || covers(host, name));
    }),
  );
}

/** @see pkg/config/analysis/analyzers/virtualservice/conflictingmeshgatewayhosts.go */
export const meshHosts: Analyzer = {
  name: 'virtualservice.ConflictingMeshGatewayHostsAnalyzer',
  says: 'Checks if multiple virtual services associated with the mesh gateway have conflicting hosts',
  run: (world) => {
    const byHost = new Map<string, Resource[]>();
    for (const resource of ofIstio(world, 'VirtualService')) {
      const names = textsAt(resource.data, 'spec', 'gateways');
      if (names.length > 0 && !names.includes('mesh')) continue;
      for (const host of textsAt(resource.data, 'spec', 'hosts')) {
        const full = fullHostOf(host, resource.namespace ?? 'default');
        byHost.set(full, [...(byHost.get(full) ?? []), resource]);
      }
    }
    return [...byHost].flatMap(([host, resources]) => {
      if (resources.length < 2 || resources.some(({ data }) => isPrivate(data))) return [];
      const names = resources.map(placeOf).sort().join(',');
      const text = `The VirtualServices ${names} associated with mesh gateway define the same host ${host} which can lead to undefined behavior. This can be fixed by merging the conflicting VirtualServices into a single resource.`;
      return resources.map((resource) => about(resource, 'IST0109', 'Error', text));
    });
  },
};

/** One that is not for the whole mesh may stand beside others. */
const isPrivate = (data: unknown): boolean => {
  const to = textsAt(fieldsOf(data), 'spec', 'exportTo');
  return to.length > 0 && !to.includes('*');
};
