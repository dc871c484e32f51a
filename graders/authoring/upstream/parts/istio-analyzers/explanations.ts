import type { JsonObject } from '../../../../core/json.ts';

/** A code, or several of one rule, that one side says of an object and the other does not. */
export interface Apart {
  readonly codes: readonly string[];
  readonly kind: string;
  readonly object: string;
  /** Said by the rules alone; otherwise by `istioctl analyze` alone. */
  readonly here: boolean;
}

/** Why the rules say something else on purpose. */
export interface Explanation {
  readonly name: string;
  readonly page: string;
  readonly input: readonly JsonObject[];
  explains(one: Apart, world: readonly JsonObject[], ours: readonly string[]): boolean;
}

const page = (code: string) => `https://istio.io/latest/docs/reference/config/analysis/${code}/`;

const object = (kind: string, name: string, spec: JsonObject, namespace = 'shop'): JsonObject => ({
  apiVersion:
    kind === 'Service' || kind === 'Pod'
      ? 'v1'
      : kind === 'AuthorizationPolicy'
        ? 'security.istio.io/v1'
        : 'networking.istio.io/v1',
  kind,
  metadata: { name, namespace, ...(kind === 'Pod' && { labels: { app: 'a', version: name } }) },
  spec,
});

const service = (ports: JsonObject[]): JsonObject => object('Service', 'a', { selector: { app: 'a' }, ports });
const pod = object('Pod', 'v1', { containers: [{ name: 'a', image: 'example/a:1' }] });
const http = { name: 'http', port: 80 };
const route = [{ destination: { host: 'a' } }];

/** Its name, in its namespace where it has one. */
export function titleOf({ metadata }: JsonObject): string {
  const { name, namespace } = metadata as { readonly name: string; readonly namespace?: string };
  return namespace === undefined ? name : `${namespace}/${name}`;
}

const specOf = (world: readonly JsonObject[], { kind, object: title }: Apart): JsonObject =>
  (world.find((one) => one.kind === kind && titleOf(one) === title)?.spec ?? {}) as JsonObject;

const isGateway = (title: string) => (one: JsonObject) => one.kind === 'Gateway' && titleOf(one) === title;

const conflicts: readonly string[] = ['IST0109', 'IST0111', 'IST0145'];

export const explanations: readonly Explanation[] = [
  {
    name: 'of objects that contradict one another, the younger one is told, which names the other',
    page: page('ist0109'),
    input: [
      service([http]),
      object('VirtualService', 'a', { hosts: ['a'], http: [{ route }] }),
      object('VirtualService', 'b', { hosts: ['a'], http: [{ route }] }),
    ],
    explains: ({ codes, here }, _, ours) =>
      !here && codes.some((code) => conflicts.includes(code) && ours.some((one) => one.split(' ')[0]?.includes(code))),
  },
  {
    name: 'a Gateway that is missing is told once, and not again for the hosts that it does not serve',
    page: page('ist0132'),
    input: [
      service([http]),
      object('Gateway', 'g', {
        selector: { istio: 'ingressgateway' },
        servers: [{ port: { number: 80, name: 'http', protocol: 'HTTP' }, hosts: ['*'] }],
      }),
      object('VirtualService', 'a', { hosts: ['a.example'], gateways: ['shop/nobody'], http: [{ route }] }),
    ],
    explains: (one, world) => {
      const gateways = (specOf(world, one).gateways ?? []) as readonly string[];
      const missing = gateways.filter((gateway) => gateway !== 'mesh' && !world.some(isGateway(gateway)));
      return !one.here && one.codes.includes('IST0132') && missing.length > 0;
    },
  },
  {
    name: 'in a sidecar, a destination without port of a Service with several takes the port of the call',
    page: page('ist0112'),
    input: [
      service([http, { name: 'tcp-b', port: 81 }]),
      object('VirtualService', 'a', { hosts: ['a'], http: [{ route }] }),
    ],
    explains: (one, world) => {
      const gateways = specOf(world, one).gateways as readonly string[] | undefined;
      return !one.here && one.codes.includes('IST0112') && (gateways === undefined || gateways.includes('mesh'));
    },
  },
  {
    name: 'a policy for all of the mesh may be for pods of the installation, which no file shows',
    page: page('ist0127'),
    input: [
      service([http]),
      pod,
      object('AuthorizationPolicy', 'p', { selector: { matchLabels: { app: 'b' } }, rules: [{}] }, 'istio-system'),
    ],
    explains: ({ codes, object: of, here }) => !here && codes.includes('IST0127') && of.startsWith('istio-system/'),
  },
  {
    name: 'a rule that none of the requests left by an earlier one meets is unreachable, however it is written',
    page: page('ist0130'),
    input: [
      service([http]),
      object('VirtualService', 'a', {
        hosts: ['a'],
        http: [
          { match: [{ uri: { prefix: '/' } }], route },
          { match: [{ headers: { user: { exact: 'b' } } }], route },
        ],
      }),
    ],
    explains: ({ codes, here }) => here && codes.includes('IST0130'),
  },
  {
    name: 'a subset is of the pods of its Service: others with the same label do not fill it',
    page: page('ist0173'),
    input: [
      service([http]),
      pod,
      { ...pod, metadata: { name: 'v2', namespace: 'shop', labels: { app: 'b', version: 'v2' } } },
      object('DestinationRule', 'a', { host: 'a', subsets: [{ name: 'v2', labels: { version: 'v2' } }] }),
    ],
    explains: ({ codes, here }) => here && codes.includes('IST0173'),
  },
];
