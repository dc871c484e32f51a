import { own } from '../../../../core/own.ts';
import {
  type Fields,
  type LiveCluster,
  objectsOfKind,
  podRequests,
  quantity,
  quantityText,
  setName,
  setsOf,
} from '../../../cluster/index.ts';
import { podsOf } from '../commands/pods.ts';
import { type Item, itemsIn } from '../items.ts';
import { at, fieldsOf, isFields, itemsOf, labelsText, listOf, numberAt, pairsOf, textAt } from '../json.ts';
import { kindNamed } from '../kinds.ts';
import { ageText } from '../print/age.ts';
import { rolesOf } from '../print/cells.ts';
import { selectorText } from '../selectors.ts';
import { eventLines } from './events.ts';
import { annotationLines, described, headLines, type Lines, labelLines, orNone } from './lines.ts';
import { amounts, containerLines, longTime, templateLines, tolerationLines, volumeLines } from './template.ts';

type Describer = (item: Item, live: LiveCluster) => Lines;

/**
 * An object with what is around it, as `kubectl describe` tells it.
 * @see https://github.com/kubernetes/kubectl/blob/v0.36.0/pkg/describe/describe.go
 */
export function describe(item: Item, live: LiveCluster, events: boolean): string {
  const { group, kind } = item.kind;
  const lines = (describers.get(`${group}/${kind}`) ?? generic)(item, live);
  const shows = events && !silent.has(kind);
  return described([...lines, ...(shows ? eventLines(live, item.uid) : [])]);
}

/** Kinds whose description has no events. */
const silent = new Set([
  'Secret',
  'Namespace',
  'NetworkPolicy',
  'Role',
  'ClusterRole',
  'RoleBinding',
  'ClusterRoleBinding',
  'ResourceQuota',
  'LimitRange',
  'Event',
]);

const spec = ({ view }: Item, ...path: (string | number)[]) => at(view, 'spec', ...path);
const status = ({ view }: Item, ...path: (string | number)[]) => at(view, 'status', ...path);
const n = (value: unknown): number => (typeof value === 'number' ? value : 0);
const head = ({ name, namespace, view, kind }: Item): Lines =>
  headLines(name, namespace, view.metadata, kind.namespaced);

function controller({ view }: Item): Lines {
  const owner = itemsOf(at(view, 'metadata', 'ownerReferences')).find((one) => one.controller === true);
  return owner ? [`Controlled By:\t${String(owner.kind)}/${String(owner.name)}`] : [];
}

const pod: Describer = (item) => {
  const { view, pod: looked } = item;
  const { labels, annotations } = fieldsOf(view.metadata);
  const node = textAt(view, 'spec', 'nodeName');
  const ip = textAt(view, 'status', 'podIP');
  const start = textAt(view, 'status', 'startTime');
  const reason = textAt(view, 'status', 'reason');
  const grace = numberAt(view, 'metadata', 'deletionGracePeriodSeconds');
  const isEnding = looked?.terminating === true && !/^(?:Failed|Succeeded)$/.test(String(status(item, 'phase')));
  const gates = itemsOf(spec(item, 'readinessGates'));
  const conditions = itemsOf(status(item, 'conditions'));
  return [
    `Name:\t${item.name}`,
    `Namespace:\t${item.namespace}`,
    `Priority:\t${n(spec(item, 'priority'))}`,
    ...(textAt(view, 'spec', 'priorityClassName')
      ? [`Priority Class Name:\t${textAt(view, 'spec', 'priorityClassName')}`]
      : []),
    `Service Account:\t${textAt(view, 'spec', 'serviceAccountName') ?? 'default'}`,
    `Node:\t${node === undefined ? '<none>' : `${node}/${textAt(view, 'status', 'hostIP') ?? ''}`}`,
    ...(start === undefined ? [] : [`Start Time:\t${longTime(start)}`]),
    ...labelLines('Labels', labels),
    ...annotationLines(annotations),
    ...(isEnding
      ? [`Status:\tTerminating (lasts <invalid>)`, `Termination Grace Period:\t${grace ?? 30}s`]
      : [`Status:\t${String(status(item, 'phase'))}`]),
    ...(reason === undefined ? [] : [`Reason:\t${reason}`]),
    `IP:\t${ip ?? ''}`,
    ...(ip === undefined ? ['IPs:\t<none>'] : ['IPs:', `  IP:\t${ip}`]),
    ...controller(item),
    ...(itemsOf(spec(item, 'initContainers')).length > 0
      ? containerLines('Init Containers', spec(item, 'initContainers'), status(item, 'initContainerStatuses'), '', view)
      : []),
    ...containerLines('Containers', spec(item, 'containers'), status(item, 'containerStatuses'), '', view),
    ...(gates.length > 0
      ? ['Readiness Gates:', '  Type\tStatus', ...gates.map((gate) => `  ${String(gate.conditionType)} \t<none> `)]
      : []),
    ...(conditions.length > 0
      ? ['Conditions:', '  Type\tStatus', ...conditions.map((one) => `  ${String(one.type)} \t${String(one.status)} `)]
      : []),
    ...volumeLines(spec(item, 'volumes'), ''),
    `QoS Class:\t${String(status(item, 'qosClass'))}`,
    ...labelLines('Node-Selectors', spec(item, 'nodeSelector')),
    ...tolerationLines('Tolerations', spec(item, 'tolerations')),
  ];
};

