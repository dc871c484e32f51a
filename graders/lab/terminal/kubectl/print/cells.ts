import { own } from '../../../../core/own.ts';
import { readyOf, statusOf } from '../../../cluster/index.ts';
import type { Item } from '../items.ts';
import { at, fieldsOf, isFields, itemsOf, labelsText, listOf, numberAt, pairsOf, textAt } from '../json.ts';
import { selectorText } from '../selectors.ts';
import { since } from './age.ts';

/** The columns of a kind: those in brackets show with `-o wide` only. */
export interface Layout {
  readonly columns: readonly string[];
  /** One text for each column, the wide ones too. */
  readonly cells: (item: Item, now: string) => readonly string[];
}

const none = '<none>';
const age = ({ view }: Item, now: string): string => since(at(view, 'metadata', 'creationTimestamp'), now);
const n = (value: unknown): string => String(typeof value === 'number' ? value : 0);
const spec = ({ view }: Item, ...path: (string | number)[]) => at(view, 'spec', ...path);
const status = ({ view }: Item, ...path: (string | number)[]) => at(view, 'status', ...path);

/** CONTAINERS and IMAGES. */
function containerCells(item: Item, ...path: string[]): readonly string[] {
  const containers = itemsOf(spec(item, ...path));
  return [containers.map((one) => String(one.name)).join(','), containers.map((one) => String(one.image)).join(',')];
}

const templated = ['template', 'spec', 'containers'];

