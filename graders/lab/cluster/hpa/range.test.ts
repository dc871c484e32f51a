import { describe, expect, it } from 'vitest';
import { settle } from '../settle.ts';
import { world } from '../testing/world.ts';

const workload = (kind: string, replicas: string) =>
  `{ apiVersion: apps/v1, kind: ${kind}, metadata: { name: web }, spec: { ${replicas} ${kind === 'StatefulSet' ? 'serviceName: web,' : ''} selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: nginx }] } } } }`;
const hpa = (target: string, range: string) =>
  `{ apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: { name: web }, spec: { scaleTargetRef: ${target}, ${range} } }`;
const web = '{ apiVersion: apps/v1, kind: Deployment, name: web }';

function pods(...documents: readonly string[]): number {
  return settle(world(documents.join('\n---\n'))).state.pods.length;
}

describe('a workload with an autoscaler', () => {
  it.each([
    ['without replicas has the least', '', web, 'minReplicas: 2, maxReplicas: 5', 2],
    ['with too few has the least', 'replicas: 1,', web, 'minReplicas: 3, maxReplicas: 5', 3],
    ['with too many has the most', 'replicas: 9,', web, 'minReplicas: 2, maxReplicas: 5', 5],
    ['in range stays as it is', 'replicas: 4,', web, 'minReplicas: 2, maxReplicas: 5', 4],
    ['switched off stays so', 'replicas: 0,', web, 'minReplicas: 2, maxReplicas: 5', 0],
    [
      'of another name is left alone',
      '',
      '{ apiVersion: apps/v1, kind: Deployment, name: otro }',
      'minReplicas: 2, maxReplicas: 5',
      1,
    ],
    [
      'of another group is left alone',
      '',
      '{ apiVersion: v1, kind: Deployment, name: web }',
      'minReplicas: 2, maxReplicas: 5',
      1,
    ],
    ['without a minimum may have one', 'replicas: 1,', web, 'maxReplicas: 5', 1],
  ])('%s', (_, replicas, target, range, expected) => {
    expect(pods(workload('Deployment', replicas), hpa(target, range))).toBe(expected);
  });

  it('may be a StatefulSet', () => {
    const target = '{ apiVersion: apps/v1, kind: StatefulSet, name: web }';
    expect(pods(workload('StatefulSet', ''), hpa(target, 'minReplicas: 2, maxReplicas: 5'))).toBe(2);
  });
});
