import type { Random } from '../../random.ts';
import { hosts, named, namespaces } from './names.ts';

export const gateway = (random: Random, index: number) =>
  named('Gateway', 'networking.istio.io/v1', `g${index}`, index === 0 ? 'shop' : random.pick(namespaces), {
    selector: { istio: random.chance(0.002) ? 'nadie' : 'ingressgateway' },
    servers: [
      random.chance(0.2)
        ? secured(random)
        : {
            port: { number: random.chance(0.002) ? 8080 : 80, name: 'http', protocol: 'HTTP' },
            hosts: random.pick([['shop.example'], ['*'], ['*.example'], ['other.example'], ['shop/*.example']]),
          },
    ],
  });

const secured = (random: Random) => {
  const of = random.pick(['a', 'b']);
  return {
    port: { number: 443, name: 'https', protocol: 'HTTPS' },
    hosts: [random.pick(['shop.example', '*.example'])],
    tls: {
      mode: 'SIMPLE',
      ...(random.chance(0.01)
        ? { credentialName: of }
        : { serverCertificate: `/etc/${of}.pem`, privateKey: `/etc/${of}.key` }),
    },
  };
};

export function virtualService(random: Random, index: number) {
  const gateways = random.maybe(0.5, () =>
    random.chance(0.08)
      ? ['shop/nadie']
      : random.pick([['shop/g0'], ['shop/g0'], ['g0'], ['mesh'], ['shop/g0', 'mesh']]),
  );
  const own = gateways && !gateways.includes('mesh') ? ['shop.example', 'other.example', 'a.b.example'] : hosts;
  return named('VirtualService', 'networking.istio.io/v1', `v${index}`, random.pick(namespaces), {
    hosts: [random.pick(own)],
    exportTo: random.maybe(0.15, () => random.pick([['.'], ['*'], ['other']])),
    gateways,
    http: Array.from({ length: random.pick([1, 1, 2, 3]) }, () => ({
      match: random.maybe(0.6, () => Array.from({ length: random.pick([1, 1, 1, 2]) }, () => match(random))),
      route: [{ destination: destination(random) }],
      mirror: random.maybe(0.05, () => destination(random)),
    })),
    tcp: random.maybe(0.06, () => Array.from({ length: 2 }, () => connection(random))),
  });
}

const match = (random: Random): object =>
  random.pick([
    { uri: { prefix: '/' } },
    { uri: { prefix: '/a' } },
    { uri: { exact: '/a' } },
    { uri: { prefix: '/ab' }, headers: { user: { exact: 'ana' } } },
    { headers: { user: { exact: 'ana' } } },
    { uri: { prefix: '/a' }, method: { exact: 'GET' } },
    { uri: { prefix: '/ab' }, method: { exact: 'POST' } },
    { uri: { regex: '/a.*' } },
  ]);

const destination = (random: Random) => ({
  host: random.pick(hosts),
  subset: random.maybe(0.35, () => random.pick(['v1', 'v2', 'v9'])),
  port: random.maybe(0.3, () => ({ number: random.pick([80, 80, 9000, 7]) })),
});

const connection = (random: Random) => ({
  match: random.maybe(0.6, () => [{ port: random.pick([80, 81]) }]),
  route: [{ destination: { host: random.pick(hosts) } }],
});
