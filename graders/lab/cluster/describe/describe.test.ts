import { describe, expect, it } from 'vitest';
import { settle } from '../settle.ts';
import { world } from '../testing/world.ts';
import { workloadsOf } from './describe.ts';
import { servicesOf } from './services.ts';

const pod = (spec: string) => `{ apiVersion: v1, kind: Pod, metadata: { name: p, labels: { app: p } }, spec: ${spec} }`;
const main = 'containers: [{ name: c, image: "nginx:1.29" }]';
const init = (name: string, rest: string) => `{ name: ${name}, image: busybox, ${rest} }`;

/** STATUS and READY as `kubectl get pods` has them. */
function row(spec: string): string {
  const [workload] = workloadsOf(settle(world(pod(spec)), { world: 'closed' }).state);
  const [told] = workload?.pods ?? [];
  return told ? `${told.status} ${told.containers.ready}/${told.containers.of}` : 'none';
}

// https://github.com/kubernetes/kubernetes/blob/v1.36.0/pkg/printers/internalversion/printers.go
describe('the status of a pod', () => {
  it.each([
    [`{ ${main} }`, 'Running 1/1'],
    [
      '{ containers: [{ name: c, image: "nginx:1.29" }, { name: d, image: busybox, command: [sleep, "1000"] }] }',
      'Running 2/2',
    ],
    ['{ containers: [{ name: c, image: ngnix }] }', 'ImagePullBackOff 0/1'],
    ['{ containers: [{ name: c, image: busybox, command: [echo, hola] }] }', 'CrashLoopBackOff 0/1'],
    ['{ restartPolicy: Never, containers: [{ name: c, image: busybox, command: [echo, hola] }] }', 'Completed 0/1'],
    ['{ restartPolicy: Never, containers: [{ name: c, image: busybox, command: [sh, -c, exit 3] }] }', 'Error 0/1'],
    [
      '{ restartPolicy: Never, containers: [{ name: c, image: busybox, command: [echo, hola] }, { name: d, image: nginx }] }',
      'NotReady 1/2',
    ],
    [`{ initContainers: [${init('a', 'command: [sleep, infinity]')}], ${main} }`, 'Init:0/1 0/1'],
    [
      `{ initContainers: [${init('a', 'command: ["true"]')}, ${init('b', 'command: [sleep, infinity]')}], ${main} }`,
      'Init:1/2 0/1',
    ],
    [`{ initContainers: [${init('a', 'command: [sh, -c, exit 3]')}], ${main} }`, 'Init:CrashLoopBackOff 0/1'],
    [
      `{ restartPolicy: Never, initContainers: [${init('a', 'command: [sh, -c, exit 3]')}], ${main} }`,
      'Init:Error 0/1',
    ],
    [`{ initContainers: [${init('a', 'restartPolicy: Always, command: [sleep, infinity]')}], ${main} }`, 'Running 2/2'],
    [`{ nodeSelector: { disk: ssd }, ${main} }`, 'Pending 0/1'],
    [`{ schedulingGates: [{ name: x }], ${main} }`, 'SchedulingGated 0/1'],
    [`{ volumes: [{ name: v, configMap: { name: nada } }], ${main} }`, 'ContainerCreating 0/1'],
  ])('of %s', (spec, expected) => expect(row(spec)).toBe(expected));
});

describe('a workload', () => {
  const told = (text: string) => {
    const [{ wanted, ready } = { wanted: -1, ready: -1 }] = workloadsOf(settle(world(text)).state);
    return `${ready} of ${wanted}`;
  };
  const template = 'template: { metadata: { labels: { a: b } }, spec: { containers: [{ name: c, image: nginx }] } }';
  const job = (spec: string, command: string) =>
    `{ apiVersion: batch/v1, kind: Job, metadata: { name: j }, spec: { ${spec} template: { spec: { restartPolicy: Never, containers: [{ name: c, image: busybox, command: ${command} }] } } } }`;

  it.each([
    [
      `{ apiVersion: apps/v1, kind: Deployment, metadata: { name: d }, spec: { replicas: 0, selector: { matchLabels: { a: b } }, ${template} } }`,
      '0 of 0',
    ],
    [
      `{ apiVersion: apps/v1, kind: DaemonSet, metadata: { name: d }, spec: { selector: { matchLabels: { a: b } }, ${template} } }`,
      '3 of 3',
    ],
    [job('completions: 4, parallelism: 2,', '["true"]'), '4 of 4'],
    [job('', '["false"]'), '0 of 1'],
    [job('suspend: true,', '["true"]'), '0 of 0'],
  ])('wants and has: %s', (text, expected) => expect(told(text)).toBe(expected));

  it('wants what its autoscaler makes of it', () => {
    const hpa =
      '{ apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: { name: h }, spec: { minReplicas: 3, maxReplicas: 5, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: d } } }';
    const deployment = `{ apiVersion: apps/v1, kind: Deployment, metadata: { name: d }, spec: { selector: { matchLabels: { a: b } }, ${template} } }`;
    expect(told(`${deployment}\n---\n${hpa}`)).toBe('3 of 3');
  });
});

it('lists the ports and endpoints of a Service, those that are not ready too', () => {
  const service =
    '{ apiVersion: v1, kind: Service, metadata: { name: p }, spec: { selector: { app: p }, ports: [{ name: a, port: 80, targetPort: 8080 }, { name: b, port: 53, protocol: UDP }] } }';
  const unready = pod(
    '{ containers: [{ name: c, image: "nginx:1.29", readinessProbe: { httpGet: { path: /no, port: 80 } } }] }',
  );
  const [told] = servicesOf(settle(world(`${unready}\n---\n${service}`)).state);
  expect(told).toMatchObject({
    ports: ['80→8080', '53/UDP'],
    endpoints: [
      { pod: 'p', port: 8080, ready: false },
      { pod: 'p', port: 53, ready: false },
    ],
    why: [{ message: 'cluster/noPodReady' }, { message: 'cluster/probeStatus' }],
  });
});
