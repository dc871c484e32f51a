import { own } from '../../../../core/own.ts';
import { type Fields, longStamp } from '../../../cluster/index.ts';
import { at, fieldsOf, itemsOf, listOf, pairsOf, textAt } from '../json.ts';
import { annotationLines, boolText, described, type Lines, labelLines, orNone } from './lines.ts';

/** Containers with what they ask for and, of a pod, how they are. @param space `  ` inside a pod template */
export function containerLines(
  title: string,
  containers: unknown,
  statuses: unknown,
  space: string,
  pod?: Fields,
): Lines {
  const items = itemsOf(containers);
  const pad = space === '' ? '' : ' ';
  return [
    `${space}${title}:${items.length === 0 ? ' <none>' : ''}`,
    ...items.flatMap((container) => {
      const status = itemsOf(statuses).find(({ name }) => name === container.name);
      return [
        `  ${pad}${String(container.name)}:`,
        ...basics(container, status),
        ...words('Command', container.command),
        ...words('Args', container.args),
        ...(status ? stateLines(status) : []),
        ...amounts('Limits', at(container, 'resources', 'limits'), '    '),
        ...amounts('Requests', at(container, 'resources', 'requests'), '    '),
        ...probes(container),
        ...environmentFrom(container),
        ...environment(container, pod),
        ...mounts(container),
      ];
    }),
  ];
}

function basics(container: Fields, status: Fields | undefined): Lines {
  const ports = itemsOf(container.ports);
  const text = (key: string) =>
    ports
      .map(
        (port) =>
          `${String(own(port, key) ?? 0)}/${String(port.protocol ?? 'TCP')}${typeof port.name === 'string' ? ` (${port.name})` : ''}`,
      )
      .join(', ');
  const [open, host] = [text('containerPort'), text('hostPort')];
  return [
    ...(status ? [`    Container ID:\t${String(status.containerID ?? '')}`] : []),
    `    Image:\t${String(container.image ?? '')}`,
    ...(status ? [`    Image ID:\t${String(status.imageID ?? '')}`] : []),
    `    ${open.includes(',') ? 'Ports' : 'Port'}:\t${orNone(open)}`,
    `    ${host.includes(',') ? 'Host Ports' : 'Host Port'}:\t${orNone(host)}`,
  ];
}

function words(title: string, list: unknown): Lines {
  const items = listOf(list);
  return items.length === 0
    ? []
    : [
        `    ${title}:`,
        ...items.flatMap((one) =>
          String(one)
            .split('\n')
            .map((line) => `      ${line}`),
        ),
      ];
}

function stateLines(status: Fields): Lines {
  const last = fieldsOf(status.lastState);
  return [
    ...oneState('State', fieldsOf(status.state)),
    ...(last.terminated ? oneState('Last State', last) : []),
    `    Ready:\t${boolText(status.ready)}`,
    `    Restart Count:\t${String(status.restartCount ?? 0)}`,
  ];
}

/** `2026-02-02T09:00:07Z` as `Mon, 02 Feb 2026 09:00:07 +0000`. */
export const longTime = (time: unknown): string =>
  longStamp((Date.parse(String(time)) - Date.parse('2026-02-02T09:00:00Z')) / 1000);

function oneState(title: string, state: Fields): Lines {
  if (state.running)
    return [`    ${title}:\tRunning`, `      Started:\t${longTime(at(state, 'running', 'startedAt'))}`];
  if (state.terminated) {
    const { reason, exitCode, startedAt, finishedAt } = fieldsOf(state.terminated);
    return [
      `    ${title}:\tTerminated`,
      ...(reason ? [`      Reason:\t${String(reason)}`] : []),
      `      Exit Code:\t${String(exitCode ?? 0)}`,
      `      Started:\t${longTime(startedAt)}`,
      `      Finished:\t${longTime(finishedAt)}`,
    ];
  }
  const reason = textAt(state, 'waiting', 'reason');
  return [`    ${title}:\tWaiting`, ...(reason === undefined ? [] : [`      Reason:\t${reason}`])];
}

export function amounts(title: string, resources: unknown, pad: string): Lines {
  const pairs = pairsOf(resources);
  return pairs.length === 0 ? [] : [`${pad}${title}:`, ...pairs.map(([name, amount]) => `${pad}  ${name}:\t${amount}`)];
}

function probes(container: Fields): Lines {
  return (['livenessProbe', 'readinessProbe', 'startupProbe'] as const).flatMap((name) => {
    const probe = own(container, name);
    const title = name.charAt(0).toUpperCase() + name.slice(1, -'Probe'.length);
    return probe ? [`    ${title}:\t${probeText(fieldsOf(probe))}`] : [];
  });
}