/** `3 Running / 0 Waiting / 0 Succeeded / 0 Failed`. */
function podCounts(item: Item, live: LiveCluster): string {
  const phases = podsOf(live, item).map(({ pod: one }) => one.phase);
  const of = (phase: string) => phases.filter((one) => one === phase).length;
  return `${of('Running')} Running / ${of('Pending')} Waiting / ${of('Succeeded')} Succeeded / ${of('Failed')} Failed`;
}

function conditionLines(item: Item): Lines {
  const conditions = itemsOf(status(item, 'conditions'));
  return conditions.length === 0
    ? []
    : [
        'Conditions:',
        '  Type\tStatus\tReason',
        '  ----\t------\t------',
        ...conditions.map((one) => `  ${String(one.type)} \t${String(one.status)}\t${String(one.reason)}`),
      ];
}

const deployment: Describer = (item, live) => {
  const { object } = item;
  const sets = object ? setsOf(live, object) : [];
  const current = object ? setName(object) : '';
  const text = (of: (name: string) => boolean) =>
    orNone(
      sets
        .filter(
          ({ set, wanted, pods }) => of(set.resource.name) && (set.resource.name === current || wanted > 0 || pods > 0),
        )
        .map(({ set, pods, wanted }) => `${set.resource.name} (${pods}/${wanted} replicas created)`)
        .join(', '),
    );
  const old = sets
    .filter(({ set }) => set.resource.name !== current)
    .map(({ set, pods, wanted }) => `${set.resource.name} (${pods}/${wanted} replicas created)`)
    .join(', ');
  const rolling = fieldsOf(spec(item, 'strategy', 'rollingUpdate'));
  const { labels, annotations, creationTimestamp } = fieldsOf(item.view.metadata);
  return [
    `Name:\t${item.name}`,
    `Namespace:\t${item.namespace}`,
    `CreationTimestamp:\t${longTime(creationTimestamp)}`,
    ...labelLines('Labels', labels),
    ...annotationLines(annotations),
    `Selector:\t${selectorText(spec(item, 'selector'))}`,
    `Replicas:\t${n(spec(item, 'replicas'))} desired | ${n(status(item, 'updatedReplicas'))} updated | ${n(status(item, 'replicas'))} total | ${n(status(item, 'availableReplicas'))} available | ${n(status(item, 'unavailableReplicas'))} unavailable`,
    `StrategyType:\t${String(spec(item, 'strategy', 'type') ?? 'RollingUpdate')}`,
    `MinReadySeconds:\t${n(spec(item, 'minReadySeconds'))}`,
    ...(Object.keys(rolling).length > 0
      ? [
          `RollingUpdateStrategy:\t${String(rolling.maxUnavailable)} max unavailable, ${String(rolling.maxSurge)} max surge`,
        ]
      : []),
    ...templateLines(spec(item, 'template')),
    ...conditionLines(item),
    ...(sets.length > 0
      ? [`OldReplicaSets:\t${orNone(old)}`, `NewReplicaSet:\t${text((name) => name === current)}`]
      : []),
  ];
};

