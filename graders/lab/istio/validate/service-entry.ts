import { isSet, text } from '../../../model/workloads/values.ts';
import { type Block, blocksIn, hasItems, isGiven, numberIn, textIn, textsIn } from './blocks.ts';
import { checkAddresses, checkExportTo, checkPortName, checkProtocol, isPort, placeIn } from './fields.ts';
import type { Judged } from './judged.ts';
import { isDomain, isHost, isHttpProtocol, isTemplated, isTlsProtocol } from './names.ts';
import { checkSelector } from './policy-scope.ts';
import { checkWorkloadEntry } from './workload-entry.ts';

/** @see https://istio.io/latest/docs/reference/config/networking/service-entry/ */
export function checkServiceEntry(spec: Block, judged: Judged): void {
  const resolution = textIn(spec, 'resolution') || 'NONE';
  checkSelector(spec, 'workloadSelector', judged);
  if (isSet(spec.workloadSelector) && isGiven(spec, 'endpoints'))
    judged.refuse('together', judged.key(spec, 'endpoints'), { field: 'workloadSelector', other: 'endpoints' });
  checkHosts(spec, resolution, judged);
  checkAddresses(judged, spec, 'addresses');
  if (!['NONE', 'STATIC'].includes(resolution)) checkBlocks(spec, judged);
  checkPorts(spec, judged);
  checkResolution(spec, resolution, judged);
  checkSeveralHosts(spec, resolution, judged);
  checkExportTo(judged, spec, judged.owner.namespace ?? 'default', true);
}

function checkHosts(spec: Block, resolution: string, judged: Judged): void {
  const hosts = textsIn(spec, 'hosts');
  if (hosts.length === 0) judged.refuse('missing', judged.at(spec), { field: 'hosts' });
  for (const host of hosts) {
    const { value } = host;
    if (isTemplated(value)) continue;
    if (value === '*') judged.refuse('wholeWildcard', placeIn(judged, host), {});
    else if (!isHost(value)) judged.refuse('host', placeIn(judged, host), { value });
    else if (resolution !== 'DYNAMIC_DNS' && /\*(?!\.)/.test(value))
      judged.warn('partialWildcard', placeIn(judged, host), { value });
  }
}

function checkBlocks(spec: Block, judged: Judged): void {
  const block = textsIn(spec, 'addresses').find(({ value }) => value.includes('/'));
  if (block) judged.refuse('blockWithLookup', placeIn(judged, block), {});
}

function checkPorts(spec: Block, judged: Judged): void {
  const numbers = new Set<unknown>();
  const names = new Set<unknown>();
  for (const port of blocksIn(spec, 'ports')) {
    const [number, name] = [numberIn(port, 'number'), textIn(port, 'name')];
    if (!isPort(port.number)) judged.refuse('port', judged.at(port, 'number'), {});
    else if (numbers.has(number)) judged.refuse('repeatedPort', judged.at(port, 'number'), { value: String(number) });
    else if (names.has(name)) judged.refuse('repeatedPort', judged.at(port, 'name'), { value: name });
    numbers.add(number);
    names.add(name);
    if (isSet(port.targetPort) && !isPort(port.targetPort)) judged.refuse('port', judged.at(port, 'targetPort'), {});
    checkPortName(judged, port);
    checkProtocol(judged, port);
    if (!hasItems(spec, 'addresses') && !getsAddresses(spec, judged) && ['', 'TCP'].includes(textIn(port, 'protocol')))
      judged.warn('tcpAddresses', judged.at(port), {});
  }
}

/** Istio gives an address by itself, unless a label says otherwise or connections go where the client asked. */
function getsAddresses(spec: Block, { owner }: Judged): boolean {
  const labels = (owner.metadata as { labels?: Block } | undefined)?.labels;
  const asked = textIn(labels, 'networking.istio.io/enable-autoallocate-ip').toLowerCase();
  return asked !== 'false' && (textIn(spec, 'resolution') || 'NONE') !== 'NONE';
}

