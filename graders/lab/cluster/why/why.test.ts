import { describe, expect, it } from 'vitest';
import { plainRequest } from '../service/request.ts';
import { settle } from '../settle.ts';
import { world } from '../testing/world.ts';

const service =
  '{ apiVersion: v1, kind: Service, metadata: { name: web }, spec: { selector: { app: web }, ports: [{ port: 80 }] } }';
const deployment = (spec: string, rest = '') =>
  `{ apiVersion: apps/v1, kind: Deployment, metadata: { name: web }, spec: { ${rest} selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: ${spec} } } }`;
const one = (rest: string, pod = '') => `{ ${pod} containers: [{ name: c, image: "nginx:1.29", ${rest} }] }`;
const node = (name: string, rest: string) =>
  `{ apiVersion: v1, kind: Node, metadata: { name: ${name}, labels: { disk: hdd } }, ${rest} }`;
const room = (cpu: string) => `status: { allocatable: { cpu: "${cpu}", memory: 4Gi, pods: "110" } }`;
const map = '{ apiVersion: v1, kind: ConfigMap, metadata: { name: m }, data: { log_level: debug } }';

/** The hops of a request to `web` as `message: the lines that decided`, without those before the endpoints. */
function story(...documents: readonly string[]): readonly string[] {
  const text = [...documents, service].join('\n---\n');
  const { state } = settle(world(text));
  return plainRequest(state, { url: 'http://web/' })
    .hops.filter(({ stage }) => stage !== 'dns')
    .map(({ message, at }) => `${message.replace('cluster/', '')}: ${at ? text.slice(at.from, at.to) : ''}`);
}

describe('why a Service has nobody', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'a probe that gets a 404',
      deployment(one('readinessProbe: { httpGet: { path: /healthz, port: 80 } }')),
      ['noPodReady: { app: web }', 'probeStatus: /healthz'],
    ],
    [
      'the same reason of several pods, once',
      deployment(one('readinessProbe: { httpGet: { path: /healthz, port: 80 } }'), 'replicas: 3,'),
      ['noPodReady: { app: web }', 'probeStatus: /healthz'],
    ],
    ['a program that ends', deployment(one('command: [nginx]')), ['noPodReady: { app: web }', 'daemonised: [nginx]']],
    [
      'an init container that fails, with how it ends',
      deployment(one('', 'initContainers: [{ name: i, image: busybox, command: [sh, -c, exit 3] }],')),
      ['noPodReady: { app: web }', 'completed: [sh, -c, exit 3]', 'initFailed: [sh, -c, exit 3]'],
    ],
    [
      'pods that have ended',
      '{ apiVersion: v1, kind: Pod, metadata: { name: web, labels: { app: web } }, spec: { restartPolicy: Never, containers: [{ name: c, image: busybox, command: [echo, hola] }] } }',
      ['noPodReady: { app: web }', 'podEnded: {'],
    ],
    ['no replicas', deployment(one(''), 'replicas: 0,'), ['noPodSelected: { app: web }', 'podsNotAsked: 0']],
    ['a pause', deployment(one(''), 'paused: true,'), ['noPodSelected: { app: web }', 'podsNotAsked: true']],
    [
      'pods of another namespace',
      deployment(one('')).replace('{ name: web }', '{ name: web, namespace: otro }'),
      ['noPodSelected: { app: web }', 'podsElsewhere: otro'],
    ],
  ])('is %s', (_, documents, expected) => {
    const told = story(documents);
    expect(told.map((line, index) => line.slice(0, expected[index]?.length))).toEqual(expected);
  });

  it('is the quota that leaves no room for its pods, not their labels', () => {
    const quota = '{ apiVersion: v1, kind: ResourceQuota, metadata: { name: q }, spec: { hard: { pods: "0" } } }';
    expect(story(quota, deployment(one('')))).toEqual([
      'podsRefused: { app: web }',
      expect.stringMatching(/^quotaExceeded: \{ name: c/),
    ]);
  });

  it('is what rules each node out', () => {
    const wants = deployment(one('resources: { requests: { cpu: 2 } }', 'nodeSelector: { disk: ssd },'));
    expect(story(node('n1', room('4')), node('n2', `spec: { unschedulable: true }, ${room('1')}`), wants)).toEqual([
      'noPodReady: { app: web }',
      expect.stringMatching(/^unschedulable: /),
      'nodeLabelOther: ssd',
      expect.stringMatching(/^nodeRefuses: /),
    ]);
    const { state } = settle(world([node('n1', room('1')), wants.replace('disk: ssd', 'disk: hdd')].join('\n---\n')));
    const { hops } = plainRequest(
      { ...state, resources: [...state.resources, ...world(service)] },
      { url: 'http://web/' },
    );
    expect(hops.at(-1)).toMatchObject({ message: 'cluster/nodeRoom', data: { asked: '2', free: '1', total: '1' } });
  });

  it('counts the nodes it does not tell one by one', () => {
    const nodes = Array.from({ length: 9 }, (_, index) => node(`n${index}`, room('1')));
    const { state } = settle(
      world([...nodes, deployment(one('', 'nodeSelector: { zone: a },')), service].join('\n---\n')),
    );
    const { hops } = plainRequest(state, { url: 'http://web/' });
    expect(hops.filter(({ message }) => message === 'cluster/nodeLabelMissing')).toHaveLength(5);
    expect(hops.at(-1)).toMatchObject({ message: 'cluster/moreNodes', data: { n: 4 } });
  });
});

