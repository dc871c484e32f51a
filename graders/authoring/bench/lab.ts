import { settle } from '../../lab/cluster/index.ts';
import { openMesh, send } from '../../lab/mesh/index.ts';
import { readManifests } from '../../model/manifests/read.ts';
import { parseYaml } from '../../parse/yaml/yaml.ts';
import type { Measurement } from './row.ts';
import { say, time, timeWarm } from './timing.ts';

/** A mesh of services that each split their traffic by header and by weight. */
function world(services: number, routes: number): string {
  return Array.from({ length: services }, (_, index) => service(`s${index}`, routes)).join('---\n');
}

function service(name: string, routes: number): string {
  const matches = Array.from(
    { length: routes },
    (_, route) => `    - match: [{ uri: { prefix: /r${route}/ }, headers: { x-user: { exact: u${route} } } }]
      route: [{ destination: { host: ${name}, subset: v1 } }]
`,
  ).join('');
  const pod = (version: string) => `apiVersion: v1
kind: Pod
metadata: { name: ${name}-${version}, labels: { app: ${name}, version: ${version}, sidecar.istio.io/inject: "true" } }
spec: { containers: [{ name: web, image: "nginx:1.29", ports: [{ containerPort: 80 }] }] }
---
`;
  return `${pod('v1')}${pod('v2')}apiVersion: v1
kind: Service
metadata: { name: ${name} }
spec: { selector: { app: ${name} }, ports: [{ name: http, port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: ${name} }
spec: { host: ${name}, subsets: [{ name: v1, labels: { version: v1 } }, { name: v2, labels: { version: v2 } }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: ${name} }
spec:
  hosts: [${name}]
  http:
${matches}    - route:
        - { destination: { host: ${name}, subset: v1 }, weight: 90 }
        - { destination: { host: ${name}, subset: v2 }, weight: 10 }
`;
}

function stateOf(text: string) {
  return settle(readManifests(parseYaml({ path: 'world.yaml', text }), 'given').resources).state;
}

const call = { from: 's0-v1', url: 'http://s1/r0/x', headers: { 'x-user': 'u0' } };

export const oneRequest: Measurement = {
  what: 'one request through the mesh, warm, 5 services × 10 routes',
  goal: '≤ 1 ms',
  measure() {
    const mesh = openMesh(stateOf(world(5, 10)));
    const { outcome } = send(mesh, call);
    if ('refusal' in outcome && outcome.refusal) throw new Error(`refused: ${outcome.refusal}`);
    const timings = timeWarm(2_000, () => send(mesh, call));
    return `${say(timings.median)} (p95 ${say(timings.at(0.95))})`;
  },
};

export const largeMesh: Measurement = {
  what: 'a mesh of 200 services × 500 routes: open / one request to the last',
  goal: '≤ 300 ms / ≤ 2 ms',
  measure() {
    const state = stateOf(world(200, 500));
    let mesh = openMesh(state);
    const opening = time(() => {
      mesh = openMesh(state);
    });
    const timings = timeWarm(200, () => send(mesh, { from: 's0-v1', url: 'http://s199/other' }));
    return `${say(opening)} / ${say(timings.median)}`;
  },
};

export const largeCluster: Measurement = {
  what: 'a cluster of 200 pods settles',
  goal: '≤ 50 ms',
  measure() {
    const { resources } = readManifests(parseYaml({ path: 'world.yaml', text: world(100, 1) }), 'given');
    return say(timeWarm(20, () => settle(resources)).median);
  },
};