function checkResolution(spec: Block, resolution: string, judged: Judged): void {
  const endpoints = blocksIn(spec, 'endpoints');
  const ports = new Set(blocksIn(spec, 'ports').map((port) => textIn(port, 'name')));
  switch (resolution) {
    case 'NONE':
      if (isGiven(spec, 'endpoints')) judged.refuse('endpointsWithNone', judged.key(spec, 'endpoints'), {});
      if (isSet(spec.workloadSelector)) judged.warn('selectorWithNone', judged.key(spec, 'workloadSelector'), {});
      break;
    case 'STATIC':
      for (const one of endpoints) checkWorkloadEntry(one, { ports, names: false }, judged);
      break;
    case 'DNS':
    case 'DNS_ROUND_ROBIN':
      checkLookup(spec, resolution, ports, judged);
      break;
    case 'DYNAMIC_DNS':
      checkDynamic(spec, judged);
  }
}

function checkLookup(spec: Block, resolution: string, ports: ReadonlySet<string>, judged: Judged): void {
  const endpoints = blocksIn(spec, 'endpoints');
  if (endpoints.length === 0) {
    const wild = textsIn(spec, 'hosts').find(({ value }) => !isDomain(value) && !isTemplated(value));
    if (wild) judged.refuse('hostsForLookup', placeIn(judged, wild), { resolution, value: wild.value });
  }
  if (resolution === 'DNS_ROUND_ROBIN' && endpoints.length > 1)
    judged.refuse('oneEndpoint', judged.key(spec, 'endpoints'), {});
  for (const one of endpoints) checkWorkloadEntry(one, { ports, names: true, looked: true }, judged);
  if (!hasItems(spec, 'addresses') || textsIn(spec, 'hosts').length < 2) return;
  const tcp = blocksIn(spec, 'ports').find((port) => isConnection(textIn(port, 'protocol')));
  if (tcp) judged.warn('hostsWithAddress', judged.key(spec, 'hosts'), {});
}

/** What Istio counts as TCP: TLS too. */
const isConnection = (protocol: string): boolean =>
  ['TCP', 'HTTPS', 'TLS', 'MONGO', 'REDIS', 'MYSQL'].includes(protocol.toUpperCase());

function checkDynamic(spec: Block, judged: Judged): void {
  for (const host of textsIn(spec, 'hosts')) {
    if (!host.value.startsWith('*') && !isTemplated(host.value))
      judged.refuse('dynamicHost', placeIn(judged, host), { value: host.value });
  }
  for (const field of ['addresses', 'endpoints']) {
    if (hasItems(spec, field)) judged.refuse('dynamicField', judged.key(spec, field), { field });
  }
  for (const port of blocksIn(spec, 'ports')) {
    if (!['HTTP', 'HTTP2', 'GRPC', 'TLS'].includes(textIn(port, 'protocol').toUpperCase()))
      judged.refuse('dynamicProtocol', judged.at(port, 'protocol'), {});
  }
  const labels = (judged.owner.metadata as { labels?: Block } | undefined)?.labels;
  const waypoint = text(labels?.['istio.io/use-waypoint']);
  if (textIn(spec, 'location') === 'MESH_INTERNAL' && waypoint !== undefined && waypoint.toLowerCase() !== 'none')
    judged.refuse('dynamicWaypoint', judged.at(spec, 'location'), {});
}

/** Names travel in HTTP and in the SNI of TLS; in anything else hosts look alike. */
function checkSeveralHosts(spec: Block, resolution: string, judged: Judged): void {
  if (resolution === 'NONE' || textsIn(spec, 'hosts').length < 2) return;
  const port = blocksIn(spec, 'ports').find((one) => {
    const protocol = textIn(one, 'protocol');
    return !isHttpProtocol(protocol) && !isTlsProtocol(protocol);
  });
  const protocol = port && (textIn(port, 'protocol') || 'TCP');
  if (protocol !== undefined) judged.refuse('hostsOnConnections', judged.at(port, 'protocol'), { protocol });
}
