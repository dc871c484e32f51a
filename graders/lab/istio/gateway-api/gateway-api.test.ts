import { describe, expect, it } from 'vitest';
import { readManifests } from '../../../model/manifests/read.ts';
import { parseYaml } from '../../../parse/yaml/yaml.ts';
import { settle } from '../../cluster/index.ts';
import { openMesh } from '../mesh.ts';
import { send } from '../send.ts';
import { gatewayStatus, routeStatus } from './status.ts';
import { apiWorldOf } from './world.ts';

const namespaces = ['shop', 'other'].map(
  (name) => `{ apiVersion: v1, kind: Namespace, metadata: { name: ${name}, labels: { istio-injection: enabled } } }`,
);
const service = (name: string, namespace: string) => `apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: ${namespace} }
spec: { selector: { app: ${name} }, ports: [{ name: http, port: 80 }] }
---
apiVersion: v1
kind: Pod
metadata: { name: ${name}, namespace: ${namespace}, labels: { app: ${name} } }
spec: { containers: [{ name: app, image: 'example/app:1' }] }`;
const object = (kind: string, metadata: string, spec: string) =>
  `apiVersion: gateway.networking.k8s.io/v1\nkind: ${kind}\nmetadata: ${metadata}\nspec: ${spec}`;
const gateway = (...listeners: readonly string[]) =>
  object(
    'Gateway',
    '{ name: web, namespace: shop }',
    `{ gatewayClassName: istio, listeners: [${listeners.join(', ')}] }`,
  );
const http = (more = '', name = 'http', port = 80) =>
  `{ name: ${name}, port: ${port}, protocol: HTTP${more && `, ${more}`} }`;
const route = (more = '', { namespace = 'shop', parent = '', backend = '{ name: a, port: 80 }', name = 'r' } = {}) =>
  object(
    'HTTPRoute',
    `{ name: ${name}, namespace: ${namespace} }`,
    `{ parentRefs: [{ name: web, namespace: shop${parent && `, ${parent}`} }], ${more && `${more}, `}rules: [{ backendRefs: [${backend}] }] }`,
  );

function world(...objects: readonly string[]) {
  const text = [...namespaces, service('a', 'shop'), service('b', 'other'), ...objects].join('\n---\n');
  const { resources } = readManifests(parseYaml({ path: 'w.yaml', text }), 'given');
  const { state } = settle(resources);
  const of = apiWorldOf(state);
  const named = (kind: string, name: string) =>
    resources.find((one) => one.kind === kind && one.name === name) as never;
  return {
    ask: (host: string, port = 80) => {
      const { outcome, hops } = send(openMesh(state), {
        from: 'outside',
        url: `http://${host}:${port}/`,
        gateway: 'web-istio',
      });
      return {
        outcome,
        told: hops.map(({ message, at }) => `${message} ${at ? text.slice(at.from, at.to) : ''}`.trim()),
      };
    },
    route: (name = 'r') =>
      routeStatus(named('HTTPRoute', name), of).flatMap(({ conditions }) =>
        conditions.map(({ status, reason }) => `${reason} ${status}`),
      ),
    gateway: () => gatewayStatus(named('Gateway', 'web'), of),
  };
}

