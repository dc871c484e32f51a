import { check } from '../../check.ts';
import type { Source } from '../../core/source.ts';
import { settle } from '../../lab/cluster/index.ts';
import { openMesh } from '../../lab/istio/index.ts';
import { readManifests } from '../../model/manifests/read.ts';
import { parseYaml } from '../../parse/yaml/yaml.ts';
import type { Measurement } from './row.ts';
import { say, time } from './timing.ts';

/**
 * A mesh as a company has it, in one file per namespace: for each service its Service, Deployment, VirtualService,
 * DestinationRule and AuthorizationPolicy.
 * @param perNamespace a team has a few dozens
 */
export function meshFiles(services: number, perNamespace = 25): readonly Source[] {
  const namespaces = Array.from({ length: Math.ceil(services / perNamespace) }, (_, index) => `team-${index}`);
  return namespaces.map((namespace, index) => {
    const count = Math.min(perNamespace, services - index * perNamespace);
    const objects = Array.from({ length: count }, (_, of) => service(`s${index * perNamespace + of}`, namespace));
    return { path: `${namespace}.yaml`, text: [labelled(namespace), ...objects].join('---\n') };
  });
}

const labelled = (name: string): string => `apiVersion: v1
kind: Namespace
metadata: { name: ${name}, labels: { istio-injection: enabled } }
`;

function service(name: string, namespace: string): string {
  return `apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  selector: { app: ${name} }
  ports: [{ name: http, port: 80, targetPort: 8080 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  replicas: 2
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name}, version: v1 } }
    spec:
      serviceAccountName: default
      securityContext: { runAsNonRoot: true, runAsUser: 1000 }
      containers:
        - name: web
          image: ghcr.io/example/${name}:1.0.0
          ports: [{ containerPort: 8080 }]
          resources: { requests: { cpu: 100m, memory: 64Mi }, limits: { memory: 128Mi } }
          readinessProbe: { httpGet: { path: /ready, port: 8080 } }
          livenessProbe: { httpGet: { path: /live, port: 8080 } }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  hosts: [${name}]
  http:
    - match: [{ uri: { prefix: /v2/ } }]
      route: [{ destination: { host: ${name}, subset: v1 } }]
    - route: [{ destination: { host: ${name}, subset: v1 } }]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  host: ${name}
  subsets: [{ name: v1, labels: { version: v1 } }]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  selector: { matchLabels: { app: ${name} } }
  rules:
    - from: [{ source: { principals: [cluster.local/ns/${namespace}/sa/default] } }]
      to: [{ operation: { methods: [GET], ports: ["8080"] } }]
`;
}

/** What a mesh of some services costs, and what one of ten and of fifty times as many: growth shows at a glance. */
export const checkMeshes: readonly Measurement[] = [
  checkMesh(100, '—'),
  checkMesh(500, '≤ 1 s'),
  checkMesh(1_000, 'linear'),
  checkMesh(5_000, 'linear'),
];

function checkMesh(services: number, goal: string): Measurement {
  return {
    what: `check over a mesh of ${services} services, ${services * 5} objects, in process`,
    goal,
    measure() {
      const files = meshFiles(services);
      check(meshFiles(20));
      const took = time(() => check(files));
      return `${say(took)}, ${say(took / services)} each`;
    },
  };
}

/** The same worlds in the lab: applied, until nothing changes any more. */
export const settleMeshes: readonly Measurement[] = [100, 1_000, 5_000].map((services) => ({
  what: `the lab settles a mesh of ${services} services and opens it`,
  goal: services === 100 ? '—' : 'linear',
  measure() {
    const { resources } = readAll(meshFiles(services));
    const took = time(() => openMesh(settle(resources).state));
    return `${say(took)}, ${say(took / services)} each`;
  },
}));

function readAll(files: readonly Source[]) {
  return { resources: files.flatMap((file) => readManifests(parseYaml(file), 'given').resources) };
}
