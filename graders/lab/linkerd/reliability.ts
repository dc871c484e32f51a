import { re2 } from '../../core/re2/re2.ts';
import type { Span } from '../../core/span.ts';
import { type Hop, hop, type ResourceRef } from '../../core/trace.ts';
import { type Resource, refOf } from '../../model/manifests/manifests.ts';
import { seconds as secondsOf } from '../../model/mesh/duration.ts';
import { type Fields, fields, fieldsList } from '../../model/mesh/fields.ts';
import { endpointsOf, findService, isHeadless, type Service } from '../cluster/index.ts';
import { annotationOf, annotationsOf } from './annotations.ts';
import { hops } from './hops.ts';
import type { LinkerdMesh } from './mesh.ts';
import { takenBy } from './routes/find.ts';
import { outboundRoutes } from './routes/outbound.ts';
import { profileOf } from './routes/profile.ts';
import { addressOf } from './traffic/call.ts';
import { opaqueAt } from './traffic/opaque.ts';

/** What the proxy of a client does with a request that fails or takes long. Times in seconds. */
export interface Reliability {
  /** Retries after the first try; 0 when nothing is retried. A ServiceProfile sets a budget instead of a number. */
  readonly retries: number | 'budget';
  /** Conditions to retry on: `5xx`, `gateway-error`, `503`, … */
  readonly on?: string;
  readonly requestTimeout?: number;
  readonly responseTimeout?: number;
  readonly idleTimeout?: number;
  /** The object that decided; absent when none did. */
  readonly by?: ResourceRef;
  readonly at?: Span;
  /** Objects whose annotations were not read because a ServiceProfile exists. */
  readonly ignored: readonly ResourceRef[];
}

