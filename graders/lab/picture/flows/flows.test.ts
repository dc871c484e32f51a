import { describe, expect, it } from 'vitest';
import { readManifests } from '../../../model/manifests/read.ts';
import { parseYaml } from '../../../parse/yaml/yaml.ts';
import { settle } from '../../cluster/index.ts';
import { flowsOf } from './open.ts';

const namespace = (name: string, more = '') =>
  `{ apiVersion: v1, kind: Namespace, metadata: { name: ${name}${more} } }`;
const app = (namespace: string, name: string, port = 'name: http, port: 80') => [
  `{ apiVersion: apps/v1, kind: Deployment, metadata: { name: ${name}, namespace: ${namespace} }, spec: { selector: { matchLabels: { app: ${name} } }, template: { metadata: { labels: { app: ${name} } }, spec: { serviceAccountName: default, containers: [{ name: c, image: nginx:1.29 }] } } } }`,
  `{ apiVersion: v1, kind: Service, metadata: { name: ${name}, namespace: ${namespace} }, spec: { selector: { app: ${name} }, ports: [{ ${port}, targetPort: 80 }] } }`,
];
const istio = (kind: string, spec: string, namespace = 'in') =>
  `{ apiVersion: security.istio.io/v1, kind: ${kind}, metadata: { name: p, namespace: ${namespace} }, spec: { ${spec} } }`;
const mesh = [namespace('in', ', labels: { istio-injection: enabled }'), namespace('out')];

function flows(...objects: readonly string[]) {
  const text = objects.join('\n---\n');
  return flowsOf(settle(readManifests(parseYaml({ path: 'world.yaml', text }), 'given').resources).state);
}

/** A line for each client: a word and the answers for each port. */
function rowsOf(...objects: readonly string[]) {
  const { clients = [], rows = [] } = flows(...objects) ?? {};
  return clients.map((client, index) =>
    [
      client,
      ...(rows[index] ?? []).map(({ protection, answers }) => `${protection} ${answers.map(({ is }) => is)}`),
    ].join(' | '),
  );
}

describe('who may call whom', () => {
  it('is nothing without a mesh', () => expect(flows(namespace('in'), ...app('in', 'a'))).toBeUndefined());

  it('tells how each connection is protected, with the line that says so', () => {
    const world = [
      ...mesh,
      ...app('in', 'a'),
      ...app('out', 'b'),
      istio('PeerAuthentication', 'mtls: { mode: STRICT }'),
    ];
    expect(rowsOf(...world)).toEqual(['in/a | mutual in | plaintext in', 'out/b | refused stopped | plaintext in']);
    const refused = flows(...world)?.rows[1]?.[0]?.connection.hops.find(({ stage }) => stage === 'tls');
    expect(refused?.resource).toMatchObject({ kind: 'PeerAuthentication' });
    expect(flows(...world)?.governed).toBe(false);
  });

  it('tells the protection of what is denied apart from the denial', () => {
    const world = [...mesh, ...app('in', 'a'), ...app('in', 'b'), ...app('out', 'c'), istio('AuthorizationPolicy', '')];
    expect(rowsOf(...world)).toEqual([
      'in/a | mutual denied,denied | mutual denied,denied | plaintext in',
      'in/b | mutual denied,denied | mutual denied,denied | plaintext in',
      'out/c | plaintext denied,denied | plaintext denied,denied | plaintext in',
    ]);
  });

  it('tries what the policies of a port name, and the plain request', () => {
    const rule =
      'rules: [{ from: [{ source: { namespaces: [in] } }], to: [{ operation: { methods: [POST], paths: [/x*] } }] }]';
    const world = [...mesh, ...app('in', 'a'), ...app('out', 'b'), istio('AuthorizationPolicy', rule)];
    expect(flows(...world)?.ports.map(({ requests }) => requests.map(({ method, url }) => `${method} ${url}`))).toEqual(
      [['GET http://a.in/', 'GET http://a.in/xx7', 'POST http://a.in/xx7'], ['GET http://b.out/']],
    );
    expect(rowsOf(...world)[0]).toBe('in/a | mutual denied,denied,in | plaintext in');
    expect(rowsOf(...world)[1]).toContain('plaintext denied,denied,denied');
  });

  it('says what else a policy looks at, since another token would get another answer', () => {
    const rule =
      'rules: [{ from: [{ source: { notRequestPrincipals: ["*"] } }], when: [{ key: "request.headers[x]", values: [hola] }, { key: source.ip, values: [10.0.0.0/8] }] }]';
    const ports = flows(...mesh, ...app('in', 'a'), istio('AuthorizationPolicy', `action: DENY, ${rule}`))?.ports;
    expect(ports?.map(({ also }) => also)).toEqual([['requestPrincipals', 'source.ip']]);
    expect(ports?.[0]?.requests.map(({ headers }) => headers)).toContainEqual({ x: 'hola' });
  });

  it('opens a connection to a port that speaks no HTTP, and asks nothing of one it cannot open', () => {
    const world = [
      ...mesh,
      ...app('in', 'a', 'name: tcp-db, port: 5432'),
      ...app('in', 'b', 'protocol: UDP, port: 53'),
    ];
    expect(flows(...world)?.ports.map(({ requests }) => requests)).toEqual([[{ url: 'tcp://a.in:5432', headers: {} }]]);
  });

  it('says of a Service without pods that nobody is reached, not that somebody is kept out', () => {
    const lost = `{ apiVersion: v1, kind: Service, metadata: { name: z, namespace: in }, spec: { selector: { app: z }, ports: [{ port: 80 }] } }`;
    expect(rowsOf(...mesh, ...app('in', 'a'), lost)).toEqual(['in/a | mutual in | unreached stopped']);
  });

  it('knows the proxies and the policies of Linkerd, as its installation has them', () => {
    const meshed = namespace('in', ', annotations: { linkerd.io/inject: enabled }');
    const server = `{ apiVersion: policy.linkerd.io/v1beta3, kind: Server, metadata: { name: s, namespace: in }, spec: { podSelector: { matchLabels: { app: a } }, port: 80 } }`;
    const route = `{ apiVersion: policy.linkerd.io/v1beta3, kind: HTTPRoute, metadata: { name: r, namespace: in }, spec: { parentRefs: [{ group: policy.linkerd.io, kind: Server, name: s }], rules: [{ matches: [{ path: { value: /x }, method: PUT }] }] } }`;
    const world = [meshed, namespace('out'), ...app('in', 'a'), ...app('out', 'b'), ...app('in', 'c'), server, route];
    expect(flows(...world)?.ports[0]?.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET http://a.in/',
      'PUT http://a.in/x',
    ]);
    expect(rowsOf(...world).map((row) => row.split(' | ').slice(0, 2).join(' '))).toEqual([
      'in/a plaintext denied,denied',
      'out/b plaintext denied,denied',
      'in/c mutual denied,denied',
    ]);
  });

  it('asks a bounded number of clients and ports, and counts the rest', () => {
    const many = Array.from({ length: 20 }, (_, index) => app('in', `a${index}`)).flat();
    const found = flows(...mesh, ...many);
    expect([found?.clients.length, found?.ports.length, found?.left]).toEqual([12, 12, { clients: 8, ports: 8 }]);
  });
});
