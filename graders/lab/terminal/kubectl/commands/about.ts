import { type LiveCluster, objectsOfKind, podsAt, quantity } from '../../../cluster/index.ts';
import { clusterOf } from '../../desk/clusters.ts';
import type { Command, Flag } from '../../tool/tool.ts';
import { notFound, oneNamed } from '../ask/args.ts';
import { everywhere, noHeaders, podOffers, selector } from '../flags.ts';
import { itemsIn } from '../items.ts';
import { at } from '../json.ts';
import { apiVersionOf, kindNamed, kindsOf } from '../kinds.ts';
import { jsonText } from '../print/json.ts';
import { tableText } from '../print/table.ts';
import { yamlText } from '../print/yaml.ts';
import { release } from '../release.ts';
import { labelSelector } from '../selectors.ts';
import { offline, online } from '../session.ts';
import { Beyond, Stop, wrong } from '../stop.ts';
import { serverOf } from './server.ts';

export const version: Command = {
  name: 'version',
  says: { es: 'Las versiones de kubectl y del servidor', en: 'The versions of kubectl and of the server' },
  flags: [
    { name: 'client', says: { es: 'Solo la de kubectl', en: 'Only that of kubectl' } },
    { name: 'output', short: 'o', value: 'text', offers: ['yaml', 'json'] },
    { name: 'short', fidelity: 'none' },
  ],
  run: offline(({ desk, flags }) => {
    const context = flags.text('context');
    const cluster = flags.on('client') ? undefined : clusterOf(desk, context);
    const output = flags.text('output');
    const info = { gitVersion: release, major: '1', minor: '36', platform: 'linux/amd64' };
    if (output === 'yaml' || output === 'json') {
      const value = { clientVersion: info, kustomizeVersion: 'v5.8.1', ...(cluster && { serverVersion: info }) };
      return { out: output === 'yaml' ? yamlText(value) : jsonText(value).replaceAll('    ', '  ') };
    }
    if (output !== undefined) throw wrong(`--output must be 'yaml' or 'json'`);
    const client = `Client Version: ${release}\nKustomize Version: v5.8.1\n`;
    if (flags.on('client')) return { out: client };
    if (!cluster)
      return {
        out: client,
        err: 'The connection to the server localhost:8080 was refused - did you specify the right host or port?\n',
        exit: 1,
      };
    return { out: `${client}Server Version: ${release}\n` };
  }),
};

export const clusterInfo: Command = {
  name: 'cluster-info',
  says: { es: 'Dónde está el clúster', en: 'Where the cluster is' },
  flags: [],
  commands: [{ name: 'dump', says: { es: 'Todo lo que hay, para depurar', en: 'All there is, for debugging' } }],
  run: online(({ named, live }) => {
    const server = serverOf(named);
    const dns = objectsOfKind(live, '', 'Service', 'kube-system').some(({ resource }) => resource.name === 'kube-dns');
    return {
      out: `Kubernetes control plane is running at ${server}\n${dns ? `CoreDNS is running at ${server}/api/v1/namespaces/kube-system/services/kube-dns:dns/proxy\n` : ''}\nTo further debug and diagnose cluster problems, use 'kubectl cluster-info dump'.\n`,
      facts: [{ did: 'cluster.asked', data: {} }],
    };
  }),
};

export const apiResources: Command = {
  name: 'api-resources',
  says: { es: 'Los tipos de objeto que conoce el servidor', en: 'The kinds of object the server knows' },
  flags: [
    noHeaders,
    { name: 'namespaced', says: { es: 'Los que viven en espacios de nombres', en: 'Those that live in namespaces' } },
    { name: 'api-group', value: 'text' },
    { name: 'output', short: 'o', value: 'text', offers: ['name', 'wide'], fidelity: 'partial' },
    { name: 'sort-by', value: 'text', fidelity: 'partial' },
    { name: 'categories', value: 'list', fidelity: 'none' },
    { name: 'verbs', value: 'list', fidelity: 'none' },
    { name: 'cached' },
  ],
  run: online(({ live, call }) => {
    const { flags } = call;
    const kinds = kindsOf(live)
      .filter(({ namespaced }) => !flags.has('namespaced') || namespaced === flags.on('namespaced'))
      .filter(({ group }) => !flags.has('api-group') || group === flags.text('api-group'))
      .map((kind, index) => ({ kind, index }))
      .sort((a, b) => (a.kind.group < b.kind.group ? -1 : a.kind.group > b.kind.group ? 1 : a.index - b.index))
      .map(({ kind }) => kind);
    if (flags.text('output') === 'name')
      return { out: kinds.map(({ plural, group }) => `${plural}${group === '' ? '' : `.${group}`}\n`).join('') };
    const rows = kinds.map((kind) => [
      kind.plural,
      kind.short.join(','),
      apiVersionOf(kind),
      String(kind.namespaced),
      kind.kind,
    ]);
    return {
      out: tableText(
        flags.on('no-headers') ? undefined : ['Name', 'ShortNames', 'APIVersion', 'Namespaced', 'Kind'],
        rows,
      ),
    };
  }),
};

export const apiVersions: Command = {
  name: 'api-versions',
  says: { es: 'Los grupos y versiones del servidor', en: 'The groups and versions of the server' },
  flags: [],
  run: online(({ live }) => ({
    out: [...new Set(kindsOf(live).map(apiVersionOf))]
      .sort()
      .map((one) => `${one}\n`)
      .join(''),
  })),
};