function probeText(probe: Fields): string {
  const n = (key: string, otherwise: number) => String(own(probe, key) ?? otherwise);
  const times = `delay=${n('initialDelaySeconds', 0)}s timeout=${n('timeoutSeconds', 1)}s period=${n('periodSeconds', 10)}s #success=${n('successThreshold', 1)} #failure=${n('failureThreshold', 3)}`;
  if (probe.exec) return `exec [${listOf(at(probe, 'exec', 'command')).join(' ')}] ${times}`;
  if (probe.httpGet) {
    const { scheme = 'HTTP', host = '', port, path = '/' } = fieldsOf(probe.httpGet);
    return `http-get ${String(scheme).toLowerCase()}://${String(host)}:${String(port)}${String(path)} ${times}`;
  }
  if (probe.tcpSocket)
    return `tcp-socket ${String(at(probe, 'tcpSocket', 'host') ?? '')}:${String(at(probe, 'tcpSocket', 'port'))} ${times}`;
  if (probe.grpc)
    return `grpc <pod>:${String(at(probe, 'grpc', 'port'))} ${String(at(probe, 'grpc', 'service') ?? '')} ${times}`;
  return `unknown ${times}`;
}

function environmentFrom(container: Fields): Lines {
  const sources = itemsOf(container.envFrom);
  if (sources.length === 0) return [];
  return [
    '    Environment Variables from:',
    ...sources.map(({ configMapRef, secretRef, prefix }) => {
      const [kind, ref] = configMapRef ? ['ConfigMap', fieldsOf(configMapRef)] : ['Secret', fieldsOf(secretRef)];
      return `      ${String((ref as Fields).name ?? '')}\t${String(kind)}${prefix ? ` with prefix '${String(prefix)}'` : ''}\tOptional: ${String((ref as Fields).optional === true)}`;
    }),
  ];
}

function environment(container: Fields, pod: Fields | undefined): Lines {
  const variables = itemsOf(container.env);
  if (variables.length === 0) return ['    Environment:\t<none>'];
  return ['    Environment:', ...variables.flatMap((one) => variableLines(one, pod))];
}

function variableLines({ name, value, valueFrom }: Fields, pod: Fields | undefined): Lines {
  if (!valueFrom)
    return String(value ?? '')
      .split('\n')
      .map((line, index) => (index === 0 ? `      ${String(name)}:\t${line}` : `      \t${line}`));
  const { fieldRef, resourceFieldRef, secretKeyRef, configMapKeyRef } = fieldsOf(valueFrom);
  if (fieldRef) {
    const path = String(at(fieldRef, 'fieldPath'));
    return [
      `      ${String(name)}:\t${pod ? fieldText(pod, path) : ''} (${String(at(fieldRef, 'apiVersion') ?? 'v1')}:${path})`,
    ];
  }
  if (resourceFieldRef) return [`      ${String(name)}:\t (${String(at(resourceFieldRef, 'resource'))})`];
  const ref = fieldsOf(secretKeyRef ?? configMapKeyRef);
  const place = secretKeyRef ? `in secret '${String(ref.name)}'` : `of config map '${String(ref.name)}'`;
  return [
    `      ${String(name)}:\t<set to the key '${String(ref.key)}' ${place}>\tOptional: ${String(ref.optional === true)}`,
  ];
}

/** What a field of the pod is: `metadata.labels['app']` as well. */
function fieldText(pod: Fields, path: string): string {
  const [, map = '', key] = /^(metadata\.(?:labels|annotations))\['([^']*)'\]$/.exec(path) ?? [];
  const value = key === undefined ? at(pod, ...path.split('.')) : at(pod, ...map.split('.'), key);
  return value === undefined || typeof value === 'object' ? '' : String(value);
}

function mounts(container: Fields): Lines {
  const items = itemsOf(container.volumeMounts);
  if (items.length === 0) return ['    Mounts:\t<none>'];
  const sorted = [...items].sort((a, b) => (String(a.mountPath) < String(b.mountPath) ? -1 : 1));
  return [
    '    Mounts:',
    ...sorted.map(
      ({ mountPath, name, readOnly, subPath }) =>
        `      ${String(mountPath)} from ${String(name)} (${[readOnly === true ? 'ro' : 'rw', ...(subPath ? [`path=${JSON.stringify(subPath)}`] : [])].join(',')})`,
    ),
  ];
}

export function volumeLines(volumes: unknown, space: string): Lines {
  const items = itemsOf(volumes);
  if (items.length === 0) return [`${space}Volumes:\t<none>`];
  return [
    `${space}Volumes:`,
    ...items.flatMap((volume) => [`  ${space === '' ? '' : ' '}${String(volume.name)}:`, ...sourceLines(volume)]),
  ];
}