describe('a route and a listener', () => {
  it.each([
    ['meet', http(), route(), 'Accepted true', 200],
    [
      'of another name',
      http('hostname: y.example'),
      route('hostnames: [x.example]'),
      'NoMatchingListenerHostname false',
      404,
    ],
    ['share a name', http("hostname: '*.example'"), route('hostnames: [x.example]'), 'Accepted true', 200],
    [
      'of another namespace',
      http(),
      route('', { namespace: 'other', backend: '{ name: b, port: 80 }' }),
      'NotAllowedByListeners false',
      404,
    ],
    [
      'open to all',
      http('allowedRoutes: { namespaces: { from: All } }'),
      route('', { namespace: 'other', backend: '{ name: b, port: 80 }' }),
      'Accepted true',
      200,
    ],
    ['of another section', http(), route('', { parent: 'sectionName: https' }), 'NoMatchingParent false', 404],
    ['of another port', http(), route('', { parent: 'port: 8080' }), 'NoMatchingParent false', 404],
    [
      'of another kind',
      http('allowedRoutes: { kinds: [{ kind: GRPCRoute }] }'),
      route(),
      'NotAllowedByListeners false',
      404,
    ],
  ])('%s', (_, listener, one, accepted, status) => {
    const { ask, route: conditions } = world(gateway(listener), one);
    expect(conditions()[0]).toBe(accepted);
    expect(ask('x.example').outcome.status).toBe(status);
  });

  it.each([
    ['of another namespace', http(), route('', { namespace: 'other' }), 'mesh/routeOtherNamespace other'],
    ['of another section', http(), route('', { parent: 'sectionName: https' }), 'mesh/routeOtherListener https'],
    ['of another name', http('hostname: "*.shop"'), route('hostnames: [x.example]'), undefined],
  ])('that do not meet are told: %s', (_, listener, one, expected) => {
    const { told } = world(gateway(listener), one).ask('x.example');
    if (expected) expect(told).toContain(expected);
    expect(told.at(-1)).toMatch(/^mesh\/(?:hostNotServed|noListener)/);
  });

  it('that names a host better keeps it from the others', () => {
    const { ask, route: conditions } = world(
      gateway(http('', 'any'), http('hostname: x.example', 'one')),
      route('', { parent: 'sectionName: any' }),
      route('hostnames: [x.example]', { parent: 'sectionName: one', backend: '{ name: nobody, port: 80 }', name: 's' }),
    );
    expect(conditions()).toEqual(['Accepted true', 'ResolvedRefs true']);
    expect(conditions('s')).toEqual(['Accepted true', 'BackendNotFound false']);
    expect([ask('y.example').outcome.status, ask('x.example').outcome.status]).toEqual([200, 500]);
  });
});

describe('listeners', () => {
  const told = (...listeners: readonly string[]) =>
    world(gateway(...listeners))
      .gateway()
      .listeners.map(({ conditions }) =>
        conditions
          .map(({ reason, status }) => `${reason} ${status}`)
          .slice(0, 2)
          .join(', '),
      );

  it.each([
    [
      'stand side by side',
      [http('', 'a'), http('hostname: x.example', 'b')],
      ['Accepted true, NoConflicts false', 'Accepted true, NoConflicts false'],
    ],
    [
      'with the same name on one port',
      [http('', 'a'), '{ name: b, port: 80, protocol: TLS, tls: { mode: Passthrough } }'],
      ['Accepted true, NoConflicts false', 'ProtocolConflict false, ProtocolConflict true'],
    ],
    [
      'of a protocol in small letters',
      ['{ name: a, port: 80, protocol: http }'],
      ['UnsupportedProtocol false, NoConflicts false'],
    ],
  ])('%s', (_, listeners, expected) => {
    expect(told(...listeners)).toEqual(expected);
  });

  it('that are all wrong make the Gateway wrong, and are told to who asks', () => {
    const { gateway: status, ask } = world(gateway('{ name: a, port: 80, protocol: http }'), route());
    expect(status().accepted).toMatchObject({ status: false, reason: 'ListenersNotValid' });
    const { outcome, told: hops } = ask('x.example');
    expect(outcome.refusal).toBe('no-listener');
    expect(hops).toContain('mesh/listenerClosed a');
  });

  it('do not fail for a Secret that nobody has shown', () => {
    const tls = '{ name: s, port: 443, protocol: HTTPS, tls: { certificateRefs: [{ name: cert }] } }';
    expect(world(gateway(tls)).gateway().listeners[0]?.isValid).toBe(true);
  });
});

describe('backends of another namespace', () => {
  const far = route('', { backend: '{ name: b, namespace: other, port: 80 }' });
  const grant = (kind: string, name = '') =>
    object(
      'ReferenceGrant',
      '{ name: g, namespace: other }',
      `{ from: [{ group: gateway.networking.k8s.io, kind: ${kind}, namespace: shop }], to: [{ group: '', kind: Service${name && `, name: ${name}`} }] }`,
    ).replace('/v1\n', '/v1beta1\n');

  it.each([
    ['without a grant', [], 'RefNotPermitted false', 500],
    ['with one', [grant('HTTPRoute')], 'ResolvedRefs true', 200],
    ['with one for another name', [grant('HTTPRoute', 'c')], 'RefNotPermitted false', 500],
    ['with one for another kind', [grant('GRPCRoute')], 'RefNotPermitted false', 500],
  ])('%s', (_, grants, refs, status) => {
    const { ask, route: conditions } = world(gateway(http()), far, ...grants);
    expect(conditions()[1]).toBe(refs);
    expect(ask('x.example').outcome.status).toBe(status);
  });
});
