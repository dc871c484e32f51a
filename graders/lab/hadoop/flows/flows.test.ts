import { describe, expect, it } from 'vitest';
import { remembered } from '../../../core/memo.ts';
import { settle } from '../../cluster/index.ts';
import { world } from '../../cluster/testing/world.ts';
import { pull } from '../../image/index.ts';
import { openMesh } from '../../istio/index.ts';
import type { Conversation } from './carry.ts';
import { carry } from './carry.ts';
import { layerOf, type MeshFunction } from './layer.ts';
import { openByWeb, readBlock } from './read.ts';

const namespace = (name: string, meshed = true) =>
  `apiVersion: v1\nkind: Namespace\nmetadata: { name: ${name}${meshed ? ', labels: { istio-injection: enabled }' : ''} }\n---\n`;
const service = (name: string, ports: string, headless = false) =>
  `apiVersion: v1\nkind: Service\nmetadata: { name: ${name}, namespace: hadoop }\nspec: { ${headless ? 'clusterIP: None, ' : ''}selector: { app: ${name} }, ports: [${ports}] }\n---\n`;
const stateful = (name: string, replicas: number, annotations = '') =>
  `apiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: ${name}, namespace: hadoop }\nspec: { serviceName: ${name}, replicas: ${replicas}, selector: { matchLabels: { app: ${name} } }, template: { metadata: { labels: { app: ${name} }${annotations} }, spec: { containers: [{ name: hadoop, image: 'apache/hadoop:3.5.0' }] } } }\n---\n`;