function sourceLines(volume: Fields): Lines {
  const of = (key: string) => fieldsOf(own(volume, key));
  if (volume.emptyDir)
    return typed("EmptyDir (a temporary directory that shares a pod's lifetime)", [
      ['Medium', String(of('emptyDir').medium ?? '')],
      ['SizeLimit', String(of('emptyDir').sizeLimit ?? '<unset>')],
    ]);
  if (volume.configMap)
    return typed('ConfigMap (a volume populated by a ConfigMap)', [
      ['Name', String(of('configMap').name)],
      ['Optional', String(of('configMap').optional === true)],
    ]);
  if (volume.secret)
    return typed('Secret (a volume populated by a Secret)', [
      ['SecretName', String(of('secret').secretName)],
      ['Optional', String(of('secret').optional === true)],
    ]);
  if (volume.hostPath)
    return typed('HostPath (bare host directory volume)', [
      ['Path', String(of('hostPath').path)],
      ['HostPathType', String(of('hostPath').type ?? '')],
    ]);
  if (volume.persistentVolumeClaim) {
    const { claimName, readOnly } = of('persistentVolumeClaim');
    return typed('PersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same namespace)', [
      ['ClaimName', String(claimName)],
      ['ReadOnly', String(readOnly === true)],
    ]);
  }
  if (volume.projected) {
    const rows = itemsOf(of('projected').sources).flatMap(projectedRows);
    return typed('Projected (a volume that contains injected data from multiple sources)', rows);
  }
  return typed('<unknown>', []);
}

function projectedRows({
  secret,
  configMap,
  downwardAPI,
  serviceAccountToken,
}: Fields): readonly (readonly [string, string])[] {
  const optional = (ref: unknown): readonly [string, string] => ['Optional', String(fieldsOf(ref).optional === true)];
  if (secret) return [['SecretName', String(fieldsOf(secret).name)], optional(secret)];
  if (downwardAPI) return [['DownwardAPI', 'true']];
  if (configMap) return [['ConfigMapName', String(fieldsOf(configMap).name)], optional(configMap)];
  return serviceAccountToken
    ? [['TokenExpirationSeconds', String(fieldsOf(serviceAccountToken).expirationSeconds ?? 3600)]]
    : [];
}

const typed = (type: string, rows: readonly (readonly [string, string])[]): Lines => [
  `    Type:\t${type}`,
  ...rows.map(([key, value]) => `    ${key}:\t${value}`),
];

export function tolerationLines(title: string, tolerations: unknown): Lines {
  const items = [...itemsOf(tolerations)].sort((a, b) => (String(a.key ?? '') < String(b.key ?? '') ? -1 : 1));
  if (items.length === 0) return [`${title}:\t<none>`];
  return items.map(({ key = '', value, effect, operator, tolerationSeconds }, index) => {
    const exists = operator === 'Exists' && !value ? (key !== '' || effect ? ' op=Exists' : 'op=Exists') : '';
    return `${index === 0 ? `${title}:` : ''}\t${String(key)}${value ? `=${String(value)}` : ''}${effect ? `:${String(effect)}` : ''}${exists}${tolerationSeconds === undefined ? '' : ` for ${String(tolerationSeconds)}s`}`;
  });
}

/** @see `DescribePodTemplate` of describe.go */
export function templateLines(template: unknown): Lines {
  const metadata = fieldsOf(at(template, 'metadata'));
  const spec = fieldsOf(at(template, 'spec'));
  const account = textAt(spec, 'serviceAccountName');
  return [
    'Pod Template:',
    ...labelLines('  Labels', metadata.labels),
    ...(pairsOf(metadata.annotations).length > 0 ? annotationLines(metadata.annotations, '  Annotations') : []),
    ...(account === undefined ? [] : [`  Service Account:\t${account}`]),
    ...(itemsOf(spec.initContainers).length > 0
      ? containerLines('Init Containers', spec.initContainers, undefined, '  ')
      : []),
    ...containerLines('Containers', spec.containers, undefined, '  '),
    ...volumeLines(spec.volumes, '  '),
    ...labelLines('  Node-Selectors', spec.nodeSelector),
    ...tolerationLines('  Tolerations', spec.tolerations),
  ];
}

/** A template as `kubectl rollout history --revision` shows it. */
export function templateText(template: unknown, cause: string | undefined): string {
  const annotations =
    cause === undefined
      ? fieldsOf(at(template, 'metadata', 'annotations'))
      : { ...fieldsOf(at(template, 'metadata', 'annotations')), 'kubernetes.io/change-cause': cause };
  return described(
    templateLines({ metadata: { ...fieldsOf(at(template, 'metadata')), annotations }, spec: at(template, 'spec') }),
  );
}
