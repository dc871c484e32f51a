import { describe, expect, it } from 'vitest';
import { settle } from '../settle.ts';
import { world } from '../testing/world.ts';
import { endpointsOf } from './endpoints.ts';
import { findService, serviceName } from './find.ts';

const shop = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 2
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web, version: v1 } }
    spec:
      containers:
        - { name: web, image: example/web, ports: [{ name: http, containerPort: 8080 }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec:
  selector: { app: web }
  ports:
    - { name: http, port: 80, targetPort: http }
    - { name: admin, port: 81 }
    - { name: lost, port: 82, targetPort: metrics }
`;

function endpoints(text: string, host: string, port: number | string) {
  const { state } = settle(world(text));
  const service = findService(state, host, 'default');
  return service && endpointsOf(state, service, port).map((endpoint) => [endpoint.pod.name, endpoint.port]);
}

describe('a host name', () => {
  it.each([
    ['web', { name: 'web', namespace: 'here' }],
    ['web.shop', { name: 'web', namespace: 'shop' }],
    ['web.shop.svc', { name: 'web', namespace: 'shop' }],
    ['web.shop.svc.cluster.local', { name: 'web', namespace: 'shop' }],
    ['web.shop.svc.cluster.local.', { name: 'web', namespace: 'shop' }],
    ['web.', undefined],
    ['web.shop.pod', undefined],
    ['web.shop.svc.example.com', undefined],
    ['', undefined],
    ['web..svc', undefined],
  ])('%s', (host, expected) => expect(serviceName(host, 'here')).toEqual(expected));
});

describe('the endpoints of a Service', () => {
  it('are the pods with every label of the selector, at the port the target names in each', () => {
    const found = endpoints(shop, 'web.shop', 80);
    expect(found).toHaveLength(2);
    expect(found?.map(([, port]) => port)).toEqual([8080, 8080]);
  });

  it('can be asked for by the name of the port', () => {
    expect(endpoints(shop, 'web.shop', 'http')).toEqual(endpoints(shop, 'web.shop', 80));
  });

  it('default to the port of the Service', () => {
    expect(endpoints(shop, 'web.shop', 81)?.map(([, port]) => port)).toEqual([81, 81]);
  });

  it('leave out pods without a container port of that name', () => expect(endpoints(shop, 'web.shop', 82)).toEqual([]));

  /** https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports */
  it('are for the protocol the named port is for', () => {
    const udp = shop.replace('containerPort: 8080', 'containerPort: 8080, protocol: UDP');
    expect(endpoints(udp, 'web.shop', 80)).toEqual([]);
    const both = udp.replace('targetPort: http', 'targetPort: http, protocol: UDP');
    expect(endpoints(both, 'web.shop', 80)?.map(([, port]) => port)).toEqual([8080, 8080]);
  });

  it.each([
    ['a container that has ended', '', 0],
    ['a native sidecar', 'restartPolicy: Always,', 2],
  ])('take a name from %s: %s', (_, rest, count) => {
    const early = shop.replace(
      'containers:',
      `initContainers: [{ name: early, image: busybox, command: [${rest ? 'sleep, infinity' : 'echo, hola'}], ${rest} ports: [{ name: metrics, containerPort: 9090 }] }]\n      containers:`,
    );
    expect(endpoints(early, 'web.shop', 82)).toHaveLength(count);
  });

  it('do not exist for a port the Service does not have', () => expect(endpoints(shop, 'web.shop', 8080)).toEqual([]));

  it('need every label', () => {
    expect(
      endpoints(shop.replace('selector: { app: web }', 'selector: { app: web, version: v2 }'), 'web.shop', 80),
    ).toEqual([]);
  });

  it('come from EndpointSlices when there is no selector', () => {
    const outside = `
apiVersion: v1
kind: Service
metadata: { name: db }
spec: { ports: [{ port: 5432 }] }
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: { name: db-1, labels: { kubernetes.io/service-name: db } }
addressType: IPv4
ports: [{ name: '', port: 5433 }]
endpoints:
  - { addresses: [192.0.2.7] }
  - { addresses: [192.0.2.8], conditions: { ready: false } }
`;
    expect(endpoints(outside, 'db', 5432)).toEqual([['192.0.2.7', 5433]]);
  });
});
