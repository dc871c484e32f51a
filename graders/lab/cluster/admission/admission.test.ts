import { describe, expect, it } from 'vitest';
import { settle } from '../settle.ts';
import { world } from '../testing/world.ts';

const pod = (name: string, resources = '{}', rest = '') =>
  `{ apiVersion: v1, kind: Pod, metadata: { name: ${name}, namespace: a }, spec: { ${rest} containers: [{ name: c, image: nginx, resources: ${resources} }] } }`;
const object = (kind: string, spec: string) =>
  `{ apiVersion: v1, kind: ${kind}, metadata: { name: x, namespace: a }, spec: ${spec} }`;
const namespace = (labels = '{}') => `{ apiVersion: v1, kind: Namespace, metadata: { name: a, labels: ${labels} } }`;

function apply(...documents: readonly string[]) {
  const { state } = settle(world(documents.join('\n---\n')), { world: 'closed' });
  return {
    pods: state.pods.map(({ name }) => name),
    why: state.rejected.map(({ hop }) => hop.message.replace('cluster/', '')),
    data: state.rejected.map(({ hop }) => hop.data),
    state,
  };
}

describe('a ResourceQuota', () => {
  const quota = (hard: string) => object('ResourceQuota', `{ hard: ${hard} }`);

  it('needs every container to say what it counts', () => {
    expect(apply(namespace(), quota('{ requests.cpu: 1, limits.memory: 1Gi }'), pod('p'))).toMatchObject({
      pods: [],
      why: ['quotaUnspecified'],
      data: [{ resources: ['`requests.cpu`', '`limits.memory`'], containers: ['`c`'] }],
    });
  });

  it('admits pods until the sum is reached, limits standing in for requests', () => {
    const documents = ['a', 'b', 'c'].map((name) => pod(name, '{ limits: { cpu: 400m } }'));
    expect(apply(namespace(), quota('{ cpu: 1 }'), ...documents)).toMatchObject({
      pods: ['a', 'b'],
      why: ['quotaExceeded'],
      data: [{ resource: 'cpu', asked: '400m', used: '800m', hard: '1' }],
    });
  });

  it('counts pods and objects', () => {
    expect(apply(namespace(), quota('{ pods: 1 }'), pod('a'), pod('b')).pods).toEqual(['a']);
    const map = (name: string) => `{ apiVersion: v1, kind: ConfigMap, metadata: { name: ${name}, namespace: a } }`;
    expect(apply(namespace(), quota('{ configmaps: 1 }'), map('m'), map('n')).why).toEqual(['quotaExceeded']);
    expect(apply(namespace(), quota('{ count/configmaps: 2 }'), map('m'), map('n')).why).toEqual([]);
  });

  it('with a scope is only about the pods in it', () => {
    const scoped = object('ResourceQuota', '{ hard: { pods: 0 }, scopes: [BestEffort] }');
    expect(apply(namespace(), scoped, pod('a'), pod('b', '{ requests: { cpu: 1m } }')).pods).toEqual(['b']);
  });

  it('turns away the pods of a Deployment, not the Deployment', () => {
    const deployment = `{ apiVersion: apps/v1, kind: Deployment, metadata: { name: d, namespace: a }, spec: { replicas: 3, selector: { matchLabels: { a: b } }, template: { metadata: { labels: { a: b } }, spec: { containers: [{ name: c, image: nginx, resources: { requests: { cpu: 400m } } }] } } } }`;
    const { pods, why, state } = apply(namespace(), quota('{ requests.cpu: 1 }'), deployment);
    expect([pods.length, why, state.resources.some(({ kind }) => kind === 'Deployment')]).toEqual([
      2,
      ['quotaExceeded'],
      true,
    ]);
  });
});

