import { describe, expect, it } from 'vitest';
import { settle } from '../settle.ts';
import { world } from '../testing/world.ts';
import { plainRequest } from './request.ts';

const pod = (name: string, rest = '') =>
  `{ apiVersion: v1, kind: Pod, metadata: { name: ${name}, labels: { app: ${name} } }, spec: { ${rest} containers: [{ name: c, image: nginx, ports: [{ name: http, containerPort: 80 }] }] } }`;
const service = (spec: string) => `{ apiVersion: v1, kind: Service, metadata: { name: tienda }, spec: ${spec} }`;

function ask(url: string, documents: readonly string[], from?: string) {
  const { state } = settle(world(documents.join('\n---\n')));
  const { outcome, hops } = plainRequest(state, { url, ...(from && { from }) });
  return { ...outcome, last: hops.at(-1)?.message.replace('cluster/', '') };
}

describe('a request to a Service', () => {
  it.each([
    ['answered by its pod', '{ selector: { app: web }, ports: [{ port: 80 }] }', 'http://tienda/', { status: 200 }],
    [
      'by a named port',
      '{ selector: { app: web }, ports: [{ port: 8080, targetPort: http }] }',
      'http://tienda:8080/',
      { status: 200 },
    ],
    [
      'with the status of the page',
      '{ selector: { app: web }, ports: [{ port: 80 }] }',
      'http://tienda/nada',
      { status: 404 },
    ],
    [
      'to an unknown name',
      '{ selector: { app: web }, ports: [{ port: 80 }] }',
      'http://teinda/',
      { refusal: 'unknown-host', last: 'hostUnknown' },
    ],
    [
      'to another port',
      '{ selector: { app: web }, ports: [{ port: 80 }] }',
      'http://tienda:81/',
      { refusal: 'port-not-served', last: 'portMissing' },
    ],
    [
      'to a port nobody listens on',
      '{ selector: { app: web }, ports: [{ port: 80, targetPort: 8080 }] }',
      'http://tienda/',
      { refusal: 'connection-refused', last: 'nobodyListens' },
    ],
    [
      'whose selector fits no pod',
      '{ selector: { app: web, tier: x }, ports: [{ port: 80 }] }',
      'http://tienda/',
      { refusal: 'no-endpoints', last: 'otherLabels' },
    ],
    [
      'whose target is no port name',
      '{ selector: { app: web }, ports: [{ port: 80, targetPort: web }] }',
      'http://tienda/',
      { refusal: 'no-endpoints', last: 'noPortNamed' },
    ],
    [
      'without a selector',
      '{ ports: [{ port: 80 }] }',
      'http://tienda/',
      { refusal: 'no-endpoints', last: 'noSelector' },
    ],
    [
      'that is headless, at its own port',
      '{ clusterIP: None, selector: { app: web }, ports: [{ port: 8080, targetPort: 80 }] }',
      'http://tienda:80/',
      { status: 200 },
    ],
    [
      'that is headless, where ports are not translated',
      '{ clusterIP: None, selector: { app: web }, ports: [{ port: 8080, targetPort: 80 }] }',
      'http://tienda:8080/',
      { refusal: 'connection-refused', last: 'notTranslated' },
    ],
    [
      'that is an alias',
      '{ type: ExternalName, externalName: example.com }',
      'http://tienda/',
      { status: 200, last: 'hostOutside' },
    ],
    [
      'that is an alias of itself',
      '{ type: ExternalName, externalName: tienda.default.svc.cluster.local }',
      'http://tienda/',
      { refusal: 'unknown-host', last: 'aliasOfItself' },
    ],
    [
      'that is a short alias',
      '{ type: ExternalName, externalName: web.default }',
      'http://tienda/',
      { refusal: 'unknown-host', last: 'aliasLost' },
    ],
    [
      'that is the alias of an address',
      '{ type: ExternalName, externalName: 192.0.2.7 }',
      'http://tienda/',
      { refusal: 'unknown-host', last: 'aliasLost' },
    ],
    ['that is no URL', '{}', 'tienda', { refusal: 'bad-url' }],
    [
      'through a node',
      '{ type: NodePort, selector: { app: web }, ports: [{ port: 80, nodePort: 30080 }] }',
      'http://node-2:30080/',
      { status: 200 },
    ],
  ])('%s', (_, spec, url, expected) => expect(ask(url, [pod('web'), service(spec)])).toMatchObject(expected));

  it('is shared evenly by the ready pods', () => {
    const spec = '{ selector: { app: web }, ports: [{ port: 80 }] }';
    const twin = pod('web').replace('name: web', 'name: web2');
    const { destinations } = ask('http://tienda/', [pod('web'), twin, service(spec)]);
    expect(destinations.map(({ workload, share, product }) => ({ workload, share, product }))).toEqual([
      { workload: 'web', share: 0.5, product: 'nginx' },
      { workload: 'web2', share: 0.5, product: 'nginx' },
    ]);
  });

  it('stays with one pod under ClientIP affinity', () => {
    const spec = '{ sessionAffinity: ClientIP, selector: { app: web }, ports: [{ port: 80 }] }';
    const twin = pod('web').replace('name: web', 'name: web2');
    expect(ask('http://tienda/', [pod('web'), twin, service(spec)]).destinations).toHaveLength(1);
  });

  it('reaches every pod when many clients ask, whatever the affinity', () => {
    const spec = '{ sessionAffinity: ClientIP, selector: { app: web }, ports: [{ port: 80 }] }';
    const { state } = settle(
      world([pod('web'), pod('web').replace('name: web', 'name: web2'), service(spec)].join('\n---\n')),
    );
    const { outcome } = plainRequest(state, { url: 'http://tienda/', many: true });
    expect(outcome.destinations.flatMap(({ pods }) => pods)).toHaveLength(2);
  });

  it('says that a process listens nowhere', () => {
    const idle = pod('web').replace('image: nginx', 'image: busybox, command: [sleep, 1d]');
    const spec = '{ selector: { app: web }, ports: [{ port: 80 }] }';
    expect(ask('http://tienda/', [idle, service(spec)]).last).toBe('nothingListens');
  });

  it('says where the Service of that name is', () => {
    const spec = '{ selector: { app: web }, ports: [{ port: 80 }] }';
    const elsewhere = service(spec).replace('name: tienda', 'name: tienda, namespace: otro');
    expect(ask('http://tienda/', [pod('web'), elsewhere])).toMatchObject({
      refusal: 'unknown-host',
      last: 'hostElsewhere',
    });
  });

  it('does not leave the cluster for a name of one of its namespaces, even an empty one', () => {
    const space = '{ apiVersion: v1, kind: Namespace, metadata: { name: taller } }';
    expect(ask('http://tienda.taller/', [space])).toMatchObject({ refusal: 'unknown-host', last: 'hostUnknown' });
  });

  it.each([
    ['{}', 'http://203.0.113.80/', undefined],
    ['{ to: [{ namespaceSelector: {} }] }', 'http://203.0.113.80/', 'blocked-by-network-policy'],
    ['{ ports: [{ port: 80 }] }', 'https://203.0.113.80/', 'blocked-by-network-policy'],
    ['{ ports: [{ port: 443 }] }', 'https://203.0.113.80/', undefined],
    ['{ to: [{ ipBlock: { cidr: 0.0.0.0/0, except: [10.0.0.0/8] } }] }', 'http://203.0.113.80/', undefined],
    ['{ to: [{ ipBlock: { cidr: 10.0.0.0/8 } }] }', 'http://203.0.113.80/', 'blocked-by-network-policy'],
    ['{ ports: [{ port: 53, protocol: UDP }] }', 'http://api.example.com/', 'blocked-by-network-policy'],
    [
      '{ to: [{ ipBlock: { cidr: 198.51.100.0/24 } }, { namespaceSelector: {} }] }',
      'http://api.example.com/',
      undefined,
    ],
  ])('leaves the cluster as the egress rule %s lets it go to %s', (rule, url, refusal) => {
    const policy = `{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: salida }, spec: { podSelector: {}, policyTypes: [Egress], egress: [${rule}] } }`;
    expect(ask(url, [pod('web'), policy], 'web').refusal).toBe(refusal);
  });

  it('from outside reaches a node, not a cluster address', () => {
    const spec = '{ type: NodePort, selector: { app: web }, ports: [{ port: 80, nodePort: 30080 }] }';
    expect(ask('http://tienda/', [pod('web'), service(spec)], 'outside').refusal).toBe('not-reachable');
    expect(ask('http://node-1:30080/', [pod('web'), service(spec)], 'outside').status).toBe(200);
  });

  it.each([
    ['dnsPolicy: Default,', 'unknown-host'],
    ['hostNetwork: true,', 'unknown-host'],
    ['hostNetwork: true, dnsPolicy: ClusterFirstWithHostNet,', undefined],
    ['dnsPolicy: ClusterFirst,', undefined],
  ])('asks the DNS that %s gives it', (spec, refusal) => {
    const port = '{ selector: { app: web }, ports: [{ port: 80 }] }';
    const client = pod('otro', spec).replace('image: nginx', 'image: busybox, command: [sleep, 1d]');
    expect(ask('http://tienda/', [pod('web'), client, service(port)], 'otro').refusal).toBe(refusal);
  });

  it('needs a client that exists', () =>
    expect(ask('http://web/', [pod('web')], 'nadie').refusal).toBe('unknown-source'));
});

