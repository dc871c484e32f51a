import { isSet, text } from '../../../model/workloads/values.ts';
import { type Block, blockIn, blocksIn, hasItems, numberIn, textIn, textsIn } from './blocks.ts';
import { checkPool } from './connection-pool.ts';
import {
  checkDestination,
  checkPortName,
  checkProtocol,
  checkSocket,
  isIp,
  isPort,
  isWritten,
  placeIn,
} from './fields.ts';
import { wrongHost } from './gateway.ts';
import type { Judged } from './judged.ts';
import { isDomain, isHttpProtocol, isTemplated, isTlsProtocol } from './names.ts';
import { checkSelector } from './policy-scope.ts';
import { checkServerTls } from './server-tls.ts';

/** @see https://istio.io/latest/docs/reference/config/networking/sidecar/ */
export function checkSidecar(spec: Block, judged: Judged): void {
  checkSelector(spec, 'workloadSelector', judged);
  const lists = ['egress', 'ingress'].some((field) => hasItems(spec, field));
  if (!lists && !isSet(spec.outboundTrafficPolicy) && !isSet(spec.inboundConnectionPool)) {
    judged.refuse('emptySidecar', judged.at(spec), {});
    return;
  }
  checkIngress(spec, judged);
  checkPool(spec, 'inboundConnectionPool', judged);
  checkEgress(spec, judged);
  checkOutbound(blockIn(spec, 'outboundTrafficPolicy'), judged);
}

function checkIngress(spec: Block, judged: Judged): void {
  const numbers = new Set<number>();
  for (const listener of blocksIn(spec, 'ingress')) {
    const port = blockIn(listener, 'port');
    if (!port) {
      judged.refuse('port', judged.at(listener), {});
      continue;
    }
    checkListener(port, judged);
    if (!isPort(port.number)) judged.refuse('port', judged.at(port, 'number'), {});
    checkAddress(listener, judged);
    checkRepeated(port, numbers, judged);
    checkEndpoint(listener, judged);
    checkTls(listener, textIn(port, 'protocol'), judged);
    checkPool(listener, 'connectionPool', judged);
    if (blockIn(blockIn(listener, 'connectionPool'), 'http') && !isHttpProtocol(textIn(port, 'protocol')))
      judged.warn('httpPoolForTcp', judged.key(listener, 'connectionPool'), {});
  }
}

/** What the ports of both directions have in common. */
function checkListener(port: Block, judged: Judged): void {
  if (numberIn(port, 'targetPort') > 0)
    judged.refuse('notSupported', judged.key(port, 'targetPort'), { field: 'targetPort', kind: 'Sidecar' });
  if (text(port.name) !== undefined) checkPortName(judged, port);
  checkProtocol(judged, port);
}

function checkAddress(listener: Block, judged: Judged): void {
  const bind = text(listener.bind);
  if (bind !== undefined && !isIp(bind) && !isTemplated(bind))
    judged.refuse('address', judged.at(listener, 'bind'), { value: bind });
}

function checkRepeated(port: Block, numbers: Set<number>, judged: Judged): void {
  const number = numberIn(port, 'number');
  if (numbers.has(number)) judged.refuse('repeatedPort', judged.at(port, 'number'), { value: String(number) });
  numbers.add(number);
}

function checkEndpoint(listener: Block, judged: Judged): void {
  const value = text(listener.defaultEndpoint);
  if (value === undefined || isTemplated(value)) return;
  if (value.startsWith('unix://')) {
    checkSocket(judged, listener, 'defaultEndpoint');
    return;
  }
  const [, port = ''] = /^(?:127\.0\.0\.1|0\.0\.0\.0|\[::1?\])?:(\d+)$/.exec(value) ?? [];
  if (!isPort(Number(port))) judged.refuse('defaultEndpoint', judged.at(listener, 'defaultEndpoint'), { value });
}

const unsupported = ['subjectAltNames', 'httpsRedirect', 'credentialName', 'credentialNames', 'tlsCertificates'];

