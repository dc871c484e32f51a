import { code } from '../../../core/code.ts';
import { own } from '../../../core/own.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { isAddress, parseCidr } from '../../../model/workloads/cidr.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { text } from '../../../model/workloads/values.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { checkDurations, checkHost, checkLabels, checkSubset } from './fields.ts';
import type { Sayer } from './messages.ts';
import { type Block, blockIn, blocksIn, isHostOrAddress, isPort, isTemplated, keyPlace, textsIn } from './values.ts';

/** @see https://github.com/istio/istio/blob/master/pkg/config/validation/virtualservice.go */
export function checkVirtualService(owner: Resource, spec: Block, say: Sayer): void {
  for (const { value, at } of textsIn(spec, 'hosts')) {
    if (!isHostOrAddress(value) && !isTemplated(value) && !value.startsWith('outbound_'))
      say('host', at ?? owner.at, { value });
  }
  checkGateways(owner, spec, say);
  for (const rule of blocksIn(spec, 'http')) checkHttp(owner, rule, say);
  for (const protocol of ['tls', 'tcp'] as const) {
    for (const rule of blocksIn(spec, protocol)) {
      const routes = blocksIn(rule, 'route');
      if (routes.length === 0) say('noRoute', placeOf(owner, rule), {});
      for (const route of routes) checkDestination(owner, blockIn(route, 'destination'), say);
      for (const match of blocksIn(rule, 'match')) checkConnection(owner, spec, match, protocol === 'tls', say);
    }
  }
}

function checkGateways(owner: Resource, holder: Block, say: Sayer): void {
  for (const { value, at } of textsIn(holder, 'gateways')) {
    if (!/^(?:[a-zA-Z0-9.][-.a-zA-Z0-9]*\/)?[a-zA-Z0-9][-.a-zA-Z0-9]*$/.test(value) && !isTemplated(value))
      say('gateway', at ?? owner.at, { value });
  }
}

function checkConnection(owner: Resource, spec: Block, match: Block, tls: boolean, say: Sayer): void {
  if (tls && textsIn(match, 'sniHosts').length === 0) say('noSniHosts', placeOf(owner, match), {});
  const hosts = textsIn(spec, 'hosts').map(({ value }) => value);
  for (const { value, at } of textsIn(match, 'sniHosts')) {
    if (!hosts.some((host) => covers(host, value)) && ![value, ...hosts].some(isTemplated))
      say('sniHost', at ?? owner.at, { value });
  }
  checkGateways(owner, match, say);
  checkLabels(owner, blockIn(match, 'sourceLabels'), say);
  if (match.port !== undefined && match.port !== null && match.port !== 0 && !isPort(match.port))
    say('port', placeOf(owner, match, 'port'), {});
  for (const { value, at } of textsIn(match, 'destinationSubnets')) {
    if (!isAddress(value) && !parseCidr(value)) say('block', at ?? owner.at, { value });
  }
}

/** `*.example.com` covers `a.example.com` and `*.a.example.com`; generated names (`outbound_…`) are left alone. */
function covers(host: string, name: string): boolean {
  if (host === '*' || host === name || name.startsWith('outbound_')) return true;
  return host.startsWith('*') && name.replace(/^\*/, '').endsWith(host.slice(1));
}

function checkHttp(owner: Resource, rule: Block, say: Sayer): void {
  for (const route of blocksIn(rule, 'route')) {
    checkDestination(owner, blockIn(route, 'destination'), say);
    checkHeaders(route, say, owner);
  }
  for (const match of blocksIn(rule, 'match')) {
    checkGateways(owner, match, say);
    checkLabels(owner, blockIn(match, 'sourceLabels'), say);
    checkTexts(owner, match, say);
  }
  checkDurations(owner, rule, ['timeout'], say);
  checkDurations(owner, blockIn(blockIn(rule, 'fault'), 'delay'), ['fixedDelay'], say);
  checkHeaders(rule, say, owner);
  checkDestination(owner, blockIn(rule, 'mirror'), say);
  for (const mirror of blocksIn(rule, 'mirrors')) checkDestination(owner, blockIn(mirror, 'destination'), say);
  checkRetries(owner, blockIn(rule, 'retries'), say);
  checkStatus(owner, blockIn(blockIn(rule, 'fault'), 'abort'), 'httpStatus', say);
  checkStatus(owner, blockIn(rule, 'directResponse'), 'status', say);
  checkCors(owner, blockIn(rule, 'corsPolicy'), say);
  const redirect = blockIn(rule, 'redirect');
  const scheme = text(redirect?.scheme);
  if (scheme !== undefined && !['http', 'https'].includes(scheme))
    say('scheme', placeOf(owner, redirect, 'scheme'), { value: scheme });
  const targets = ['uri', 'prefixRewrite', 'authority', 'scheme', 'port', 'derivePort'];
  needsOne(owner, rule, 'redirect', targets, say);
  needsOne(owner, rule, 'rewrite', ['uri', 'uriRegexRewrite', 'authority'], say);
}

