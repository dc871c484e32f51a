import { describe, expect, it } from 'vitest';
import { plainRequest } from '../service/request.ts';
import { settle } from '../settle.ts';
import { world } from '../testing/world.ts';

const app = (name: string, more = '') => `---
apiVersion: v1
kind: Pod
metadata: { name: ${name}, labels: { app: ${name} } }
spec: { containers: [{ name: c, image: nginx, ports: [{ name: http, containerPort: 80 }] }] }
---
apiVersion: v1
kind: Service
metadata: { name: ${name} }
spec: { ${more || `selector: { app: ${name} }, ports: [{ name: web, port: 8080, targetPort: http }]`} }
`;
const apps = ['web', 'api', 'otra'].map((name) => app(name)).join('');
const to = (service: string, port = 'number: 8080') => `backend: { service: { name: ${service}, port: { ${port} } } }`;
const path = (path: string, type: string, service: string) => `{ path: ${path}, pathType: ${type}, ${to(service)} }`;
const rule = (host: string, ...paths: string[]) =>
  `{ ${host && `host: "${host}", `}http: { paths: [${paths.join(', ')}] } }`;
const ingress = (spec: string, metadata = 'name: puerta') =>
  `---\napiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { ${metadata} }\nspec: { ${spec} }\n`;
const rules = (...all: string[]) => `ingressClassName: nginx, rules: [${all.join(', ')}]`;

function ask(text: string, url: string, authority?: string) {
  const { outcome, hops } = plainRequest(settle(world(text)).state, {
    from: 'outside',
    url,
    ...(authority !== undefined && { authority }),
  });
  const [first] = outcome.destinations;
  return {
    ...outcome,
    to: first?.workload,
    assumed: first?.assumed,
    last: hops.at(-1)?.message.replace('cluster/', ''),
  };
}

const shop = ingress(
  rules(
    rule('tienda.example', path('/', 'Prefix', 'web'), path('/api', 'Prefix', 'api'), path('/api/v1', 'Exact', 'otra')),
    rule('*.tienda.example', path('/', 'Prefix', 'otra')),
  ),
);

// https://kubernetes.io/docs/concepts/services-networking/ingress/#examples
describe('a request from outside', () => {
  it.each([
    ['http://tienda.example/', 'web'],
    ['http://tienda.example/api', 'api'],
    ['http://tienda.example/api/', 'api'],
    ['http://tienda.example/api/x?y=1', 'api'],
    ['http://tienda.example/apis', 'web'],
    ['http://tienda.example/api/v1', 'otra'],
    ['http://tienda.example/api/v1/', 'api'],
    ['http://TIENDA.example/', 'web'],
    ['http://blog.tienda.example/', 'otra'],
  ])('to %s goes to %s', (url, service) => expect(ask(apps + shop, url)).toMatchObject({ to: service, assumed: true }));

  it.each([
    ['for another host', shop, 'http://otra.example/', { status: 404, refusal: 'no-route', last: 'ingressHost' }],
    ['for two labels under a wildcard', shop, 'http://a.b.tienda.example/', { status: 404, last: 'ingressHost' }],
    [
      'for a path of nobody',
      ingress(rules(rule('tienda.example', path('/foo', 'Exact', 'web'), path('/aaa/bbb', 'Prefix', 'web')))),
      'http://tienda.example/aaa/bbbxyz',
      { status: 404, last: 'ingressPath' },
    ],
    ['at another port', shop, 'http://tienda.example:8080/', { refusal: 'connection-refused', last: 'ingressPort' }],
    ['with TLS and no certificate', shop, 'https://tienda.example/', { refusal: 'tls-refused' }],
    [
      'to a Service that does not exist',
      ingress(rules(rule('tienda.example', path('/', 'Prefix', 'webb')))),
      'http://tienda.example/',
      { status: 503, refusal: 'no-endpoints', last: 'ingressService' },
    ],
    [
      'to a port that the Service does not have',
      ingress(rules(rule('tienda.example', `{ path: /, pathType: Prefix, ${to('web', 'number: 80')} }`))),
      'http://tienda.example/',
      { status: 503, last: 'ingressServicePort' },
    ],
    [
      'to a Service without pods',
      ingress(rules(rule('tienda.example', path('/', 'Prefix', 'sola')))) +
        app('sola', 'selector: { app: nadie }, ports: [{ port: 8080 }]'),
      'http://tienda.example/',
      { status: 503, refusal: 'no-endpoints' },
    ],
  ])('%s', (_, text, url, expected) => expect(ask(apps + text, url)).toMatchObject(expected));

  it('finds a port by its name, and any host by a rule without one', () => {
    const named = ingress(rules(rule('', `{ path: /, pathType: Prefix, ${to('web', 'name: web')} }`)));
    expect(ask(apps + named, 'http://203.0.113.9/')).toMatchObject({ status: 200, to: 'web' });
  });

  it('is for the host that HTTP names', () => {
    expect(ask(apps + shop, 'http://203.0.113.9/', 'tienda.example')).toMatchObject({ to: 'web' });
  });

  it('goes to the default backend where no rule takes it', () => {
    const lone = ingress(`ingressClassName: nginx, default${to('otra').replace('backend', 'Backend')}`, 'name: resto');
    expect(ask(apps + shop + lone, 'http://otra.example/')).toMatchObject({ status: 200, to: 'otra' });
    const own = ingress(
      `default${to('api').replace('backend', 'Backend')}, ${rules(rule('x.example', path('/x', 'Exact', 'web')))}`,
    );
    expect(ask(apps + own, 'http://x.example/y')).toMatchObject({ status: 404, to: 'api', last: 'answered' });
  });

  it('reaches nothing where nothing is published', () => {
    expect(ask(apps, 'http://tienda.example/')).toMatchObject({ refusal: 'unknown-host', last: 'hostUnknownOutside' });
  });
});

