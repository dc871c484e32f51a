import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quick as isQuick } from '../../../vitest/quick.ts';
import { world } from '../testing/world.ts';
import type { LiveCluster } from './live.ts';
import { openCluster, put, removeObject, removePod } from './objects.ts';
import { allTouched } from './store.ts';

const namespace = (name: string) => world(`{ apiVersion: v1, kind: Namespace, metadata: { name: ${name} } }`);
const deployment = (name: string, image: string, replicas: number) =>
  world(`
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: sala }
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec: { containers: [{ name: web, image: '${image}' }] }
`);
const quota = (pods: number) =>
  world(
    `{ apiVersion: v1, kind: ResourceQuota, metadata: { name: tope, namespace: sala }, spec: { hard: { pods: ${pods} } } }`,
  );
const settings = world(
  '{ apiVersion: v1, kind: ConfigMap, metadata: { name: ajustes, namespace: sala }, data: { a: b } }',
);

/** What somebody does to a cluster at a moment. */
type Act = (cluster: LiveCluster, at: number) => LiveCluster;

const key = (group: string, kind: string, name: string, inside = true) => ({
  group,
  kind,
  name,
  ...(inside && { namespace: 'sala' }),
});
const act: fc.Arbitrary<{ readonly name: string; readonly does: Act }> = fc.oneof(
  fc
    .tuple(fc.constantFrom('a', 'b'), fc.constantFrom('nginx:1.28', 'nginx:1.29', 'nginx:nada'), fc.nat(3))
    .map(([name, image, replicas]) => ({
      name: `${name} ${image} × ${replicas}`,
      does: (cluster: LiveCluster, at: number) => put(cluster, deployment(name, image, replicas), at).cluster,
    })),
  fc.nat(4).map((pods) => ({
    name: `quota ${pods}`,
    does: (cluster: LiveCluster, at: number) => put(cluster, quota(pods), at).cluster,
  })),
  fc.constantFrom<{ readonly name: string; readonly does: Act }>(
    { name: 'settings', does: (cluster, at) => put(cluster, settings, at).cluster },
    { name: 'namespace', does: (cluster, at) => put(cluster, namespace('sala'), at).cluster },
    { name: 'no quota', does: (cluster, at) => removeObject(cluster, key('', 'ResourceQuota', 'tope'), at) },
    { name: 'no a', does: (cluster, at) => removeObject(cluster, key('apps', 'Deployment', 'a'), at) },
    {
      name: 'no b, its ReplicaSets stay',
      does: (cluster, at) => removeObject(cluster, key('apps', 'Deployment', 'b'), at, 'orphan'),
    },
    { name: 'no namespace', does: (cluster, at) => removeObject(cluster, key('', 'Namespace', 'sala', false), at) },
    {
      name: 'no ReplicaSets',
      does: (cluster, at) =>
        [...cluster.objects.values()]
          .filter(({ resource }) => resource.kind === 'ReplicaSet')
          .reduce((next, { resource }) => removeObject(next, resource, at), cluster),
    },
    {
      name: 'no first pod',
      does: (cluster, at) => {
        const [pod] = cluster.pods.values();
        return pod ? removePod(cluster, pod.verdict.namespace, pod.verdict.name, at) : cluster;
      },
    },
  ),
);

const seen = ({ touched: _, judged: __, placing: ___, ...cluster }: LiveCluster) => cluster;

describe('controllers that look only where something has changed', () => {
  it('do what they would do if they looked at everything', () => {
    const acts = fc.array(fc.tuple(act, fc.constantFrom(0, 0, 0, 1, 40)), { minLength: 4, maxLength: 14 });
    fc.assert(
      fc.property(acts, (steps) => {
        let [quick, whole] = [openCluster(0), openCluster(0)].map((one) => put(one, namespace('sala'), 0).cluster) as [
          LiveCluster,
          LiveCluster,
        ];
        let at = 0;
        for (const [{ does }, seconds] of steps) {
          at += seconds;
          quick = does(quick, at);
          whole = does(allTouched(whole), at);
          expect(seen(quick)).toEqual(seen(whole));
        }
      }),
      isQuick ? { numRuns: 3 } : {},
    );
  }, 120_000);
});
