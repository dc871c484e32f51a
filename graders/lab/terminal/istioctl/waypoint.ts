import { at, type Fields, fieldsOf, itemsOf, textAt } from '../../../core/fields.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { put, removeObject } from '../../cluster/index.ts';
import { clusterOf, withCluster } from '../desk/clusters.ts';
import { gatewayStatus } from '../desk/gateways.ts';
import { asResources } from '../mesh/objects.ts';
import { exists, type MeshSession, meshSession, waitUntil } from '../mesh/session.ts';
import { yamlOf } from '../mesh/yaml.ts';
import { columns } from '../tool/columns.ts';
import { seconds } from '../tool/parse.ts';
import { type Call, type Command, type Flag, type Outcome, printed, refused } from '../tool/tool.ts';
import { noServer } from './install.ts';

const group = 'gateway.networking.k8s.io';
const kinds = ['all', 'none', 'service', 'workload'];
const useLabel = 'istio.io/use-waypoint';

/** The Gateway that a waypoint is. @see istioctl/pkg/waypoint/waypoint.go (`makeGateway`) */
function waypointOf({ flags }: Call, namespace: string | undefined): Fields | string {
  const written = flags.text('name') ?? '';
  const name = written === '' ? 'waypoint' : written;
  if (name === 'none') return "invalid name provided for waypoint, 'none' is a reserved value";
  const kind = flags.text('for');
  if (kind !== undefined && kind !== '' && !kinds.includes(kind))
    return `invalid traffic type: ${kind}. Valid options are: [${kinds.join(' ')}]`;
  const revision = flags.text('revision');
  const labels = {
    ...(kind && { 'istio.io/waypoint-for': kind }),
    ...(revision && { 'istio.io/rev': revision }),
  };
  return {
    apiVersion: `${group}/v1`,
    kind: 'Gateway',
    metadata: { ...(Object.keys(labels).length > 0 && { labels }), name, ...(namespace && { namespace }) },
    spec: { gatewayClassName: 'istio-waypoint', listeners: [{ name: 'mesh', port: 15008, protocol: 'HBONE' }] },
  };
}

function generate(call: Call): Outcome {
  const made = waypointOf(call, call.flags.text('namespace'));
  if (typeof made === 'string') return refused(call.desk, `Error: failed to create gateway: ${made}\n`);
  return printed(call.desk, yamlOf(made));
}

const namespaceLabels = ({ live }: MeshSession, name: string): Readonly<Record<string, unknown>> =>
  fieldsOf(live.resources.find((one) => one.kind === 'Namespace' && one.name === name)?.metadata.labels);

/** `istioctl waypoint apply`. @see istioctl/pkg/waypoint/waypoint.go */
function apply(call: Call): Outcome {
  const { flags } = call;
  const session = meshSession(call);
  if (!session) return refused(call.desk, noServer);
  const { namespace } = session;
  const made = waypointOf(call, namespace);
  if (typeof made === 'string') return refused(call.desk, `Error: failed to create gateway: ${made}\n`);
  const isThere = namespace === 'default' || exists(session, 'Namespace', namespace);
  if (!isThere) return refused(call.desk, `Error: namespace: ${namespace} not found\n`);
  const name = textAt(made.metadata, 'name') ?? '';
  const enrolls = flags.on('enroll-namespace');
  const labels = namespaceLabels(session, namespace);
  let stdout = '';
  if (enrolls && !flags.on('overwrite') && textAt(labels, useLabel) !== undefined)
    return printed(
      call.desk,
      `⚠️ Warning: namespace (${namespace}) already has an enrolled Waypoint. Consider adding the \`--overwrite\` flag to your apply command.\n`,
    );
  if (enrolls && labels['istio.io/dataplane-mode'] !== 'ambient')
    stdout += `⚠️ Warning: namespace is not enrolled in ambient. Consider running\t\`kubectl label namespace ${namespace} istio.io/dataplane-mode=ambient\`\n`;
  if (!exists(session, 'CustomResourceDefinition', `gateways.${group}`))
    return {
      ...refused(
        call.desk,
        'Error: missing Kubernetes Gateway CRDs need to be installed before applying a waypoint: the server could not find the requested resource (patch gateways.gateway.networking.k8s.io)\n',
      ),
      stdout,
    };
  let desk = withCluster(call.desk, session.named, put(session.live, asResources([made]), call.desk.clock).cluster);
  stdout += `✅ waypoint ${namespace}/${name} applied\n`;
  if (flags.on('wait')) {
    const live = clusterOf(desk, session.named.context)?.live ?? session.live;
    const most = seconds(flags.text('waypoint-timeout') ?? '90s') ?? 90;
    const { clock, held } = waitUntil(live, desk.clock, most, (pods) =>
      pods.some(({ pod }) => pod.ready && pod.namespace === namespace && pod.workload.name === name),
    );
    desk = { ...desk, clock };
    if (!held)
      return { ...refused(desk, `Error: timed out while waiting for waypoint\t${namespace}/${name}\n`), stdout };
    stdout += `✅ waypoint ${namespace}/${name} is ready!\n`;
  }
  if (enrolls) {
    const live = clusterOf(desk, session.named.context)?.live ?? session.live;
    const before = live.resources.find((one) => one.kind === 'Namespace' && one.name === namespace);
    const data = fieldsOf(before?.data ?? { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } });
    const metadata = fieldsOf(data.metadata);
    const labelled = { ...data, metadata: { ...metadata, labels: { ...fieldsOf(metadata.labels), [useLabel]: name } } };
    desk = withCluster(desk, session.named, put(live, asResources([labelled]), desk.clock).cluster);
    stdout += `✅ namespace ${namespace} labeled with "${useLabel}: ${name}"\n`;
  }
  return { desk, stdout, stderr: '', exit: 0, seconds: 1 };
}

