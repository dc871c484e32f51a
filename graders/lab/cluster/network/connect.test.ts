import { describe, expect, it } from 'vitest';
import { plainRequest } from '../service/request.ts';
import { settle } from '../settle.ts';
import { world } from '../testing/world.ts';

const pod = (namespace: string, name: string) =>
  `{ apiVersion: v1, kind: Pod, metadata: { name: ${name}, namespace: ${namespace}, labels: { app: ${name} } }, spec: { containers: [{ name: c, image: nginx, ports: [{ name: web, containerPort: 80 }] }] } }`;
const base = [
  '{ apiVersion: v1, kind: Namespace, metadata: { name: a, labels: { equipo: uno } } }',
  '{ apiVersion: v1, kind: Namespace, metadata: { name: b, labels: { equipo: dos } } }',
  ...['web', 'front', 'other'].map((name) => pod('a', name)),
  ...['front', 'other'].map((name) => pod('b', name)),
];

/** Which of the four clients reach `web` in namespace `a` by address, under some policies. */
function clients(...policies: readonly string[]) {
  const texts = policies.map(
    (spec, index) =>
      `{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: p${index}, namespace: a }, spec: ${spec} }`,
  );
  const { state } = settle(world([...base, ...texts].join('\n---\n')));
  const ip = state.pods.find(({ name }) => name === 'web')?.ip;
  return ['a/front', 'a/other', 'b/front', 'b/other'].filter(
    (from) => plainRequest(state, { from, url: `http://${ip}/` }).outcome.status === 200,
  );
}

const web = 'podSelector: { matchLabels: { app: web } }';

describe('network policies', () => {
  it.each<[string, string[], string[]]>([
    ['none', [], ['a/front', 'a/other', 'b/front', 'b/other']],
    ['deny all ingress', ['{ podSelector: {} }'], []],
    ['allow all ingress', [`{ ${web}, ingress: [{}] }`], ['a/front', 'a/other', 'b/front', 'b/other']],
    [
      'of another pod',
      ['{ podSelector: { matchLabels: { app: other } } }'],
      ['a/front', 'a/other', 'b/front', 'b/other'],
    ],
    [
      'pods of the same namespace',
      [`{ ${web}, ingress: [{ from: [{ podSelector: { matchLabels: { app: front } } }] }] }`],
      ['a/front'],
    ],
    [
      'any pod of the same namespace',
      [`{ ${web}, ingress: [{ from: [{ podSelector: {} }] }] }`],
      ['a/front', 'a/other'],
    ],
    [
      'pods of some namespaces',
      [`{ ${web}, ingress: [{ from: [{ namespaceSelector: { matchLabels: { equipo: dos } } }] }] }`],
      ['b/front', 'b/other'],
    ],
    [
      'both selectors in one peer',
      [
        `{ ${web}, ingress: [{ from: [{ namespaceSelector: { matchLabels: { equipo: dos } }, podSelector: { matchLabels: { app: front } } }] }] }`,
      ],
      ['b/front'],
    ],
    [
      'both selectors in two peers',
      [
        `{ ${web}, ingress: [{ from: [{ namespaceSelector: { matchLabels: { equipo: dos } } }, { podSelector: { matchLabels: { app: front } } }] }] }`,
      ],
      ['a/front', 'b/front', 'b/other'],
    ],
    [
      'the automatic namespace label',
      [`{ ${web}, ingress: [{ from: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: b } } }] }] }`],
      ['b/front', 'b/other'],
    ],
    [
      'policies add up',
      ['{ podSelector: {} }', `{ ${web}, ingress: [{ from: [{ podSelector: { matchLabels: { app: front } } }] }] }`],
      ['a/front'],
    ],
    [
      'the right port',
      [`{ ${web}, ingress: [{ from: [{ podSelector: {} }], ports: [{ port: 80 }] }] }`],
      ['a/front', 'a/other'],
    ],
    ['another port', [`{ ${web}, ingress: [{ ports: [{ port: 443 }] }] }`], []],
    [
      'a named port',
      [`{ ${web}, ingress: [{ from: [{ podSelector: {} }], ports: [{ port: web }] }] }`],
      ['a/front', 'a/other'],
    ],
    [
      'a named port of another protocol',
      [`{ ${web}, ingress: [{ from: [{ podSelector: {} }], ports: [{ port: web, protocol: UDP }] }] }`],
      [],
    ],
    [
      'a range of ports',
      [`{ ${web}, ingress: [{ from: [{ podSelector: {} }], ports: [{ port: 79, endPort: 90 }] }] }`],
      ['a/front', 'a/other'],
    ],
    ['another protocol', [`{ ${web}, ingress: [{ ports: [{ port: 80, protocol: UDP }] }] }`], []],
    [
      'a block of addresses but one',
      [`{ ${web}, ingress: [{ from: [{ ipBlock: { cidr: 10.244.0.0/16, except: [10.244.1.3/32] } }] }] }`],
      ['a/other', 'b/front', 'b/other'],
    ],
    [
      'egress closed for one client',
      ['{ podSelector: { matchLabels: { app: front } }, policyTypes: [Egress] }'],
      ['a/other', 'b/front', 'b/other'],
    ],
    [
      'egress open to one pod',
      [
        '{ podSelector: { matchLabels: { app: front } }, policyTypes: [Egress], egress: [{ to: [{ podSelector: { matchLabels: { app: web } } }] }] }',
      ],
      ['a/front', 'a/other', 'b/front', 'b/other'],
    ],
    ['an egress section alone isolates both ways', [`{ ${web}, egress: [{}] }`], []],
  ])('%s', (_, policies, expected) => expect(clients(...policies)).toEqual(expected));

  it('leave names unknown to a pod whose egress forgets DNS', () => {
    const ask = (egress: string) => {
      const policy = `{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: p, namespace: a }, spec: { podSelector: {}, policyTypes: [Egress], egress: ${egress} } }`;
      const service =
        '{ apiVersion: v1, kind: Service, metadata: { name: web, namespace: a }, spec: { selector: { app: web }, ports: [{ port: 80 }] } }';
      const { state } = settle(world([...base, service, policy].join('\n---\n')));
      const { outcome, hops } = plainRequest(state, { from: 'a/front', url: 'http://web/' });
      return outcome.refusal ?? (hops.at(-1)?.message === 'cluster/answered' ? outcome.status : hops.at(-1)?.message);
    };
    const inside = '{ to: [{ podSelector: {} }] }';
    expect(ask(`[${inside}]`)).toBe('dns-blocked');
    expect(ask(`[${inside}, { ports: [{ port: 53, protocol: TCP }] }]`)).toBe('dns-blocked');
    expect(ask(`[${inside}, { ports: [{ port: 53, protocol: UDP }] }]`)).toBe(200);
    expect(
      ask(
        `[${inside}, { to: [{ namespaceSelector: {}, podSelector: { matchLabels: { k8s-app: kube-dns } } }], ports: [{ port: 53, protocol: UDP }] }]`,
      ),
    ).toBe(200);
  });
});

