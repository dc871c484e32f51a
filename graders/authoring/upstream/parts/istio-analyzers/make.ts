import type { Json } from '../../../../core/json.ts';
import type { Random } from '../../random.ts';
import { fields } from '../world.ts';
import { gateway, virtualService } from './make-traffic.ts';
import { hosts, named, namespaces } from './names.ts';

/** About so many objects are judged in each world. */
export const questions = 10;

const services = ['reviews', 'ratings'];

/** A world of files, as people hand it to `istioctl analyze`. */
export function make(random: Random): Json {
  const some = (most: number, made: (index: number) => object) =>
    Array.from({ length: random.between(0, most) }, (_, index) => made(index));
  const seldom = (share: number, made: () => readonly object[]) => (random.chance(share) ? made() : []);
  const objects = [
    ...['shop', 'other'].map((name) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: namespaceOf(random, name) })),
    // Each namespace shows its Services and pods: of one that the files leave out, the rules say nothing.
    ...services.flatMap((name) =>
      ['shop', 'other'].flatMap((namespace) => [
        service(random, name, namespace),
        ...['v1', ...random.some(['v2'], 0.7)].map((version) => pod(random, name, namespace, version)),
      ]),
    ),
    ...seldom(0.2, () => [deployment(random), service(random, 'pagos', 'shop')]),
    ...seldom(0.15, () => [external(random)]),
    ...seldom(0.2, () => ownGateway(random)),
    ...Array.from({ length: random.chance(0.2) ? 2 : 1 }, (_, index) => gateway(random, index)),
    ...some(2, (index) => virtualService(random, index)),
    ...some(2, (index) => destinationRule(random, index)),
    ...some(1, (index) => policy(random, index)),
    ...some(random.chance(0.2) ? 2 : 1, (index) => sidecar(random, index)),
    ...seldom(0.25, () => some(2, (index) => telemetry(random, index))),
    ...seldom(0.25, () => some(2, (index) => entry(random, index))),
  ];
  return objects.map(fields);
}

/** A namespace whose pods get a sidecar; seldom one that says so in two ways. */
const namespaceOf = (random: Random, name: string) => ({
  name,
  labels: {
    'istio-injection': 'enabled',
    ...(random.chance(0.05) && { 'istio.io/rev': 'canary' }),
  },
  annotations: random.maybe(0.04, () => ({ [random.pick(['sidecar.istio.io/proxyCPU', 'istio.io/nada'])]: '1' })),
});

/** A port as a cluster keeps it: of files alone, analyzers take a protocol that is not written for none. */
const asKept = (port: object): object => ({ protocol: 'TCP', ...port });

const service = (random: Random, name: string, namespace: string) => ({
  ...named('Service', 'v1', name, namespace, {
    selector: { app: name },
    ports: random
      .pick([
        [{ name: 'http', port: 80 }, ...(random.chance(0.15) ? [{ name: 'tcp-x', port: 9000 }] : [])],
        [{ name: 'http', port: 80 }],
        [{ name: 'web', port: 80 }],
        [{ port: 80 }],
      ])
      .map(asKept),
  }),
  metadata: {
    name,
    namespace,
    annotations: random.maybe(0.06, () =>
      random.pick([
        { 'networking.istio.io/exportTo': '*' },
        { 'sidecar.istio.io/proxyMemory': '64Mi' },
        { 'networking.istio.io/exportAll': 'true' },
      ]),
    ),
  },
});

const pod = (random: Random, name: string, namespace: string, version: string) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name: `${name}-${version}`,
    namespace,
    labels: { app: name, version },
    annotations: random.maybe(0.05, () => ({
      [random.pick(['sidecar.istio.io/proxyCPU', 'sidecar.istio.io/cpu'])]: '1',
    })),
  },
  spec: {
    containers: [
      { name: 'app', image: 'example/app:1', securityContext: random.maybe(0.05, () => ({ runAsUser: 1337 })) },
    ],
  },
});

const deployment = (random: Random) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: {
    name: 'reviews',
    namespace: 'shop',
    annotations: random.maybe(0.3, () => ({ [random.pick(['sidecar.istio.io/proxyCPU', 'example.com/a'])]: '1' })),
  },
  spec: {
    selector: { matchLabels: { app: 'reviews' } },
    template: {
      metadata: { labels: { app: random.pick(['reviews', 'pagos']), extra: 'yes' } },
      spec: { containers: [{ name: 'app', image: 'example/app:1' }] },
    },
  },
});