const waypointsIn = ({ live }: MeshSession, namespace: string | undefined): readonly Resource[] =>
  live.resources
    .filter(
      (one) =>
        one.kind === 'Gateway' &&
        one.group === group &&
        textAt(one.data, 'spec', 'gatewayClassName') === 'istio-waypoint' &&
        (namespace === undefined || one.namespace === namespace),
    )
    .sort((a, b) => (`${a.namespace}/${a.name}` < `${b.namespace}/${b.name}` ? -1 : 1));

const conditionOf = ({ live }: MeshSession, gateway: Resource): Fields =>
  itemsOf(at(gatewayStatus(live, gateway), 'conditions')).find(({ type }) => type === 'Programmed') ?? {};

/** `istioctl waypoint list` and `status`: a row each. */
function rows(
  call: Call,
  head: readonly string[],
  rowOf: (gateway: Resource, condition: Fields) => readonly string[],
): Outcome {
  const session = meshSession(call);
  if (!session) return refused(call.desk, noServer);
  const all = call.flags.on('all-namespaces');
  const found = waypointsIn(session, all ? undefined : session.namespace);
  if (found.length === 0) return printed(call.desk, 'No waypoints found.\n');
  const cells = found.map((one) => [
    ...(all ? [one.namespace ?? ''] : []),
    one.name,
    ...rowOf(one, conditionOf(session, one)),
  ]);
  return printed(call.desk, columns([[...(all ? ['NAMESPACE'] : []), 'NAME', ...head], ...cells], { padding: 5 }));
}

const list = (call: Call): Outcome =>
  rows(call, ['REVISION', 'TRAFFIC TYPE', 'PROGRAMMED'], ({ metadata }, condition) => [
    textAt(metadata, 'labels', 'istio.io/rev') ?? 'default',
    textAt(metadata, 'labels', 'istio.io/waypoint-for') ?? 'none',
    textAt(condition, 'status') ?? 'False',
  ]);

const status = (call: Call): Outcome =>
  rows(call, ['STATUS', 'TYPE', 'REASON', 'MESSAGE'], (_, condition) =>
    ['status', 'type', 'reason', 'message'].map((key) => textAt(condition, key) ?? ''),
  );

function remove(call: Call): Outcome {
  const { desk, operands, flags } = call;
  const all = flags.on('all') || flags.has('revision');
  if (all && operands.length > 0)
    return refused(desk, 'Error: cannot specify waypoint names when deleting all waypoints\n');
  if (!all && operands.length === 0)
    return refused(
      desk,
      'Error: must specify a waypoint name or delete all using --all or delete specific revision using --revision\n',
    );
  const session = meshSession(call);
  if (!session) return refused(desk, noServer);
  const found = waypointsIn(session, session.namespace);
  const revision = flags.text('revision');
  const gone = found.filter(({ name, metadata }) =>
    all ? revision === undefined || textAt(metadata, 'labels', 'istio.io/rev') === revision : operands.includes(name),
  );
  const missing = all ? [] : operands.filter((name) => !found.some((one) => one.name === name));
  const live = gone.reduce(
    (now, { kind, group: of, namespace, name }) => removeObject(now, { kind, group: of, namespace, name }, desk.clock),
    session.live,
  );
  const lines = [
    ...missing.map((name) => `waypoint ${session.namespace}/${name} not found\n`),
    ...gone.map(({ name }) => `waypoint ${session.namespace}/${name} deleted\n`),
  ];
  return printed(withCluster(desk, session.named, live), lines.join(''));
}

const name: Flag = { name: 'name', value: 'text' };
const revision: Flag = { name: 'revision', short: 'r', value: 'text' };
const traffic: Flag = { name: 'for', value: 'text', offers: kinds };
const every: Flag = { name: 'all-namespaces', short: 'A' };

export const waypoint: Command = {
  name: 'waypoint',
  says: { es: 'Los waypoints del modo ambient', en: 'The waypoints of ambient mode' },
  flags: [name],
  commands: [
    {
      name: 'apply',
      says: { es: 'Despliega un waypoint', en: 'Deploy a waypoint' },
      flags: [
        traffic,
        revision,
        { name: 'enroll-namespace', says: { es: 'Etiqueta el espacio de nombres', en: 'Label the namespace' } },
        { name: 'overwrite' },
        { name: 'wait', short: 'w' },
        { name: 'waypoint-timeout', value: 'duration' },
      ],
      run: apply,
    },
    {
      name: 'delete',
      says: { es: 'Borra waypoints', en: 'Delete waypoints' },
      takes: '[NAME…]',
      flags: [{ name: 'all' }, revision],
      run: remove,
    },
    {
      name: 'generate',
      says: { es: 'Escribe su manifiesto', en: 'Print its manifest' },
      flags: [traffic, revision],
      run: generate,
    },
    { name: 'list', says: { es: 'Los que hay', en: 'Those there are' }, flags: [every], run: list },
    {
      name: 'status',
      says: { es: 'Si están en marcha', en: 'Whether they run' },
      flags: [
        every,
        { name: 'wait', short: 'w', fidelity: 'partial' },
        { name: 'waypoint-timeout', value: 'duration', fidelity: 'partial' },
      ],
      run: status,
    },
  ],
};
