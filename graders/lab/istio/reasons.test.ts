import { describe, expect, it } from 'vitest';
import { readManifests } from '../../model/manifests/read.ts';
import { parseYaml } from '../../parse/yaml/yaml.ts';
import { settle } from '../cluster/index.ts';
import { request } from './index.ts';

const object = (apiVersion: string, kind: string, metadata: string, spec = '') =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: ${metadata}\n${spec && `spec: ${spec}\n`}---\n`;
const namespace = (name: string, labels = '{ istio-injection: enabled }') =>
  object('v1', 'Namespace', `{ name: ${name}, labels: ${labels} }`);
const pod = (name: string, more = '') =>
  object(
    'v1',
    'Pod',
    `{ name: ${name}, namespace: s, labels: { app: ${name} } }`,
    `{ ${more}containers: [{ name: c, image: "x.example/y:1", ports: [{ containerPort: 80 }] }] }`,
  );
const service = (port: string, more = '') =>
  object('v1', 'Service', '{ name: a, namespace: s }', `{ ${more}selector: { app: a }, ports: [${port}] }`);
const istio = (kind: string, spec: string, at = 's') =>
  object('networking.istio.io/v1', kind, `\n  name: x\n  namespace: ${at}`, spec);
const routes = (rest = '', at = 's', host = 'a') =>
  istio(
    'VirtualService',
    `{ hosts: [${host}], http: [{ ${rest}route: [{ destination: { host: a.s.svc.cluster.local, subset: v1 } }] }] }`,
    at,
  );
const rule = (spec: string, at = 's') =>
  istio('DestinationRule', `{ ${spec}, subsets: [{ name: v1, labels: { app: a } }] }`, at);

const http = '{ name: http, port: 80 }';
const world = namespace('s') + pod('client') + pod('a') + service(http);

/** The hops of a stage, as their messages and what decided them. */
function told(text: string, stage: string): readonly string[] {
  const { state } = settle(readManifests(parseYaml({ path: 'w.yaml', text }), 'given').resources);
  return request(state, { from: 's/client', url: 'http://a/' })
    .hops.filter((hop) => hop.stage === stage)
    .map(({ message, at }) => `${message.replace('mesh/', '')} ${at ? text.slice(at.from, at.to) : ''}`.trim());
}

describe('why nothing decides about a host', () => {
  const declared = namespace('s') + pod('client') + pod('a');
  it.each<[string, string, string[]]>([
    ['another namespace', world + routes('', 'other'), ['otherHost a', 'noVirtualService']],
    ['half a name', world + routes('', 's', 'a.s'), ['otherHost a.s', 'noVirtualService']],
    ['nobody’s host', world + routes('', 's', 'b'), ['otherHost b', 'noVirtualService']],
    ['a host outside', world + routes('', 's', 'b.example'), ['noVirtualService']],
    [
      'a parent of another group',
      world +
        rule('host: a') +
        object(
          'gateway.networking.k8s.io/v1',
          'HTTPRoute',
          '{ name: r, namespace: s }',
          '{ parentRefs: [{ kind: Service, name: a }], rules: [{}] }',
        ),
      ['parentIgnored Service', 'noVirtualService'],
    ],
    [
      'a port that is no HTTP',
      declared + service('{ name: tcp-a, port: 80 }') + routes(),
      ['notHttp { name: tcp-a, port: 80 }'],
    ],
    [
      'a headless Service whose port is not declared to be HTTP',
      declared + service('{ name: web, port: 80 }', 'clusterIP: None, ') + routes(),
      ['headless None'],
    ],
    [
      'a headless Service of HTTP, which has routes like any other',
      declared + service(http, 'clusterIP: None, ') + routes(),
      ['ruleCatchAll { route: [{ destination: { host: a.s.svc.cluster.local, subset: v1 } }] }'],
    ],
  ])('%s', (_, text, expected) => expect(told(text, 'route')).toEqual(expected));
});

describe('why a subset is not found', () => {
  it.each<[string, string, string[]]>([
    ['nobody defines it', '', ['subsetUnknown v1']],
    ['another host', rule('host: a.s'), ['subsetUnknown v1', 'subsetOtherHost a.s']],
    [
      'other clients',
      rule('host: a, workloadSelector: { matchLabels: { app: z } }'),
      ['subsetUnknown v1', 'subsetForOthers { matchLabels: { app: z } }'],
    ],
    ['hidden', rule('host: a, exportTo: [other]'), ['subsetUnknown v1', 'subsetNotShown [other]']],
    [
      'a namespace that does not count',
      rule('host: a.s.svc.cluster.local', 'other'),
      ['subsetUnknown v1', 'subsetOverruled other'],
    ],
    ['nobody’s host', rule('host: b'), ['subsetUnknown v1', 'subsetOtherHost b']],
  ])('%s', (_, more, expected) => expect(told(world + routes() + more, 'subset')).toEqual(expected));
});

describe('what a route says about time', () => {
  const timed = world + rule('host: a') + routes('timeout: 2s, retries: { attempts: 3 }, ');
  it('tells where it is written', () => {
    expect(told(timed, 'timeout')).toEqual(['timeoutSet 2s']);
    expect(told(timed, 'retries')).toEqual(['retriesSet 3']);
    expect(told(world + rule('host: a') + routes(), 'timeout')).toEqual([]);
  });
});

describe('a Service that leads to a port where nobody listens', () => {
  it('is told beside the pod', () => {
    const apart =
      namespace('s') +
      pod('client') +
      pod('a').replace('x.example/y:1', 'nginx:1.29') +
      service('{ name: http, port: 80, targetPort: 81 }');
    expect(told(apart, 'port')).toEqual(['portMapped { name: http, port: 80, targetPort: 81 }']);
    expect(told(world, 'port')).toEqual([]);
  });
});

describe('why a pod has no proxy', () => {
  const labelled = (labels: string, more = '', own = 'app: client') =>
    namespace('s', labels) + pod('client', more).replace('app: client', own) + pod('a') + service(http);
  it.each<[string, string, string[]]>([
    ['nothing asks', labelled('{ team: red }') + rule('host: a'), ['notInjected labels']],
    ['another value', labelled('{ istio-injection: yes-please }'), ['notInjectedValue yes-please']],
    ['no such revision', labelled('{ istio.io/rev: 1-99 }'), ['notInjectedRevision 1-99']],
    [
      'the pod says no',
      labelled('{ istio-injection: enabled }', '', 'sidecar.istio.io/inject: "false"'),
      ['notInjectedPod'],
    ],
    [
      'the network of the node',
      labelled('{ istio-injection: enabled }', 'hostNetwork: true, '),
      ['notInjectedHostNetwork'],
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text, 'injection').map((one) => one.split('\n')[0]?.replace(/ apiVersion.*/, ''))).toEqual(expected);
  });
});

describe('what was written and does not act', () => {
  const deny = object(
    'security.istio.io/v1',
    'AuthorizationPolicy',
    '{ name: d, namespace: s }',
    '{ action: DENY, rules: [{ to: [{ operation: { paths: ["/admin"] } }] }] }',
  );
  const allow = object('security.istio.io/v1', 'AuthorizationPolicy', '{ name: al, namespace: s }', '{ rules: [{}] }');

  // https://istio.io/latest/docs/reference/config/security/authorization-policy/#Rule
  it('is a DENY rule, with what it misses', () => {
    expect(told(world + deny, 'authorization')).toEqual([
      'ruleMisses ["/admin"]',
      expect.stringMatching(/^noneDenies/),
    ]);
    expect(told(world + deny + allow, 'authorization')).toEqual([
      'ruleMisses ["/admin"]',
      expect.stringMatching(/^allowedBy/),
    ]);
  });

  const entry = object(
    'networking.istio.io/v1',
    'ServiceEntry',
    '{ name: e, namespace: s }',
    '{ hosts: [api.example.org], resolution: DNS, ports: [{ number: 443, name: https, protocol: HTTPS }] }',
  );
  const timed = istio(
    'VirtualService',
    '{ hosts: [api.example.org], http: [{ timeout: 3s, route: [{ destination: { host: api.example.org } }] }] }',
  );
  it.each([
    ['https://api.example.org/', entry + timed, ['encryptedByApp']],
    ['https://api.example.org/', entry, []],
  ])('is an http route of a host that is called by %s', (url, text, expected) => {
    const { state } = settle(readManifests(parseYaml({ path: 'w.yaml', text: world + text }), 'given').resources);
    const { hops, outcome } = request(state, { from: 's/client', url });
    expect(hops.filter(({ stage }) => stage === 'route').map(({ message }) => message.replace('mesh/', ''))).toEqual(
      expected,
    );
    expect(outcome.timeout).toBeUndefined();
  });

  const gateway = (namespace: string, name = 'g') =>
    object(
      'networking.istio.io/v1',
      'Gateway',
      `{ name: ${name}, namespace: ${namespace} }`,
      '{ selector: { istio: ingressgateway }, servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: ["*"] }] }',
    );
  const bound = (gateways: string, host = 'x.example') =>
    istio(
      'VirtualService',
      `{ hosts: ["${host}"], gateways: ${gateways}, http: [{ route: [{ destination: { host: a } }] }] }`,
    );
  it.each([
    ['a Gateway of another namespace', gateway('istio-system') + bound('[g]'), ['gatewayElsewhere g', 'hostNotServed']],
    ['another Gateway', gateway('istio-system') + bound('[otro]'), ['notOfGateway [otro]', 'hostNotServed']],
    ['the sidecars only', gateway('istio-system') + bound('[mesh]'), ['notOfGateway [mesh]', 'hostNotServed']],
    ['another host', gateway('istio-system') + bound('[g]', 'y.example'), ['hostNotServed']],
  ])('is a VirtualService bound to %s', (_, text, expected) => {
    const all = world + text;
    const { state } = settle(readManifests(parseYaml({ path: 'w.yaml', text: all }), 'given').resources);
    const { hops, outcome } = request(state, { from: 'outside', url: 'http://x.example/' });
    expect(outcome.status).toBe(404);
    expect(
      hops
        .filter(({ stage }) => stage === 'route')
        .map(({ message, at }) => `${message.replace('mesh/', '')} ${at ? all.slice(at.from, at.to) : ''}`.trim()),
    ).toEqual(expected);
  });

  it('is not told of a VirtualService of a gateway for every host', () => {
    expect(told(world + bound('[g]', '*'), 'route')).toEqual(['noVirtualService']);
    expect(told(world + bound('[g]', 'a'), 'route')).toEqual([
      expect.stringMatching(/^otherGateways/),
      'noVirtualService',
    ]);
  });
});

describe('why nobody is there', () => {
  it('is told by the cluster, behind what the proxy says', () => {
    const failing = pod('a')
      .replace('ports:', 'readinessProbe: { httpGet: { path: /no, port: 80 } }, ports:')
      .replace('x.example/y:1', 'nginx:1.29');
    const { state } = settle(
      readManifests(
        parseYaml({ path: 'w.yaml', text: namespace('s') + pod('client') + failing + service(http) }),
        'given',
      ).resources,
    );
    const { hops, outcome } = request(state, { from: 's/client', url: 'http://a/' });
    expect(outcome.refusal).toBe('no-healthy-upstream');
    expect(hops.slice(-3).map(({ message }) => message)).toEqual([
      'mesh/noEndpoints',
      'cluster/noPodReady',
      'cluster/probeStatus',
    ]);
  });
});

/** https://istio.io/latest/docs/ops/best-practices/traffic-management/#split-virtual-services */
describe('VirtualServices of one host at a gateway', () => {
  const door = istio(
    'Gateway',
    '{ selector: { istio: ingressgateway }, servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: ["*"] }] }',
  );
  const virtual = (name: string, match = '') =>
    object(
      'networking.istio.io/v1',
      'VirtualService',
      `{ name: ${name}, namespace: s }`,
      `{ hosts: [a.example], gateways: [x], http: [{ ${match}route: [{ destination: { host: a } }] }] }`,
    );
  const ordered = (...virtuals: readonly string[]) => {
    const text = world + door + virtuals.join('');
    const { state } = settle(readManifests(parseYaml({ path: 'w.yaml', text }), 'given').resources);
    return request(state, { from: 'outside', url: 'http://a.example/b' })
      .hops.filter(({ message }) => message === 'mesh/undefinedOrder')
      .map(({ data }) => data);
  };

  it('have no order where both take a request', () => {
    expect(ordered(virtual('one'), virtual('two'))).toEqual([{ virtualService: 'one', other: 'two' }]);
    expect(ordered(virtual('one'), virtual('two', 'match: [{ uri: { prefix: /z } }], '))).toEqual([]);
  });
});
