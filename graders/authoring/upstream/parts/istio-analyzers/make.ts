import type { Json, JsonObject } from '../../../../core/json.ts';
import type { Random } from '../../random.ts';

/** About so many objects are judged in each world. */
export const questions = 10;

/** Fields that are there; absent ones leave no trace. */
const fields = (made: object): JsonObject => JSON.parse(JSON.stringify(made)) as JsonObject;

const namespaces = ['shop', 'shop', 'other'];
const services = ['reviews', 'ratings'];
const hosts = [
  'reviews',
  'ratings',
  'reviews.shop.svc.cluster.local',
  'ratings.other.svc.cluster.local',
  'nobody',
  'nobody.shop.svc.cluster.local',
];

/** A world of files, as people hand it to `istioctl analyze`. */
export function make(random: Random): Json {
  const some = (most: number, made: (index: number) => object) =>
    Array.from({ length: random.between(0, most) }, (_, index) => made(index));
  const objects = [
    ...['shop', 'other'].map((name) => ({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, labels: { 'istio-injection': 'enabled' } },
    })),
    // Each namespace shows its Services and pods: of one that the files leave out, the rules say nothing.
    ...services.flatMap((name) =>
      ['shop', 'other'].flatMap((namespace) => [
        service(random, name, namespace),
        ...['v1', ...random.some(['v2'], 0.7)].map((version) => pod(name, namespace, version)),
      ]),
    ),
    ...Array.from({ length: random.chance(0.15) ? 2 : 1 }, (_, index) => gateway(random, index)),
    ...some(2, (index) => virtualService(random, index)),
    ...some(2, (index) => destinationRule(random, index)),
    ...some(1, (index) => policy(random, index)),
    ...some(random.chance(0.1) ? 2 : 1, (index) => sidecar(random, index)),
  ];
  return objects.map(fields);
}

const named = (kind: string, apiVersion: string, name: string, namespace: string, spec: object) => ({
  apiVersion,
  kind,
  metadata: { name, namespace },
  spec,
});

const service = (random: Random, name: string, namespace: string) =>
  named('Service', 'v1', name, namespace, {
    selector: { app: name },
    // With several, sidecars know which is meant: seldom.
    ports: random.pick([
      [{ name: 'http', port: 80 }, ...(random.chance(0.15) ? [{ name: 'tcp-x', port: 9000 }] : [])],
      [{ name: 'http', port: 80 }],
      [{ name: 'web', port: 80 }],
      [{ port: 80 }],
    ]),
  });

const pod = (name: string, namespace: string, version: string) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: `${name}-${version}`, namespace, labels: { app: name, version } },
  spec: { containers: [{ name: 'app', image: 'example/app:1' }] },
});

const gateway = (random: Random, index: number) =>
  named('Gateway', 'networking.istio.io/v1', `g${index}`, index === 0 ? 'shop' : random.pick(namespaces), {
    selector: { istio: 'ingressgateway' },
    servers: [
      {
        port: { number: random.pick([80, 80, 8080]), name: 'http', protocol: 'HTTP' },
        hosts: random.pick([['shop.example'], ['*'], ['*.example'], ['other.example']]),
      },
    ],
  });

function virtualService(random: Random, index: number) {
  const gateways = random.maybe(0.5, () =>
    random.chance(0.04) ? ['shop/nadie'] : random.pick([['shop/g0'], ['mesh']]),
  );
  const own = gateways && !gateways.includes('mesh') ? ['shop.example', 'other.example', 'a.b.example'] : hosts;
  return named('VirtualService', 'networking.istio.io/v1', `v${index}`, random.pick(namespaces), {
    hosts: [random.pick(own)],
    gateways,
    http: Array.from({ length: random.pick([1, 1, 2, 3]) }, () => ({
      match: random.maybe(0.6, () => [
        random.pick([
          { uri: { prefix: '/' } },
          { uri: { prefix: '/a' } },
          { uri: { exact: '/a' } },
          { headers: { user: { exact: 'ana' } } },
          { uri: { prefix: '/a' }, method: { exact: 'GET' } },
        ]),
      ]),
      route: [
        {
          destination: {
            host: random.pick(hosts),
            subset: random.maybe(0.35, () => random.pick(['v1', 'v2', 'v9'])),
            port: random.maybe(0.3, () => ({ number: random.pick([80, 9000, 7]) })),
          },
        },
      ],
    })),
  });
}

const destinationRule = (random: Random, index: number) =>
  named('DestinationRule', 'networking.istio.io/v1', `d${index}`, random.pick(namespaces), {
    host: random.pick(hosts),
    subsets: random.maybe(0.7, () =>
      random.some(['v1', 'v2', 'v3'], 0.6).map((name) => ({ name, labels: { version: name } })),
    ),
  });

const policy = (random: Random, index: number) =>
  named('AuthorizationPolicy', 'security.istio.io/v1', `p${index}`, random.pick(namespaces), {
    selector: random.maybe(0.8, () => ({ matchLabels: random.pick([{ app: 'reviews' }, { app: 'nobody' }]) })),
    rules: [{}],
  });

const sidecar = (random: Random, index: number) =>
  named('Sidecar', 'networking.istio.io/v1', `s${index}`, random.pick(namespaces), {
    workloadSelector: random.maybe(0.5, () => ({ labels: random.pick([{ app: 'reviews' }, { app: 'nobody' }]) })),
    egress: [{ hosts: ['./*'] }],
  });