/** @see https://github.com/kubernetes/kubernetes/blob/v1.36.0/pkg/printers/internalversion/printers.go */
const layouts: ReadonlyMap<string, Layout> = new Map<string, Layout>([
  [
    '/Pod',
    {
      columns: ['Name', 'Ready', 'Status', 'Restarts', 'Age', '[IP', '[Node', '[Nominated Node', '[Readiness Gates'],
      cells: (item, now) => [
        item.name,
        ...podCells(item, now),
        age(item, now),
        textAt(item.view, 'status', 'podIP') ?? none,
        textAt(item.view, 'spec', 'nodeName') ?? none,
        none,
        gates(item),
      ],
    },
  ],
  [
    'apps/Deployment',
    {
      columns: ['Name', 'Ready', 'Up-to-date', 'Available', 'Age', '[Containers', '[Images', '[Selector'],
      cells: (item, now) => [
        item.name,
        `${n(status(item, 'readyReplicas'))}/${n(spec(item, 'replicas'))}`,
        n(status(item, 'updatedReplicas')),
        n(status(item, 'availableReplicas')),
        age(item, now),
        ...containerCells(item, ...templated),
        selectorText(spec(item, 'selector')),
      ],
    },
  ],
  [
    'apps/ReplicaSet',
    {
      columns: ['Name', 'Desired', 'Current', 'Ready', 'Age', '[Containers', '[Images', '[Selector'],
      cells: (item, now) => [
        item.name,
        n(spec(item, 'replicas')),
        n(status(item, 'replicas')),
        n(status(item, 'readyReplicas')),
        age(item, now),
        ...containerCells(item, ...templated),
        selectorText(spec(item, 'selector')),
      ],
    },
  ],
  [
    'apps/StatefulSet',
    {
      columns: ['Name', 'Ready', 'Age', '[Containers', '[Images'],
      cells: (item, now) => [
        item.name,
        `${n(status(item, 'readyReplicas'))}/${n(spec(item, 'replicas'))}`,
        age(item, now),
        ...containerCells(item, ...templated),
      ],
    },
  ],
  [
    'apps/DaemonSet',
    {
      columns: [
        'Name',
        'Desired',
        'Current',
        'Ready',
        'Up-to-date',
        'Available',
        'Node Selector',
        'Age',
        '[Containers',
        '[Images',
        '[Selector',
      ],
      cells: (item, now) => [
        item.name,
        n(status(item, 'desiredNumberScheduled')),
        n(status(item, 'currentNumberScheduled')),
        n(status(item, 'numberReady')),
        n(status(item, 'updatedNumberScheduled')),
        n(status(item, 'numberAvailable')),
        labelsText(spec(item, 'template', 'spec', 'nodeSelector')),
        age(item, now),
        ...containerCells(item, ...templated),
        selectorText(spec(item, 'selector')),
      ],
    },
  ],
  [
    'batch/Job',
    {
      columns: ['Name', 'Status', 'Completions', 'Duration', 'Age', '[Containers', '[Images', '[Selector'],
      cells: (item, now) => [
        item.name,
        ...jobCells(item, now),
        age(item, now),
        ...containerCells(item, ...templated),
        selectorText(spec(item, 'selector')),
      ],
    },
  ],
  [
    'batch/CronJob',
    {
      columns: [
        'Name',
        'Schedule',
        'Timezone',
        'Suspend',
        'Active',
        'Last Schedule',
        'Age',
        '[Containers',
        '[Images',
        '[Selector',
      ],
      cells: (item, now) => [
        item.name,
        String(spec(item, 'schedule') ?? ''),
        textAt(item.view, 'spec', 'timeZone') ?? none,
        spec(item, 'suspend') === true ? 'True' : 'False',
        String(listOf(status(item, 'active')).length),
        status(item, 'lastScheduleTime') === undefined ? none : since(status(item, 'lastScheduleTime'), now),
        age(item, now),
        ...containerCells(item, 'jobTemplate', 'spec', ...templated),
        none,
      ],
    },
  ],
  [
    '/Service',
    {
      columns: ['Name', 'Type', 'Cluster-IP', 'External-IP', 'Port(s)', 'Age', '[Selector'],
      cells: (item, now) => [
        item.name,
        String(spec(item, 'type') ?? 'ClusterIP'),
        textAt(item.view, 'spec', 'clusterIP') ?? none,
        externalIp(item),
        portsText(spec(item, 'ports')),
        age(item, now),
        labelsText(spec(item, 'selector')),
      ],
    },
  ],
  [
    '/Endpoints',
    {
      columns: ['Name', 'Endpoints', 'Age'],
      cells: (item, now) => [item.name, endpointsText(at(item.view, 'subsets')), age(item, now)],
    },
  ],
  [
    'discovery.k8s.io/EndpointSlice',
    {
      columns: ['Name', 'AddressType', 'Ports', 'Endpoints', 'Age'],
      cells: (item, now) => [
        item.name,
        String(item.view.addressType ?? ''),
        capped(
          itemsOf(item.view.ports).map((one) => String(one.port)),
          3,
          '<unset>',
        ),
        capped(
          itemsOf(item.view.endpoints).flatMap((one) => listOf(one.addresses).map(String)),
          3,
          '<unset>',
        ),
        age(item, now),
      ],
    },
  ],
  [
    '/Node',
    {
      columns: [
        'Name',
        'Status',
        'Roles',
        'Age',
        'Version',
        '[Internal-IP',
        '[External-IP',
        '[OS-Image',
        '[Kernel-Version',
        '[Container-Runtime',
      ],
      cells: (item, now) => [
        item.name,
        nodeStatus(item),
        rolesOf(item),
        age(item, now),
        info(item, 'kubeletVersion', 'v1.36.0'),
        addressOf(item),
        none,
        info(item, 'osImage', '<unknown>'),
        kernelOf(item),
        info(item, 'containerRuntimeVersion', '<unknown>'),
      ],
    },
  ],
  [
    '/Event',
    {
      columns: [
        'Last Seen',
        'Type',
        'Reason',
        'Object',
        '[Subobject',
        '[Source',
        'Message',
        '[First Seen',
        '[Count',
        '[Name',
      ],
      cells: ({ view, name }, now) => [
        since(view.lastTimestamp, now),
        String(view.type),
        String(view.reason),
        `${String(at(view, 'involvedObject', 'kind')).toLowerCase()}/${String(at(view, 'involvedObject', 'name'))}`,
        textAt(view, 'involvedObject', 'fieldPath') ?? '',
        [textAt(view, 'source', 'component'), textAt(view, 'source', 'host')].filter(Boolean).join(', '),
        String(view.message).trim(),
        since(view.firstTimestamp, now),
        n(view.count),
        name,
      ],
    },
  ],
  [
    '/Namespace',
    {
      columns: ['Name', 'Status', 'Age'],
      cells: (item, now) => [item.name, String(status(item, 'phase') ?? 'Active'), age(item, now)],
    },
  ],
  [
    '/Secret',
    {
      columns: ['Name', 'Type', 'Data', 'Age'],
      cells: (item, now) => [
        item.name,
        String(item.view.type),
        String(Object.keys(fieldsOf(item.view.data)).length),
        age(item, now),
      ],
    },
  ],
  [
    '/ConfigMap',
    {
      columns: ['Name', 'Data', 'Age'],
      cells: (item, now) => [
        item.name,
        String(Object.keys(fieldsOf(item.view.data)).length + Object.keys(fieldsOf(item.view.binaryData)).length),
        age(item, now),
      ],
    },
  ],
  ['/ServiceAccount', { columns: ['Name', 'Age'], cells: (item, now) => [item.name, age(item, now)] }],
  [
    'autoscaling/HorizontalPodAutoscaler',
    {
      columns: ['Name', 'Reference', 'Targets', 'MinPods', 'MaxPods', 'Replicas', 'Age'],
      cells: (item, now) => [
        item.name,
        `${String(spec(item, 'scaleTargetRef', 'kind'))}/${String(spec(item, 'scaleTargetRef', 'name'))}`,
        targetsText(item),
        spec(item, 'minReplicas') === undefined ? '<unset>' : n(spec(item, 'minReplicas')),
        n(spec(item, 'maxReplicas')),
        n(status(item, 'currentReplicas')),
        age(item, now),
      ],
    },
  ],
  [
    'networking.k8s.io/Ingress',
    {
      columns: ['Name', 'Class', 'Hosts', 'Address', 'Ports', 'Age'],
      cells: (item, now) => {
        const hosts = itemsOf(spec(item, 'rules')).flatMap((rule) =>
          typeof rule.host === 'string' && rule.host !== '' ? [rule.host] : [],
        );
        return [
          item.name,
          textAt(item.view, 'spec', 'ingressClassName') ?? none,
          hosts.length === 0 ? '*' : capped(hosts, 3, '*'),
          '',
          listOf(spec(item, 'tls')).length > 0 ? '80, 443' : '80',
          age(item, now),
        ];
      },
    },
  ],
  [
    'networking.k8s.io/IngressClass',
    {
      columns: ['Name', 'Controller', 'Parameters', 'Age'],
      cells: (item, now) => [item.name, String(spec(item, 'controller') ?? ''), none, age(item, now)],
    },
  ],
  [
    'networking.k8s.io/NetworkPolicy',
    {
      columns: ['Name', 'Pod-Selector', 'Age'],
      cells: (item, now) => [item.name, selectorText(spec(item, 'podSelector')), age(item, now)],
    },
  ],
  [
    'policy/PodDisruptionBudget',
    {
      columns: ['Name', 'Min Available', 'Max Unavailable', 'Allowed Disruptions', 'Age'],
      cells: (item, now) => [
        item.name,
        String(spec(item, 'minAvailable') ?? 'N/A'),
        String(spec(item, 'maxUnavailable') ?? 'N/A'),
        n(status(item, 'disruptionsAllowed')),
        age(item, now),
      ],
    },
  ],
  [
    '/PersistentVolume',
    {
      columns: [
        'Name',
        'Capacity',
        'Access Modes',
        'Reclaim Policy',
        'Status',
        'Claim',
        'StorageClass',
        'VolumeAttributesClass',
        'Reason',
        'Age',
        '[VolumeMode',
      ],
      cells: (item, now) => [
        item.name,
        String(spec(item, 'capacity', 'storage') ?? ''),
        modesText(spec(item, 'accessModes')),
        String(spec(item, 'persistentVolumeReclaimPolicy') ?? 'Retain'),
        String(status(item, 'phase') ?? 'Available'),
        '',
        String(spec(item, 'storageClassName') ?? ''),
        '<unset>',
        '',
        age(item, now),
        String(spec(item, 'volumeMode') ?? 'Filesystem'),
      ],
    },
  ],
  [
    '/PersistentVolumeClaim',
    {
      columns: [
        'Name',
        'Status',
        'Volume',
        'Capacity',
        'Access Modes',
        'StorageClass',
        'VolumeAttributesClass',
        'Age',
        '[VolumeMode',
      ],
      cells: (item, now) => [
        item.name,
        String(status(item, 'phase') ?? 'Pending'),
        String(spec(item, 'volumeName') ?? ''),
        '',
        '',
        String(spec(item, 'storageClassName') ?? ''),
        '<unset>',
        age(item, now),
        String(spec(item, 'volumeMode') ?? 'Filesystem'),
      ],
    },
  ],
  [
    'storage.k8s.io/StorageClass',
    {
      columns: ['Name', 'Provisioner', 'ReclaimPolicy', 'VolumeBindingMode', 'AllowVolumeExpansion', 'Age'],
      cells: (item, now) => {
        const isDefault =
          own(fieldsOf(at(item.view, 'metadata', 'annotations')), 'storageclass.kubernetes.io/is-default-class') ===
          'true';
        return [
          `${item.name}${isDefault ? ' (default)' : ''}`,
          String(item.view.provisioner ?? ''),
          String(item.view.reclaimPolicy ?? 'Delete'),
          String(item.view.volumeBindingMode ?? 'Immediate'),
          String(item.view.allowVolumeExpansion ?? false),
          age(item, now),
        ];
      },
    },
  ],
  [
    '/ResourceQuota',
    {
      columns: ['Name', 'Request', 'Limit', 'Age'],
      cells: (item, now) => [item.name, quotaText(item, false), quotaText(item, true), age(item, now)],
    },
  ],
  [
    '/LimitRange',
    {
      columns: ['Name', 'Created At'],
      cells: ({ name, view }) => [name, String(at(view, 'metadata', 'creationTimestamp'))],
    },
  ],
  ...['Role', 'ClusterRole'].map((kind): [string, Layout] => [
    `rbac.authorization.k8s.io/${kind}`,
    {
      columns: ['Name', 'Created At'],
      cells: ({ name, view }) => [name, String(at(view, 'metadata', 'creationTimestamp'))],
    },
  ]),
  [
    'apiextensions.k8s.io/CustomResourceDefinition',
    {
      columns: ['Name', 'Created At'],
      cells: ({ name, view }) => [name, String(at(view, 'metadata', 'creationTimestamp'))],
    },
  ],
  ...['RoleBinding', 'ClusterRoleBinding'].map((kind): [string, Layout] => [
    `rbac.authorization.k8s.io/${kind}`,
    {
      columns: ['Name', 'Role', 'Age', '[Users', '[Groups', '[ServiceAccounts'],
      cells: (item, now) => [
        item.name,
        `${String(at(item.view, 'roleRef', 'kind'))}/${String(at(item.view, 'roleRef', 'name'))}`,
        age(item, now),
        subjects(item, 'User'),
        subjects(item, 'Group'),
        subjects(item, 'ServiceAccount'),
      ],
    },
  ]),
  [
    'scheduling.k8s.io/PriorityClass',
    {
      columns: ['Name', 'Value', 'Global-Default', 'Age', 'PreemptionPolicy'],
      cells: (item, now) => [
        item.name,
        n(item.view.value),
        String(item.view.globalDefault ?? false),
        age(item, now),
        String(item.view.preemptionPolicy ?? 'PreemptLowerPriority'),
      ],
    },
  ],
  [
    'apps/ControllerRevision',
    {
      columns: ['Name', 'Controller', 'Revision', 'Age'],
      cells: (item, now) => [
        item.name,
        `${String(at(item.view, 'metadata', 'ownerReferences', 0, 'kind')).toLowerCase()}.apps/${String(at(item.view, 'metadata', 'ownerReferences', 0, 'name'))}`,
        n(item.view.revision),
        age(item, now),
      ],
    },
  ],
]);

