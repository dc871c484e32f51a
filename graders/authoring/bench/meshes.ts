import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from '../../check.ts';
import type { Source } from '../../core/source.ts';
import type { Measurement } from './row.ts';
import { say, time, timeCommand } from './timing.ts';

/** Services in a namespace: a team has a few dozens. */

/**
 * A mesh as a company has it, in one file per namespace: for each service its Service, Deployment, VirtualService,
 * DestinationRule and AuthorizationPolicy.
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

export const checkMesh = (services: number, goal: string): Measurement => ({
  what: `check over a mesh of ${services.toLocaleString('en')} services (${(services * 5).toLocaleString('en')} objects), in process`,
  goal,
  measure() {
    const files = meshFiles(services);
    return say(time(() => check(files)));
  },
});
