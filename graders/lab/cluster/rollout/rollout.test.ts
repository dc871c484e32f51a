import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { settle } from '../settle.ts';
import { world } from '../testing/world.ts';
import { boundsOf } from './bounds.ts';
import { orderedUpdate } from './ordered.ts';
import { recreate, rollingUpdate } from './rolling.ts';
import { type RolloutTrace, rollout } from './rollout.ts';

describe('bounds of a rolling update', () => {
  it.each([
    [3, undefined, undefined, 1, 0],
    [4, undefined, undefined, 1, 1],
    [10, undefined, undefined, 3, 2],
    [1, undefined, undefined, 1, 0],
    [10, '0%', '0%', 0, 1],
    [10, 0, 0, 0, 1],
    [10, 2, '50%', 2, 5],
    [3, '100%', 0, 3, 0],
    [2, 0, 5, 0, 2],
    [0, 0, 1, 0, 0],
  ])('%s replicas, surge %s, unavailable %s', (replicas, maxSurge, maxUnavailable, surge, unavailable) => {
    expect(boundsOf(replicas, maxSurge, maxUnavailable)).toEqual({ surge, unavailable });
  });
});

describe('a rolling update', () => {
  it('replaces three pods one by one, never below three', () => {
    const { steps, outcome, minAvailable, maxTotal, seconds } = rollingUpdate({
      replicas: 3,
      ...boundsOf(3),
      readyAfter: 5,
    });
    expect({ outcome, minAvailable, maxTotal, seconds }).toEqual({
      outcome: 'complete',
      minAvailable: 3,
      maxTotal: 4,
      seconds: 15,
    });
    expect(steps.map(({ at, oldPods, newPods, available }) => [at, oldPods, newPods, available])).toEqual([
      [0, 3, 0, 3],
      [0, 3, 1, 3],
      [5, 3, 1, 4],
      [5, 2, 1, 3],
      [5, 2, 2, 3],
      [10, 2, 2, 4],
      [10, 1, 2, 3],
      [10, 1, 3, 3],
      [15, 1, 3, 4],
      [15, 0, 3, 3],
      [15, 0, 3, 3],
    ]);
  });

  it('keeps the old pods when the new ones never become ready', () => {
    const rollout = rollingUpdate({ replicas: 4, ...boundsOf(4), readyAfter: Number.POSITIVE_INFINITY });
    expect(rollout).toMatchObject({ outcome: 'stuck', minAvailable: 3, maxTotal: 5, seconds: 600 });
  });

  it('gets rid of broken old pods first', () => {
    const rollout = rollingUpdate({ replicas: 4, ...boundsOf(4), readyAfter: 1, old: { pods: 4, available: 2 } });
    expect(rollout.outcome).toBe('complete');
    expect(rollout.minAvailable).toBeGreaterThanOrEqual(2);
  });

  it('of nothing is complete at once', () => {
    expect(rollingUpdate({ replicas: 0, ...boundsOf(0), readyAfter: 9 })).toMatchObject({
      outcome: 'complete',
      seconds: 0,
    });
  });

  const percent = fc.integer({ min: 0, max: 100 }).map((value) => `${value}%`);
  const amount = fc.oneof(fc.integer({ min: 0, max: 30 }), percent);
  it('stays within its bounds at every step and ends', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        amount,
        amount,
        fc.constantFrom(0, 3, 40, Number.POSITIVE_INFINITY),
        (replicas, up, down, readyAfter) => {
          const bounds = boundsOf(replicas, up, down);
          const { steps, outcome } = rollingUpdate({ replicas, ...bounds, readyAfter });
          for (const { available, total } of steps) {
            expect(available).toBeGreaterThanOrEqual(replicas - bounds.unavailable);
            expect(total).toBeLessThanOrEqual(replicas + bounds.surge);
          }
          expect(outcome).toBe(readyAfter === Number.POSITIVE_INFINITY && replicas > 0 ? 'stuck' : 'complete');
        },
      ),
    );
  });

  it('with broken old pods never loses an available one below the bound', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        amount,
        amount,
        fc.integer({ min: 0, max: 30 }),
        (replicas, up, down, broken) => {
          const bounds = boundsOf(replicas, up, down);
          const available = Math.max(0, replicas - broken);
          const { steps, outcome } = rollingUpdate({
            replicas,
            ...bounds,
            readyAfter: 2,
            old: { pods: replicas, available },
          });
          const least = Math.min(available, replicas - bounds.unavailable);
          for (const step of steps) expect(step.available).toBeGreaterThanOrEqual(least);
          expect(outcome).toBe('complete');
        },
      ),
    );
  });
});