const plain: Layout = { columns: ['Name', 'Age'], cells: (item, now) => [item.name, age(item, now)] };

export const layoutOf = (group: string, kind: string): Layout => layouts.get(`${group}/${kind}`) ?? plain;

function podCells(item: Item, now: string): readonly string[] {
  const { pod } = item;
  if (!pod) return ['0/0', 'Unknown', '0'];
  const { ready, of } = readyOf(pod.pod);
  const all = [...listOf(status(item, 'initContainerStatuses')), ...listOf(status(item, 'containerStatuses'))];
  const restarts = all.reduce<number>((sum, one) => sum + (numberAt(one, 'restartCount') ?? 0), 0);
  const last = all
    .flatMap((one) => textAt(one, 'lastState', 'terminated', 'finishedAt') ?? [])
    .sort()
    .at(-1);
  return [
    `${ready}/${of}`,
    pod.terminating ? 'Terminating' : statusOf(pod.pod),
    restarts > 0 && last !== undefined ? `${restarts} (${since(last, now)} ago)` : String(restarts),
  ];
}

function gates(item: Item): string {
  const written = itemsOf(spec(item, 'readinessGates'));
  return written.length === 0 ? none : `0/${written.length}`;
}

function jobCells(item: Item, now: string): readonly string[] {
  const conditions = itemsOf(status(item, 'conditions'))
    .filter((one) => one.status === 'True')
    .map(({ type }) => type);
  const word = conditions.includes('Complete')
    ? 'Complete'
    : conditions.includes('Failed')
      ? 'Failed'
      : spec(item, 'suspend') === true
        ? 'Suspended'
        : 'Running';
  const succeeded = n(status(item, 'succeeded'));
  const parallelism = numberAt(item.view, 'spec', 'parallelism') ?? 0;
  const wanted = numberAt(item.view, 'spec', 'completions');
  const completions =
    wanted !== undefined
      ? `${succeeded}/${wanted}`
      : parallelism > 1
        ? `${succeeded}/1 of ${parallelism}`
        : `${succeeded}/1`;
  const [start, end] = [textAt(item.view, 'status', 'startTime'), textAt(item.view, 'status', 'completionTime')];
  return [word, completions, start === undefined ? '' : since(start, end ?? now)];
}

