import { code } from '../../../core/code.ts';
import { type Block, blockIn, blocksIn, hasItems, isGiven, numberIn, textIn } from './blocks.ts';
import { checkLabels, checkSocket, isIp, isPort } from './fields.ts';
import type { Judged } from './judged.ts';
import { isDomain, isName, isTemplated } from './names.ts';

/** Of which ServiceEntry an endpoint is, and whether its address may be a name. */
interface Within {
  readonly ports?: ReadonlySet<string>;
  readonly names: boolean;
  /** Its name is looked up: it has one. */
  readonly looked?: boolean;
}

/** @see https://istio.io/latest/docs/reference/config/networking/workload-entry/ */
export function checkWorkloadEntry(entry: Block, { ports, names, looked }: Within, judged: Judged): void {
  const address = textIn(entry, 'address');
  if (address === '') {
    const network = textIn(entry, 'network');
    if (network === '' || looked) {
      judged.refuse('noAddress', judged.at(entry), {});
      if (!looked) return;
    } else judged.warn('networkOnly', judged.at(entry, 'network'), { network });
  }
  const socket = address.startsWith('unix://') && !looked;
  if (socket) {
    checkSocketOf(entry, judged);
    if (ports && ports.size !== 1) judged.refuse('onePortForSocket', judged.at(entry, 'address'), {});
  } else if (address !== '' && !isIp(address) && !(names && isDomain(address)) && !isTemplated(address))
    judged.refuse(names ? 'fullHost' : 'address', judged.at(entry, 'address'), { value: address });
  checkPorts(entry, ports, judged);
  checkLabels(judged, blockIn(entry, 'labels'));
}

/** A socket of the machine has no ports. */
function checkSocketOf(entry: Block, judged: Judged): void {
  checkSocket(judged, entry, 'address');
  if (isGiven(entry, 'ports')) judged.refuse('portsOfSocket', judged.key(entry, 'ports'), {});
}

function checkPorts(entry: Block, known: ReadonlySet<string> | undefined, judged: Judged): void {
  const ports = blockIn(entry, 'ports') ?? {};
  for (const [name, number] of Object.entries(ports)) {
    if (isTemplated(name) || number === null) continue;
    if (!isName(name)) judged.refuse('portName', judged.key(ports, name), { value: name });
    else if (known && !known.has(name)) judged.refuse('portNotDeclared', judged.key(ports, name), { value: name });
    if (!isPort(number)) judged.refuse('port', judged.at(ports, name), {});
  }
}

/** @see https://istio.io/latest/docs/reference/config/networking/workload-group/ */
export function checkWorkloadGroup(spec: Block, judged: Judged): void {
  const template = blockIn(spec, 'template');
  if (!template) judged.refuse('missing', judged.at(spec), { field: 'template' });
  else if (textIn(template, 'address').startsWith('unix://')) checkSocketOf(template, judged);
  else checkPorts(template, undefined, judged);
  checkLabels(judged, blockIn(blockIn(spec, 'metadata'), 'labels'));
  const probe = blockIn(spec, 'probe');
  if (!probe) return;
  for (const field of [
    'periodSeconds',
    'initialDelaySeconds',
    'timeoutSeconds',
    'successThreshold',
    'failureThreshold',
  ]) {
    if (numberIn(probe, field) < 0) judged.refuse('negative', judged.at(probe, field), { field });
  }
  // The definition has `grpc` too, and the webhook takes it for no method at all.
  const method = ['httpGet', 'tcpSocket', 'exec'].some((one) => isGiven(probe, one));
  if (!method)
    judged.refuse('probeMethod', isGiven(probe, 'grpc') ? judged.key(probe, 'grpc') : judged.key(spec, 'probe'), {});
  checkProbe(probe, judged);
}

function checkProbe(probe: Block, judged: Judged): void {
  const http = blockIn(probe, 'httpGet');
  for (const one of [http, blockIn(probe, 'tcpSocket')]) {
    if (one && !isPort(one.port)) judged.refuse('port', judged.at(one, 'port'), {});
  }
  const scheme = textIn(http, 'scheme');
  if (!['', 'HTTP', 'HTTPS'].includes(scheme))
    judged.refuse('probeScheme', judged.at(http, 'scheme'), { value: scheme });
  for (const header of blocksIn(http, 'httpHeaders')) {
    const value = textIn(header, 'name');
    if (value === '') judged.refuse('emptyHeader', judged.at(header), {});
    else if (!/^[-A-Za-z0-9]+$/.test(value)) judged.refuse('headerName', judged.at(header, 'name'), { value });
  }
  const command = blockIn(probe, 'exec');
  if (command && !hasItems(command, 'command'))
    judged.refuse('nothing', judged.key(probe, 'exec'), { field: 'exec', needed: ['command'].map(code) });
}