const replicaSet: Describer = (item, live) => [
  `Name:\t${item.name}`,
  `Namespace:\t${item.namespace}`,
  `Selector:\t${selectorText(spec(item, 'selector'))}`,
  ...labelLines('Labels', at(item.view, 'metadata', 'labels')),
  ...annotationLines(at(item.view, 'metadata', 'annotations')),
  ...controller(item),
  `Replicas:\t${n(status(item, 'replicas'))} current / ${n(spec(item, 'replicas'))} desired`,
  `Pods Status:\t${podCounts(item, live)}`,
  ...templateLines(spec(item, 'template')),
  ...conditionLines(item),
];

const statefulSet: Describer = (item, live) => [
  `Name:\t${item.name}`,
  `Namespace:\t${item.namespace}`,
  `CreationTimestamp:\t${longTime(at(item.view, 'metadata', 'creationTimestamp'))}`,
  `Selector:\t${selectorText(spec(item, 'selector'))}`,
  ...labelLines('Labels', at(item.view, 'metadata', 'labels')),
  ...annotationLines(at(item.view, 'metadata', 'annotations')),
  `Replicas:\t${n(spec(item, 'replicas'))} desired | ${n(status(item, 'replicas'))} total`,
  `Update Strategy:\t${String(spec(item, 'updateStrategy', 'type') ?? 'RollingUpdate')}`,
  ...(spec(item, 'updateStrategy', 'rollingUpdate')
    ? [`  Partition:\t${n(spec(item, 'updateStrategy', 'rollingUpdate', 'partition'))}`]
    : []),
  `Pods Status:\t${podCounts(item, live)}`,
  ...templateLines(spec(item, 'template')),
  `Volume Claims:\t${orNone(
    itemsOf(spec(item, 'volumeClaimTemplates'))
      .map((one) => String(at(one, 'metadata', 'name')))
      .join(', '),
  )}`,
];

const daemonSet: Describer = (item, live) => [
  `Name:\t${item.name}`,
  `Namespace:\t${item.namespace}`,
  `Selector:\t${selectorText(spec(item, 'selector'))}`,
  `Node-Selector:\t${labelsText(spec(item, 'template', 'spec', 'nodeSelector'))}`,
  ...labelLines('Labels', at(item.view, 'metadata', 'labels')),
  ...annotationLines(at(item.view, 'metadata', 'annotations')),
  `Desired Number of Nodes Scheduled: ${n(status(item, 'desiredNumberScheduled'))}`,
  `Current Number of Nodes Scheduled: ${n(status(item, 'currentNumberScheduled'))}`,
  `Number of Nodes Scheduled with Up-to-date Pods: ${n(status(item, 'updatedNumberScheduled'))}`,
  `Number of Nodes Scheduled with Available Pods: ${n(status(item, 'numberAvailable'))}`,
  `Number of Nodes Misscheduled: ${n(status(item, 'numberMisscheduled'))}`,
  `Pods Status:\t${podCounts(item, live)}`,
  ...templateLines(spec(item, 'template')),
];

const job: Describer = (item) => {
  const [start, end] = [status(item, 'startTime'), status(item, 'completionTime')];
  return [
    `Name:\t${item.name}`,
    `Namespace:\t${item.namespace}`,
    `Selector:\tbatch.kubernetes.io/controller-uid=${item.uid}`,
    ...labelLines('Labels', at(item.view, 'metadata', 'labels')),
    ...annotationLines(at(item.view, 'metadata', 'annotations')),
    ...controller(item),
    `Parallelism:\t${n(spec(item, 'parallelism'))}`,
    `Completions:\t${spec(item, 'completions') === undefined ? '<unset>' : n(spec(item, 'completions'))}`,
    `Completion Mode:\t${String(spec(item, 'completionMode') ?? 'NonIndexed')}`,
    `Suspend:\t${String(spec(item, 'suspend') ?? false)}`,
    `Backoff Limit:\t${String(spec(item, 'backoffLimit') ?? 6)}`,
    ...(start === undefined ? [] : [`Start Time:\t${longTime(start)}`]),
    ...(end === undefined
      ? []
      : [
          `Completed At:\t${longTime(end)}`,
          `Duration:\t${ageText((Date.parse(String(end)) - Date.parse(String(start))) / 1000)}`,
        ]),
    `Pods Statuses:\t${n(status(item, 'active'))} Active (${n(status(item, 'ready'))} Ready) / ${n(status(item, 'succeeded'))} Succeeded / ${n(status(item, 'failed'))} Failed`,
    ...templateLines(spec(item, 'template')),
  ];
};

