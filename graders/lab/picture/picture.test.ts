import { describe, expect, it } from 'vitest';
import { readManifests } from '../../model/manifests/read.ts';
import { parseYaml } from '../../parse/yaml/yaml.ts';
import { settle } from '../cluster/index.ts';
import { pictureOf } from './draw.ts';

const deployment = (name: string, labels: string, image = 'nginx:1.29') =>
  `{ apiVersion: apps/v1, kind: Deployment, metadata: { name: ${name} }, spec: { replicas: 2, selector: { matchLabels: { ${labels} } }, template: { metadata: { labels: { ${labels} } }, spec: { containers: [{ name: c, image: "${image}" }] } } } }`;
const service = (name: string, selector: string) =>
  `{ apiVersion: v1, kind: Service, metadata: { name: ${name} }, spec: { selector: { ${selector} }, ports: [{ port: 80 }] } }`;
const two = [deployment('a-v1', 'app: a, version: v1'), deployment('a-v2', 'app: a, version: v2')];

function drawn(...objects: readonly string[]) {
  const text = objects.join('\n---\n');
  return pictureOf(settle(readManifests(parseYaml({ path: 'world.yaml', text }), 'given').resources).state);
}

const wiresOf = (...objects: readonly string[]) =>
  drawn(...objects).wires.map(({ from, to, kind, broken, labels }) =>
    [from, broken ? '✗' : kind === 'control' ? '⇢' : '→', to, ...labels].join(' ').replaceAll('/default/', ' '),
  );