describe('HTTP to a server with a protocol of its own', () => {
  const store = (image: string, port: number, env = '') => `---
apiVersion: v1
kind: Pod
metadata: { name: datos, labels: { app: datos } }
spec: { containers: [{ name: c, image: "${image}", ${env} }] }
---
apiVersion: v1
kind: Service
metadata: { name: datos }
spec: { selector: { app: datos }, ports: [{ port: ${port} }] }
`;
  const password = (name: string) => `env: [{ name: ${name}, value: x }]`;

  it.each([
    ['redis:8', 6379, ''],
    ['valkey/valkey:8', 6379, ''],
    ['postgres:17', 5432, password('POSTGRES_PASSWORD')],
    ['mysql:9', 3306, password('MYSQL_ROOT_PASSWORD')],
    ['mariadb:11', 3306, password('MARIADB_ROOT_PASSWORD')],
    ['mongo:8', 27017, ''],
    ['rabbitmq:4', 5672, ''],
    ['registry.example.com/library/redis:8', 6379, ''],
  ])('has no answer from %s, which takes the connection', (image, port, env) => {
    expect(ask(`http://datos:${port}/`, [store(image, port, env)])).toMatchObject({ refusal: 'not-http' });
    expect(ask(`tcp://datos:${port}`, [store(image, port, env)]).refusal).toBeUndefined();
  });

  it.each([
    ['elasticsearch:9.0.0', 9200],
    ['rabbitmq:4-management', 15672],
  ])('has one from %s on port %i', (image, port) => {
    expect(ask(`http://datos:${port}/`, [store(image, port)])).toMatchObject({ status: 200 });
  });
});