const cronJob: Describer = (item) => [
  ...head(item),
  `Schedule:\t${String(spec(item, 'schedule'))}`,
  `Concurrency Policy:\t${String(spec(item, 'concurrencyPolicy') ?? 'Allow')}`,
  `Suspend:\t${spec(item, 'suspend') === true ? 'True' : 'False'}`,
  `Successful Job History Limit:\t${String(spec(item, 'successfulJobsHistoryLimit') ?? 3)}`,
  `Failed Job History Limit:\t${String(spec(item, 'failedJobsHistoryLimit') ?? 1)}`,
  ...templateLines(spec(item, 'jobTemplate', 'spec', 'template')),
  `Last Schedule Time:\t${status(item, 'lastScheduleTime') === undefined ? '<unset>' : longTime(status(item, 'lastScheduleTime'))}`,
  'Active Jobs:\t<none>',
];

const service: Describer = (item, live) => {
  const slices = itemsIn(live, kindNamed(live, 'endpoints') as never, item.namespace).find(
    ({ name }) => name === item.name,
  );
  const isAlias = spec(item, 'type') === 'ExternalName';
  return [
    ...head(item),
    `Selector:\t${labelsText(spec(item, 'selector'))}`,
    `Type:\t${String(spec(item, 'type') ?? 'ClusterIP')}`,
    ...(spec(item, 'ipFamilyPolicy') === undefined
      ? []
      : [`IP Family Policy:\t${String(spec(item, 'ipFamilyPolicy'))}`]),
    `IP Families:\t${orNone(listOf(spec(item, 'ipFamilies')).join(','))}`,
    `IP:\t${String(spec(item, 'clusterIP') ?? '')}`,
    `IPs:\t${orNone(listOf(spec(item, 'clusterIPs')).join(','))}`,
    ...(isAlias ? [`External Name:\t${String(spec(item, 'externalName'))}`] : []),
    ...itemsOf(status(item, 'loadBalancer', 'ingress')).map(
      (one) => `LoadBalancer Ingress:\t${String(one.ip ?? one.hostname)} (VIP)`,
    ),
    ...itemsOf(spec(item, 'ports')).flatMap((port) => {
      const name = textAt(port, 'name') ?? '<unset>';
      const protocol = String(port.protocol ?? 'TCP');
      return [
        `Port:\t${name}\t${String(port.port)}/${protocol}`,
        `TargetPort:\t${String(port.targetPort ?? port.port)}/${protocol}`,
        ...(port.appProtocol === undefined ? [] : [`AppProtocol:\t${String(port.appProtocol)}`]),
        ...(port.nodePort ? [`NodePort:\t${name}\t${String(port.nodePort)}/${protocol}`] : []),
        `Endpoints:\t${addresses(slices?.view, textAt(port, 'name'))}`,
      ];
    }),
    `Session Affinity:\t${String(spec(item, 'sessionAffinity') ?? 'None')}`,
    ...(spec(item, 'externalTrafficPolicy') === undefined
      ? []
      : [`External Traffic Policy:\t${String(spec(item, 'externalTrafficPolicy'))}`]),
    ...(spec(item, 'internalTrafficPolicy') === undefined
      ? []
      : [`Internal Traffic Policy:\t${String(spec(item, 'internalTrafficPolicy'))}`]),
  ];
};

