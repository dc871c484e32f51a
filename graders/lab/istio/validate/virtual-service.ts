import { covers } from '../host.ts';
import { type Block, blockIn, blocksIn, hasItems, type Listed, textsIn } from './blocks.ts';
import {
  checkAddresses,
  checkDestination,
  checkExportTo,
  checkGateways,
  checkLabels,
  checkOptionalPort,
  isIp,
  placeIn,
} from './fields.ts';
import { checkHttpRule } from './http-rule.ts';
import type { Judged } from './judged.ts';
import { isGeneratedHost, isHost, isTemplated } from './names.ts';
import { checkWeights } from './weights.ts';

/** @see https://istio.io/latest/docs/reference/config/networking/virtual-service/ */
export function checkVirtualService(spec: Block, judged: Judged): void {
  const hosts = textsIn(spec, 'hosts');
  const delegate = hosts.length === 0;
  if (delegate) checkDelegate(spec, judged);
  const inMesh = !hasItems(spec, 'gateways') || textsIn(spec, 'gateways').some(({ value }) => value === 'mesh');
  checkGateways(judged, spec);
  checkHosts(hosts, inMesh, spec, judged);
  if (!['http', 'tls', 'tcp'].some((field) => hasItems(spec, field))) judged.refuse('noRoutes', judged.at(spec), {});
  for (const rule of blocksIn(spec, 'http')) checkHttpRule(rule, { delegate, inMesh }, judged);
  for (const rule of blocksIn(spec, 'tls')) checkTls(rule, hosts, inMesh, judged);
  for (const rule of blocksIn(spec, 'tcp')) {
    for (const match of blocksIn(rule, 'match')) checkConnection(match, judged);
    checkConnectionRoutes(rule, judged);
  }
  checkExportTo(judged, spec, judged.owner.namespace ?? 'default');
}

function checkDelegate(spec: Block, judged: Judged): void {
  if (hasItems(spec, 'gateways')) judged.refuse('delegateWithGateways', judged.key(spec, 'gateways'), {});
  for (const field of ['tls', 'tcp']) {
    if (hasItems(spec, field)) judged.refuse('delegateWithConnections', judged.key(spec, field), { field });
  }
}

/** Whether a VirtualService is for TLS that an egress gateway passes on, whose names are generated. */
const hasSniHosts = (spec: Block): boolean =>
  blocksIn(spec, 'tls').some((rule) => blocksIn(rule, 'match').some((match) => hasItems(match, 'sniHosts')));

function checkHosts(hosts: readonly Listed[], inMesh: boolean, spec: Block, judged: Judged): void {
  const sni = hasSniHosts(spec);
  let allGood = true;
  for (const host of hosts) {
    const { value } = host;
    if (isTemplated(value) || isIp(value)) continue;
    if (isHost(value) || (!inMesh && sni && isGeneratedHost(value))) {
      if (!inMesh || value !== '*') continue;
      judged.refuse('wildcardForMesh', placeIn(judged, host), {});
    } else judged.refuse('host', placeIn(judged, host), { value });
    allGood = false;
  }
  if (!allGood) return;
  for (const [index, host] of hosts.entries()) {
    const { value } = host;
    const other = hosts.slice(0, index).find((earlier) => covers(earlier.value, value) || covers(value, earlier.value));
    if (other) judged.refuse('duplicateHost', placeIn(judged, host), { host: value, other: other.value });
  }
}

function checkTls(rule: Block, hosts: readonly Listed[], inMesh: boolean, judged: Judged): void {
  const matches = blocksIn(rule, 'match');
  if (matches.length === 0) judged.refuse('tlsWithoutMatch', judged.at(rule), {});
  for (const match of matches) {
    const names = textsIn(match, 'sniHosts');
    if (names.length === 0) judged.refuse('noSniHosts', judged.at(match), {});
    for (const name of names) checkSniHost(name, hosts, inMesh, judged);
    checkConnection(match, judged);
  }
  checkConnectionRoutes(rule, judged);
}

function checkSniHost(name: Listed, hosts: readonly Listed[], inMesh: boolean, judged: Judged): void {
  const { value } = name;
  const at = placeIn(judged, name);
  if (isTemplated(value) || hosts.some((host) => isTemplated(host.value))) return;
  if (!isHost(value) && !(!inMesh && isGeneratedHost(value))) {
    if (isIp(value)) judged.warn('sniAddress', at, { value });
    else judged.refuse('host', at, { value });
  } else if (!hosts.some((host) => isSubset(value, host.value))) judged.refuse('sniHost', at, { value });
}

/** `a.example.com` and `*.a.example.com` are of `*.example.com`. */
function isSubset(name: string, host: string): boolean {
  if (!host.startsWith('*')) return name === host;
  return name.startsWith('*')
    ? name.length >= host.length && name.endsWith(host.slice(1))
    : name.endsWith(host.slice(1));
}

/** What the conditions of `tls` and `tcp` have in common. */
function checkConnection(match: Block, judged: Judged): void {
  checkAddresses(judged, match, 'destinationSubnets');
  checkOptionalPort(judged, match, 'port');
  checkLabels(judged, blockIn(match, 'sourceLabels'));
  checkGateways(judged, match);
}

function checkConnectionRoutes(rule: Block, judged: Judged): void {
  const routes = blocksIn(rule, 'route');
  if (routes.length === 0) judged.refuse('noRoute', judged.at(rule), {});
  checkWeights(rule, judged);
  for (const route of routes) checkDestination(judged, blockIn(route, 'destination'));
}
