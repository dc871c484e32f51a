import { expect, it } from 'vitest';
import { readManifests } from '../../model/manifests/read.ts';
import { parseYaml } from '../../parse/yaml/yaml.ts';
import { settle } from '../cluster/index.ts';
import { request } from './request.ts';

const namespace = (annotations: string) => `apiVersion: v1
kind: Namespace
metadata: { name: tienda${annotations} }
---
`;
const pod = (name: string) => `apiVersion: v1
kind: Pod
metadata: { name: ${name}, namespace: tienda, labels: { app: ${name} } }
spec: { containers: [{ name: web, image: nginx:1.29, ports: [{ name: http, containerPort: 80 }] }] }
---
`;
const service = `apiVersion: v1
kind: Service
metadata: { name: web, namespace: tienda }
spec: { selector: { app: web }, ports: [{ port: 80 }] }
---
`;
const server = `apiVersion: policy.linkerd.io/v1beta3
kind: Server
metadata: { name: web, namespace: tienda }
spec: { podSelector: { matchLabels: { app: web } }, port: http }
`;

function ask(...parts: string[]) {
  const { resources } = readManifests(parseYaml({ path: 'mundo.yaml', text: parts.join('') }), 'given');
  return request(settle(resources).state, { from: 'tienda/cliente', url: 'http://web/' }).outcome;
}

const inject = ', annotations: { linkerd.io/inject: enabled }';
const world = [pod('web'), pod('cliente'), service];

// https://linkerd.io/2-edge/features/automatic-mtls/
it('goes through Linkerd where an annotation asks for it', () => {
  expect(ask(namespace(inject), ...world)).toMatchObject({
    status: 200,
    tls: 'mutual',
    destinations: [{ workload: 'web', namespace: 'tienda', port: 80, share: 1, tls: 'mutual' }],
    authorization: { decision: 'allow' },
  });
});

// https://linkerd.io/2-edge/reference/authorization-policy/#server
it('is refused by a Server that authorizes nobody', () => {
  expect(ask(namespace(inject), ...world, server)).toMatchObject({
    status: 403,
    refusal: 'denied-by-policy',
    destinations: [],
    failures: [{ workload: 'tienda/web', share: 1, status: 403 }],
    authorization: { decision: 'deny' },
  });
});

it('goes through the cluster alone where there is no mesh', () => {
  expect(ask(namespace(''), ...world)).toMatchObject({ status: 200, tls: 'plaintext' });
});

it('goes through Istio where a label asks for it', () => {
  expect(ask(namespace(', labels: { istio-injection: enabled }'), ...world)).toMatchObject({ tls: 'mutual' });
});

/** The messages of a request in a namespace of Linkerd, those of one stage. */
function said(stage: string, ...parts: string[]): readonly string[] {
  const text = [namespace(inject), ...world, ...parts].join('');
  const { resources } = readManifests(parseYaml({ path: 'mundo.yaml', text }), 'given');
  const { hops } = request(settle(resources).state, { from: 'tienda/cliente', url: 'http://web/' });
  return hops
    .filter((hop) => hop.stage === stage)
    .map(({ message, at }) => `${message.replace('linkerd/', '')} ${at ? text.slice(at.from, at.to) : ''}`.trim());
}

// https://gateway-api.sigs.k8s.io/reference/spec/#parentreference
it.each([
  ['port: 8080', ['detached 8080']],
  ['port: 80', ['ruleTakes { backendRefs: [{ name: web, port: 80 }] }', 'sentTo [{ name: web, port: 80 }]']],
  ['', ['ruleTakes { backendRefs: [{ name: web, port: 80 }] }', 'sentTo [{ name: web, port: 80 }]']],
])('tells of a route whose parent has no such port: %s', (port, expected) => {
  const route = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: tienda }
spec: { parentRefs: [{ kind: Service, group: core, name: web, ${port} }], rules: [{ backendRefs: [{ name: web, port: 80 }] }] }
---
`;
  expect(said('route', route)).toEqual(expected);
});

it.each([
  ['a port the pods do not declare', 'ejemplo/web:1', '81', ['serverElsewhere 81', 'allowedByDefault']],
  ['a port they declare', 'ejemplo/web:1', '80', ['deniedByServer']],
])('tells of a Server for %s', (_, image, port, expected) => {
  const text = [namespace(inject), ...world, server.replace('port: http', `port: ${port}`)]
    .join('')
    .replaceAll('nginx:1.29', image);
  const { resources } = readManifests(parseYaml({ path: 'mundo.yaml', text }), 'given');
  const { hops } = request(settle(resources).state, { from: 'tienda/cliente', url: 'http://web/' });
  const policy = hops.filter(({ stage }) => stage === 'policy');
  expect(
    policy.map(({ message, at }, index) =>
      index === 0 && policy.length > 1 && at ? `${message} ${text.slice(at.from, at.to)}` : message,
    ),
  ).toEqual(expected.map((one) => `linkerd/${one}`));
});

it.each([
  ['Istio', ', labels: { istio-injection: enabled }'],
  ['Linkerd', inject],
  ['no mesh', ''],
])('marks what is only assumed to answer: %s', (_, mesh) => {
  const unknown = pod('web').replace('nginx:1.29', 'ejemplo/web:1');
  const known = ask(namespace(mesh), ...world);
  expect(known.assumed).toBeUndefined();
  expect(ask(namespace(mesh), unknown, pod('cliente'), service)).toMatchObject({
    status: 200,
    assumed: true,
    destinations: [{ assumed: true }],
  });
});

// https://linkerd.io/2-edge/reference/service-profiles/#retry-budget
it('tells that a ServiceProfile has retries paid from a budget', () => {
  const profile = `---
apiVersion: linkerd.io/v1alpha2
kind: ServiceProfile
metadata: { name: web.tienda.svc.cluster.local, namespace: tienda }
spec: { routes: [{ name: todo, isRetryable: true, condition: { method: GET } }] }
`;
  const { resources } = readManifests(
    parseYaml({ path: 'mundo.yaml', text: [namespace(inject), ...world, profile].join('') }),
    'given',
  );
  const { hops, outcome } = request(settle(resources).state, { from: 'tienda/cliente', url: 'http://web/' });
  expect(hops.at(-1)).toMatchObject({ stage: 'retries', message: 'linkerd/retryBudget' });
  expect(outcome.retries).toBeUndefined();
});