// https://kubernetes.io/docs/tasks/configure-pod-container/configure-pod-configmap/
describe('a key that is not in an object of the world', () => {
  const env = (key: string, rest = '') =>
    deployment(one(`env: [{ name: A, valueFrom: { configMapKeyRef: { name: m, key: ${key}${rest} } } }]`));
  const volume = (source: string) => deployment(one('', `volumes: [{ name: v, ${source} }],`));

  it.each([
    ['of the environment', env('log-level'), 'keyMissing: log-level'],
    ['of a volume', volume('configMap: { name: m, items: [{ key: nada, path: x }] }'), 'itemMissing: nada'],
    [
      'of a projected volume',
      volume('projected: { sources: [{ configMap: { name: m, items: [{ key: nada, path: x }] } }] }'),
      'itemMissing: nada',
    ],
  ])('stops the pod: %s', (_, document, last) => expect(story(map, document).at(-1)).toBe(last));

  it.each([
    ['that is there', [map, env('log_level')]],
    ['that is optional', [map, env('nada', ', optional: true')]],
    ['of an object that nobody shows', [env('nada')]],
    [
      'that the control plane adds',
      [
        '{ apiVersion: v1, kind: Secret, type: kubernetes.io/service-account-token, metadata: { name: s } }',
        deployment(one('env: [{ name: A, valueFrom: { secretKeyRef: { name: s, key: token } } }]')),
      ],
    ],
  ])('stops nothing: one %s', (_, documents) => expect(story(...documents).at(-1)).toMatch(/^answered/));
});

describe('what is only assumed', () => {
  const assumed = (document: string) => {
    const { state } = settle(world([document, service].join('\n---\n')));
    const { outcome, hops } = plainRequest(state, { url: 'http://web/' });
    return { assumed: outcome.destinations[0]?.assumed, said: hops.filter(({ stage }) => stage === 'assumed').length };
  };

  it.each([
    ['a server that is known', deployment(one(''), 'replicas: 2,'), { assumed: undefined, said: 0 }],
    [
      'an image nobody knows',
      deployment(one('').replace('nginx:1.29', 'example/web:1'), 'replicas: 2,'),
      { assumed: true, said: 1 },
    ],
    [
      'an init container that may never end',
      deployment(one('', 'initContainers: [{ name: i, image: "example/wait:1" }],')),
      { assumed: true, said: 1 },
    ],
    [
      'a known server whose ports are not',
      deployment('{ containers: [{ name: c, image: "traefik:v3.5" }] }'),
      { assumed: true, said: 1 },
    ],
  ])('is %s', (_, document, expected) => expect(assumed(document)).toEqual(expected));

  it('is what answers outside the cluster', () => {
    const { outcome } = plainRequest(settle([]).state, { url: 'http://example.com/' });
    expect(outcome.destinations).toMatchObject([{ assumed: true }]);
  });
});

it('names the volume that hides the pages of an image', () => {
  const hides = one(
    'volumeMounts: [{ name: v, mountPath: /usr/share/nginx/html/ }]',
    'volumes: [{ name: v, emptyDir: {} }],',
  );
  expect(story(deployment(hides)).at(-1)).toBe('pagesHidden: { name: v, mountPath: /usr/share/nginx/html/ }');
});
