import { hasLabels } from '../../../lab/cluster/index.ts';
import type { Gateway, GatewayServer } from '../../../model/mesh/gateway.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import type { PodTemplate } from '../../../model/workloads/templates.ts';
import { rule } from '../../rule.ts';
import { readWorld } from '../world.ts';

export default rule({
  id: 'istio/conflicting-gateways',
  severity: 'warning',
  title: { es: 'Dos Gateways abren el mismo puerto para el mismo host', en: 'Two Gateways open one port for one host' },
  related: ['IST0145'],
  over: 'manifests',
  codes: { same: ['IST0145'] },
  messages: {
    same: {
      es: '`{other}` también abre el puerto {port} de los mismos pods para `{host}`.',
      en: '`{other}` opens port {port} of the same pods for `{host}` as well.',
    },
    protocol: {
      es: '`{other}` abre el puerto {port} de los mismos pods como `{theirs}`, y este como `{own}`.',
      en: '`{other}` opens port {port} of the same pods as `{theirs}`, and this one as `{own}`.',
    },
  },
  check(manifests, say) {
    const { gateways, templates } = readWorld(manifests);
    const groupsOf = groupsIn(templates);
    const opened = new Map<string, Port>();
    for (const gateway of gateways) {
      for (const group of groupsOf(gateway)) {
        for (const server of gateway.servers) note(opened, `${group} ${server.port}`, gateway.id, server);
      }
    }
    for (const gateway of gateways) {
      const groups = groupsOf(gateway);
      for (const server of gateway.servers) {
        const at = placeOf(gateway.resource, server.node.port, 'number');
        const ports = groups.flatMap((group) => opened.get(`${group} ${server.port}`) ?? []);
        const clash = ports.map((port) => otherProtocol(port, gateway.id, server)).find((one) => one);
        const shared = ports.map((port) => sharedHost(port, gateway.id, server)).find((one) => one);
        if (clash)
          say('protocol', at, { other: clash.by, port: server.port, theirs: clash.protocol, own: server.protocol });
        if (shared) say('same', at, { other: shared.by, port: server.port, host: shared.host });
      }
    }
  },
});

/** What Gateways open on a port of some pods. */
interface Port {
  readonly protocols: Map<string, Openers>;
  /** By host, by whose VirtualServices may use it. */
  readonly hosts: Map<string, Map<string, Openers>>;
}

/** The first Gateways that say something: two are enough to know whether another one does. */
type Openers = readonly string[];

const joined = (known: Openers = [], by: string): Openers =>
  known.length > 1 || known.includes(by) ? known : [...known, by];
const another = (known: Openers | undefined, than: string): string | undefined => known?.find((one) => one !== than);

function note(opened: Map<string, Port>, key: string, by: string, { protocol, hosts, bind }: GatewayServer): void {
  const port = opened.get(key) ?? { protocols: new Map(), hosts: new Map() };
  opened.set(key, port);
  port.protocols.set(protocol, joined(port.protocols.get(protocol), by));
  for (const { host, namespace } of hosts) {
    const name = `${bind} ${host}`;
    const users = port.hosts.get(name) ?? new Map<string, Openers>();
    port.hosts.set(name, users);
    users.set(namespace, joined(users.get(namespace), by));
  }
}

function otherProtocol(
  { protocols }: Port,
  id: string,
  server: GatewayServer,
): { by: string; protocol: string } | undefined {
  for (const [protocol, openers] of protocols) {
    const by = another(openers, id);
    if (protocol !== server.protocol && by !== undefined) return { by, protocol };
  }
  return undefined;
}

/**
 * A host that both name for the same namespaces: one for all of them and one for some are kept beside each other. A
 * wildcard beside a host that it covers is no conflict: the more specific one is looked at first.
 * @see CheckDuplicates in https://github.com/istio/istio/blob/release-1.31/pilot/pkg/model/gateway.go
 */
function sharedHost({ hosts }: Port, id: string, server: GatewayServer): { by: string; host: string } | undefined {
  for (const { host, namespace } of server.hosts) {
    const users = hosts.get(`${server.bind} ${host}`);
    const by = another(users?.get(namespace), id);
    if (by !== undefined) return { by, host };
  }
  return undefined;
}

/** The pods a Gateway is for: those of its selector as it stands, and those of the world that have its labels. */
function groupsIn(templates: readonly PodTemplate[]): (gateway: Gateway) => readonly string[] {
  const byLabel = new Map<string, PodTemplate[]>();
  for (const template of templates) {
    for (const label of Object.entries(template.labels)) {
      const key = JSON.stringify(label);
      const found = byLabel.get(key);
      if (found) found.push(template);
      else byLabel.set(key, [template]);
    }
  }
  const places = new Map(templates.map((template, index) => [template, `pods ${index}`]));
  return ({ selector }) => {
    const labels = Object.entries(selector).sort(([a], [b]) => (a < b ? -1 : 1));
    const [first] = labels;
    if (!first) return [];
    const pods = (byLabel.get(JSON.stringify(first)) ?? []).filter((one) => hasLabels(selector as never, one.labels));
    return [JSON.stringify(labels), ...pods.flatMap((one) => places.get(one) ?? [])];
  };
}