/** A request as the proxy of its client sees it. */
export interface ReliabilityQuestion {
  /** Namespace of the client. */
  readonly namespace: string;
  readonly url: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const prefixes = /^(?:retry|timeout)\.linkerd\.io\//;

/**
 * Retries and timeouts of a request to a Service. A ServiceProfile for it, in the namespace of the client or of the
 * Service, decides alone; else the HTTPRoute that takes the request, for retries and for timeouts apart; else the
 * annotations of the Service.
 * Nothing of a headless Service is read, whose clients connect to its pods, nor of an opaque port, where nobody sees requests.
 * @see https://linkerd.io/2-edge/reference/retries/
 * @see https://linkerd.io/2-edge/reference/timeouts/
 */
export function reliabilityOf(mesh: LinkerdMesh, question: ReliabilityQuestion): Reliability {
  const { state } = mesh;
  const address = addressOf(question.url);
  const service = address && findService(state, address.host, question.namespace);
  if (!address || !service) return { retries: 0, ignored: [] };
  const { method = 'GET', headers = {} } = question;
  const { path, host, query } = address;
  const request = { method, path, headers, host, query };
  if (isHeadless(service) || isOpaque(mesh, service, address.port)) return { retries: 0, ignored: [] };
  const taken = takenBy(outboundRoutes(mesh, service, address.port, question.namespace), request);
  const annotated = [taken?.route, service].filter((one) => one !== undefined && hasOwn(one)) as readonly Resource[];
  const profile = profileOf(state.resources, service, question.namespace);
  if (profile) return byProfile(profile, request, annotated);
  return byAnnotations(taken, service);
}

/** Whether every pod behind a port of a Service gets bytes instead of requests. */
function isOpaque(mesh: LinkerdMesh, service: Service, dialed: number): boolean {
  const endpoints = endpointsOf(mesh.state, service, dialed);
  return (
    endpoints.length > 0 && endpoints.every(({ pod, port }) => opaqueAt(mesh, pod, port, service, dialed) !== undefined)
  );
}

const hasOwn = (one: Resource): boolean => Object.keys(annotationsOf(one)).some((key) => prefixes.test(key));

function byProfile(
  profile: Resource,
  { method, path }: { readonly method: string; readonly path: string },
  annotated: readonly Resource[],
): Reliability {
  const routes = fieldsList(fields(fields(profile.data).spec).routes);
  const route = routes.find(({ condition }) => meets(fields(condition), { method, path }));
  const timeout = secondsOf(route?.timeout);
  return {
    retries: route?.isRetryable === true ? 'budget' : 0,
    ...(timeout !== undefined && { requestTimeout: timeout }),
    by: refOf(profile),
    at: profile.at,
    ignored: annotated.map(refOf),
  };
}

/** @see https://linkerd.io/2-edge/reference/service-profiles/#request-match */
function meets(condition: Fields, request: { readonly method: string; readonly path: string }): boolean {
  const { method, pathRegex, all, any, not } = condition;
  const every = (list: unknown) => fieldsList(list).every((one) => meets(one, request));
  return (
    (method === undefined || method === request.method) &&
    (typeof pathRegex !== 'string' || re2(pathRegex)?.matches(request.path) === true) &&
    (!Array.isArray(all) || every(all)) &&
    (!Array.isArray(any) || fieldsList(any).some((one) => meets(one, request))) &&
    (not === undefined || not === null || !meets(fields(not), request))
  );
}

/**
 * A ServiceProfile says how many retries there may be in all, and not how many a request may have.
 * @see https://linkerd.io/2-edge/reference/service-profiles/#retry-budget
 */
export function tellBudget({ retries, by, at }: Reliability): readonly Hop[] {
  if (retries !== 'budget' || !by) return [];
  return [hop(hops, 'retries', 'retryBudget', { profile: by.name }, { resource: by, ...(at && { at }) })];
}

/** What a route says of retries hides what its Service says of them, and so do timeouts, each by itself. */
function byAnnotations(
  taken: { readonly route: Resource; readonly rule: Fields } | undefined,
  service: Resource,
): Reliability {
  const says = (one: Resource | undefined, what: RegExp) =>
    one !== undefined && Object.keys(annotationsOf(one)).some((key) => what.test(key));
  const own = secondsOf(fields(taken?.rule.timeouts).request);
  const route = taken?.route;
  const forRetries = says(route, /^retry\.linkerd\.io\//) ? route : service;
  const forTimeouts = own !== undefined || says(route, /^timeout\.linkerd\.io\//) ? route : service;
  const owner = [forTimeouts, forRetries].find((one) => one && (one === route || says(one, prefixes)));
  if (!owner) return { retries: 0, ignored: [] };
  const { retries, on } = annotatedWith(forRetries ?? service);
  const { requestTimeout = own, responseTimeout, idleTimeout } = annotatedWith(forTimeouts ?? service);
  return {
    retries,
    ...(on !== undefined && { on }),
    ...(requestTimeout !== undefined && { requestTimeout }),
    ...(responseTimeout !== undefined && { responseTimeout }),
    ...(idleTimeout !== undefined && { idleTimeout }),
    by: refOf(owner),
    at: owner.at,
    ignored: [],
  };
}

function annotatedWith(owner: Resource): Reliability {
  const value = (key: string) => annotationOf(owner, key)?.value;
  const on = value('retry.linkerd.io/http') ?? value('retry.linkerd.io/grpc');
  const limit = Number(value('retry.linkerd.io/limit') ?? 1);
  const seconds = (name: string) => secondsOf(value(`timeout.linkerd.io/${name}`));
  const [request, response, idle] = [seconds('request'), seconds('response'), seconds('idle')];
  return {
    retries: on === undefined || !Number.isInteger(limit) ? 0 : Math.max(0, limit),
    ...(on !== undefined && { on }),
    ...(request !== undefined && { requestTimeout: request }),
    ...(response !== undefined && { responseTimeout: response }),
    ...(idle !== undefined && { idleTimeout: idle }),
    by: refOf(owner),
    at: owner.at,
    ignored: [],
  };
}
