import { own } from '../../../core/own.ts';
import { text } from '../../../model/workloads/values.ts';
import { type Block, blockIn, blocksIn, numberIn, textIn, textsIn } from './blocks.ts';
import { checkProtocol, checkSocket, isIp, isPort, placeIn } from './fields.ts';
import type { Judged } from './judged.ts';
import { isHost, isHttpProtocol, isName, isProtocol, isTemplated, isTlsProtocol } from './names.ts';
import { checkServerTls } from './server-tls.ts';

/** @see https://istio.io/latest/docs/reference/config/networking/gateway/ */
export function checkGateway(spec: Block, judged: Judged): void {
  const { owner } = judged;
  if (!isName(owner.name) && !isTemplated(owner.name))
    judged.refuse('objectName', judged.at(owner.metadata as Block, 'name'), { value: owner.name });
  const servers = blocksIn(spec, 'servers');
  if (servers.length === 0) judged.refuse('noServers', judged.at(spec), {});
  const names = new Set<string>();
  for (const server of servers) {
    checkServer(server, judged);
    const port = blockIn(server, 'port');
    const name = textIn(port, 'name');
    if (!port) continue;
    if (name !== '' && names.has(name)) judged.refuse('repeatedPortName', judged.at(port, 'name'), { name });
    names.add(name);
    const redirects = blockIn(server, 'tls')?.httpsRedirect === true;
    if (redirects && !isHttpProtocol(textIn(port, 'protocol')))
      judged.warn('redirectWithoutHttp', judged.key(blockIn(server, 'tls'), 'httpsRedirect'), {});
  }
}

function checkServer(server: Block, judged: Judged): void {
  const hosts = textsIn(server, 'hosts');
  if (hosts.length === 0) judged.refuse('serverWithoutHosts', judged.at(server), {});
  for (const host of hosts) {
    const wrong = isTemplated(host.value) ? undefined : wrongHost(host.value, true);
    if (wrong) judged.refuse(wrong, placeIn(judged, host), { value: host.value });
  }
  const good = checkPort(server, judged);
  checkBind(server, judged);
  checkServerTls(server, judged);
  if (good) checkProtocolOfTls(server, judged);
}

/**
 * A host with the namespace it is for before a slash, or without one at a gateway. Short names do not work: gateways and
 * sidecars know full ones.
 */
export function wrongHost(
  value: string,
  gateway: boolean,
): 'host' | 'shortHost' | 'egressNamespace' | 'partialHost' | undefined {
  const slash = value.indexOf('/');
  const before = value.slice(0, Math.max(slash, 0));
  const namespace = gateway ? before : before.replace(/^~/, '');
  const name = value.slice(slash + 1);
  const known = namespace === '*' || namespace === '.' || isName(namespace) || (!gateway && before === '~');
  if (slash !== -1 && !known) return 'egressNamespace';
  if (!isHost(name)) return gateway && isIp(name) && name.includes('.') ? undefined : 'host';
  if (name !== '*' && !name.includes('.')) return 'shortHost';
  return /^\*[^.]/.test(name) ? 'partialHost' : undefined;
}

/** @returns whether the port is a good one */
function checkPort(server: Block, judged: Judged): boolean {
  const port = blockIn(server, 'port');
  if (!port) {
    judged.refuse('port', judged.at(server), {});
    return false;
  }
  const protocol = textIn(port, 'protocol');
  if (protocol === '') judged.refuse('missing', judged.key(server, 'port'), { field: 'protocol' });
  else checkProtocol(judged, port);
  const socket = textIn(server, 'bind').startsWith('unix://');
  const good = (numberIn(port, 'number') <= 0 && socket) || isPort(port.number);
  if (!good) judged.refuse('port', judged.at(port, 'number'), {});
  if (numberIn(port, 'targetPort') > 0)
    judged.refuse('notSupported', judged.key(port, 'targetPort'), { field: 'targetPort', kind: 'Gateway' });
  if (textIn(port, 'name') === '') judged.refuse('missing', judged.key(server, 'port'), { field: 'name' });
  return good && isProtocol(protocol) && numberIn(port, 'targetPort') <= 0 && textIn(port, 'name') !== '';
}

function checkBind(server: Block, judged: Judged): void {
  const value = text(server.bind);
  if (value?.startsWith('unix://')) {
    checkSocket(judged, server, 'bind');
    if (numberIn(blockIn(server, 'port'), 'number') !== 0)
      judged.refuse('socketWithPort', judged.at(blockIn(server, 'port'), 'number'), {});
  } else if (value !== undefined && !isIp(value) && !isTemplated(value))
    judged.refuse('address', judged.at(server, 'bind'), { value });
}

/** A plain port takes nothing of `tls` but what changes nothing: a redirect, or passing on what arrives. */
function checkProtocolOfTls(server: Block, judged: Judged): void {
  const protocol = textIn(blockIn(server, 'port'), 'protocol');
  const tls = blockIn(server, 'tls');
  if (isTlsProtocol(protocol)) {
    if (!tls) judged.refuse('serverWithoutTls', judged.at(blockIn(server, 'port'), 'protocol'), { protocol });
    return;
  }
  if (!tls) return;
  if (!isHttpProtocol(protocol)) judged.refuse('tlsForPlain', judged.key(server, 'tls'), { protocol });
  else {
    const passes = ['', 'PASSTHROUGH', 'AUTO_PASSTHROUGH'].includes(textIn(tls, 'mode'));
    const files = ['caCertificates', 'privateKey', 'serverCertificate'].some(
      (field) => text(own(tls, field)) !== undefined,
    );
    if (!passes || files) judged.refuse('tlsForHttp', judged.key(server, 'tls'), {});
  }
}