/** The ready addresses behind a port, three at most. */
function addresses(endpoints: Fields | undefined, port: string | undefined): string {
  if (!endpoints) return '<none>';
  const all = itemsOf(endpoints.subsets).flatMap((subset) =>
    itemsOf(subset.ports)
      .filter((one) => textAt(one, 'name') === port)
      .flatMap((one) => itemsOf(subset.addresses).map(({ ip }) => `${String(ip)}:${String(one.port)}`)),
  );
  return all.length > 3 ? `${all.slice(0, 3).join(',')} + ${all.length - 3} more...` : all.join(',');
}

const node: Describer = (item, live) => {
  const conditions = itemsOf(status(item, 'conditions'));
  const taints = itemsOf(spec(item, 'taints')).map(
    ({ key, value, effect }) => `${String(key)}${value ? `=${String(value)}` : ''}:${String(effect)}`,
  );
  const info = fieldsOf(status(item, 'nodeInfo'));
  const pods = [...live.pods.values()].filter(({ verdict }) => verdict.node === item.name);
  const text = (key: string) => String(own(info, key) ?? '');
  const totals = new Map<string, number>();
  for (const { verdict } of pods)
    for (const [name, amount] of Object.entries(podRequests(verdict.spec ?? {})))
      totals.set(name, (totals.get(name) ?? 0) + amount);
  const percent = (resource: string, amount: number) => {
    const total = quantity(at(item.view, 'status', 'allocatable', resource)) ?? 0;
    return total > 0 ? Math.floor((amount / total) * 100) : 0;
  };
  const asked = (spec_: Fields | undefined, resource: string) => {
    const amount = own(podRequests((spec_ ?? {}) as never), resource) ?? 0;
    return `${quantityText(resource, amount)} (${percent(resource, amount)}%)`;
  };
  return [
    `Name:\t${item.name}`,
    `Roles:\t${rolesOf(item)}`,
    ...labelLines('Labels', at(item.view, 'metadata', 'labels')),
    ...annotationLines(at(item.view, 'metadata', 'annotations')),
    `CreationTimestamp:\t${longTime(at(item.view, 'metadata', 'creationTimestamp'))}`,
    ...(taints.length === 0
      ? ['Taints:\t<none>']
      : taints.map((taint, index) => `${index === 0 ? 'Taints:' : ''}\t${taint}`)),
    `Unschedulable:\t${String(spec(item, 'unschedulable') === true)}`,
    ...(conditions.length > 0
      ? [
          'Conditions:',
          '  Type\tStatus\tLastHeartbeatTime\tLastTransitionTime\tReason\tMessage',
          '  ----\t------\t-----------------\t------------------\t------\t-------',
          ...conditions.map(
            (one) =>
              `  ${String(one.type)} \t${String(one.status)} \t${longTime(one.lastHeartbeatTime ?? one.lastTransitionTime)} \t${longTime(one.lastTransitionTime)} \t${String(one.reason ?? '')} \t${String(one.message ?? '')}`,
          ),
        ]
      : []),
    'Addresses:',
    ...itemsOf(status(item, 'addresses')).map(({ type, address }) => `  ${String(type)}:\t${String(address)}`),
    ...amounts('Capacity', status(item, 'capacity'), ''),
    ...amounts('Allocatable', status(item, 'allocatable'), ''),
    'System Info:',
    ...(
      [
        'Machine ID:machineID',
        'System UUID:systemUUID',
        'Boot ID:bootID',
        'Kernel Version:kernelVersion',
        'OS Image:osImage',
        'Operating System:operatingSystem',
        'Architecture:architecture',
        'Container Runtime Version:containerRuntimeVersion',
        'Kubelet Version:kubeletVersion',
      ] as const
    ).map((pair) => `  ${pair.split(':')[0]}:\t${text(pair.split(':')[1] ?? '')}`),
    `Non-terminated Pods:\t(${pods.length} in total)`,
    '  Namespace\tName\t\tCPU Requests\tMemory Requests\tAge',
    '  ---------\t----\t\t------------\t---------------\t---',
    ...pods.map(
      ({ verdict, created }) =>
        `  ${verdict.namespace}\t${verdict.name}\t\t${asked(verdict.spec as Fields | undefined, 'cpu')}\t${asked(verdict.spec as Fields | undefined, 'memory')}\t${ageText(live.clock - created)}`,
    ),
    'Allocated resources:',
    '  (Total limits may be over 100 percent, i.e., overcommitted.)',
    '  Resource\tRequests',
    '  --------\t--------',
    ...['cpu', 'memory'].map(
      (name) => `  ${name}\t${quantityText(name, totals.get(name) ?? 0)} (${percent(name, totals.get(name) ?? 0)}%)`,
    ),
  ];
};

