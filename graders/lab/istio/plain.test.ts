import { expect, it } from 'vitest';
import { readManifests } from '../../model/manifests/read.ts';
import { parseYaml } from '../../parse/yaml/yaml.ts';
import { settle } from '../cluster/index.ts';
import { request } from './index.ts';

const pod = (name: string, app: string) => `apiVersion: v1
kind: Pod
metadata: { name: ${name}, labels: { app: ${app} } }
spec: { containers: [{ name: web, image: nginx:1.29 }] }
---
`;
const service = (selector: string, targetPort: number) => `apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { app: ${selector} }, ports: [{ port: 80, targetPort: ${targetPort} }] }
---
`;
const namespace = 'apiVersion: v1\nkind: Namespace\nmetadata: { name: otro, labels: { istio-injection: enabled } }\n';

function ask(text: string) {
  const { resources } = readManifests(parseYaml({ path: 'mundo.yaml', text }), 'given');
  return request(settle(resources).state, { from: 'default/cliente', url: 'http://web/' });
}

it.each([
  ['answers through a Service', service('web', 80), undefined],
  ['says that the selector chooses nobody', service('otra', 80), 'no-endpoints'],
  ['says that nobody listens on the target port', service('web', 8080), 'connection-refused'],
])('without a mesh a request %s', (_, world, refusal) => {
  const { outcome, hops } = ask(world + pod('web', 'web') + pod('cliente', 'cliente'));
  expect(outcome.refusal).toBe(refusal);
  expect(outcome.tls).toBe('plaintext');
  expect(hops.every(({ message }) => message.startsWith('cluster/'))).toBe(true);
});

it('with anything of a mesh in the world the mesh tells its part', () => {
  const { hops } = ask(service('web', 80) + pod('web', 'web') + pod('cliente', 'cliente') + namespace);
  expect(hops.some(({ message }) => message.startsWith('mesh/'))).toBe(true);
});
