import { describe, expect, it } from 'vitest';
import { resourcesOf } from './ask.ts';
import { askMigration, askScaling, askUpdate } from './ask-over-time.ts';
import type { UpdateBranch } from './checks/drawn/branch.ts';
import { rollout, settle } from './lab/cluster/index.ts';
import { few } from './vitest/quick.ts';

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

  it('has as few ready pods and as many pods as the controller replayed by its numbers', () => {
    const of = ({ moments, end }: NonNullable<ReturnType<typeof livedOf>>) => [
      end,
      Math.min(...moments.map(({ oldReady, newReady }) => oldReady + newReady)),
      Math.max(...moments.map(({ oldPods, newPods }) => oldPods + newPods)),
    ];
    const livedOf = (text: string, image: string) =>
      answerOf(askUpdate([{ path: 'web.yaml', text }], { workload: 'web', image }))?.picture;
    for (const replicas of few([5, 1, 2])) {
      for (const [surge, unavailable] of [
        ['1', '0'],
        ['0', '1'],
        ['100%', '50%'],
        ['25%', '25%'],
      ] as const) {
        for (const image of ['nginx:1.30', 'nginxinc/nginx-unprivileged:1.30']) {
          const strategy = `  strategy: { rollingUpdate: { maxSurge: ${surge}, maxUnavailable: ${unavailable} } }\n`;
          const text = deployment(strategy).text.replace('replicas: 2', `replicas: ${replicas}`);
          const [before] = resourcesOf([{ path: 'web.yaml', text }]).resources;
          const [next] = resourcesOf([{ path: 'web.yaml', text: text.replace('nginx:1.29', image) }]).resources;
          const lived = livedOf(text, image);
          if (!before || !next || !lived) throw new Error('nothing to update');
          const { outcome, minAvailable, maxTotal } = rollout(settle([before]).state, next).outcome;
          expect([replicas, surge, unavailable, ...of(lived)]).toEqual([
            ...[replicas, surge, unavailable],
            ...[outcome, minAvailable, maxTotal],
          ]);
        }
      }
    }
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

describe('an update in which somebody does something else', () => {
  const bounds = '  strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } }\n';
  const files = [deployment(bounds)];
  const line = answerOf(askUpdate(files, { workload: 'web', image: 'nginx:1.30' }))?.picture;
  const branched = (at: number, does: UpdateBranch['does']) =>
    answerOf(askUpdate(files, { workload: 'web', image: 'nginx:1.30' }, { kind: 'rollout', at, does }));
  const shown = (found: ReturnType<typeof branched>) =>
    (found?.picture?.moments ?? []).map(
      ({ oldReady, newReady, newPods, laterReady, laterPods }) =>
        `${oldReady}+${newReady}/${newPods}${laterPods === undefined ? '' : `+${laterReady}/${laterPods}`}`,
    );
  const middle = line?.moments[2]?.at ?? 0;

  it('was what it was until then', () => {
    for (const does of [{ undo: true }, { image: 'nginx:1.28' }, { kill: 'old' }, { apply: files }] as const) {
      const { moments = [], shared = 0 } = branched(middle, does)?.picture ?? {};
      expect(shared).toBe(5);
      expect(moments.slice(0, shared)).toEqual(line?.moments.slice(0, shared));
    }
  });

  it('goes back to the pods that are still there', () => {
    expect(shown(branched(middle, { undo: true })).slice(4)).toEqual([
      ...['1+1/2', '1+1/1', '1+1/1'],
      ...['2+1/1', '2+0/0'],
    ]);
  });

  it('brings a third template, and takes a pod away that comes again', () => {
    const third = shown(branched(middle, { image: 'nginx:1.28' }));
    expect(third.at(-1)).toBe('0+0/0+2/2');
    expect(shown(branched(middle, { kill: 'old' })).slice(3)).toContain('0+1/2');
    expect(branched(middle, { kill: 'old' })?.picture?.end).toBe('complete');
  });

  it('applies what is written now, and says why it cannot', () => {
    const both = deployment('  strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 0 } }\n');
    const refused = branched(middle, { apply: [both] });
    expect([refused?.picture, refused?.refused.length]).toEqual([undefined, 1]);
    expect(branched(middle, { apply: [autoscaler('maxReplicas: 2')] })).toEqual({ refused: [] });
    const unread = { kind: 'rollout', at: 0, does: { apply: [{ path: 'a.yaml', text: 'a: [' }] } } as const;
    expect(askUpdate(files, { workload: 'web', image: 'nginx:1.30' }, unread).problems.length).toBe(1);
    const more = deployment('  strategy: { rollingUpdate: { maxSurge: 2, maxUnavailable: 0 } }\n');
    expect(branched(0, { apply: [more] })?.picture?.moments.map(({ newPods }) => newPods)).toContain(2);
  });

  it('ends a line that was stuck', () => {
    const stuck = { workload: 'web', image: 'nginxinc/nginx-unprivileged:1.30' };
    const picture = answerOf(askUpdate(files, stuck, { kind: 'rollout', at: 600, does: { undo: true } }))?.picture;
    expect([picture?.end, picture?.moments.at(-1)?.oldReady, picture?.shared]).toEqual(['complete', 2, 3]);
  });

  it('takes what no file shows to exist, before and after', () => {
    const [file] = files;
    const text = (file?.text ?? '')
      .replace('    spec:\n', '    spec:\n      serviceAccountName: robot\n')
      .replace('image: nginx:1.29\n', 'image: nginx:1.29\n          envFrom: [{ secretRef: { name: clave } }]\n');
    const found = answerOf(askUpdate([{ path: 'web.yaml', text }], { workload: 'web', image: 'nginx:1.30' }));
    expect([found?.picture?.end, found?.picture?.moments[0]?.oldReady]).toEqual(['complete', 2]);
  });

  it('takes a namespace that no file shows to exist', () => {
    const text = files[0]?.text.replace('{ name: web }', '{ name: web, namespace: tienda }') ?? '';
    const found = answerOf(askUpdate([{ path: 'web.yaml', text }], { workload: 'web', image: 'nginx:1.30' }));
    expect(found?.picture?.end).toBe('complete');
  });
});

describe('a load that is asked for', () => {
  it('is another from a moment on, as long as it takes to see what comes of it', () => {
    const files = [deployment(), autoscaler(`maxReplicas: 20\n  ${cpu}`)];
    const line = answerOf(askScaling(files, load))?.picture;
    const branch = answerOf(askScaling(files, load, { kind: 'autoscaling', at: 300, cpu: 100 }))?.picture;
    const { moments = [], shared = 0 } = branch ?? {};
    expect(moments[shared - 1]?.at).toBe(300);
    expect(moments.slice(0, shared)).toEqual(line?.moments.slice(0, shared));
    expect(moments.map((moment) => moment.load).slice(shared - 1, shared + 1)).toEqual([400, 100]);
    expect(moments.at(-1)).toMatchObject({ at: 720, replicas: 2 });
  });

  it('is served as far as the autoscaler may, and not at all where it sees nothing', () => {
    const ask = (spec: string) => answerOf(askScaling([deployment(), autoscaler(spec)], load))?.picture;
    expect(ask(`maxReplicas: 20\n  ${cpu}`)?.moments.at(-1)?.replicas).toBe(8);
    expect(ask(`maxReplicas: 5\n  ${cpu}`)).toMatchObject({ min: 1, max: 5, blind: false });
    expect(ask(`maxReplicas: 5\n  ${cpu.replaceAll('cpu', 'memory')}`)?.blind).toBe(true);
  });
});

describe('a migration that is asked for', () => {
  const mesh = (name: string, mode: string) => ({
    path: `${name}.yaml`,
    text: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: default, namespace: istio-system }
spec: { mtls: { mode: ${mode} } }
`,
  });
  const namespace = {
    path: 'mundo.yaml',
    text: `apiVersion: v1
kind: Namespace
metadata: { name: default }
---
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
`,
  };
  const files = [deployment(), namespace, mesh('estricto', 'STRICT'), mesh('permisivo', 'PERMISSIVE')];
  const step = (id: string, does: Parameters<typeof askMigration>[1]['steps'][number]['does']) =>
    ({ id, text: { es: id, en: id }, does }) as const;
  const asked = {
    plan: ['instalar', 'etiquetar', 'reiniciar', 'estricto'],
    steps: [
      step('instalar', { do: 'install', cni: true }),
      step('etiquetar', { do: 'label', namespace: 'default', labels: { 'istio-injection': 'enabled' } }),
      step('reiniciar', { do: 'restart', workloads: ['default/web'] }),
      step('estricto', { do: 'apply', file: 'estricto.yaml' }),
      step('permisivo', { do: 'apply', file: 'permisivo.yaml' }),
    ],
    flows: [{ from: 'outside', to: 'http://web.default/' }],
  } as const;
  const told = (branch?: Parameters<typeof askMigration>[2]) =>
    answerOf(askMigration(files, asked, branch))?.picture?.steps.map(
      ({ id, refused, instants }) =>
        `${id}${refused ? ' refused' : ''}${instants.some((lost) => lost.length > 0) ? ' lost' : ''}`,
    );

  it('is carried out to its end, in a world without the files of its steps', () => {
    expect(told()).toEqual(['instalar', 'etiquetar', 'reiniciar', 'estricto lost']);
  });

  it('goes on otherwise from a step on', () => {
    expect(told({ kind: 'migration', after: 4, take: 'permisivo' })?.slice(3)).toEqual(['estricto lost', 'permisivo']);
    expect(told({ kind: 'migration', after: 2 })).toEqual(['instalar', 'etiquetar', 'estricto']);
    expect(told({ kind: 'migration', after: 0, take: 'estricto' })).toEqual(['estricto refused']);
    expect(told({ kind: 'migration', after: 1, take: 'reiniciar' })).toEqual([
      'instalar',
      'reiniciar',
      'etiquetar',
      'estricto',
    ]);
    const branch = answerOf(askMigration(files, asked, { kind: 'migration', after: 2, take: 'permisivo' }))?.picture;
    const before = branch?.steps.slice(0, 2).flatMap(({ instants }) => instants).length;
    expect(branch?.shared).toBe(before);
  });
});
