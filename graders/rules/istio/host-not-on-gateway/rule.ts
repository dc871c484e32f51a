import { type HostSet, hostSet } from '../../../lab/istio/index.ts';
import { fields } from '../../../model/mesh/fields.ts';
import type { Gateway } from '../../../model/mesh/gateway.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { rule } from '../../rule.ts';
import { readWorld } from '../world.ts';

export default rule({
  id: 'istio/host-not-on-gateway',
  severity: 'warning',
  title: { es: 'El Gateway no atiende ese host', en: 'The Gateway does not serve that host' },
  related: ['IST0132'],
  over: 'manifests',
  codes: { nothing: ['IST0132'] },
  messages: {
    host: {
      es: 'El Gateway `{gateway}` no atiende `{host}`; atiende {served}.',
      en: 'Gateway `{gateway}` does not serve `{host}`; it serves {served}.',
    },
    nothing: {
      es: 'El Gateway `{gateway}` no atiende ningún host de este VirtualService ({hosts}); atiende {served}.',
      en: 'Gateway `{gateway}` serves no host of this VirtualService ({hosts}); it serves {served}.',
    },
  },
  check(manifests, say) {
    const { virtualServices, gateways } = readWorld(manifests);
    const byId = new Map(gateways.map((gateway) => [gateway.id, offerOf(gateway)]));
    for (const { resource, hosts, gateways: bound, namespace } of virtualServices) {
      const offers = bound.flatMap((id) => byId.get(id) ?? []);
      const written = fields(fields(resource.data).spec);
      const idle = offers.filter(({ hostsFor }) => {
        const served = hostsFor(namespace);
        return !hosts.some((host) => served.some(({ meets }) => meets(host.toLowerCase())));
      });
      for (const { id, hostsFor } of idle) {
        const at = spanOf(written.gateways, bound.indexOf(id)) ?? resource.at;
        say('nothing', at, { gateway: id, hosts: listed(hosts), served: servedBy(hostsFor(namespace)) });
      }
      const [first] = offers;
      if (!first || bound.includes('mesh') || idle.length === offers.length) continue;
      const open = offers.flatMap(({ hostsFor }) => hostsFor(namespace));
      for (const [index, name] of hosts.entries()) {
        const host = name.toLowerCase();
        if (open.some(({ meets }) => meets(host))) continue;
        say('host', spanOf(written.hosts, index) ?? resource.at, { gateway: first.id, host, served: servedBy(open) });
      }
    }
  },
});

/** Names that a sentence lists. */
const shown = 6;

function listed(names: readonly string[]): readonly string[] {
  const all = [...new Set(names)].map((name) => `\`${name}\``);
  return all.length > shown ? [...all.slice(0, shown), '…'] : all;
}

const servedBy = (offers: readonly { readonly names: readonly string[] }[]): readonly string[] =>
  listed(offers.flatMap(({ names }) => names));

interface Offer {
  readonly id: string;
  /** The hosts that VirtualServices of a namespace may use. */
  hostsFor(namespace: string): readonly (HostSet & { readonly names: readonly string[] })[];
}

function offerOf({ id, servers }: Gateway): Offer {
  const byNamespace = new Map<string, string[]>();
  for (const { namespace, host } of servers.flatMap((server) => server.hosts)) {
    const found = byNamespace.get(namespace);
    if (found) found.push(host);
    else byNamespace.set(namespace, [host]);
  }
  const sets = new Map(
    [...byNamespace].map(([namespace, names]) => [namespace, { ...hostSet(names), names: names.slice(0, shown + 1) }]),
  );
  return { id, hostsFor: (namespace) => ['*', namespace].flatMap((one) => sets.get(one) ?? []) };
}