function externalIp(item: Item): string {
  const written = listOf(spec(item, 'externalIPs')).map(String).join(',');
  switch (spec(item, 'type')) {
    case 'ExternalName':
      return String(spec(item, 'externalName') ?? '');
    case 'LoadBalancer': {
      const given = itemsOf(status(item, 'loadBalancer', 'ingress')).map((one) => String(one.ip ?? one.hostname));
      return [...given, ...(written === '' ? [] : [written])].join(',') || '<pending>';
    }
    default:
      return written || none;
  }
}

export function portsText(ports: unknown): string {
  const texts = itemsOf(ports).map(
    ({ port, nodePort, protocol = 'TCP' }) =>
      `${String(port)}${nodePort ? `:${String(nodePort)}` : ''}/${String(protocol)}`,
  );
  return texts.length === 0 ? none : texts.join(',');
}

/** Three addresses at most. */
function endpointsText(subsets: unknown): string {
  if (itemsOf(subsets).length === 0) return none;
  const all = itemsOf(subsets).flatMap(({ addresses, ports }) =>
    itemsOf(ports).flatMap((port) => itemsOf(addresses).map(({ ip }) => `${String(ip)}:${String(port.port)}`)),
  );
  return capped(all, 3, '');
}

function capped(texts: readonly string[], most: number, nothing: string): string {
  if (texts.length === 0) return nothing;
  return texts.length > most ? `${texts.slice(0, most).join(',')} + ${texts.length - most} more...` : texts.join(',');
}

