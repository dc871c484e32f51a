import { describe, expect, it } from 'vitest';
import { readGiven } from '../../../model/manifests/given.ts';
import { type Job, loseNode, losePods } from '../index.ts';

const done = (node: string) => ({ node, state: 'done' as const });
const running = (node: string) => ({ node, state: 'running' as const });

const job: Job = {
  maps: [done('a'), done('a'), done('b'), running('a'), running('b')],
  reduces: [running('b'), running('c')],
  master: 'c',
};

describe('a MapReduce job that loses a node', () => {
  it('repeats what ran there, and what finished maps left there', () => {
    expect(loseNode(job, 'a').outcome).toEqual({
      rerun: 2,
      restarted: 1,
      kept: 1,
      newMaster: false,
      noticedAfter: 600,
    });
  });

  it('with its ApplicationMaster, starts all running tasks over', () => {
    expect(loseNode(job, 'c').outcome).toMatchObject({ rerun: 0, restarted: 4, kept: 3, newMaster: true });
  });

  it('repeats no finished map that nobody needs', () => {
    const fetched = { ...job, reduces: [done('b'), done('c')] };
    expect(loseNode(fetched, 'a').outcome).toMatchObject({ rerun: 0, kept: 5 });
    const { reduces: _, ...mapOnly } = job;
    expect(loseNode(mapOnly, 'a').outcome).toMatchObject({ rerun: 0, restarted: 1, kept: 3 });
    expect(loseNode({ ...job, reduces: [] }, 'a').hops.at(-2)?.message).toBe('recovery/mapOnly');
  });

  it('loses nothing with a node it does not use', () => {
    expect(loseNode(job, 'z').outcome).toMatchObject({ rerun: 0, restarted: 0, kept: 3 });
  });
});

const node = (name: string, cpu: number) => `
---
apiVersion: v1
kind: Node
metadata: { name: ${name}, labels: { kubernetes.io/hostname: ${name} } }
status: { allocatable: { cpu: "${cpu}", memory: 8Gi, pods: "110" } }`;

const workload = (kind: string, name: string, replicas: number, cpu: string) => `
---
apiVersion: apps/v1
kind: ${kind}
metadata: { name: ${name} }
spec:
  replicas: ${replicas}
  ${kind === 'StatefulSet' ? `serviceName: ${name}` : ''}
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec: { containers: [{ name: c, image: 'nginx:1.29', resources: { requests: { cpu: ${cpu} } } }] }`;

function lost(cpu: number, ...objects: readonly string[]) {
  const text = [node('n1', cpu), node('n2', cpu), ...objects].join('\n');
  return losePods(readGiven({ path: 'mundo.yaml', text }).resources, 'n1', { world: 'closed' }).outcome;
}

describe('a cluster that loses a node', () => {
  it('creates the pods of a Deployment again, where there is room', () => {
    const web = workload('Deployment', 'web', 4, '1');
    expect(lost(4, web)).toMatchObject({ lost: 2, recreated: 2, pending: 0, gone: 0, serving: { 'default/web': 2 } });
    expect(lost(3, web)).toMatchObject({ lost: 2, recreated: 1, pending: 1 });
  });

  it('gives the room of what waits to nobody', () => {
    const db = workload('StatefulSet', 'db', 2, '1');
    expect(lost(3, workload('Deployment', 'web', 4, '1'), db)).toMatchObject({ recreated: 0, pending: 2, waiting: 1 });
  });

  it('puts replacements where their selector says', () => {
    const web = workload('Deployment', 'web', 1, '1').replace(
      'spec: { containers',
      'spec: { nodeSelector: { kubernetes.io/hostname: n1 }, containers',
    );
    expect(lost(4, web)).toMatchObject({ lost: 1, recreated: 0, pending: 1 });
  });

  it('waits with those of a StatefulSet, and replaces no bare pod', () => {
    const bare = `
---
apiVersion: v1
kind: Pod
metadata: { name: suelto }
spec: { nodeName: n1, containers: [{ name: c, image: 'nginx:1.29' }] }`;
    expect(lost(4, workload('StatefulSet', 'db', 2, '1'), bare)).toMatchObject({
      lost: 2,
      recreated: 0,
      waiting: 1,
      gone: 1,
    });
  });
});
