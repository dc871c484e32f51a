import { own } from '../../../core/own.ts';
import { covers } from '../../../lab/istio/index.ts';
import type { Gateway, GatewayServer } from '../../../model/mesh/gateway.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { rule } from '../../rule.ts';
import { readWorld } from '../world.ts';

export default rule({
  id: 'istio/conflicting-gateways',
  severity: 'warning',
  title: { es: 'Dos Gateways abren el mismo puerto para el mismo host', en: 'Two Gateways open one port for one host' },
  related: ['IST0145'],
  over: 'manifests',
  messages: {
    same: {
      es: '`{other}` ya abre el puerto {port} de los mismos pods para `{host}`.',
      en: '`{other}` already opens port {port} of the same pods for `{host}`.',
    },
    protocol: {
      es: '`{other}` abre el puerto {port} de los mismos pods como `{theirs}`, y este como `{own}`.',
      en: '`{other}` opens port {port} of the same pods as `{theirs}`, and this one as `{own}`.',
    },
  },
  check(manifests, say) {
    const { gateways } = readWorld(manifests);
    for (const [index, gateway] of gateways.entries()) {
      for (const other of gateways.slice(0, index).filter((one) => sameSelector(one, gateway))) {
        for (const server of gateway.servers) {
          const theirs = other.servers.find(({ port }) => port === server.port);
          if (!theirs) continue;
          const at = placeOf(gateway.resource, server.node.port, 'number');
          const facts = { other: other.id, port: server.port };
          const host = sharedHost(theirs, server);
          if (theirs.protocol !== server.protocol)
            say('protocol', at, { ...facts, theirs: theirs.protocol, own: server.protocol });
          else if (host !== undefined) say('same', at, { ...facts, host });
        }
      }
    }
  },
});

function sameSelector({ selector: a }: Gateway, { selector: b }: Gateway): boolean {
  const keys = Object.keys(a);
  return keys.length > 0 && keys.length === Object.keys(b).length && keys.every((key) => own(a, key) === own(b, key));
}

/** A host that both name; hosts for different namespaces do not meet. */
function sharedHost(a: GatewayServer, b: GatewayServer): string | undefined {
  return b.hosts.find((own) =>
    a.hosts.some(
      (other) =>
        (own.namespace === other.namespace || own.namespace === '*' || other.namespace === '*') &&
        (own.host === other.host || (own.host !== '*' && covers(other.host, own.host))),
    ),
  )?.host;
}
