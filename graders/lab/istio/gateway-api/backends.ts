import { own } from '../../../core/own.ts';
import { type Fields, fields, fieldsList } from '../../../model/mesh/fields.ts';
import type { ApiRoute } from '../../../model/mesh/gateway-api.ts';
import { integer, text } from '../../../model/workloads/values.ts';
import { clusterDomain } from '../../cluster/index.ts';
import type { Problem } from './condition.ts';
import type { ApiWorld } from './world.ts';

/** What a `backendRef` leads to. Without a host, or with one that is nowhere, what is sent there gets 500. */
export interface Backend {
  readonly host: string;
  readonly problem?: Problem;
  /** The whole route is left out because of it. */
  readonly isFatal?: true;
}

/** Who refers to a backend. In the mesh `istiod` asks for no ReferenceGrant. */
export interface Referrer {
  readonly kind: string;
  readonly namespace: string;
  readonly mesh: boolean;
}

/** @see https://github.com/istio/istio/blob/release-1.31/pilot/pkg/config/kube/gateway/conversion.go (`buildDestination`) */
export function backendOf(reference: Fields, { kind: from, namespace: own, mesh }: Referrer, world: ApiWorld): Backend {
  const [group, kind, name] = [
    text(reference.group) ?? '',
    text(reference.kind) ?? 'Service',
    text(reference.name) ?? '',
  ];
  const namespace = text(reference.namespace) ?? own;
  const isService = group === '' && kind === 'Service';
  if (!mesh && namespace !== own) {
    const granted = isService && world.isGranted({ kind: from, namespace: own }, { kind: 'Service', namespace, name });
    if (!granted) {
      const message = `backendRef ${name}/${namespace} not accessible to a ${from} in namespace ${JSON.stringify(own)} (missing a ReferenceGrant?)`;
      return { host: '', problem: { reason: 'RefNotPermitted', message } };
    }
  }
  if (!isService) {
    const message = `referencing unsupported backendRef: group ${JSON.stringify(group)} kind ${JSON.stringify(kind)}`;
    return { host: '', problem: { reason: 'InvalidKind', message } };
  }
  if (name.includes('.')) {
    const message = 'service name invalid; the name of the Service must be used, not the hostname.';
    return { host: '', problem: { reason: 'InvalidDestination', message }, isFatal: true };
  }
  if (integer(reference.port) === undefined) {
    const message = 'port is required in backendRef';
    return { host: '', problem: { reason: 'InvalidDestination', message }, isFatal: true };
  }
  const host = `${name}.${namespace}.svc.${clusterDomain}`;
  if (world.hasService(namespace, name)) return { host };
  return { host, problem: { reason: 'BackendNotFound', message: `backend(${host}) not found` } };
}

/** What is wrong with the rules of a route. A fatal problem takes them all away. */
export interface RulesProblem {
  readonly problem: Problem;
  readonly isFatal: boolean;
}

const filtersOfHttp: readonly string[] = [
  'RequestHeaderModifier',
  'ResponseHeaderModifier',
  'RequestRedirect',
  'RequestMirror',
  'URLRewrite',
  'CORS',
];
const filtersOfBackends = filtersOfHttp.slice(0, 2);
const filtersOfGrpc: readonly string[] = [...filtersOfBackends, 'RequestMirror'];

/** The last problem of the rules is what a status tells; a fatal one ends the search. */
export function rulesProblem(
  { resource, namespace }: ApiRoute,
  mesh: boolean,
  world: ApiWorld,
): RulesProblem | undefined {
  const referrer = { kind: resource.kind, namespace, mesh };
  let last: RulesProblem | undefined;
  for (const rule of fieldsList(fields(fields(resource.data).spec).rules)) {
    const found = ruleProblem(rule, referrer, world);
    if (found?.isFatal) return found;
    last = found ?? last;
  }
  return last;
}

function ruleProblem(rule: Fields, referrer: Referrer, world: ApiWorld): RulesProblem | undefined {
  let mirrored: Problem | undefined;
  for (const filter of fieldsList(rule.filters)) {
    const wrong = filterProblem(filter, referrer.kind === 'GRPCRoute' ? filtersOfGrpc : filtersOfHttp);
    if (wrong) return { problem: wrong, isFatal: true };
    if (filter.type !== 'RequestMirror') continue;
    const { problem } = backendOf(fields(fields(filter.requestMirror).backendRef), referrer, world);
    // Of an HTTPRoute only the copies get lost.
    if (problem && referrer.kind === 'GRPCRoute') return { problem, isFatal: true };
    mirrored = problem ?? mirrored;
  }
  const backends = fieldsList(rule.backendRefs).filter(({ weight }) => weight !== 0);
  const redirects = fieldsList(rule.filters).some(({ type }) => type === 'RequestRedirect');
  if (backends.length === 0 && !redirects) return mirrored && { problem: mirrored, isFatal: false };
  let sent: Problem | undefined;
  for (const backend of backends) {
    const { problem, isFatal } = backendOf(backend, referrer, world);
    if (problem && isFatal) return { problem, isFatal };
    sent = problem ?? sent;
    for (const filter of fieldsList(backend.filters)) {
      const wrong = filterProblem(filter, filtersOfBackends);
      if (wrong) return { problem: wrong, isFatal: true };
    }
  }
  const [first, second] = [sent, mirrored].filter((one) => one !== undefined);
  if (!first) return undefined;
  return { problem: second ? { ...first, message: `${first.message}; ${second.message}` } : first, isFatal: false };
}

function filterProblem(filter: Fields, known: readonly string[]): Problem | undefined {
  const type = text(filter.type) ?? '';
  const reason = 'InvalidFilter';
  if (!known.includes(type)) return { reason, message: `unsupported filter type ${JSON.stringify(type)}` };
  if (!type.endsWith('HeaderModifier')) return undefined;
  const operations = fields(
    own(filter, type === 'RequestHeaderModifier' ? 'requestHeaderModifier' : 'responseHeaderModifier'),
  );
  const bad = [...fieldsList(operations.set), ...fieldsList(operations.add)].find(
    ({ value }) => !isHeaderValue(text(value) ?? ''),
  );
  return bad && { reason, message: `header ${JSON.stringify(bad.name)} value contains invalid characters` };
}

function isHeaderValue(value: string): boolean {
  return [...value].every((char) => char === '\t' || (char >= ' ' && char !== '\u007f'));
}
