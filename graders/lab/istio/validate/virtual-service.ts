import { own } from '../../../core/own.ts';
import { re2 } from '../../../core/re2/re2.ts';
import { type Fields, fields, fieldsList, number } from '../../../model/mesh/fields.ts';
import type { HttpMatch, HttpRoute } from '../../../model/mesh/http-route.ts';
import type { RouteDestination } from '../../../model/mesh/route-destination.ts';
import type { StringMatch } from '../../../model/mesh/string-match.ts';
import type { VirtualService } from '../../../model/mesh/virtual-service.ts';
import { isSet } from '../../../model/workloads/values.ts';
import { keySpanOf, spanOf } from '../../../parse/yaml/located.ts';
import { covers } from '../host.ts';
import type { Note } from './problem.ts';

/** @see https://istio.io/latest/docs/reference/config/networking/virtual-service/ */
export function checkVirtualService(service: VirtualService, note: Note): void {
  const spec = fields(fields(service.resource.data).spec);
  checkHosts(service, spec, note);
  if (service.http.length + service.tls.length + service.tcp.length === 0) note('noRoutes', spanOf(spec));
  for (const route of service.http) checkHttpRoute(route, service, note);
  for (const route of service.tls) {
    if (route.matches.length === 0) note('tlsWithoutMatch', spanOf(route.node));
  }
  for (const { node, destinations } of [...service.tls, ...service.tcp]) checkDestinations(node, destinations, note);
}

function checkHosts({ hosts, gateways }: VirtualService, spec: Fields, note: Note): void {
  if (hosts.length === 0 && isSet(spec.gateways)) note('delegateWithGateways', keySpanOf(spec, 'gateways'));
  if (gateways.includes('mesh')) {
    const index = hosts.indexOf('*');
    if (index !== -1) note('wildcardForMesh', spanOf(spec.hosts, index));
  }
  for (const [index, host] of hosts.entries()) {
    const other = hosts.slice(0, index).find((earlier) => covers(earlier, host) || covers(host, earlier));
    if (other !== undefined) note('duplicateHost', spanOf(spec.hosts, index), { host, other });
  }
}

function checkHttpRoute(route: HttpRoute, service: VirtualService, note: Note): void {
  const { node, mirrors, retries } = route;
  if (route.delegate && service.hosts.length > 0) checkRoot(route, note);
  else checkAction(route, service, note);
  if (isSet(node.mirror) && fieldsList(node.mirrors).length > 0) note('mirrorTwice', keySpanOf(node, 'mirrors'));
  for (const { node: mirror, percent } of mirrors) checkPercent(percent, spanOf(mirror), note);
  if (retries && retries.attempts === 0 && (retries.retryOn !== undefined || retries.perTryTimeout !== undefined)) {
    note('retriesOff', spanOf(retries.node, 'attempts') ?? spanOf(retries.node));
  }
  checkFault(route, note);
  if (route.redirect && ![301, 302, 303, 307, 308].includes(route.redirect.code)) {
    note('redirectCode', spanOf(route.redirect.node, 'redirectCode'), { code: route.redirect.code });
  }
  checkDestinations(node, route.destinations, note);
  for (const match of route.matches) checkMatch(match, service, note);
}

function checkRoot({ node }: HttpRoute, note: Note): void {
  for (const field of ['route', 'redirect']) {
    if (isSet(own(node, field))) note('delegateWithRoute', keySpanOf(node, field), { field });
  }
}

/** Exactly one of `route`, `redirect` and `directResponse`; the last two answer at once, and take nothing beside them. */
function checkAction({ node, destinations, delegate }: HttpRoute, { hosts }: VirtualService, note: Note): void {
  if (delegate && hosts.length === 0) note('delegateOfDelegate', keySpanOf(node, 'delegate'));
  const [first, second] = [
    ...(destinations.length > 0 ? ['route'] : []),
    ...['redirect', 'directResponse'].filter((field) => isSet(own(node, field))),
  ];
  if (first === undefined) note('noAction', keySpanOf(node, Object.keys(node)[0] ?? '') ?? spanOf(node));
  else if (second !== undefined) note('twoActions', keySpanOf(node, second), { first, second });
  else if (first !== 'route') {
    for (const field of ['fault', 'rewrite']) {
      if (isSet(own(node, field))) note('actionWith', keySpanOf(node, field), { action: first, field });
    }
  }
}

function checkFault({ node, fault }: HttpRoute, note: Note): void {
  if (!fault) return;
  if (!fault.abort && !fault.delay) note('emptyFault', keySpanOf(node, 'fault'));
  for (const part of ['abort', 'delay'] as const) {
    checkPercent(fault[part]?.percent ?? 0, spanOf(fields(fault.node[part]).percentage, 'value'), note);
  }
}

function checkPercent(percent: number, at: Parameters<Note>[1], note: Note): void {
  if (percent < 0 || percent > 100) note('percentRange', at, { percent });
}

function checkDestinations(route: Fields, destinations: readonly RouteDestination[], note: Note): void {
  let sum = 0;
  for (const { node, host } of destinations) {
    if (host === '') note('noDestination', spanOf(node));
    const weight = number(node.weight) ?? 0;
    if (weight < 0) note('negativeWeight', spanOf(node, 'weight'), { weight });
    sum += weight;
  }
  if (destinations.length > 1 && sum === 0) note('zeroWeight', keySpanOf(route, 'route'));
}

function checkMatch(match: HttpMatch, { gateways }: VirtualService, note: Note): void {
  const { node } = match;
  for (const [name] of match.headers) {
    if (own(fields(node.headers), name) === null) note('nullHeader', keySpanOf(node.headers, name), { name });
  }
  for (const field of ['headers', 'withoutHeaders'] as const) {
    for (const [name, wanted] of match[field]) {
      const at = keySpanOf(node[field], name);
      if (name.startsWith(':') || name === '') note('pseudoHeader', at, { name });
      if (name.startsWith('@request.auth.claims') && gateways.includes('mesh')) note('claimsForMesh', at, { name });
      checkPattern(wanted, spanOf(node[field], name), note);
    }
  }
  for (const field of ['uri', 'scheme', 'method', 'authority'] as const)
    checkPattern(match[field], spanOf(node, field), note);
  for (const [name, wanted] of match.queryParams) checkPattern(wanted, spanOf(node.queryParams, name), note);
}

function checkPattern(wanted: StringMatch | undefined, at: Parameters<Note>[1], note: Note): void {
  if (wanted?.how === 'regex' && !re2(wanted.value)) note('badRegex', at, { pattern: wanted.value });
}
