import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from '../../check.ts';
import type { Source } from '../../core/source.ts';
import type { Measurement } from './row.ts';
import { say, time, timeCommand, timeWarm } from './timing.ts';

const count = 1_000;

/** Files as a team has them: a Deployment, its Service and an autoscaler, some of them with a mistake. */
export function manifestFiles(): readonly Source[] {
  return Array.from({ length: count }, (_, index) => ({ path: `app-${index}.yaml`, text: application(index) }));
}

function application(index: number): string {
  const name = `app-${index}`;
  const replicas = index % 10 === 0 ? '"three"' : 1 + (index % 5);
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  labels: { app: ${name}, team: t${index % 7} }
spec:
  replicas: ${replicas}
  selector:
    matchLabels: { app: ${index % 13 === 0 ? 'other' : name} }
  template:
    metadata:
      labels: { app: ${name}, version: v${index % 3} }
    spec:
      securityContext: { runAsNonRoot: true, runAsUser: 1000 }
      containers:
        - name: web
          image: nginx:1.${20 + (index % 10)}
          ports:
            - { name: http, containerPort: 8080 }
          env:
            - { name: INDEX, value: "${index}" }
          resources:
            requests: { cpu: 100m, memory: 64Mi }
            limits: { memory: 128Mi }
          readinessProbe:
            httpGet: { path: /ready, port: http }
---
apiVersion: v1
kind: Service
metadata:
  name: ${name}
spec:
  selector: { app: ${name} }
  ports:
    - { name: http, port: 80, targetPort: http }
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: ${name}
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: ${name} }
  minReplicas: 2
  maxReplicas: ${3 + (index % 4)}
  metrics:
    - type: Resource
      resource: { name: cpu, target: { type: Utilization, averageUtilization: 70 } }
`;
}

export const checkInProcess: Measurement = {
  what: `check, per file, over ${count} files of 3 objects, in process`,
  goal: 'faster per file than kubeconform',
  measure() {
    const files = manifestFiles();
    const timings = timeWarm(files.length, (index) => check([files[index] ?? { path: '', text: '' }]));
    return `${say(timings.median)} (p95 ${say(timings.at(0.95))})`;
  },
};

export const checkTogether: Measurement = {
  what: `check over those ${count} files as one world, in process`,
  goal: '≤ 0.6 s',
  measure() {
    const files = manifestFiles();
    check(files.slice(0, 20));
    return say(time(() => check(files)));
  },
};

export function checkCold(root: string): Measurement {
  return {
    what: `npx timonel check on those ${count} files, cold: all / per file`,
    goal: 'faster per file than kubeconform',
    measure() {
      const folder = mkdtempSync(join(tmpdir(), 'timonel-bench-'));
      try {
        const paths = manifestFiles().map(({ path, text }) => {
          writeFileSync(join(folder, path), text);
          return join(folder, path);
        });
        const launcher = join(root, 'graders/cli/timonel.mjs');
        const timings = timeCommand(3, process.execPath, [launcher, 'check', '--format', 'json', ...paths]);
        return `${say(timings.median)} / ${say(timings.median / count)}`;
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  };
}
