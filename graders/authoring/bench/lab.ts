import { rollout, settle } from '../../lab/cluster/index.ts';
import { build, pull, start } from '../../lab/image/index.ts';
import { openMesh, send } from '../../lab/istio/index.ts';
import { readDockerfile } from '../../model/dockerfile/read.ts';
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

const deployment = (image: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 20
  selector: { matchLabels: { app: web } }
  strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: 'nginx:${image}' }] }
`;

export const longRollout: Measurement = {
  what: 'a rollout of 60 steps or more, pod by pod',
  goal: '—',
  measure() {
    const read = (image: string) => readManifests(parseYaml({ path: 'web.yaml', text: deployment(image) }), 'given');
    const { state } = settle(read('1.28').resources);
    const [next] = read('1.29').resources;
    if (!next) throw new Error('no Deployment to roll out');
    const { steps } = rollout(state, next).outcome;
    if (steps.length < 60) throw new Error(`only ${steps.length} steps`);
    return `${say(timeWarm(100, () => rollout(state, next)).median)} (${steps.length} steps)`;
  },
};

const dockerfile = `FROM python:3.14-slim AS build
WORKDIR /app
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
COPY . .

FROM python:3.14-slim
WORKDIR /app
COPY --from=build /app /app
RUN useradd --create-home app
USER app
EXPOSE 8080
CMD ["python", "hola.py"]
`;

export const oneImage: Measurement = {
  what: 'read a two-stage Dockerfile, build its image and start it, warm',
  goal: '—',
  measure() {
    const context = [
      { path: 'requirements.txt', text: 'flask==3.1\n' },
      { path: 'hola.py', text: 'print("Hello, World!")\n' },
    ];
    const run = () => {
      const built = build(readDockerfile({ path: 'Dockerfile', text: dockerfile }).dockerfile, context, (name) =>
        pull(name),
      );
      if (!built.ok) throw new Error('the image cannot be built');
      return start(built.image);
    };
    const timings = timeWarm(500, run);
    return `${say(timings.median)} (p95 ${say(timings.at(0.95))})`;
  },
};