describe('a LimitRange', () => {
  const range = (item: string) => object('LimitRange', `{ limits: [${item}] }`);
  const quota = object('ResourceQuota', '{ hard: { requests.cpu: 1, limits.cpu: 1 } }');

  it.each([
    ['its own defaults', '{ type: Container, default: { cpu: 200m }, defaultRequest: { cpu: 100m } }', '{}', ['p'], []],
    ['a default limit is the default request', '{ type: Container, default: { cpu: 200m } }', '{}', ['p'], []],
    ['a maximum is the default limit', '{ type: Container, max: { cpu: 200m } }', '{}', ['p'], []],
    ['a minimum is only a default request', '{ type: Container, min: { cpu: 200m } }', '{}', [], ['quotaUnspecified']],
  ])('gives a quota what it needs: %s', (_, item, resources, pods, why) => {
    expect(apply(namespace(), range(item), quota, pod('p', resources))).toMatchObject({ pods, why });
  });

  it.each([
    ['too much', '{ type: Container, max: { cpu: 200m } }', '{ limits: { cpu: 1 } }', 'limitBroken'],
    ['too little', '{ type: Container, min: { memory: 64Mi } }', '{ requests: { memory: 1Mi } }', 'limitBroken'],
    ['nothing said', '{ type: Pod, min: { memory: 64Mi } }', '{}', 'limitUnspecified'],
    [
      'too far apart',
      '{ type: Container, maxLimitRequestRatio: { cpu: 2 } }',
      '{ limits: { cpu: 1 }, requests: { cpu: 250m } }',
      'limitBroken',
    ],
  ])('turns away %s', (_, item, resources, why) => {
    expect(apply(namespace(), range(item), pod('p', resources))).toMatchObject({ pods: [], why: [why] });
  });

  it('turns away a request above the limit it gives', () => {
    const small = range('{ type: Container, default: { cpu: 200m } }');
    expect(apply(namespace(), small, pod('p', '{ requests: { cpu: 500m } }'))).toMatchObject({
      why: ['requestAboveLimit'],
      data: [{ resource: 'cpu', request: '500m', limit: '200m' }],
    });
  });

  it('leaves pods of other namespaces alone', () => {
    const other = pod('p').replace('namespace: a', 'namespace: default');
    expect(apply(namespace(), range('{ type: Container, min: { memory: 64Mi } }'), other).pods).toEqual(['p']);
  });
});

describe('a Pod Security level', () => {
  const good =
    'securityContext: { runAsNonRoot: true, seccompProfile: { type: RuntimeDefault } }, containers: [{ name: c, image: nginxinc/nginx-unprivileged, securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: [ALL] } } }]';
  const secured = (level: string, spec: string) =>
    apply(
      namespace(`{ pod-security.kubernetes.io/enforce: ${level} }`),
      `{ apiVersion: v1, kind: Pod, metadata: { name: p, namespace: a }, spec: { ${spec} } }`,
    );
  const plain = 'containers: [{ name: c, image: nginx }]';

  it.each([
    [
      'privileged',
      'hostNetwork: true, containers: [{ name: c, image: nginx, securityContext: { privileged: true } }]',
      undefined,
    ],
    ['baseline', plain, undefined],
    ['baseline', `hostNetwork: true, ${plain}`, ['`host namespaces`']],
    ['baseline', 'containers: [{ name: c, image: nginx, securityContext: { privileged: true } }]', ['`privileged`']],
    [
      'baseline',
      'containers: [{ name: c, image: nginx, securityContext: { capabilities: { add: [NET_ADMIN] } } }]',
      ['`non-default capabilities`'],
    ],
    ['baseline', `volumes: [{ name: v, hostPath: { path: / } }], ${plain}`, ['`hostPath volumes`']],
    ['restricted', good, undefined],
    [
      'restricted',
      plain,
      [
        '`allowPrivilegeEscalation != false`',
        '`runAsNonRoot != true`',
        '`seccompProfile`',
        '`unrestricted capabilities`',
      ],
    ],
    ['restricted', good.replace('drop: [ALL]', 'drop: [NET_RAW]'), ['`unrestricted capabilities`']],
  ])('%s with %s', (level, spec, violations) => {
    const { why, data } = secured(level, spec);
    expect(why).toEqual(violations ? ['podSecurity'] : []);
    if (violations) expect(data[0]?.violations).toEqual(violations);
  });
});

describe('what must exist', () => {
  it.each([
    ['a namespace', pod('p'), 'namespaceMissing'],
    ['a ServiceAccount', `${namespace()}\n---\n${pod('p', '{}', 'serviceAccountName: x,')}`, 'serviceAccountMissing'],
    ['a priority class', `${namespace()}\n---\n${pod('p', '{}', 'priorityClassName: x,')}`, 'classMissing'],
  ])('%s', (_, text, why) => expect(apply(text).why).toEqual([why]));

  it('is taken to exist in an open world', () => {
    const { state } = settle(world(pod('p', '{}', 'serviceAccountName: x,')));
    expect([state.rejected, state.pods[0]?.ready]).toEqual([[], true]);
  });
});
