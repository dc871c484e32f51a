import { describe, expect, it } from 'vitest';
import { world } from '../testing/world.ts';

import { deploymentConditions } from './api/status.ts';
import type { LiveCluster, LiveHooks } from './live.ts';
import { openCluster, put, removeObject, removePod } from './objects.ts';
import { reasonOf } from './refusal-text.ts';
import { revisionsOf } from './revisions.ts';
import { find } from './store.ts';
import { eventsAt, nextChange, podsAt, stateAt } from './view.ts';

const web = (image: string, more = '') => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 3
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: '${image}', ports: [{ containerPort: 80 }]${more} }] }
`;
const key = { group: 'apps', kind: 'Deployment', namespace: 'default', name: 'web' };

function applied(cluster: LiveCluster, text: string, at: number): LiveCluster {
  const { cluster: next, puts } = put(cluster, world(text), at);
  expect(puts.map(({ did }) => did)).not.toContain('refused');
  return next;
}

const shown = (cluster: LiveCluster, clock: number) =>
  podsAt(cluster, clock).map(({ pod, terminating }) =>
    terminating ? 'ending' : pod.ready ? 'ready' : pod.phase === 'Running' ? 'running' : 'pending',
  );
const images = (cluster: LiveCluster, clock: number) =>
  stateAt(cluster, clock).pods.map(({ spec }) => spec?.containers?.[0]?.image);

describe('a cluster in time', () => {
  const first = applied(openCluster(0), web('nginx:1.28'), 10);

  it('may be asked for its moments in any order', () => {
    const [early, late, again] = [11, 60, 11].map((at) => shown(first, at));
    expect(late).not.toEqual(early);
    expect(again).toEqual(early);
  });

  it('has pods that come, pull their image and become ready', () => {
    expect(shown(first, 10)).toEqual(['pending', 'pending', 'pending']);
    const next = nextChange(first, 10) ?? 0;
    expect(next).toBeGreaterThan(10);
    expect(shown(first, 60)).toEqual(['ready', 'ready', 'ready']);
    expect(nextChange(first, 60)).toBeUndefined();
  });

  it('says what happened, in order', () => {
    const reasons = eventsAt(first, 60).map(({ reason }) => reason);
    expect(reasons[0]).toBe('ScalingReplicaSet');
    expect(reasons).toEqual(expect.arrayContaining(['SuccessfulCreate', 'Scheduled', 'Pulling', 'Pulled', 'Started']));
    const messages = eventsAt(first, 60).filter(({ reason }) => reason === 'ScalingReplicaSet');
    expect(messages.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Scaled up replica set web-\w+ from 0 to 3$/),
    ]);
  });

  it('updates pod by pod, and never has fewer than its strategy lets it', () => {
    const second = applied(first, web('nginx:1.29'), 100);
    let clock: number | undefined = 100;
    const ready: number[] = [];
    for (; clock !== undefined; clock = nextChange(second, clock)) {
      ready.push(shown(second, clock).filter((one) => one === 'ready').length);
    }
    expect(Math.min(...ready)).toBe(3);
    expect(images(second, 300)).toEqual(['nginx:1.29', 'nginx:1.29', 'nginx:1.29']);
    expect(images(second, 100).filter((image) => image === 'nginx:1.28')).toHaveLength(3);
  });

  it('stays with the old pods where the new ones never become ready', () => {
    const stuck = applied(first, web('nginx:no-hay'), 100);
    expect(shown(stuck, 500)).toEqual(['ready', 'ready', 'ready', 'pending']);
    const mended = applied(stuck, web('nginx:1.29'), 600);
    expect(images(mended, 900)).toEqual(['nginx:1.29', 'nginx:1.29', 'nginx:1.29']);
  });

  it('keeps its templates, and gives one that comes back the highest number', () => {
    const third = applied(applied(first, web('nginx:1.29'), 100), web('nginx:1.28'), 200);
    expect(revisionsOf(third, key).map(({ number }) => number)).toEqual([2, 3]);
    expect(images(third, 400)).toEqual(['nginx:1.28', 'nginx:1.28', 'nginx:1.28']);
  });

  it('makes another pod, of another name and address, for one that is deleted', () => {
    const [gone] = podsAt(first, 60);
    const after = removePod(first, 'default', gone?.pod.name ?? '', 60);
    expect(shown(after, 60)).toEqual(['ending', 'ready', 'ready', 'pending']);
    const pods = stateAt(after, 120).pods;
    expect(pods).toHaveLength(3);
    expect(new Set(pods.map(({ ip }) => ip)).size).toBe(3);
    expect(pods.map(({ name }) => name)).not.toContain(gone?.pod.name);
  });

  it('ends the pods of what is removed, and of a namespace with all that is in it', () => {
    const without = removeObject(first, key, 60);
    expect(shown(without, 60)).toEqual(['ending', 'ending', 'ending']);
    expect(shown(without, 120)).toEqual([]);
    expect(revisionsOf(without, key)).toEqual([]);
  });

  it('refuses what admission refuses and leaves the rest alone', () => {
    const { cluster, puts } = put(
      first,
      world(web('nginx:1.29').replace('name: web }\nspec', 'name: web, namespace: nada }\nspec')),
      100,
    );
    expect(puts.map(({ did, why }) => [did, why[0]?.message])).toEqual([['refused', 'cluster/namespaceMissing']]);
    expect(cluster).toBe(first);
  });

  it('says that nothing changed where nothing did, in whatever order it is written', () => {
    const again = put(first, world(web('nginx:1.28')), 100);
    expect(again.puts[0]?.did).toBe('unchanged');
    expect(again.cluster).toBe(first);
  });

  it('keeps its pods when something else is applied', () => {
    const names = stateAt(first, 60).pods.map(({ name, ip }) => [name, ip]);
    const more = applied(first, 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { x: hola }', 70);
    expect(stateAt(more, 80).pods.map(({ name, ip }) => [name, ip])).toEqual(names);
    expect(nextChange(more, 80)).toBeUndefined();
  });
});

describe('what controllers do in time', () => {
  const at = (text: string, clock = 10) => applied(openCluster(0), text, clock);
  const reasons = (cluster: LiveCluster, clock: number, kind: string) =>
    eventsAt(cluster, clock)
      .filter(({ about }) => about.kind === kind)
      .map(({ reason, count }) => `${reason}×${count}`);
  const job = (spec: string, command: string) =>
    `{ apiVersion: batch/v1, kind: Job, metadata: { name: j }, spec: { ${spec} template: { spec: { restartPolicy: Never, containers: [{ name: c, image: busybox, command: ${command} }] } } } }`;

  it('lets a Job try again, later and later, until it gives up', () => {
    const failing = at(job('backoffLimit: 2,', '["false"]'));
    const phases = (clock: number) => podsAt(failing, clock).map(({ pod }) => pod.phase);
    expect(phases(20)).toEqual(['Failed']);
    expect(phases(40)).toEqual(['Failed', 'Failed']);
    expect(phases(100)).toEqual(['Failed', 'Failed', 'Failed']);
    expect(phases(1000)).toHaveLength(3);
    expect(reasons(failing, 1000, 'Job')).toContain('BackoffLimitExceeded×1');
  });

  it('runs the pods of a Job side by side as far as it may', () => {
    const two = at(job('completions: 4, parallelism: 2,', '["true"]'));
    expect(podsAt(two, 11)).toHaveLength(2);
    expect(podsAt(two, 60).map(({ pod }) => pod.phase)).toEqual(Array(4).fill('Succeeded'));
    expect(reasons(two, 60, 'Job')).toContain('Completed×1');
  });

  it('makes the Jobs of a CronJob when their minute comes, and keeps the last', () => {
    const cron = at(
      `{ apiVersion: batch/v1, kind: CronJob, metadata: { name: r }, spec: { schedule: "*/2 * * * *", successfulJobsHistoryLimit: 1, jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: c, image: busybox, command: ["true"] }] } } } } } }`,
    );
    expect(podsAt(cron, 119)).toHaveLength(0);
    expect(podsAt(cron, 120)).toHaveLength(1);
    expect(reasons(cron, 300, 'CronJob')).toHaveLength(2);
    expect(podsAt(cron, 300)).toHaveLength(1);
  });

  it.each([
    ['maxSurge: 0, maxUnavailable: 25%', true],
    ['maxSurge: 1, maxUnavailable: 25%', false],
  ])('counts a Deployment of one pod that is not ready yet with %s as available: %s', (rollingUpdate, is) => {
    const text = `{ apiVersion: apps/v1, kind: Deployment, metadata: { name: web }, spec: { strategy: { rollingUpdate: { ${rollingUpdate} } }, selector: { matchLabels: { a: b } }, template: { metadata: { labels: { a: b } }, spec: { containers: [{ name: c, image: "nginx:1.28" }] } } } }`;
    const cluster = at(text);
    const object = find(cluster, key);
    const conditions = object && deploymentConditions(cluster, object);
    expect(conditions?.find(({ type }) => type === 'Available')?.status).toBe(is ? 'True' : 'False');
  });

  it('makes the pods of a StatefulSet one after the other and replaces the last first', () => {
    const set = (image: string) =>
      `{ apiVersion: apps/v1, kind: StatefulSet, metadata: { name: db }, spec: { serviceName: db, replicas: 2, selector: { matchLabels: { a: b } }, template: { metadata: { labels: { a: b } }, spec: { containers: [{ name: c, image: "${image}" }] } } } }`;
    const first = at(set('nginx:1.28'));
    expect(podsAt(first, 11).map(({ pod }) => pod.name)).toEqual(['db-0']);
    expect(podsAt(first, 60).map(({ pod }) => [pod.name, pod.ready])).toEqual([
      ['db-0', true],
      ['db-1', true],
    ]);
    const second = applied(first, set('nginx:1.29'), 60);
    expect(podsAt(second, 60).map(({ pod, terminating }) => [pod.name, terminating])).toEqual([
      ['db-0', false],
      ['db-1', true],
    ]);
    expect(images(second, 200)).toEqual(['nginx:1.29', 'nginx:1.29']);
    expect(revisionsOf(second, { ...key, kind: 'StatefulSet', name: 'db' }).map(({ number }) => number)).toEqual([
      1, 2,
    ]);
  });

  it('tells a quota that stops a ReplicaSet, and goes on when it is raised', () => {
    const quota = (pods: number) =>
      `apiVersion: v1\nkind: ResourceQuota\nmetadata: { name: q }\nspec: { hard: { pods: "${pods}" } }`;
    const stopped = applied(at(quota(2)), web('nginx:1.28'), 20);
    expect(podsAt(stopped, 60)).toHaveLength(2);
    const [refused] = eventsAt(stopped, 21).filter(({ reason }) => reason === 'FailedCreate');
    expect(refused?.message).toMatch(
      /^Error creating: pods "web-\w+-\w+" is forbidden: exceeded quota: q, requested: pods=1, used: pods=2, limited: pods=2$/,
    );
    expect(podsAt(applied(stopped, quota(5), 60), 120)).toHaveLength(3);
  });

  it('starts a pod that waits for a Secret when the Secret comes', () => {
    const pod =
      '{ apiVersion: v1, kind: Pod, metadata: { name: p }, spec: { containers: [{ name: c, image: "nginx:1.29", envFrom: [{ secretRef: { name: s } }] }] } }';
    const waiting = at(pod);
    expect(podsAt(waiting, 60)[0]?.pod.containers[0]?.reason).toBe('CreateContainerConfigError');
    expect(eventsAt(waiting, 60).map(({ message }) => message)).toContain('Error: secret "s" not found');
    const given = applied(waiting, 'apiVersion: v1\nkind: Secret\nmetadata: { name: s }\nstringData: { a: b }', 60);
    expect(podsAt(given, 90)[0]?.pod.ready).toBe(true);
  });

  it('restarts what fails again and again, with longer and longer waits', () => {
    const crashing = at(
      '{ apiVersion: v1, kind: Pod, metadata: { name: p }, spec: { containers: [{ name: c, image: busybox, command: ["false"] }] } }',
    );
    const look = (clock: number) => {
      const [one] = podsAt(crashing, clock)[0]?.pod.containers ?? [];
      return [one?.reason ?? one?.state, one?.restarts];
    };
    expect(look(11)).toEqual(['ContainerCreating', 0]);
    const first = podsAt(crashing, 60)[0]?.live.starts[0]?.started ?? 0;
    expect(look(first + 1)).toEqual(['Error', 0]);
    expect(look(first + 6)).toEqual(['CrashLoopBackOff', 1]);
    expect(look(first + 14)).toEqual(['Error', 2]);
    expect(look(first + 300)).toEqual(['CrashLoopBackOff', 5]);
  });

  it('scales by what the pods use, as the autoscaler decides', () => {
    const hpa =
      '{ apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: { name: h }, spec: { minReplicas: 1, maxReplicas: 5, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 50 } } }] } }';
    const asked = web('nginx:1.28', ', resources: { requests: { cpu: 100m } }').replace('replicas: 3', 'replicas: 1');
    const busy = put(
      openCluster(0, [], { usage: () => ({ cpu: 100, memory: 0 }) }),
      world(`${asked}\n---\n${hpa}`),
      10,
    );
    expect(stateAt(busy.cluster, 300).pods).toHaveLength(5);
    expect(reasons(busy.cluster, 300, 'HorizontalPodAutoscaler').join()).toContain('SuccessfulRescale');
    const blind = put(openCluster(0), world(`${asked}\n---\n${hpa}`), 10);
    expect(stateAt(blind.cluster, 300).pods).toHaveLength(1);
  });

  it('asks webhooks when a pod is created, not later', () => {
    const inject: LiveHooks['inject'] = (pod, resources) =>
      resources.some(({ kind, name }) => kind === 'ConfigMap' && name === 'malla')
        ? { ...pod, annotations: { ...pod.annotations, inyectado: 'si' } }
        : pod;
    const before = put(openCluster(0, [], { inject }), world(web('nginx:1.28')), 10).cluster;
    const labelled = applied(before, 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: malla }', 60);
    const injected = (cluster: LiveCluster, clock: number) =>
      stateAt(cluster, clock).pods.filter(({ annotations }) => annotations.inyectado === 'si').length;
    expect(injected(labelled, 100)).toBe(0);
    const [pod] = podsAt(labelled, 100);
    expect(injected(removePod(labelled, 'default', pod?.pod.name ?? '', 100), 200)).toBe(1);
  });

  it('does not change what the API never lets change', () => {
    const first = at(web('nginx:1.28'));
    const { puts } = put(first, world(web('nginx:1.28').replaceAll('app: web', 'app: otra')), 20);
    expect(puts[0]?.did).toBe('refused');
    expect(reasonOf(puts[0]?.why[0] as never)).toBe(
      'spec.selector: Invalid value: {"matchLabels":{"app":"otra"}}: field is immutable',
    );
  });
});