const client = (name: string, where: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: ${name}, namespace: ${where}, labels: { app: ${name} } }\nspec: { serviceAccountName: ${name}, containers: [{ name: c, image: nginx:1.29 }] }\n---\n`;

const transparent = ', annotations: { sidecar.istio.io/interceptionMode: TPROXY }';
const published = '{ name: tcp-data, port: 9866 }, { name: http-web, port: 9864 }';
const hadoop = (mode = transparent, data = published, rpc = 'tcp-rpc') =>
  [
    namespace('hadoop'),
    namespace('team'),
    namespace('old', false),
    service('namenode', `{ name: ${rpc}, port: 8020 }, { name: http-web, port: 9870 }`),
    stateful('namenode', 1, mode),
    service('datanode', data, true),
    stateful('datanode', 3),
    service('nodemanager', '{ name: http-shuffle, port: 13562 }', true),
    stateful('nodemanager', 2),
    service('httpfs', '{ name: http-web, port: 14000 }'),
    stateful('httpfs', 3),
    client('reader', 'team'),
    client('guest', 'team'),
    client('copier', 'old'),
  ].join('');

const policy = (kind: string, spec: string) =>
  `apiVersion: security.istio.io/v1\nkind: ${kind}\nmetadata: { name: p, namespace: hadoop }\nspec: ${spec}\n---\n`;
const strict = policy('PeerAuthentication', '{ mtls: { mode: STRICT } }');
const known = policy(
  'AuthorizationPolicy',
  '{ rules: [{ from: [{ source: { principals: [cluster.local/ns/team/sa/reader, cluster.local/ns/hadoop/sa/default] } }] }] }',
);
const shut = policy('AuthorizationPolicy', '{ action: DENY, rules: [{ to: [{ operation: { paths: ["/shut*"] } }] }] }');
const routes = (http: string) =>
  ['namenode', 'datanode', 'nodemanager', 'httpfs']
    .map(
      (name) =>
        `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: { name: ${name}, namespace: hadoop }\nspec: { hosts: [${name}], http: ${http.replaceAll('SELF', name)} }\n---\n`,
    )
    .join('');
const byHeader = routes(
  '[{ match: [{ headers: { x-try: { exact: "yes" } } }], route: [{ destination: { host: httpfs, port: { number: 14000 } } }] }, { route: [{ destination: { host: SELF } }] }]',
);
const again = routes('[{ retries: { attempts: 7 }, route: [{ destination: { host: SELF } }] }]');

const image = { name: 'apache/hadoop', tags: ['3.5.0'], listens: [8020, 9870, 9866, 9864, 13_562, 14_000] };
const images = (reference: string) => pull(reference, [image]);
/** Each world is asked many questions. */
const meshOf = remembered(10, (text) => openMesh(settle(world(text), { images, world: 'open' }).state), 100_000);

const conversations = {
  rpc: { flow: 'rpc', from: 'team/reader', host: 'namenode.hadoop' },
  data: { flow: 'data', from: 'team/reader', host: 'datanode-1.datanode.hadoop' },
  webhdfs: { flow: 'webhdfs', from: 'team/reader', host: 'namenode.hadoop' },
  shuffle: { flow: 'shuffle', from: 'hadoop/nodemanager', host: 'nodemanager-1.nodemanager.hadoop' },
  httpfs: { flow: 'httpfs', from: 'team/reader', host: 'httpfs.hadoop' },
} as const satisfies Record<string, Conversation>;

function layer(does: MeshFunction, name: keyof typeof conversations, applied: string, other?: string) {
  const { outcome, hops } = layerOf({
    before: meshOf(hadoop()),
    after: meshOf(hadoop() + applied),
    does,
    conversation: conversations[name],
    ...(other && { other }),
    closedPath: '/shut/a',
    header: { 'x-try': 'yes' },
  });
  expect(hops.length).toBeGreaterThan(0);
  return outcome.acts;
}

describe('the layer on which a function acts', () => {
  const names = ['rpc', 'data', 'webhdfs', 'shuffle', 'httpfs'] as const;
  it.each<[MeshFunction, string, string | undefined, readonly string[]]>([
    ['encrypt', strict, 'old/copier', ['L4', 'L4', 'L4', 'L4', 'L4']],
    ['encrypt', '', 'old/copier', ['none', 'none', 'none', 'none', 'none']],
    ['authorize-caller', known, 'team/guest', ['L4', 'L4', 'L4', 'L4', 'L4']],
    // A DENY with a path denies more where there are no paths.
    ['authorize-path', shut, undefined, ['breaks', 'breaks', 'L7', 'L7', 'L7']],
    ['route-by-header', byHeader, undefined, ['none', 'none', 'L7', 'L7', 'none']],
    ['retry', again, undefined, ['none', 'none', 'L7', 'L7', 'L7']],
    ['balance', '', undefined, ['none', 'none', 'none', 'none', 'L7']],
  ])('%s', (does, applied, other, expected) => {
    expect(names.map((name) => layer(does, name, applied, other))).toEqual(expected);
  });
});

describe('an opaque protocol', () => {
  const ask = (text: string, from: string) => carry(meshOf(text), { flow: 'rpc', from, host: 'namenode.hadoop' });

  it.each([
    ['tcp-rpc', true],
    ['rpc', true],
    ['http-rpc', false],
    ['grpc-rpc', false],
  ])('passes a port called %s: %s', (name, arrives) => {
    expect(ask(hadoop(transparent, published, name), 'team/reader').arrives).toBe(arrives);
  });

  it('minds no name where nobody is between both ends', () => {
    const bare = hadoop('', published, 'http-rpc').replaceAll(', labels: { istio-injection: enabled }', '');
    expect(ask(bare, 'old/copier')).toMatchObject({ arrives: true, refusal: null });
  });
});

describe('a block that is read', () => {
  const fleet = { namenode: 'hadoop/namenode', host: 'namenode.hadoop', datanodes: 'hadoop/datanode' };
  const read = (text: string, more = {}) => readBlock(meshOf(text), { from: 'team/reader', ...fleet, ...more }).outcome;

  // DatanodeManager.registerDatanode: the address of the connection counts, and a second DataNode at it replaces the first.
  it('is at an address nobody can reach where a sidecar hides who registers', () => {
    expect(read(hadoop(''))).toMatchObject({ datanodes: 1, arrives: false });
  });

  it('is found by name all the same, though only one DataNode is left', () => {
    expect(read(hadoop(''), { byName: true })).toMatchObject({ datanodes: 1, arrives: true, tls: 'mutual' });
  });

  it('comes encrypted from its pod where the sidecar is transparent', () => {
    expect(read(hadoop() + strict)).toEqual({ datanodes: 3, arrives: true, refusal: null, tls: 'mutual' });
  });

  it('is refused in plaintext where no headless Service publishes the port of the data', () => {
    const hidden = hadoop(transparent, '{ name: http-web, port: 9864 }');
    expect(read(hidden)).toMatchObject({ arrives: true, tls: 'plaintext' });
    expect(read(hidden + strict)).toMatchObject({ datanodes: 3, arrives: false, refusal: 'plaintext-refused' });
  });

  it('has no way to a client without proxy under STRICT', () => {
    expect(read(hadoop() + strict, { from: 'old/copier' })).toMatchObject({ refusal: 'plaintext-refused', tls: null });
  });

  it('is at no DataNode where none can register', () => {
    const closed = policy(
      'AuthorizationPolicy',
      '{ selector: { matchLabels: { app: namenode } }, rules: [{ from: [{ source: { namespaces: [team] } }] }] }',
    );
    expect(read(hadoop() + closed)).toEqual({ datanodes: 0, arrives: false, refusal: 'no-datanode', tls: null });
  });
});

describe('WebHDFS', () => {
  const fleet = { namenode: 'hadoop/namenode', host: 'namenode.hadoop', datanodes: 'hadoop/datanode' };
  const door = `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: door, namespace: hadoop }
spec: { selector: { istio: ingressgateway }, servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: [hadoop.example.com] }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: door, namespace: hadoop }
spec: { hosts: [hadoop.example.com], gateways: [door], http: [{ route: [{ destination: { host: namenode, port: { number: 9870 } } }] }] }
---
`;
  it('is followed from inside the cluster', () => {
    expect(openByWeb(meshOf(hadoop()), { from: 'team/reader', ...fleet }).outcome).toEqual({
      first: 307,
      second: 200,
      arrives: true,
    });
  });

  it('sends who comes through a gateway to a name that only the cluster knows', () => {
    const asked = { from: 'outside', web: 'hadoop.example.com:80', ...fleet };
    expect(openByWeb(meshOf(hadoop() + door), asked).outcome).toEqual({ first: 307, second: null, arrives: false });
    expect(openByWeb(meshOf(hadoop()), asked).outcome).toMatchObject({ first: null, arrives: false });
  });
});