function nodeStatus(item: Item): string {
  const ready = itemsOf(status(item, 'conditions')).find(({ type }) => type === 'Ready');
  const word = ready === undefined || ready.status === 'True' ? 'Ready' : 'NotReady';
  return spec(item, 'unschedulable') === true ? `${word},SchedulingDisabled` : word;
}

export function rolesOf({ labels }: Item): string {
  const roles = Object.keys(labels).flatMap((key) =>
    key.startsWith('node-role.kubernetes.io/') ? [key.slice('node-role.kubernetes.io/'.length)] : [],
  );
  return roles.length === 0 ? none : roles.sort().join(',');
}

/** The kernel with the architecture of the machine behind it. */
function kernelOf(item: Item): string {
  const architecture = info(item, 'architecture', '');
  return `${info(item, 'kernelVersion', '<unknown>')}${architecture === '' ? '' : ` (${architecture})`}`;
}

const info = (item: Item, key: string, otherwise: string): string =>
  textAt(item.view, 'status', 'nodeInfo', key) ?? otherwise;
const addressOf = (item: Item): string =>
  textAt(
    itemsOf(status(item, 'addresses')).find(({ type }) => type === 'InternalIP'),
    'address',
  ) ?? none;

/** @see `formatHPAMetrics` of the same file */
export function targetsText(item: Item): string {
  const metrics = itemsOf(spec(item, 'metrics'));
  const seen = itemsOf(status(item, 'currentMetrics'));
  if (metrics.length === 0) return none;
  const texts = metrics.map((metric, index) => {
    const type = String(metric.type);
    const source = fieldsOf(own(metric, type.charAt(0).toLowerCase() + type.slice(1)));
    const target = fieldsOf(source.target);
    const current = at(seen[index], 'resource', 'current', 'averageUtilization');
    const name = textAt(source, 'name');
    const now = typeof current === 'number' ? `${current}%` : '<unknown>';
    if (type === 'Resource' || type === 'ContainerResource') {
      return `${name}: ${now}/${target.averageUtilization !== undefined ? `${String(target.averageUtilization)}%` : String(target.averageValue ?? '<auto>')}`;
    }
    return `<unknown>/${String(target.averageValue ?? target.value ?? '')}${target.averageValue !== undefined && type !== 'Pods' ? ' (avg)' : ''}`;
  });
  return texts.length > 2 ? `${texts.slice(0, 2).join(', ')} + ${texts.length - 2} more...` : texts.join(', ');
}