/** https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-ipblock-selectors */
describe('a pod that is admitted by a block of addresses', () => {
  const told = (from: string) => {
    const policy = `{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: p, namespace: a }, spec: { ${web}, ingress: [{ from: [${from}] }] } }`;
    const { state } = settle(world([...base, policy].join('\n---\n')));
    const ip = state.pods.find(({ name }) => name === 'web')?.ip;
    const { outcome, hops } = plainRequest(state, { from: 'a/front', url: `http://${ip}/` });
    const isTold = hops.some(({ message }) => message === 'cluster/blockAssumed');
    return [outcome.status, outcome.destinations[0]?.assumed, isTold];
  };

  it('is assumed to have an address in it, unless it holds all or a selector admits the pod too', () => {
    expect(told('{ ipBlock: { cidr: 10.0.0.0/8 } }')).toEqual([200, true, true]);
    expect(told('{ ipBlock: { cidr: 0.0.0.0/0 } }')).toEqual([200, undefined, false]);
    expect(told('{ ipBlock: { cidr: 10.0.0.0/8 } }, { podSelector: {} }')).toEqual([200, undefined, false]);
  });
});

/** https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#PodStatus */
it('reaches a pod at the address that its status says, and knows whether a block holds it', () => {
  const exported = `{ apiVersion: v1, kind: Pod, metadata: { name: x, namespace: a }, spec: { containers: [{ name: c, image: nginx }] }, status: { podIP: 10.0.3.7 } }`;
  const policy = `{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: p, namespace: a }, spec: { ${web}, ingress: [{ from: [{ ipBlock: { cidr: 10.0.3.0/24 } }] }] } }`;
  const { state } = settle(world([...base, exported, policy].join('\n---\n')));
  const ip = state.pods.find(({ name }) => name === 'web')?.ip;
  expect(plainRequest(state, { from: 'a/front', url: 'http://10.0.3.7/' }).outcome.destinations).toMatchObject([
    { workload: 'x' },
  ]);
  const { outcome } = plainRequest(state, { from: 'a/x', url: `http://${ip}/` });
  expect([outcome.status, outcome.destinations[0]?.assumed]).toEqual([200, undefined]);
});
