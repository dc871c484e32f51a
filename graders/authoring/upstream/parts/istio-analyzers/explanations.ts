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

const service = object('Service', 'a', {
  selector: { app: 'a' },
  ports: [{ name: 'http', port: 80, protocol: 'TCP' }],
});
const pod = object('Pod', 'v1', { containers: [{ name: 'a', image: 'example/a:1' }] });
const route = [{ destination: { host: 'a' } }];
const server = { port: { number: 80, name: 'http', protocol: 'HTTP' }, hosts: ['*'] };

/** Its name, in its namespace where it has one. */
export function titleOf({ metadata }: JsonObject): string {
  const { name, namespace } = metadata as { readonly name: string; readonly namespace?: string };
  return namespace === undefined ? name : `${namespace}/${name}`;
}

const specOf = (world: readonly JsonObject[], { kind, object: title }: Apart): JsonObject =>
  (world.find((one) => one.kind === kind && titleOf(one) === title)?.spec ?? {}) as JsonObject;

/** Whether upstream alone says a code of an object of a kind. */
const isThere = (one: Apart, code: string, kind: string): boolean =>
  !one.here && one.codes.includes(code) && one.kind === kind;

export const explanations: readonly Explanation[] = [
  {
    name: 'the pods of a Gateway may be in other files: that none of these has its labels says nothing',
    page: page('ist0101'),
    input: [object('Gateway', 'g', { selector: { istio: 'nobody' }, servers: [server] })],
    explains: (one, world) => {
      const wanted = Object.entries(specOf(world, one).selector ?? {});
      const isInstalled = JSON.stringify(specOf(world, one)).includes('"ingressgateway"');
      return isThere(one, 'IST0101', 'Gateway') && !isInstalled && !world.some((pod) => hasLabels(pod, wanted));
    },
  },
  {
    name: 'the Secret of a Gateway is seldom in files',
    page: page('ist0101'),
    input: [
      object('Gateway', 'g', {
        selector: { istio: 'ingressgateway' },
        servers: [
          {
            port: { number: 443, name: 'https', protocol: 'HTTPS' },
            hosts: ['a.example'],
            tls: { mode: 'SIMPLE', credentialName: 'a' },
          },
        ],
      }),
    ],
    explains: (one, world) =>
      isThere(one, 'IST0101', 'Gateway') && JSON.stringify(specOf(world, one)).includes('"credentialName"'),
  },
  {
    name: 'the Service that Istio installs leads from 80 to 8080, which is no port of the one that the analyzers take for it',
    page: 'https://github.com/istio/istio/blob/release-1.31/manifests/charts/gateways/istio-ingress/values.yaml',
    input: [
      object('Gateway', 'g', {
        selector: { istio: 'ingressgateway' },
        servers: [{ port: { number: 8080, name: 'http', protocol: 'HTTP' }, hosts: ['*'] }],
      }),
    ],
    explains: (one, world) =>
      isThere(one, 'IST0162', 'Gateway') &&
      JSON.stringify(specOf(world, one)).includes('"ingressgateway"') &&
      JSON.stringify(specOf(world, one)).includes('"number":8080'),
  },
  {
    name: 'a namespace that a policy names may be of other files',
    page: page('ist0101'),
    input: [
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels: { 'istio-injection': 'enabled' } } },
      pod,
      object('AuthorizationPolicy', 'p', { rules: [{ from: [{ source: { namespaces: ['nobody'] } }] }] }),
    ],
    explains: (one, world) =>
      isThere(one, 'IST0101', 'AuthorizationPolicy') && JSON.stringify(specOf(world, one)).includes('"namespaces"'),
  },
  {
    name: 'a condition without a method is for every method, and not only for GET',
    page: page('ist0131'),
    input: [
      service,
      object('VirtualService', 'a', {
        hosts: ['a'],
        http: [
          { match: [{ uri: { prefix: '/a' }, method: { exact: 'GET' } }], route },
          { match: [{ uri: { prefix: '/ab' } }], route },
        ],
      }),
    ],
    explains: (one, world) =>
      isThere(one, 'IST0131', 'VirtualService') && JSON.stringify(specOf(world, one)).includes('"method"'),
  },
  {
    name: 'rules for subsets apply to the other rules of their own VirtualService: they are its own',
    page: page('ist0140'),
    input: [
      service,
      pod,
      object('DestinationRule', 'a', { host: 'a', subsets: [{ name: 'v1', labels: { version: 'v1' } }] }),
      object('VirtualService', 'a', {
        hosts: ['a'],
        gateways: ['mesh'],
        http: [
          { match: [{ uri: { prefix: '/a' } }], route: [{ destination: { host: 'a', subset: 'v1' } }] },
          { match: [{ uri: { prefix: '/b' } }], route },
        ],
      }),
    ],
    explains: (one, world) =>
      isThere(one, 'IST0140', 'VirtualService') && JSON.stringify(specOf(world, one)).includes('"subset"'),
  },
  {
    name: 'a short name is of the namespace where it is written: that of another namespace is another host',
    page: page('ist0140'),
    input: [
      object('VirtualService', 'a', {
        hosts: ['a'],
        http: [{ route: [{ destination: { host: 'a', subset: 'v1' } }] }],
      }),
      service,
      pod,
      object('DestinationRule', 'a', { host: 'a', subsets: [{ name: 'v1', labels: { version: 'v1' } }] }),
      object('Service', 'a', { selector: { app: 'a' }, ports: [{ name: 'http', port: 80, protocol: 'TCP' }] }, 'other'),
      object('Gateway', 'g', { selector: { istio: 'ingressgateway' }, servers: [server] }, 'other'),
      object('VirtualService', 'b', { hosts: ['b.example'], gateways: ['g'], http: [{ route }] }, 'other'),
    ],
    explains: (one, world) =>
      isThere(one, 'IST0140', 'VirtualService') && !JSON.stringify(specOf(world, one)).includes('"subset"'),
  },
];

/** Whether an object has some labels. */
function hasLabels({ metadata }: JsonObject, wanted: readonly (readonly [string, unknown])[]): boolean {
  const labels = Object.entries((metadata as JsonObject).labels ?? {});
  return wanted.every(([key, value]) => labels.some(([name, one]) => name === key && one === value));
}
