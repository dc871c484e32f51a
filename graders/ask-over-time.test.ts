import { describe, expect, it } from 'vitest';
import { askScaling, askUpdate } from './ask-over-time.ts';

const deployment = (strategy = '') => ({
  path: 'web.yaml',
  text: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 2
  selector: { matchLabels: { app: web } }
${strategy}  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: nginx:1.29
          readinessProbe: { httpGet: { path: /, port: 80 } }
          resources: { requests: { cpu: 100m } }
`,
});
const autoscaler = (spec: string) => ({
  path: 'hpa.yaml',
  text: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  ${spec}
`,
});
const cpu =
  'metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 50 } } }]';
const load = { load: [{ from: 0, cpu: 400 }], until: 600 } as const;

const answerOf = <T>(asked: { readonly problems: readonly unknown[]; readonly answer?: T }) => asked.answer;

describe('an update that is asked for', () => {
  it('is followed to its end, with its decisions where they are written', () => {
    const text = deployment('  strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } }\n');
    const found = answerOf(askUpdate([text], { workload: 'web', image: 'a-much-longer-name.example/nginx:1.30' }));
    expect(found?.picture).toMatchObject({ end: 'complete', wanted: 2 });
    expect(found?.picture?.moments.map(({ oldReady, newReady }) => oldReady + newReady)).not.toContain(1);
    const places = found?.picture?.moments.flatMap(({ hops }) => hops.map(({ at }) => at && text.text.slice(at.from)));
    expect(places?.[0]).toMatch(/^\{ rollingUpdate/);
  });

  it('stops where the new image does not answer, at the probe that says so', () => {
    const text = deployment();
    const found = answerOf(askUpdate([text], { workload: 'web', image: 'nginxinc/nginx-unprivileged:1.30' }));
    expect(found?.picture?.end).toBe('stuck');
    const [hop] = found?.picture?.moments.flatMap(({ hops }) => hops).filter(({ stage }) => stage !== 'rollout') ?? [];
    expect(text.text.slice(hop?.at?.from)).toMatch(/^\{ httpGet|^\{ path|^80|^httpGet/);
  });

  it('says why there is nothing to update', () => {
    expect(answerOf(askUpdate([deployment()], { workload: 'nadie', image: 'a' }))).toEqual({ refused: [] });
    const both = '  strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 0 } }\n';
    const refused = answerOf(askUpdate([deployment(both)], { workload: 'web', image: 'a' }));
    expect([refused?.picture, refused?.refused.length]).toEqual([undefined, 1]);
    expect(askUpdate([{ path: 'a.yaml', text: 'a: [' }], { workload: 'web', image: 'a' }).problems.length).toBe(1);
    expect(answerOf(askUpdate([], { workload: 'web', image: 'a' }))).toBeUndefined();
  });
});

describe('a load that is asked for', () => {
  it('is served as far as the autoscaler may, and not at all where it sees nothing', () => {
    const ask = (spec: string) => answerOf(askScaling([deployment(), autoscaler(spec)], load))?.picture;
    expect(ask(`maxReplicas: 20\n  ${cpu}`)?.moments.at(-1)?.replicas).toBe(8);
    expect(ask(`maxReplicas: 5\n  ${cpu}`)).toMatchObject({ min: 1, max: 5, blind: false });
    expect(ask(`maxReplicas: 5\n  ${cpu.replaceAll('cpu', 'memory')}`)?.blind).toBe(true);
  });
});