/** A second Service for pods that have one, or one for a name outside. */
const external = (random: Random) =>
  random.chance(0.5)
    ? named('Service', 'v1', 'fuera', 'shop', {
        type: 'ExternalName',
        externalName: 'a.example',
        ports: [{ name: random.pick(['tcp', 'http', 'tcp-a', 'x']), port: 80 }],
      })
    : named('Service', 'v1', 'second', 'shop', {
        selector: { extra: 'yes' },
        ports: [
          asKept(
            random.pick<object>([
              { name: 'http', port: 8080, targetPort: 80 },
              { name: 'http', port: 80 },
              { name: 'udp', port: 80, protocol: 'UDP' },
            ]),
          ),
        ],
      });

/** A gateway of the files' own, with its Service. */
const ownGateway = (random: Random): readonly object[] => [
  {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'puerta', namespace: 'other', labels: { istio: 'puerta', app: 'puerta' } },
    spec: { containers: [{ name: 'istio-proxy', image: 'istio/proxyv2:1.31.0' }] },
  },
  named('Service', 'v1', 'puerta', 'other', {
    selector: { istio: 'puerta' },
    ports: random.pick([
      [{ name: 'http', port: 80, targetPort: 8080, protocol: 'TCP' }],
      [
        { name: 'http', port: 80, targetPort: 80, protocol: 'TCP' },
        { name: 'https', port: 443, targetPort: 8443, protocol: 'TCP' },
      ],
    ]),
  }),
  named('Gateway', 'networking.istio.io/v1', 'puerta', 'other', {
    selector: random.pick([{ istio: 'puerta' }, { istio: 'puerta', app: 'puerta' }]),
    servers: [
      {
        port: { number: random.pick([80, 8080, 9000]), name: 'http', protocol: 'HTTP' },
        hosts: [random.pick(['puerta.example', '*.example'])],
      },
    ],
  }),
];

const destinationRule = (random: Random, index: number) =>
  named('DestinationRule', 'networking.istio.io/v1', `d${index}`, random.pick(namespaces), {
    host: random.pick(hosts),
    trafficPolicy: random.maybe(0.15, () =>
      random.pick<object>([
        { tls: { mode: 'SIMPLE' } },
        { tls: { mode: 'SIMPLE', caCertificates: '/ca.pem' } },
        { tls: { mode: 'ISTIO_MUTUAL' } },
        { portLevelSettings: [{ port: { number: 80 }, tls: { mode: 'SIMPLE' } }] },
      ]),
    ),
    subsets: random.maybe(0.7, () =>
      random.some(['v1', 'v2', 'v3'], 0.6).map((name) => ({ name, labels: { version: name } })),
    ),
  });

const selector = (random: Random) => random.pick([{ app: 'reviews' }, { app: 'nobody' }, { version: 'v1' }]);

const policy = (random: Random, index: number) => ({
  ...named(
    'AuthorizationPolicy',
    'security.istio.io/v1',
    `p${index}`,
    random.chance(0.1) ? 'istio-system' : random.pick(namespaces),
    {
      selector: random.maybe(0.8, () => ({ matchLabels: selector(random) })),
      rules: [random.chance(0.005) ? { from: [{ source: { namespaces: ['shop', 'nadie'] } }] } : {}],
    },
  ),
});

const sidecar = (random: Random, index: number) =>
  named('Sidecar', 'networking.istio.io/v1', `s${index}`, random.pick(namespaces), {
    workloadSelector: random.maybe(0.5, () => ({ labels: selector(random) })),
    egress: [{ hosts: ['./*'] }],
  });

const telemetry = (random: Random, index: number) =>
  named('Telemetry', 'telemetry.istio.io/v1', `t${index}`, random.pick(namespaces), {
    selector: random.maybe(0.6, () => ({ matchLabels: selector(random) })),
    tracing: [{ randomSamplingPercentage: 10 }],
  });

const entry = (random: Random, index: number) =>
  named('ServiceEntry', 'networking.istio.io/v1', `e${index}`, random.pick(namespaces), {
    hosts: [random.pick(['api.example.com', 'api.example.com', 'otra.example.com'])],
    exportTo: random.maybe(0.3, () => random.pick([['.'], ['*'], ['shop']])),
    ports: [
      random.pick([
        { number: 443, name: 'https', protocol: 'HTTPS' },
        { number: 443, name: 'tls', protocol: 'TLS' },
        ...(random.chance(0.02) ? [{ number: 443, name: 'tcp', protocol: 'TCP' }] : []),
        { number: 80, name: 'http', protocol: 'HTTP' },
      ]),
    ],
    location: 'MESH_EXTERNAL',
    resolution: 'DNS',
  });