// https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-class
describe('the class of an Ingress', () => {
  const classed = (name: string, more = '') =>
    `---\napiVersion: networking.k8s.io/v1\nkind: IngressClass\nmetadata: { name: ${name}${more} }\nspec: { controller: k8s.io/ingress-nginx }\n`;
  const usual = ', annotations: { ingressclass.kubernetes.io/is-default-class: "true" }';
  const unnamed = shop.replace('ingressClassName: nginx, ', '');

  it.each([
    ['is one that exists', classed('nginx') + shop, { to: 'web' }],
    ['is written wrong', classed('ngnix') + shop, { refusal: 'not-reachable', last: 'ingressClassUnknown' }],
    ['is missing', classed('nginx') + unnamed, { refusal: 'not-reachable', last: 'ingressUnnamed' }],
    ['is the default', classed('nginx', usual) + unnamed, { to: 'web' }],
    [
      'is in the old annotation',
      classed('nginx') +
        unnamed.replace('name: puerta', 'name: puerta, annotations: { kubernetes.io/ingress.class: nginx }'),
      { to: 'web' },
    ],
    ['is nowhere to be seen', unnamed, { to: 'web', assumed: true }],
  ])('%s', (_, text, expected) => expect(ask(apps + text, 'http://tienda.example/')).toMatchObject(expected));
});

describe('TLS at the door', () => {
  const secure = shop.replace('rules:', 'tls: [{ hosts: [tienda.example], secretName: cert }], rules:');

  it('lets HTTPS in with a certificate for the host', () => {
    expect(ask(apps + secure, 'https://tienda.example/')).toMatchObject({ status: 200, to: 'web' });
    expect(ask(apps + secure, 'https://blog.tienda.example/')).toMatchObject({ refusal: 'tls-refused' });
  });

  // https://kubernetes.github.io/ingress-nginx/user-guide/tls/#server-side-https-enforcement-through-redirect
  it('sends HTTP to HTTPS with ingress-nginx, unless it is told not to', () => {
    expect(ask(apps + secure, 'http://tienda.example/')).toMatchObject({
      status: 308,
      redirect: { location: 'https://tienda.example/' },
    });
    const off = 'name: puerta, annotations: { nginx.ingress.kubernetes.io/ssl-redirect: "false" }';
    expect(ask(apps + secure.replace('name: puerta', off), 'http://tienda.example/')).toMatchObject({ to: 'web' });
    expect(
      ask(apps + secure.replace('ClassName: nginx', 'ClassName: traefik'), 'http://tienda.example/'),
    ).toMatchObject({ to: 'web' });
  });
});

it('is held up by a policy that does not let the controller in', () => {
  const policy = (from: string) => `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web }
spec: { podSelector: { matchLabels: { app: web } }, ingress: [{ from: [${from}] }] }
`;
  const controller = '{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: ingress-nginx } } }';
  expect(ask(apps + shop + policy('{ podSelector: {} }'), 'http://tienda.example/')).toMatchObject({
    status: 504,
    refusal: 'blocked-by-network-policy',
  });
  expect(ask(apps + shop + policy(controller), 'http://tienda.example/')).toMatchObject({ status: 200, to: 'web' });
});