const autoscaler: Describer = (item) => {
  const metrics = itemsOf(spec(item, 'metrics'));
  const seen = itemsOf(status(item, 'currentMetrics'));
  const conditions = itemsOf(status(item, 'conditions'));
  return [
    ...head(item),
    `CreationTimestamp:\t${longTime(at(item.view, 'metadata', 'creationTimestamp'))}`,
    `Reference:\t${String(spec(item, 'scaleTargetRef', 'kind'))}/${String(spec(item, 'scaleTargetRef', 'name'))}`,
    'Metrics:\t( current / target )',
    ...metrics.map((metric, index) => {
      const source = fieldsOf(metric.resource);
      const target = fieldsOf(source.target);
      const current = at(seen[index], 'resource', 'current', 'averageUtilization');
      return target.averageUtilization !== undefined
        ? `  resource ${String(source.name)} on pods  (as a percentage of request):\t${typeof current === 'number' ? `${current}%` : '<unknown>'} / ${String(target.averageUtilization)}%`
        : `  ${String(metric.type)}:\t<unknown> / ${String(target.averageValue ?? target.value ?? '')}`;
    }),
    `Min replicas:\t${String(spec(item, 'minReplicas') ?? '<unset>')}`,
    `Max replicas:\t${n(spec(item, 'maxReplicas'))}`,
    `${String(spec(item, 'scaleTargetRef', 'kind'))} pods:\t${n(status(item, 'currentReplicas'))} current / ${n(status(item, 'desiredReplicas'))} desired`,
    ...(conditions.length === 0
      ? []
      : [
          'Conditions:',
          '  Type\tStatus\tReason\tMessage',
          '  ----\t------\t------\t-------',
          ...conditions.map(
            (one) => `  ${String(one.type)}\t${String(one.status)}\t${String(one.reason)}\t${String(one.message)}`,
          ),
        ]),
  ];
};

const namespace: Describer = (item, live) => {
  const quotas = objectsOfKind(live, '', 'ResourceQuota', item.name);
  const kind = kindNamed(live, 'resourcequotas');
  const items = kind ? itemsIn(live, kind, item.name) : [];
  const limits = objectsOfKind(live, '', 'LimitRange', item.name);
  return [
    ...headLines(item.name, undefined, item.view.metadata, false),
    `Status:\t${String(status(item, 'phase'))}`,
    '',
    ...(quotas.length === 0
      ? ['No resource quota.']
      : ['Resource Quotas', ...items.flatMap((quota) => [`  Name:\t${quota.name}`, ...quotaRows(quota, '  ')])]),
    '',
    ...(limits.length === 0
      ? ['No LimitRange resource.']
      : [
          'Resource Limits',
          ' Type\tResource\tMin\tMax\tDefault Request\tDefault Limit\tMax Limit/Request Ratio',
          ' ----\t--------\t---\t---\t---------------\t-------------\t-----------------------',
          ...limits.flatMap(({ resource }) => limitRows(resource.data)),
        ]),
  ];
};

function quotaRows(quota: Item, pad: string): Lines {
  const used = fieldsOf(status(quota, 'used'));
  return [
    `${pad}Resource\tUsed\tHard`,
    `${pad}--------\t---\t---`,
    ...pairsOf(status(quota, 'hard')).map(([key, hard]) => `${pad}${key}\t${String(own(used, key) ?? 0)}\t${hard}`),
  ];
}

function limitRows(data: Fields): Lines {
  return itemsOf(at(data, 'spec', 'limits')).flatMap((limit) => {
    const parts = ['min', 'max', 'defaultRequest', 'default', 'maxLimitRequestRatio'].map((key) =>
      fieldsOf(own(limit, key)),
    );
    const names = [...new Set(parts.flatMap((part) => Object.keys(part)))].sort();
    return names.map(
      (name) => ` ${String(limit.type)}\t${name}\t${parts.map((part) => String(own(part, name) ?? '-')).join('\t')}`,
    );
  });
}

