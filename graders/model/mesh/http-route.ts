import { integer, text } from '../workloads/values.ts';
import { type CorsPolicy, readCorsPolicy } from './cors.ts';
import { seconds } from './duration.ts';
import { type Fields, fields, fieldsList, number, optionalTexts } from './fields.ts';
import { gatewayName } from './gateway-name.ts';
import { type RouteDestination, readDestination } from './route-destination.ts';
import { readMatches, readStringMatch, type StringMatch } from './string-match.ts';

/** A route of `http`. */
export interface HttpRoute {
  readonly node: Fields;
  readonly name: string | undefined;
  /** Alternatives; none at all matches everything. */
  readonly matches: readonly HttpMatch[];
  readonly destinations: readonly RouteDestination[];
  readonly redirect: Redirect | undefined;
  readonly directResponse: { readonly node: Fields; readonly status: number } | undefined;
  readonly delegate: { readonly node: Fields; readonly name: string; readonly namespace: string } | undefined;
  readonly rewrite: Rewrite | undefined;
  readonly fault: Fault | undefined;
  /** Seconds. */
  readonly timeout: number | undefined;
  readonly retries: Retries | undefined;
  readonly mirrors: readonly Mirror[];
  readonly cors: CorsPolicy | undefined;
  /** Operations on the headers of the `request` and the `response`; a destination may have its own. */
  readonly headers: Fields;
}

/** One alternative of `match`: every field given must hold. */
export interface HttpMatch {
  readonly node: Fields;
  readonly uri: StringMatch | undefined;
  readonly ignoreUriCase: boolean;
  readonly scheme: StringMatch | undefined;
  readonly method: StringMatch | undefined;
  readonly authority: StringMatch | undefined;
  readonly headers: readonly (readonly [string, StringMatch])[];
  readonly withoutHeaders: readonly (readonly [string, StringMatch])[];
  readonly queryParams: readonly (readonly [string, StringMatch])[];
  readonly port: number | undefined;
  readonly sourceLabels: Fields;
  readonly sourceNamespace: string | undefined;
  readonly gateways: readonly string[] | undefined;
}

export interface Redirect {
  readonly node: Fields;
  readonly uri: string | undefined;
  /** In place of the prefix that matched; what follows it stays. */
  readonly prefixRewrite?: string | undefined;
  readonly authority: string | undefined;
  readonly scheme: string | undefined;
  readonly port: number | undefined;
  readonly derivePort: string | undefined;
  readonly code: number;
}

export interface Rewrite {
  readonly node: Fields;
  readonly uri: string | undefined;
  readonly authority: string | undefined;
  readonly regex: { readonly match: string; readonly rewrite: string } | undefined;
}

/** `percent` is 0 where none is written: without a percentage nothing is injected. */
export interface Fault {
  readonly node: Fields;
  readonly delay: { readonly percent: number; readonly seconds: number } | undefined;
  readonly abort: { readonly percent: number; readonly status: number } | undefined;
}

export interface Retries {
  readonly node: Fields;
  readonly attempts: number;
  /** Seconds. */
  readonly perTryTimeout: number | undefined;
  readonly retryOn: string | undefined;
}

export interface Mirror {
  readonly node: Fields;
  readonly destination: RouteDestination;
  readonly percent: number;
}

/** @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRoute */
export function readHttpRoute(node: Fields, namespace: string): HttpRoute {
  return {
    node,
    name: text(node.name),
    matches: fieldsList(node.match).map((match) => readHttpMatch(match, namespace)),
    destinations: fieldsList(node.route).map(readDestination),
    redirect: given(node.redirect, readRedirect),
    directResponse: given(node.directResponse, (direct) => ({ node: direct, status: integer(direct.status) ?? 0 })),
    delegate: given(node.delegate, (to) => ({
      node: to,
      name: text(to.name) ?? '',
      namespace: text(to.namespace) ?? namespace,
    })),
    rewrite: given(node.rewrite, readRewrite),
    fault: given(node.fault, readFault),
    timeout: seconds(node.timeout),
    retries: given(node.retries, readRetries),
    mirrors: readMirrors(node),
    cors: given(node.corsPolicy, readCorsPolicy),
    headers: fields(node.headers),
  };
}

function given<T>(value: unknown, read: (node: Fields) => T): T | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? read(value as Fields) : undefined;
}

function readHttpMatch(node: Fields, namespace: string): HttpMatch {
  return {
    node,
    uri: readStringMatch(node.uri),
    ignoreUriCase: node.ignoreUriCase === true,
    scheme: readStringMatch(node.scheme),
    method: readStringMatch(node.method),
    authority: readStringMatch(node.authority),
    headers: readMatches(node.headers),
    withoutHeaders: readMatches(node.withoutHeaders),
    queryParams: readMatches(node.queryParams),
    port: integer(node.port),
    sourceLabels: fields(node.sourceLabels),
    sourceNamespace: text(node.sourceNamespace),
    gateways: optionalTexts(node.gateways)?.map((name) => gatewayName(name, namespace)),
  };
}

function readRedirect(node: Fields): Redirect {
  return {
    node,
    uri: text(node.uri),
    prefixRewrite: text(node.prefixRewrite),
    authority: text(node.authority),
    scheme: text(node.scheme),
    port: integer(node.port),
    derivePort: text(node.derivePort),
    code: integer(node.redirectCode) ?? 301,
  };
}

function readRewrite(node: Fields): Rewrite {
  const regex = fields(node.uriRegexRewrite);
  const match = text(regex.match);
  return {
    node,
    uri: text(node.uri),
    authority: text(node.authority),
    regex: match === undefined ? undefined : { match, rewrite: text(regex.rewrite) ?? '' },
  };
}

function readFault(node: Fields): Fault {
  return {
    node,
    delay: given(node.delay, (delay) => ({
      percent: percentOf(delay) ?? 0,
      seconds: seconds(delay.fixedDelay) ?? 0,
    })),
    abort: given(node.abort, (abort) => ({ percent: percentOf(abort) ?? 0, status: integer(abort.httpStatus) ?? 503 })),
  };
}

/** `percentage: { value }`, or the older whole-number `percent`. */
function percentOf(node: Fields): number | undefined {
  return number(fields(node.percentage).value) ?? number(node.percent);
}

function readRetries(node: Fields): Retries {
  return {
    node,
    attempts: integer(node.attempts) ?? 0,
    perTryTimeout: seconds(node.perTryTimeout),
    retryOn: text(node.retryOn),
  };
}

function readMirrors(route: Fields): readonly Mirror[] {
  const one = given(route.mirror, (node) => ({
    node,
    destination: readDestination({ destination: node }),
    percent: number(fields(route.mirrorPercentage).value) ?? number(route.mirrorPercent) ?? 100,
  }));
  const many = fieldsList(route.mirrors).map((node) => ({
    node,
    destination: readDestination(node),
    percent: number(fields(node.percentage).value) ?? 100,
  }));
  return one ? [one, ...many] : many;
}
