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
