import { describe, expect, it } from 'vitest';
import { world } from '../testing/world.ts';
import { eventsAt } from './events.ts';
import type { LiveCluster } from './live.ts';
import { openCluster, put, removeObject } from './objects.ts';
import { removePod } from './reconcile.ts';
import { revisionsOf } from './revisions.ts';
import { nextChange, podsAt, stateAt } from './view.ts';

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
  const { cluster: next, puts } = put(cluster, world(text), at, { applied: true });
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
    const again = put(first, world(web('nginx:1.28')), 100, { applied: true });
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