function checkTls(listener: Block, protocol: string, judged: Judged): void {
  const tls = blockIn(listener, 'tls');
  if (!tls) return;
  for (const field of unsupported) {
    if (isWritten(tls, field)) judged.refuse('notSupported', judged.key(tls, field), { field, kind: 'Sidecar' });
  }
  const mode = textIn(tls, 'mode');
  if (mode === 'ISTIO_MUTUAL' || mode === 'AUTO_PASSTHROUGH')
    judged.refuse('sidecarTlsMode', judged.at(tls, 'mode'), { mode });
  if (!isTlsProtocol(protocol)) judged.refuse('tlsForPlain', judged.key(listener, 'tls'), { protocol });
  checkServerTls(listener, judged);
}

function checkEgress(spec: Block, judged: Judged): void {
  const numbers = new Set<number>();
  const sockets = new Set<string>();
  const listeners = blocksIn(spec, 'egress');
  for (const [index, listener] of listeners.entries()) {
    const port = blockIn(listener, 'port');
    if (!port && index < listeners.length - 1) judged.refuse('catchAllLast', judged.at(listener), {});
    if (port) checkEgressPort(listener, port, numbers, sockets, judged);
    checkEgressHosts(listener, judged);
  }
}

function checkEgressPort(
  listener: Block,
  port: Block,
  numbers: Set<number>,
  sockets: Set<string>,
  judged: Judged,
): void {
  checkListener(port, judged);
  if (numberIn(port, 'number') !== 0) {
    if (!isPort(port.number)) judged.refuse('port', judged.at(port, 'number'), {});
    checkAddress(listener, judged);
    checkRepeated(port, numbers, judged);
    return;
  }
  const bind = textIn(listener, 'bind');
  if (!bind.startsWith('unix://')) judged.refuse('portOrSocket', judged.key(listener, 'port'), {});
  else checkSocket(judged, listener, 'bind');
  if (sockets.has(bind)) judged.refuse('repeatedValue', judged.at(listener, 'bind'), { value: bind, field: 'egress' });
  sockets.add(bind);
  if (!['', 'DEFAULT', 'NONE'].includes(textIn(listener, 'captureMode')))
    judged.refuse('captureOfSocket', judged.at(listener, 'captureMode'), {});
}

function checkEgressHosts(listener: Block, judged: Judged): void {
  const hosts = textsIn(listener, 'hosts');
  if (hosts.length === 0) judged.refuse('missing', judged.at(listener), { field: 'hosts' });
  const seen = new Map<string, Set<string>>();
  for (const host of hosts) {
    const { value } = host;
    const at = placeIn(judged, host);
    const slash = value.indexOf('/');
    if (isTemplated(value)) continue;
    if (slash === -1) judged.refuse('egressHost', at, { value });
    else {
      const wrong = wrongHost(value, false);
      if (wrong) judged.refuse(wrong, at, { value });
      if (!value.startsWith('~')) checkTwice(value, slash, seen, judged, at);
    }
  }
  if (seen.get('*')?.has('*') && seen.size > 1) judged.warn('egressAll', judged.key(listener, 'hosts'), {});
}

function checkTwice(
  value: string,
  slash: number,
  seen: Map<string, Set<string>>,
  judged: Judged,
  at: ReturnType<Judged['at']>,
): void {
  const written = value.slice(0, slash);
  const namespace = written === '.' ? (judged.owner.namespace ?? 'default') : written;
  const service = value.slice(slash + 1);
  const before = seen.get(namespace) ?? new Set<string>();
  if (service === '*' ? before.size > 0 : before.has(service) || before.has('*'))
    judged.warn('egressTwice', at, { value });
  seen.set(namespace, before.add(service));
}

function checkOutbound(policy: Block | undefined, judged: Judged): void {
  if (!policy) return;
  const mode = textIn(policy, 'mode');
  if (mode === 'ALLOW_ANY_DYNAMIC_DNS') {
    judged.refuse('notSupported', judged.at(policy, 'mode'), { field: mode, kind: 'Sidecar' });
    return;
  }
  const proxy = blockIn(policy, 'egressProxy');
  if (!proxy) return;
  if (mode !== 'ALLOW_ANY') {
    judged.refuse('egressProxyMode', judged.key(policy, 'egressProxy'), {});
    return;
  }
  const host = textIn(proxy, 'host');
  if (!isDomain(host) && !isTemplated(host)) judged.refuse('fullHost', judged.at(proxy, 'host'), { value: host });
  else if (!blockIn(proxy, 'port')) judged.refuse('port', judged.key(policy, 'egressProxy'), {});
  else checkDestination(judged, proxy);
}
