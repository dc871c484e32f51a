import type { Fields } from '../../../cluster/index.ts';
import type { Command } from '../../tool/tool.ts';
import { dryRun, filename, kustomize, output, recursive, workloadOffers } from '../flags.ts';
import type { Item } from '../items.ts';
import { at, fieldsOf, itemsOf } from '../json.ts';
import { online } from '../session.ts';
import { wrong } from '../stop.ts';
import { createOne } from './create.ts';
import { named } from './scale.ts';

/** @see https://kubernetes.io/docs/reference/kubectl/generated/kubectl_expose/ */
export const expose: Command = {
  name: 'expose',
  says: { es: 'Pone un Service delante de una carga', en: 'Put a Service before a workload' },
  takes:
    '(-f FILENAME | TYPE NAME) [--port=port] [--protocol=TCP|UDP|SCTP] [--target-port=number-or-name] [--name=name] [--type=type]',
  offers: workloadOffers,
  flags: [
    { name: 'port', value: 'text', says: { es: 'Puerto del Service', en: 'Port of the Service' } },
    {
      name: 'target-port',
      value: 'text',
      says: { es: 'Puerto del contenedor, por número o por nombre', en: 'Port of the container, by number or name' },
    },
    { name: 'type', value: 'text', offers: ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'] },
    { name: 'name', value: 'text' },
    { name: 'protocol', value: 'text' },
    { name: 'labels', short: 'l', value: 'text' },
    { name: 'cluster-ip', value: 'text' },
    { name: 'external-ip', value: 'text' },
    { name: 'load-balancer-ip', value: 'text' },
    { name: 'session-affinity', value: 'text' },
    { name: 'selector', value: 'text' },
    filename,
    kustomize,
    recursive,
    dryRun,
    output,
  ],
  beyond: ['overrides=', 'override-type=', 'template=', 'save-config', 'field-manager='],
  run: online((session) => {
    const { flags } = session.call;
    const [item] = named(
      {
        ...session,
        call: {
          ...session.call,
          flags: { ...flags, text: (name) => (name === 'selector' ? undefined : flags.text(name)) },
        },
      },
      'expose',
    );
    if (!item) throw wrong('you must specify one resource');
    const name = flags.text('name') ?? item.name;
    const ports = portsOf(item, flags.text('port'), flags.text('target-port'), flags.text('protocol'));
    const labels = flags.has('labels') ? pairs(flags.text('labels')) : fieldsOf(at(item.view, 'metadata', 'labels'));
    const clusterIp = flags.text('cluster-ip');
    const done = createOne(session, {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { ...(Object.keys(labels).length > 0 && { labels }), name },
      spec: {
        ...(clusterIp !== undefined && { clusterIP: clusterIp }),
        ...(flags.has('external-ip') && { externalIPs: [flags.text('external-ip')] }),
        ports,
        selector: flags.has('selector') ? pairs(flags.text('selector')) : selectorOf(item),
        ...(flags.has('session-affinity') && { sessionAffinity: flags.text('session-affinity') }),
        ...(flags.has('type') && { type: flags.text('type') }),
      },
    });
    const err = (done.err ?? '').replace(
      /^error: failed to create \w+ service: (services "[^"]*" already exists)/,
      'Error from server (AlreadyExists): $1',
    );
    return { ...done, err, out: (done.out ?? '').replace(/ created( \([a-z ]+\))?\n$/, ' exposed$1\n') };
  }),
};

const pairs = (text = ''): Fields =>
  Object.fromEntries(
    text
      .split(',')
      .filter(Boolean)
      .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );

function selectorOf({ kind, view }: Item): Fields {
  switch (kind.kind) {
    case 'Service':
    case 'ReplicationController':
      return fieldsOf(at(view, 'spec', 'selector'));
    case 'Pod': {
      const labels = fieldsOf(at(view, 'metadata', 'labels'));
      if (Object.keys(labels).length === 0)
        throw wrong(
          "couldn't retrieve selectors via --selector flag or introspection: the pod has no labels and cannot be exposed",
        );
      return labels;
    }
    case 'Deployment':
    case 'ReplicaSet': {
      if (itemsOf(at(view, 'spec', 'selector', 'matchExpressions')).length > 0)
        throw wrong(
          'couldn\'t retrieve selectors via --selector flag or introspection: couldn\'t convert expressions - "matchExpressions" to map-based selector format',
        );
      return fieldsOf(at(view, 'spec', 'selector', 'matchLabels'));
    }
    default:
      throw wrong(`cannot expose a ${kind.kind}.${kind.group}`);
  }
}

function portsOf(
  item: Item,
  written: string | undefined,
  target: string | undefined,
  protocol = 'TCP',
): readonly Fields[] {
  const isService = item.kind.kind === 'Service';
  const containers =
    item.kind.kind === 'Pod'
      ? at(item.view, 'spec', 'containers')
      : at(item.view, 'spec', 'template', 'spec', 'containers');
  const own = isService
    ? itemsOf(at(item.view, 'spec', 'ports')).map((one) => ({ port: one.port, protocol: one.protocol }))
    : itemsOf(containers).flatMap((one) =>
        itemsOf(one.ports).map((port) => ({ port: port.containerPort, protocol: port.protocol ?? 'TCP' })),
      );
  if (written === undefined && own.length === 0)
    throw wrong("couldn't find port via --port flag or introspection\nSee 'kubectl expose -h' for help and examples");
  const ports =
    written === undefined
      ? own
      : written.split(',').map((port) => {
          if (!/^\d+$/.test(port)) throw wrong(`strconv.Atoi: parsing ${JSON.stringify(port)}: invalid syntax`);
          return { port: Number(port), protocol };
        });
  const targetOf = (port: unknown) => (target === undefined ? port : /^\d+$/.test(target) ? Number(target) : target);
  return ports.map((one, index) => ({
    ...(ports.length > 1 && { name: `port-${index + 1}` }),
    port: one.port,
    protocol: one.protocol,
    targetPort: targetOf(one.port),
  }));
}
