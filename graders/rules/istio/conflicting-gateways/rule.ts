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
    const { gateways, templates } = readWorld(manifests);
    const groupsOf = groupsIn(templates);
    const opened = new Map<string, Port>();
    for (const gateway of gateways) {
      const groups = groupsOf(gateway);
      for (const server of gateway.servers) {
        const at = placeOf(gateway.resource, server.node.port, 'number');
        const ports = groups.flatMap((group) => opened.get(`${group} ${server.port}`) ?? []);
        const clash = ports.map((port) => otherProtocol(port, server)).find((one) => one);
        const shared = clash ? undefined : ports.map((port) => sharedHost(port, server)).find((one) => one);
        if (clash)
          say('protocol', at, { other: clash.by, port: server.port, theirs: clash.protocol, own: server.protocol });
        else if (shared) say('same', at, { other: shared.by, port: server.port, host: shared.host });
      }
      // What a Gateway opens itself is no other one's.
      for (const server of gateway.servers) {
        for (const group of groups) note(opened, `${group} ${server.port}`, gateway.id, server);
      }
    }
  },
});

/** What the Gateways before have opened on a port of some pods: who was the first to say what. */
interface Port {
  readonly protocols: Map<string, string>;
  /** By host, by whose VirtualServices may use it. */
  readonly hosts: Map<string, Map<string, string>>;
}

function note(opened: Map<string, Port>, key: string, by: string, { protocol, hosts, bind }: GatewayServer): void {
  const port = opened.get(key) ?? { protocols: new Map(), hosts: new Map() };
  opened.set(key, port);
  if (!port.protocols.has(protocol)) port.protocols.set(protocol, by);
  for (const { host, namespace } of hosts) {
    const name = `${bind} ${host}`;
    const users = port.hosts.get(name) ?? new Map<string, string>();
    port.hosts.set(name, users);
    if (!users.has(namespace)) users.set(namespace, by);
  }
}

function otherProtocol({ protocols }: Port, server: GatewayServer): { by: string; protocol: string } | undefined {
  for (const [protocol, by] of protocols) if (protocol !== server.protocol) return { by, protocol };
  return undefined;
}

/**
 * A host that both name; hosts for different namespaces do not meet. A wildcard beside a host that it covers is no
 * conflict: the more specific one is looked at first.
 */
function sharedHost({ hosts }: Port, server: GatewayServer): { by: string; host: string } | undefined {
  for (const { host, namespace } of server.hosts) {
    const users = hosts.get(`${server.bind} ${host}`);
    const by =
      users?.get(namespace) ?? users?.get('*') ?? (namespace === '*' ? users?.values().next().value : undefined);
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