describe('the picture of a cluster', () => {
  it('leads a Service to whoever makes its pods, and a host that is not there to nobody', () => {
    const ingress =
      '{ apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: { name: i }, spec: { rules: [{ host: a.example, http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: a, port: { number: 80 } } } }, { path: /b, pathType: Prefix, backend: { service: { name: b, port: { number: 80 } } } }] } }] } }';
    expect(wiresOf(...two, service('a', 'app: a'), ingress)).toEqual([
      'Service a → Deployment a-v1 :80',
      'Service a → Deployment a-v2 :80',
      'Ingress i → Service a a.example/ :80',
      'Ingress i ✗ Host b a.example/b :80',
    ]);
  });

  it('breaks the wire to pods that are not ready, and says why', () => {
    const { boxes } = drawn(deployment('a', 'app: a', 'ngnix'), service('a', 'app: a'), service('b', 'app: b'));
    expect(wiresOf(deployment('a', 'app: a', 'ngnix'), service('a', 'app: a'))).toEqual([
      'Service a ✗ Deployment a :80',
    ]);
    expect(boxes.map(({ name, kind, pods, wrong }) => [kind, name, pods?.ready, wrong.length > 0])).toEqual([
      ['Deployment', 'a', 0, true],
      ['Service', 'a', undefined, true],
      ['Service', 'b', undefined, true],
    ]);
  });

  it('shares out what a VirtualService shares out, and names the subsets of the pods', () => {
    const rule =
      '{ apiVersion: networking.istio.io/v1, kind: DestinationRule, metadata: { name: a }, spec: { host: a, subsets: [{ name: old, labels: { version: v1 } }, { name: new, labels: { version: v2 } }] } }';
    const route =
      '{ apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: { name: a }, spec: { hosts: [a], http: [{ match: [{ headers: { x: { exact: "1" } } }], route: [{ destination: { host: a, subset: new } }] }, { route: [{ destination: { host: a, subset: old }, weight: 3 }, { destination: { host: nada.default.svc.cluster.local }, weight: 1 }] }] } }';
    expect(wiresOf(...two, service('a', 'app: a'), rule, route)).toEqual([
      'Service a → Deployment a-v1 old :80',
      'Service a → Deployment a-v2 new :80',
      'VirtualService a → Service a x=1: new old 75 %',
      'VirtualService a ✗ Host nada.default.svc.cluster.local 25 %',
      'DestinationRule a ⇢ Service a old new',
    ]);
  });

  it('ties a policy to the pods it selects, and says of one without a selector that it is for all', () => {
    const policy = (name: string, selector: string) =>
      `{ apiVersion: security.istio.io/v1, kind: AuthorizationPolicy, metadata: { name: ${name} }, spec: { ${selector} } }`;
    const one = policy('one', 'selector: { matchLabels: { version: v2 } }');
    expect(wiresOf(...two, one, policy('all', ''))).toEqual(['AuthorizationPolicy one ⇢ Deployment a-v2']);
    const { boxes } = drawn(...two, one, policy('all', ''));
    expect(boxes.filter(({ role }) => role === 'policy').map(({ name, governs }) => [name, governs])).toEqual([
      ['one', undefined],
      ['all', 'all'],
    ]);
  });

  it('ties a Server of Linkerd to its pods, and what is authorized to the Server', () => {
    const server =
      '{ apiVersion: policy.linkerd.io/v1beta3, kind: Server, metadata: { name: s }, spec: { podSelector: { matchLabels: { version: v1 } }, port: 80 } }';
    const policy =
      '{ apiVersion: policy.linkerd.io/v1alpha1, kind: AuthorizationPolicy, metadata: { name: p }, spec: { targetRef: { group: policy.linkerd.io, kind: Server, name: s }, requiredAuthenticationRefs: [] } }';
    expect(wiresOf(...two, server, policy)).toEqual([
      'Server s ⇢ Deployment a-v1 :80',
      'AuthorizationPolicy p ⇢ Server s',
    ]);
  });

  it('draws what was not admitted, with the reason', () => {
    const refused =
      two[0]?.replace('kind: Deployment', 'kind: Deployment').replace('name: a-v1 }', 'name: A_1 }') ?? '';
    expect(drawn(refused).boxes).toMatchObject([{ name: 'A_1', wrong: [{ hop: {} }] }]);
  });

  const network = (...objects: readonly string[]) =>
    drawn(...objects).wires.flatMap(({ from, to, passes, labels }) =>
      passes ? [[from, passes, to, ...labels].join(' ').replaceAll(/(?:Deployment|Service)\/(?:default\/)?/g, '')] : [],
    );
  const pods = (name: string, ports: string) =>
    deployment(name, `app: ${name}`).replace('image: "nginx:1.29"', `image: "nginx:1.29", ports: [${ports}]`);
  const policy = (spec: string) =>
    `{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: red }, spec: { ${spec} } }`;
  const web = pods('web', '{ containerPort: 80 }, { containerPort: 9090 }, { containerPort: 53, protocol: UDP }');
  const ofWeb = 'podSelector: { matchLabels: { app: web } }';

  it('tells of each connection that a NetworkPolicy decides whether it passes, and why', () => {
    const three = [web, deployment('in', 'app: in'), deployment('out', 'app: out')];
    const from = '{ from: [{ podSelector: { matchLabels: { app: in } } }], ports: [{ port: 80 }] }';
    expect(network(...three)).toEqual([]);
    expect(network(...three, policy(`${ofWeb}, ingress: [${from}]`))).toEqual([
      'in yes web :80',
      'in no web :9090 :53/UDP',
      'out no web :80 :9090 :53/UDP',
      'Outside// no web :80 :9090 :53/UDP',
    ]);
    const [passing] = drawn(...three, policy(`${ofWeb}, ingress: [${from}]`)).wires.filter(({ passes }) => passes);
    expect(passing?.because).toMatchObject({ message: 'cluster/policyAllows', resource: { name: 'red' } });
  });

  it('leaves to the address what a block of addresses decides, and says who cannot ask for names', () => {
    const block = (cidr: string) => policy(`${ofWeb}, ingress: [{ from: [{ ipBlock: { cidr: ${cidr} } }] }]`);
    const ports = ' :80 :9090 :53/UDP';
    expect(network(web, block('10.0.0.0/8'))).toEqual([`Outside// by-address web${ports}`]);
    expect(network(web, block('0.0.0.0/0'))).toEqual([`Outside// yes web${ports}`]);
    const egress = policy(`${ofWeb}, policyTypes: [Egress], egress: [{ ports: [{ port: 5432 }] }]`);
    expect(network(web, egress)).toEqual([
      'web no Outside// :443',
      'web yes Outside// :5432',
      'web no kube-system/kube-dns :53/UDP',
    ]);
  });

  it('says of a NetworkPolicy that selects no pod that it governs nobody', () => {
    const { boxes } = drawn(web, policy('podSelector: { matchLabels: { app: wep } }'));
    expect(boxes.find(({ role }) => role === 'policy')?.governs).toBe('nobody');
  });
});
