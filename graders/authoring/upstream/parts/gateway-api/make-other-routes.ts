import type { Json } from '../../../../core/json.ts';
import type { Random } from '../../random.ts';
import { fields } from '../world.ts';

const api = 'gateway.networking.k8s.io/v1';

/** What every route has: the parents that it names, and the names it is for. */
export interface Common {
  readonly metadata: Json;
  readonly parentRefs: readonly Json[];
  readonly hostnames: readonly string[] | undefined;
}

/** What a match may ask of headers. */
export const headers: readonly Json[] = [
  [{ name: 'user', value: 'ana' }],
  [{ name: 'User', type: 'RegularExpression', value: 'a.*' }],
  [
    { name: 'user', value: 'ana' },
    { name: 'debug', value: '1' },
  ],
];

const services = ['a.Shop', 'a.Cart', 'Shop'];
const methods = ['Get', 'List'];

/** Paths that calls of gRPC go to, and one that no call does. */
export const grpcPaths = ['/a.Shop/Get', '/a.Shop/List', '/a.Cart/Get', '/Shop/Get', '/a.Shop'];

/** A GRPCRoute, for calls as `grpcPaths` has them. */
export function grpcRoute(random: Random, { metadata, parentRefs, hostnames }: Common, backend: () => Json): Json {
  const rules = random.maybe(0.97, () =>
    Array.from({ length: random.pick([1, 1, 2, 3]) }, () => grpcRule(random, backend)),
  );
  return fields({ apiVersion: api, kind: 'GRPCRoute', metadata, spec: fields({ parentRefs, hostnames, rules }) });
}

function grpcRule(random: Random, backend: () => Json): Json {
  return fields({
    matches: random.maybe(0.8, () => Array.from({ length: random.pick([1, 1, 2]) }, () => grpcMatch(random))),
    filters: random.maybe(0.15, () =>
      random.pick([
        [{ type: 'RequestHeaderModifier', requestHeaderModifier: { set: [{ name: 'x-a', value: '1' }] } }],
        [{ type: 'RequestMirror', requestMirror: { backendRef: { name: 'ratings', port: 80 } } }],
        [{ type: 'RequestMirror', requestMirror: { backendRef: { name: 'nobody', port: 80 } } }],
        [{ type: 'ExtensionRef', extensionRef: { group: 'x.example', kind: 'Limit', name: 'l' } }],
      ]),
    ),
    backendRefs: random.maybe(0.95, () => Array.from({ length: random.pick([1, 1, 1, 2, 3]) }, backend)),
  });
}

function grpcMatch(random: Random): Json {
  const [service, method] = random.pick([
    [random.pick(services), random.pick(methods)],
    [random.pick(services), undefined],
    [undefined, random.pick(methods)],
  ]);
  const type = random.maybe(0.4, () => random.pick(['Exact', 'RegularExpression']));
  const pattern = type === 'RegularExpression' && random.chance(0.5) ? 'a\\..*' : undefined;
  return fields({
    method: random.maybe(0.85, () => fields({ type, service: pattern ?? service, method })),
    headers: random.maybe(0.25, () => random.pick(headers)),
  });
}

/** Services whose ports speak what nobody reads. */
export const rawServices = [
  { name: 'vault', namespace: 'shop', ports: [443] },
  { name: 'safe', namespace: 'shop', ports: [443] },
  { name: 'vault', namespace: 'other', ports: [443] },
];

/** A TLSRoute, which has one rule and names. */
export function tlsRoute(random: Random, { metadata, parentRefs, hostnames }: Common, names: readonly string[]): Json {
  const backendRefs = Array.from({ length: random.pick([1, 1, 2]) }, () => tlsBackend(random));
  const given = hostnames && hostnames.length > 0 ? hostnames : [random.pick(names)];
  const spec = { parentRefs, hostnames: given, rules: [{ backendRefs }] };
  return fields({ apiVersion: api, kind: 'TLSRoute', metadata, spec: fields(spec) });
}

const tlsBackend = (random: Random): Json =>
  fields({
    ...random.pick([
      { name: 'vault', port: 443 },
      { name: 'vault', port: 443 },
      { name: 'safe', port: 443 },
      { name: 'vault', namespace: 'other', port: 443 },
      { name: 'safe', namespace: 'shop', port: 443 },
      { name: 'nobody', port: 443 },
      { group: 'x.example', kind: 'Bucket', name: 'b' },
      { name: 'vault.shop', port: 443 },
    ]),
    weight: random.maybe(0.4, () => random.pick([0, 1, 3, 90])),
  });