const configMap: Describer = (item) => [
  ...head(item),
  '',
  'Data',
  '====',
  ...pairsOf(item.view.data).flatMap(([key, value]) => [
    `${key}:`,
    '----',
    ...value.split('\n').map((line) => line.replaceAll('\t', '        ')),
    '',
  ]),
  '',
  'BinaryData',
  '====',
  ...pairsOf(item.view.binaryData).map(([key, value]) => `${key}: ${Math.floor((value.length * 3) / 4)} bytes`),
  '',
];

const secret: Describer = (item) => [
  ...head(item),
  '',
  `Type:\t${String(item.view.type)}`,
  '',
  'Data',
  '====',
  ...pairsOf(item.view.data).map(
    ([key, value]) => `${key}:\t${Math.floor((value.replace(/=+$/, '').length * 3) / 4)} bytes`,
  ),
];

const account: Describer = (item) => [
  ...head(item),
  'Image pull secrets:\t<none>',
  'Mountable secrets:\t<none>',
  'Tokens:\t<none>',
];

const ingress: Describer = (item, live) => {
  const backend = (written: unknown): string => {
    const name = textAt(written, 'service', 'name') ?? '';
    const port = at(written, 'service', 'port', 'number') ?? at(written, 'service', 'port', 'name');
    const [found] = itemsIn(live, kindNamed(live, 'endpoints') as never, item.namespace, name);
    const exists = objectsOfKind(live, '', 'Service', item.namespace).some(({ resource }) => resource.name === name);
    const listed = itemsOf(found?.view.subsets).flatMap((subset) =>
      itemsOf(subset.ports).flatMap((one) =>
        itemsOf(subset.addresses).map(({ ip }) => `${String(ip)}:${String(one.port)}`),
      ),
    );
    return `${name}:${String(port)} (${exists ? listed.slice(0, 3).join(',') : `<error: services ${JSON.stringify(name)} not found>`})`;
  };
  const rules = itemsOf(spec(item, 'rules'));
  return [
    `Name:\t${item.name}`,
    ...labelLines('Labels', at(item.view, 'metadata', 'labels')),
    `Namespace:\t${item.namespace}`,
    'Address:\t',
    `Ingress Class:\t${orNone(textAt(item.view, 'spec', 'ingressClassName'))}`,
    `Default backend:\t${spec(item, 'defaultBackend') ? backend(spec(item, 'defaultBackend')) : '<default>'}`,
    ...(itemsOf(spec(item, 'tls')).length > 0
      ? [
          'TLS:',
          ...itemsOf(spec(item, 'tls')).map(
            ({ secretName, hosts }) =>
              `  ${secretName ? `${String(secretName)} terminates ` : 'SNI routes '}${listOf(hosts).join(',')}`,
          ),
        ]
      : []),
    'Rules:',
    '  Host\tPath\tBackends',
    '  ----\t----\t--------',
    ...rules.flatMap((rule) => [
      `  ${textAt(rule, 'host') ?? '*'}\t`,
      ...itemsOf(at(rule, 'http', 'paths')).map((path) => `  \t${String(path.path ?? '')} \t${backend(path.backend)}`),
    ]),
    ...annotationLines(at(item.view, 'metadata', 'annotations')),
  ];
};

const role: Describer = (item) => [
  ...headLines(item.name, undefined, item.view.metadata, false),
  'PolicyRule:',
  '  Resources\tNon-Resource URLs\tResource Names\tVerbs',
  '  ---------\t-----------------\t--------------\t-----',
  ...itemsOf(item.view.rules).flatMap((rule) =>
    listOf(rule.resources).flatMap((resource) =>
      (listOf(rule.apiGroups).length === 0 ? [''] : listOf(rule.apiGroups)).map((group) => {
        const [base = '', sub] = String(resource).split('/');
        const name = `${base}${group === '' ? '' : `.${String(group)}`}${sub === undefined ? '' : `/${sub}`}`;
        return `  ${name}\t[]\t[${listOf(rule.resourceNames).join(' ')}]\t[${listOf(rule.verbs).join(' ')}]`;
      }),
    ),
  ),
];