function modesText(modes: unknown): string {
  const short: Readonly<Record<string, string>> = {
    ReadWriteOnce: 'RWO',
    ReadOnlyMany: 'ROX',
    ReadWriteMany: 'RWX',
    ReadWriteOncePod: 'RWOP',
  };
  return listOf(modes)
    .map((mode) => own(short, String(mode)) ?? String(mode))
    .join(',');
}

function quotaText(item: Item, limits: boolean): string {
  const used = fieldsOf(status(item, 'used'));
  return pairsOf(status(item, 'hard'))
    .filter(([key]) => key.startsWith('limits.') === limits)
    .map(([key, hard]) => `${key}: ${String(own(used, key) ?? 0)}/${hard}`)
    .join(', ');
}

function subjects(item: Item, kind: string): string {
  return itemsOf(item.view.subjects)
    .filter((one) => one.kind === kind)
    .map((one) => (kind === 'ServiceAccount' ? `${String(one.namespace ?? '')}/${String(one.name)}` : String(one.name)))
    .join(', ');
}

/** What a printer column of a CustomResourceDefinition shows. */
export function customCell(value: unknown, type: unknown, now: string): string {
  if (value === undefined || value === null) return '';
  if (type === 'date') return since(value, now);
  if (isFields(value) || Array.isArray(value)) return JSON.stringify(value);
  return String(value);
}
