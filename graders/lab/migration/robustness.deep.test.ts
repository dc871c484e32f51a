import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { world as objects } from '../cluster/testing/world.ts';
import { pull } from '../image/registry.ts';
import { podsOf, strayOf } from './fleet.ts';
import { type MigrationStep, probe, step, type World, worldOf } from './index.ts';

const deployment = (name: string, namespace: string, replicas: number, strategy: string) => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  replicas: ${replicas}
  strategy: ${strategy}
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec: { containers: [{ name: app, image: 'ejemplo/app:1', resources: { requests: { cpu: 100m } } }] }
---
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: ${namespace} }
spec: { selector: { app: ${name} }, ports: [{ name: http, port: 80, targetPort: 8080 }] }
---
`;
const namespaces = ['a', 'b']
  .map((name) => `apiVersion: v1\nkind: Namespace\nmetadata: { name: ${name} }\n---\n`)
  .join('');
const quota = (cpu: string) =>
  objects(
    `apiVersion: v1\nkind: ResourceQuota\nmetadata: { name: q, namespace: a }\nspec: { hard: { requests.cpu: ${cpu} } }`,
  );
const peers = (mode: string) =>
  objects(
    `apiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: { name: default, namespace: istio-system }\nspec: { mtls: { mode: ${mode} } }`,
  );

const text =
  namespaces +
  deployment('web', 'a', 3, '{ rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } }') +
  deployment('api', 'a', 4, '{}') +
  deployment('db', 'b', 2, '{ rollingUpdate: { maxSurge: 2, maxUnavailable: 0 } }');
const images = (reference: string) => pull(reference, [{ name: 'ejemplo/app', listens: [8080] }]);
const begun = worldOf([...objects(text), ...quota('1')], { images, world: 'closed' });
const flows = [
  { from: 'a/web', to: 'http://db.b/' },
  { from: 'b/db', to: 'http://api.a/' },
  { from: 'outside', to: 'http://web.a/' },
];

const label = (namespace: string, key: string, value: string | null): MigrationStep => ({
  do: 'label',
  namespace,
  labels: { [key]: value },
});
const menu: readonly MigrationStep[] = [
  { do: 'install' },
  { do: 'install', revision: 'r', cni: true },
  { do: 'uninstall' },
  { do: 'uninstall', revision: 'r' },
  label('a', 'istio-injection', 'enabled'),
  label('a', 'istio-injection', null),
  label('b', 'istio.io/rev', 'r'),
  { do: 'restart', workloads: ['a'] },
  { do: 'restart', workloads: ['a/web', 'b'] },
  { do: 'apply', objects: quota('3') },
  { do: 'apply', objects: peers('STRICT') },
  { do: 'delete', objects: peers('STRICT') },
  { do: 'observe' },
];

describe('any order of steps', () => {
  it('keeps every workload within its strategy, and says the same each time', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...menu), { maxLength: 10 }), (steps) => {
        let world: World = begun;
        for (const asked of steps) {
          const stepped = step(world, asked);
          expect(step(world, asked).trace).toEqual(stepped.trace);
          for (const phase of stepped.phases) probe(phase, flows);
          world = stepped.world;
          for (const fleet of world.fleets) {
            const { surge, unavailable } = strayOf(fleet);
            const pods = podsOf(fleet.cohorts);
            expect(pods).toBeGreaterThanOrEqual(fleet.replicas - unavailable);
            expect(pods).toBeLessThanOrEqual(fleet.replicas + surge);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('leaves a restart unfinished only where admission says so', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...menu]), (steps) => {
        const ended = [...steps, { do: 'apply', objects: quota('9') } as const].reduce<World>(
          (world, asked) => step(world, asked).world,
          begun,
        );
        expect(ended.fleets.flatMap(({ cohorts }) => cohorts.filter(({ leaving }) => leaving))).toEqual([]);
        expect(ended.fleets.map(({ cohorts }) => podsOf(cohorts))).toEqual([3, 4, 2]);
      }),
      { numRuns: 40 },
    );
  });
});
