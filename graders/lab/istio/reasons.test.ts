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
          '{ parentRefs: [{ kind: Service, name: a }], rules: [] }',
        ),
      ['parentIgnored Service', 'noVirtualService'],
    ],
    [
      'a port that is no HTTP',
      declared + service('{ name: tcp-a, port: 80 }') + routes(),
      ['notHttp { name: tcp-a, port: 80 }'],
    ],
    ['a headless Service', declared + service(http, 'clusterIP: None, ') + routes(), ['headless None']],
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
    ['another value', labelled('{ istio-injection: yes please }'), ['notInjectedValue yes please']],
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