describe('other strategies', () => {
  it('Recreate leaves a gap', () => {
    expect(recreate({ replicas: 3, surge: 0, unavailable: 0, readyAfter: 4 })).toMatchObject({
      outcome: 'complete',
      minAvailable: 0,
      maxTotal: 3,
      seconds: 4,
    });
  });

  it('a StatefulSet goes from the highest ordinal down, one at a time', () => {
    expect(orderedUpdate({ replicas: 3, partition: 0, unavailable: 1, readyAfter: 5 })).toMatchObject({
      outcome: 'complete',
      minAvailable: 2,
      maxTotal: 3,
      seconds: 15,
    });
  });

  it('a StatefulSet leaves the pods below its partition alone', () => {
    const { steps } = orderedUpdate({ replicas: 5, partition: 3, unavailable: 1, readyAfter: 5 });
    expect(steps.at(-1)).toMatchObject({ oldPods: 3, newPods: 2, available: 5 });
  });

  it('a StatefulSet stops at the first pod that does not become ready', () => {
    expect(
      orderedUpdate({ replicas: 3, partition: 0, unavailable: 1, readyAfter: Number.POSITIVE_INFINITY }),
    ).toMatchObject({ outcome: 'stuck', minAvailable: 2 });
  });
});

describe('a rollout in a cluster', () => {
  const deployment = (image: string, rest = '', template = '') =>
    `{ apiVersion: apps/v1, kind: Deployment, metadata: { name: web }, spec: { replicas: 4, ${rest} selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: "${image}", ${template} }] } } } }`;
  const follow = (before: string, after: string) => {
    const [next] = world(after);
    if (!next) throw new Error('no workload');
    return rollout(settle(world(before)).state, next);
  };
  const last = (trace: RolloutTrace) => trace.hops.at(-1)?.message;

  it('goes from one image to the next', () => {
    const trace = follow(
      deployment('nginx:1.28'),
      deployment('nginx:1.29', '', 'readinessProbe: { httpGet: { port: 80 }, initialDelaySeconds: 4 }'),
    );
    expect(trace.outcome).toMatchObject({ outcome: 'complete', minAvailable: 3, maxTotal: 5, seconds: 10 });
    expect(last(trace)).toBe('cluster/rolloutComplete');
  });

  it('stops at an image that does not exist, and says why', () => {
    const trace = follow(deployment('nginx:1.28'), deployment('ngnix:1.29'));
    expect(trace.outcome).toMatchObject({ outcome: 'stuck', minAvailable: 3 });
    expect(trace.hops.map(({ message }) => message)).toContain('cluster/imageMissingNear');
  });

  it('has nothing to do when the template is the same', () => {
    expect(last(follow(deployment('nginx:1.28'), deployment('nginx:1.28', 'revisionHistoryLimit: 3,')))).toBe(
      'cluster/rolloutUnchanged',
    );
  });

  describe('under a quota', () => {
    const quota =
      '{ apiVersion: v1, kind: ResourceQuota, metadata: { name: cuota }, spec: { hard: { requests.cpu: "4" } } }\n---\n';
    const asks = (cpu: string) => `resources: { requests: { cpu: ${cpu} } }`;
    const strategy = (unavailable: number) => `strategy: { rollingUpdate: { maxUnavailable: ${unavailable} } },`;
    const update = (cpu: string, rest: string) =>
      rollout(
        settle(world(quota + deployment('nginx:1.28', rest, asks(cpu)))).state,
        world(deployment('nginx:1.29', rest, asks(cpu)))[0] as Resource,
      );

    it('stops when the new pod finds no room beside the old ones', () => {
      const trace = update('900m', strategy(0));
      expect(trace.outcome).toMatchObject({ outcome: 'stuck', minAvailable: 4 });
      expect(trace.hops.map(({ message }) => message)).toContain('cluster/quotaExceeded');
    });

    it('goes on where there is room, or an old pod may go first', () => {
      expect(update('700m', strategy(0)).outcome).toMatchObject({ outcome: 'complete', minAvailable: 4 });
      expect(update('900m', strategy(1)).outcome).toMatchObject({ outcome: 'complete', minAvailable: 3 });
    });
  });

  it('leaves a gap under Recreate', () => {
    const trace = follow(deployment('nginx:1.28'), deployment('nginx:1.29', 'strategy: { type: Recreate },'));
    expect(trace.outcome).toMatchObject({ outcome: 'complete', minAvailable: 0, maxTotal: 4 });
  });
});
