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
  messages: {
    host: {
      es: 'El Gateway `{gateway}` no atiende `{host}`; atiende {served}.',
      en: 'Gateway `{gateway}` does not serve `{host}`; it serves {served}.',
    },
  },
  check(manifests, say) {
    const { virtualServices, gateways } = readWorld(manifests);
    const byId = new Map(gateways.map((gateway) => [gateway.id, offerOf(gateway)]));
    for (const { resource, hosts, gateways: bound, namespace } of virtualServices) {
      const offers = bound.flatMap((id) => byId.get(id) ?? []);
      const [first] = offers;
      if (!first || bound.includes('mesh')) continue;
      const open = offers.flatMap(({ hostsFor }) => hostsFor(namespace));
      for (const [index, written] of hosts.entries()) {
        const host = written.toLowerCase();
        if (open.some(({ meets }) => meets(host))) continue;
        const at = spanOf(fields(fields(resource.data).spec).hosts, index) ?? resource.at;
        const names = [...new Set(open.flatMap((one) => one.names))].map((name) => `\`${name}\``);
        const served = names.length > shown ? [...names.slice(0, shown), '…'] : names;
        say('host', at, { gateway: first.id, host, served });
      }
    }
  },
});

/** Names that a sentence lists. */
const shown = 6;

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