const topFlags: readonly Flag[] = [
  selector,
  everywhere,
  noHeaders,
  { name: 'containers', fidelity: 'none' },
  { name: 'sort-by', value: 'text', offers: ['cpu', 'memory'] },
  { name: 'sum', fidelity: 'none' },
  { name: 'show-capacity', fidelity: 'none' },
  { name: 'use-protocol-buffers' },
];

/** Who measures: without it `top` has nothing to tell. */
const noMetrics = 'error: Metrics API not available';

/** With a Metrics Server there would be figures, which nobody here knows. */
function unmeasured(live: LiveCluster): Stop | Beyond {
  const isMeasured = podsAt(live, live.clock).some(
    ({ pod }) => pod.ready && pod.namespace === 'kube-system' && pod.workload.name === 'metrics-server',
  );
  if (!isMeasured) return new Stop(noMetrics);
  return new Beyond({
    es: 'El laboratorio no sabe cuánta CPU ni cuánta memoria usan los pods de este clúster.',
    en: 'The lab does not know how much CPU and memory the pods of this cluster use.',
  });
}

const topPods: Command = {
  name: 'pods',
  aliases: ['pod', 'po'],
  says: { es: 'Lo que gastan los pods', en: 'What pods use' },
  takes: '[NAME | -l label]',
  offers: podOffers,
  flags: topFlags,
  run: online((session) => {
    const { live, namespace, call } = session;
    const { flags } = call;
    if (!live.hooks.usage) throw unmeasured(live);
    const [name] = call.operands;
    const kind = kindNamed(live, 'pods');
    if (name !== undefined && kind && !oneNamed(live, kind, name, namespace)) throw new Stop(notFound(kind, name));
    const matches = labelSelector(flags.text('selector') ?? '');
    const every = flags.on('all-namespaces');
    const used = podsAt(live, live.clock)
      .filter(
        ({ pod, terminating }) =>
          !terminating &&
          pod.phase === 'Running' &&
          (every || pod.namespace === namespace) &&
          (name === undefined || pod.name === name) &&
          matches(pod.labels),
      )
      .flatMap(({ pod }) => {
        const usage = live.hooks.usage?.(pod, live.clock);
        return usage ? [{ pod, usage }] : [];
      });
    if (used.length === 0)
      return { err: every ? 'No resources found\n' : `No resources found in ${namespace} namespace.\n` };
    const by = flags.text('sort-by');
    const sorted =
      by === 'cpu' || by === 'memory'
        ? [...used].sort((a, b) => b.usage[by] - a.usage[by])
        : [...used].sort((a, b) => (a.pod.name < b.pod.name ? -1 : 1));
    const rows = sorted.map(({ pod, usage }) => [
      ...(every ? [pod.namespace] : []),
      pod.name,
      `${Math.round(usage.cpu)}m`,
      `${Math.round(usage.memory / 2 ** 20)}Mi`,
    ]);
    return {
      out: tableText(
        flags.on('no-headers') ? undefined : [...(every ? ['Namespace'] : []), 'Name', 'CPU(cores)', 'Memory(bytes)'],
        rows,
      ),
    };
  }),
};

const topNodes: Command = {
  name: 'nodes',
  aliases: ['node', 'no'],
  says: { es: 'Lo que gastan los nodos', en: 'What nodes use' },
  takes: '[NAME | -l label]',
  flags: topFlags,
  run: online(({ live }) => {
    if (!live.hooks.usage) throw unmeasured(live);
    const kind = kindNamed(live, 'nodes');
    const rows = (kind ? itemsIn(live, kind) : []).map(({ name, view }) => {
      const pods = podsAt(live, live.clock).filter(({ pod }) => pod.node === name && pod.phase === 'Running');
      const sum = pods.reduce(
        (total, { pod }) => {
          const usage = live.hooks.usage?.(pod, live.clock) ?? { cpu: 0, memory: 0 };
          return { cpu: total.cpu + usage.cpu, memory: total.memory + usage.memory };
        },
        { cpu: 0, memory: 0 },
      );
      const of = (resource: string) => quantity(at(view, 'status', 'allocatable', resource)) ?? 0;
      const percent = (part: number, whole: number) =>
        whole > 0 ? `${Math.floor((100 * part) / whole)}%` : '<unknown>';
      return [
        name,
        `${Math.round(sum.cpu)}m`,
        percent(sum.cpu / 1000, of('cpu')),
        `${Math.round(sum.memory / 2 ** 20)}Mi`,
        percent(sum.memory, of('memory')),
      ];
    });
    return { out: tableText(['Name', 'CPU(cores)', 'CPU(%)', 'Memory(bytes)', 'Memory(%)'], rows) };
  }),
};

/** @see https://kubernetes.io/docs/reference/kubectl/generated/kubectl_top/ */
export const top: Command = {
  name: 'top',
  says: { es: 'Lo que gastan pods y nodos', en: 'What pods and nodes use' },
  commands: [topPods, topNodes],
  differs: {
    es: 'Sin nadie que mida (metrics-server) responde como el de verdad.',
    en: 'Without anybody who measures (metrics-server) it answers as the real one.',
  },
};
