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
    expect(apply(namespace(), quota('{ configmaps: 1 }'), map('m'), map('o')).why).toEqual(['quotaExceeded']);
    expect(apply(namespace(), quota('{ count/configmaps: 2 }'), map('m'), map('o')).why).toEqual([]);
  });

  it('with a scope is only about the pods in it', () => {
    const scoped = object('ResourceQuota', '{ hard: { pods: 0 }, scopes: [BestEffort] }');
    expect(apply(namespace(), scoped, pod('a'), pod('b', '{ requests: { cpu: 1m } }')).pods).toEqual(['b']);
  });

  /** https://kubernetes.io/docs/concepts/policy/resource-quotas/#quota-scopes */
  it.each([
    ['BestEffort', '{ requests: { cpu: 0 } }', ''],
    ['BestEffort', '{ requests: { ephemeral-storage: 1Gi } }', ''],
    ['NotBestEffort', '{}', 'resources: { limits: { memory: 1Gi } },'],
    ['NotBestEffort', '{ limits: { memory: 1Mi } }', ''],
    ['Terminating', '{}', 'activeDeadlineSeconds: 5,'],
    ['PriorityClass', '{}', 'priorityClassName: system-node-critical,'],
    [
      'CrossNamespacePodAffinity',
      '{}',
      'affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: zone, namespaces: [b] }] } },',
    ],
  ])('of %s is about a pod with %s %s', (scope, resources, rest) => {
    const scoped = object('ResourceQuota', `{ hard: { pods: 0 }, scopes: [${scope}] }`);
    expect(apply(namespace(), scoped, pod('p', resources, rest)).why).toEqual(['quotaExceeded']);
  });

  it.each([
    ['BestEffort', '{ requests: { memory: 1Mi } }', ''],
    ['NotBestEffort', '{}', ''],
    ['NotTerminating', '{}', 'activeDeadlineSeconds: 5,'],
    ['PriorityClass', '{}', ''],
    ['CrossNamespacePodAffinity', '{}', ''],
  ])('of %s is not about a pod with %s %s', (scope, resources, rest) => {
    const scoped = object('ResourceQuota', `{ hard: { pods: 0 }, scopes: [${scope}] }`);
    expect(apply(namespace(), scoped, pod('p', resources, rest)).why).toEqual([]);
  });

  it('takes a zero for an answer, and the word of the whole pod for that of its containers', () => {
    expect(apply(namespace(), quota('{ cpu: 1 }'), pod('p', '{ requests: { cpu: 0 } }')).why).toEqual([]);
    const whole = pod('p', '{}', 'resources: { limits: { memory: 1Gi } },');
    expect(apply(namespace(), quota('{ cpu: 1 }'), whole).why).toEqual([]);
  });

  it('takes the requests of the containers before the limit of the whole pod', () => {
    const whole = pod('p', '{ requests: { cpu: 100m } }', 'resources: { limits: { cpu: 2 } },');
    expect(apply(namespace(), quota('{ cpu: 1 }'), whole).why).toEqual([]);
    expect(apply(namespace(), quota('{ cpu: 1 }'), whole.replace('100m', '2')).why).toEqual(['quotaExceeded']);
  });

  /** https://kubernetes.io/docs/concepts/policy/resource-quotas/#storage-resource-quota */
  it.each([
    ['gold.storageclass.storage.k8s.io/requests.storage', '1Gi', ['quotaExceeded']],
    ['gold.storageclass.storage.k8s.io/persistentvolumeclaims', '0', ['quotaExceeded']],
    ['silver.storageclass.storage.k8s.io/requests.storage', '1Gi', []],
    ['requests.storage', '2Gi', []],
  ])('counts claims by storage class: %s: %s', (resource, hard, why) => {
    const claim = object(
      'PersistentVolumeClaim',
      '{ accessModes: [ReadWriteOnce], storageClassName: gold, resources: { requests: { storage: 2Gi } } }',
    );
    expect(apply(namespace(), quota(`{ ${resource}: ${hard} }`), claim).why).toEqual(why);
  });

  it('counts the node ports a load balancer names although it wants none', () => {
    const service = (port: string) =>
      object('Service', `{ type: LoadBalancer, allocateLoadBalancerNodePorts: false, ports: [{ port: 80${port} }] }`);
    const ports = quota('{ services.nodeports: 0 }');
    expect(apply(namespace(), ports, service('')).why).toEqual([]);
    expect(apply(namespace(), ports, service(', nodePort: 30080')).why).toEqual(['quotaExceeded']);
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

  const two = (one: string, other: string) =>
    pod('p').replace(
      /containers:.*\]/,
      `containers: [{ name: a, image: nginx, resources: ${one} }, { name: b, image: nginx, resources: ${other} }]`,
    );

  it.each([
    ['a ratio without a limit', '{ type: Container, maxLimitRequestRatio: { cpu: 2 } }', ['limitUnspecified']],
    ['a maximum for the pod, one container without a limit', '{ type: Pod, max: { cpu: 2 } }', []],
    ['a maximum for the pod under its requests', '{ type: Pod, max: { cpu: 500m } }', ['limitBroken']],
    ['a minimum for the pod over its limits', '{ type: Pod, min: { cpu: 500m } }', ['limitBroken']],
  ])('%s', (_, item, why) => {
    const pods = two('{ requests: { cpu: 1 } }', '{ requests: { cpu: 100m }, limits: { cpu: 100m } }');
    expect(apply(namespace(), range(item), pods).why).toEqual(why);
  });

  it('has one rule for each type', () => {
    const rules = '{ type: Container, default: { cpu: 100m } }, { type: Container, default: { cpu: 2 } }';
    expect(apply(namespace(), range(rules), pod('p', '{ requests: { cpu: 1 } }')).why).toEqual(['invalid']);
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
    [
      'baseline',
      'containers: [{ name: c, image: nginx, ports: [{ containerPort: 80, hostPort: 80 }] }]',
      ['`hostPort`'],
    ],
    [
      'baseline',
      'containers: [{ name: c, image: nginx, livenessProbe: { httpGet: { port: 80, host: 127.0.0.1 } } }]',
      ['`probe or lifecycle host`'],
    ],
    [
      'baseline',
      `${plain}, ephemeralContainers: [{ name: e, image: busybox, securityContext: { privileged: true } }]`,
      ['`privileged`'],
    ],
    ['baseline', `os: { name: windows }, hostNetwork: true, ${plain}`, ['`host namespaces`']],
    [
      'baseline',
      `hostNetwork: true, securityContext: { windowsOptions: { hostProcess: true } }, ${plain}`,
      ['`host namespaces`', '`hostProcess`'],
    ],
    [
      'baseline',
      `securityContext: { sysctls: [{ name: net.ipv4.tcp_notsent_lowat, value: '1' }, { name: kernel.msgmax, value: '1' }] }, ${plain}`,
      ['`forbidden sysctls`'],
    ],
    [
      'baseline',
      'hostUsers: false, containers: [{ name: c, image: nginx, securityContext: { procMount: Unmasked } }]',
      undefined,
    ],
    ['restricted', good, undefined],
    ['restricted', good.replace('runAsNonRoot: true', 'runAsUser: 0, runAsNonRoot: true'), ['`runAsUser=0`']],
    [
      'restricted',
      good
        .replace('runAsNonRoot: true, ', 'runAsNonRoot: false, ')
        .replace('drop: [ALL] }', 'drop: [ALL] }, runAsNonRoot: true'),
      ['`runAsNonRoot != true`'],
    ],
    [
      'restricted',
      good.replace('runAsNonRoot: true, ', '').replace('securityContext:', 'hostUsers: false, securityContext:'),
      undefined,
    ],
    [
      'restricted',
      'os: { name: windows }, securityContext: { runAsNonRoot: true }, containers: [{ name: c, image: nginx }]',
      undefined,
    ],
    ['restricted', `volumes: [{ name: v, hostPath: null }], ${good}`, undefined],
    ['restricted', `volumes: [{ name: v, hostPath: { path: / } }], ${good}`, ['`restricted volume types`']],
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

/** https://kubernetes.io/docs/concepts/services-networking/service/#nodeport-custom-port */
describe('a port of the nodes', () => {
  const service = (name: string, port: string) =>
    `{ apiVersion: v1, kind: Service, metadata: { name: ${name}, namespace: a }, spec: { type: NodePort, ports: [${port}] } }`;

  it('is given to one Service for each protocol', () => {
    const asked = '{ port: 80, nodePort: 30080 }';
    expect(apply(namespace(), service('s', asked), service('t', asked))).toMatchObject({
      why: ['nodePortTaken'],
      data: [{ port: 30080, other: 's', name: 't' }],
    });
    const udp = '{ port: 53, protocol: UDP, nodePort: 30080 }';
    expect(apply(namespace(), service('s', asked), service('t', udp)).why).toEqual([]);
  });
});