const one = (block: Block | undefined): readonly Block[] => (block ? [block] : []);

/** Conditions on texts: a prefix or a pattern that is there has something in it. */
function checkTexts(owner: Resource, match: Block, say: Sayer): void {
  const fields = ['uri', 'scheme', 'method', 'authority'].flatMap((field) => one(blockIn(match, field)));
  const maps = ['headers', 'withoutHeaders', 'queryParams'].flatMap((field) => {
    const named = blockIn(match, field) ?? {};
    return Object.keys(named).flatMap((name) => one(blockIn(named, name)));
  });
  for (const condition of [...fields, ...maps]) {
    for (const field of ['prefix', 'regex'])
      if (own(condition, field) === '') say('emptyMatch', placeOf(owner, condition, field), { field });
  }
}

function needsOne(owner: Resource, rule: Block, field: string, needed: readonly string[], say: Sayer): void {
  const block = blockIn(rule, field);
  if (
    !block ||
    needed.some((one) => own(block, one) !== undefined && own(block, one) !== null && own(block, one) !== '')
  )
    return;
  say('nothing', keyPlace(owner, rule, field), {
    field,
    needed: needed.filter((one) => one !== 'derivePort').map(code),
  });
}

function checkDestination(owner: Resource, destination: Block | undefined, say: Sayer): void {
  if (!destination) return;
  checkHost(owner, destination, say);
  if (text(destination.subset) !== undefined) checkSubset(owner, destination, 'subset', say);
  const port = blockIn(destination, 'port');
  if (port && !isPort(port.number)) say('port', keyPlace(owner, destination, 'port'), {});
}

const retryReasons: readonly string[] =
  '5xx gateway-error reset reset-before-request connect-failure retriable-4xx refused-stream retriable-status-codes retriable-headers envoy-ratelimited http3-post-connect-failure cancelled deadline-exceeded internal resource-exhausted unavailable'.split(
    ' ',
  );

function checkRetries(owner: Resource, retries: Block | undefined, say: Sayer): void {
  checkDurations(owner, retries, ['perTryTimeout', 'backoff'], say);
  if (typeof retries?.attempts === 'number' && retries.attempts < 0)
    say('negative', placeOf(owner, retries, 'attempts'), { field: 'attempts' });
  const reasons = text(retries?.retryOn)?.split(',') ?? [];
  const wrong = reasons.find((reason) => !retryReasons.includes(reason) && !/^[1-5]\d\d$/.test(reason));
  if (wrong !== undefined && !isTemplated(wrong)) say('retryOn', placeOf(owner, retries, 'retryOn'), { value: wrong });
}

function checkStatus(owner: Resource, block: Block | undefined, field: string, say: Sayer): void {
  const value = own(block, field);
  if (typeof value === 'number' && (value < 200 || value > 599))
    say('status', placeOf(owner, block, field), { field, value });
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', '*'];

function checkCors(owner: Resource, cors: Block | undefined, say: Sayer): void {
  checkDurations(owner, cors, ['maxAge'], say);
  for (const { value, at } of textsIn(cors, 'allowMethods')) {
    if (!methods.includes(value)) say('method', at ?? owner.at, { value });
  }
  for (const origin of blocksIn(cors, 'allowOrigins')) {
    const needed = ['exact', 'prefix', 'regex'];
    if (!needed.some((one) => text(own(origin, one)) !== undefined))
      say('nothing', placeOf(owner, origin), { field: 'allowOrigins', needed: needed.map(code) });
  }
}

/** `%%` is the sign; `%NAME%` and `%NAME(argument):length%` are variables. */
const wellUsedPercent = /%%|%[A-Z_]+(?:\([^)]{0,500}\))?(?::\d+)?%/g;

function checkHeaders(holder: Block, say: Sayer, owner: Resource): void {
  for (const side of ['request', 'response']) {
    for (const action of ['add', 'set']) {
      const values = blockIn(blockIn(blockIn(holder, 'headers'), side), action) ?? {};
      for (const [name, value] of Object.entries(values)) {
        const rest = typeof value === 'string' ? value.replace(wellUsedPercent, '') : '';
        if (rest.includes('%')) say('percentSign', spanOf(values, name) ?? owner.at, {});
      }
    }
  }
}