const binding: Describer = (item) => [
  ...headLines(item.name, undefined, item.view.metadata, false),
  'Role:',
  `  Kind:\t${String(at(item.view, 'roleRef', 'kind'))}`,
  `  Name:\t${String(at(item.view, 'roleRef', 'name'))}`,
  'Subjects:',
  '  Kind\tName\tNamespace',
  '  ----\t----\t---------',
  ...itemsOf(item.view.subjects).map(
    (one) => `  ${String(one.kind)}\t${String(one.name)}\t${String(one.namespace ?? '')}`,
  ),
];

const quota: Describer = (item) => [`Name:\t${item.name}`, `Namespace:\t${item.namespace}`, ...quotaRows(item, '')];

const limitRange: Describer = (item) => [
  `Name:\t${item.name}`,
  `Namespace:\t${item.namespace}`,
  'Type\tResource\tMin\tMax\tDefault Request\tDefault Limit\tMax Limit/Request Ratio',
  '----\t--------\t---\t---\t---------------\t-------------\t-----------------------',
  ...limitRows(item.view).map((row) => row.slice(1)),
];

/** Any other object: its fields under readable names. @see `printUnstructuredContent` of describe.go */
const generic: Describer = (item) => [
  ...head(item),
  `API Version:\t${String(item.view.apiVersion)}`,
  `Kind:\t${String(item.view.kind)}`,
  ...contentLines(item.view, 0, new Set(['apiVersion', 'kind', 'metadata'])),
  ...metadataLines(item.view),
];

function metadataLines(view: Fields): Lines {
  const { labels: _, annotations: _a, name: _n, namespace: _ns, ...rest } = fieldsOf(view.metadata);
  return Object.keys(rest).length === 0 ? [] : ['Metadata:', ...contentLines(rest, 1, new Set())];
}

function contentLines(content: Fields, level: number, skip: ReadonlySet<string>): Lines {
  const pad = '  '.repeat(level);
  if (level > 20) return [];
  return Object.keys(content)
    .sort()
    .filter((key) => !skip.has(key))
    .flatMap((key): Lines => {
      const value = own(content, key);
      const title = `${pad}${titled(key)}`;
      if (isFields(value)) return [`${title}:`, ...contentLines(value, level + 1, new Set())];
      if (Array.isArray(value))
        return [
          `${title}:`,
          ...value.flatMap((one) =>
            isFields(one) ? contentLines(one, level + 1, new Set()) : [`${pad}  ${String(one)}`],
          ),
        ];
      return [`${title}:\t${String(value)}`];
    });
}

/** `apiVersion` as `API Version`. */
const titled = (key: string): string =>
  key
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(' ')
    .map((word) =>
      /^(?:api|url|uid|tls|http|ip|dns)$/i.test(word)
        ? word.toUpperCase()
        : word.charAt(0).toUpperCase() + word.slice(1),
    )
    .join(' ');

const describers: ReadonlyMap<string, Describer> = new Map<string, Describer>([
  ['/Pod', pod],
  ['apps/Deployment', deployment],
  ['apps/ReplicaSet', replicaSet],
  ['apps/StatefulSet', statefulSet],
  ['apps/DaemonSet', daemonSet],
  ['batch/Job', job],
  ['batch/CronJob', cronJob],
  ['/Service', service],
  ['/Node', node],
  ['autoscaling/HorizontalPodAutoscaler', autoscaler],
  ['/Namespace', namespace],
  ['/ConfigMap', configMap],
  ['/Secret', secret],
  ['/ServiceAccount', account],
  ['networking.k8s.io/Ingress', ingress],
  ['rbac.authorization.k8s.io/Role', role],
  ['rbac.authorization.k8s.io/ClusterRole', role],
  ['rbac.authorization.k8s.io/RoleBinding', binding],
  ['rbac.authorization.k8s.io/ClusterRoleBinding', binding],
  ['/ResourceQuota', quota],
  ['/LimitRange', limitRange],
]);
