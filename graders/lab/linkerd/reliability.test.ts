import { describe, expect, it } from 'vitest';
import { settle } from '../cluster/index.ts';
import { world } from '../cluster/testing/world.ts';
import { openLinkerd, type Reliability, reliabilityOf } from './index.ts';

const service = (annotations = '') =>
  `{apiVersion: v1, kind: Service, metadata: {name: web, namespace: tienda, annotations: {${annotations}}}, spec: {ports: [{port: 80}]}}\n---\n`;
const route = (annotations: string, path = '/') =>
  `{apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, metadata: {name: r, namespace: tienda, annotations: {${annotations}}}, spec: {parentRefs: [{group: core, kind: Service, name: web, port: 80}], rules: [{matches: [{path: {value: ${path}}}]}]}}\n---\n`;
const profile = (namespace: string, extra = '') =>
  `{apiVersion: linkerd.io/v1alpha2, kind: ServiceProfile, metadata: {name: web.tienda.svc.cluster.local, namespace: ${namespace}}, spec: {routes: [{name: leer, condition: {method: GET, pathRegex: /libros.*}${extra}}]}}\n---\n`;

function ask(text: string, url = 'http://web.tienda/libros', namespace = 'otro'): Reliability {
  return reliabilityOf(openLinkerd(settle(world(text)).state), { namespace, url });
}

/** @see https://linkerd.io/2-edge/reference/retries/ */
describe('retries and timeouts', () => {
  it('are none unless somebody asks', () => {
    expect(ask(service())).toEqual({ retries: 0, ignored: [] });
    expect(ask(service('retry.linkerd.io/limit: "3"'))).toMatchObject({ retries: 0 });
  });

  it('come from the annotations of the Service, with one retry by default', () => {
    expect(ask(service('retry.linkerd.io/http: 5xx'))).toMatchObject({
      retries: 1,
      on: '5xx',
      by: { kind: 'Service' },
    });
    expect(ask(service('retry.linkerd.io/http: 5xx, retry.linkerd.io/limit: "3"'))).toMatchObject({ retries: 3 });
    expect(ask(service('timeout.linkerd.io/request: 500ms, timeout.linkerd.io/idle: 1m'))).toMatchObject({
      requestTimeout: 0.5,
      idleTimeout: 60,
    });
  });

  it('come from the route that takes the request before they come from the Service', () => {
    const text = service('retry.linkerd.io/http: 5xx') + route('timeout.linkerd.io/request: 2s', '/libros');
    expect(ask(text)).toMatchObject({ retries: 1, requestTimeout: 2, by: { kind: 'HTTPRoute' } });
    const retrying = service('timeout.linkerd.io/request: 9s') + route('retry.linkerd.io/http: "503"', '/libros');
    expect(ask(retrying)).toMatchObject({ retries: 1, on: '503', requestTimeout: 9 });
    expect(ask(text, 'http://web.tienda/otros')).toMatchObject({ retries: 1, by: { kind: 'Service' } });
  });

  it('come from the `timeouts` of a rule too, and from routes of the port and of the namespaces that count', () => {
    const routed = (more: string, parent = '', namespace = 'tienda') =>
      `{apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, metadata: {name: r-${namespace}, namespace: ${namespace}}, spec: {parentRefs: [{group: core, kind: Service, name: web, namespace: tienda${parent}}], rules: [{${more}}]}}\n---\n`;
    expect(ask(service() + routed('timeouts: {request: 3s}'))).toMatchObject({ requestTimeout: 3 });
    expect(ask(service() + routed('timeouts: {request: 3s}', ', port: 81'))).toEqual({ retries: 0, ignored: [] });
    expect(ask(service() + routed('timeouts: {request: 3s}', '', 'ajeno'))).toEqual({ retries: 0, ignored: [] });
    const both = service() + routed('timeouts: {request: 3s}') + routed('timeouts: {request: 1s}', '', 'otro');
    expect(ask(both)).toMatchObject({ requestTimeout: 1 });
    expect(ask(both, 'http://web.tienda/libros', 'tienda')).toMatchObject({ requestTimeout: 3 });
  });

  it('are none where the proxies see bytes instead of requests', () => {
    const pod =
      '{apiVersion: v1, kind: Pod, metadata: {name: web, namespace: tienda, labels: {app: web}}, spec: {containers: [{name: c, image: "e/web:1"}]}}\n---\n';
    const asked = service('retry.linkerd.io/http: 5xx').replace('spec: {', 'spec: {selector: {app: web}, ');
    expect(ask(pod + asked)).toMatchObject({ retries: 1 });
    const opaque = asked.replace('annotations: {', "annotations: {config.linkerd.io/opaque-ports: '80', ");
    expect(ask(pod + opaque)).toEqual({ retries: 0, ignored: [] });
  });

  it('are none for a headless Service', () => {
    const headless = service('retry.linkerd.io/http: 5xx').replace('spec: {', 'spec: {clusterIP: None, ');
    expect(ask(headless)).toEqual({ retries: 0, ignored: [] });
  });

  it('read `all`, `any` and `not` in a ServiceProfile', () => {
    const conditioned = (condition: string) =>
      service() + profile('tienda', ', isRetryable: true').replace('{method: GET, pathRegex: /libros.*}', condition);
    expect(ask(conditioned('{all: [{method: GET}, {pathRegex: /libros}]}'))).toMatchObject({ retries: 'budget' });
    expect(ask(conditioned('{all: [{method: GET}, {pathRegex: /otros}]}'))).toMatchObject({ retries: 0 });
    expect(ask(conditioned('{any: [{method: POST}, {pathRegex: /otros}]}'))).toMatchObject({ retries: 0 });
    expect(ask(conditioned('{not: {method: GET}}'))).toMatchObject({ retries: 0 });
  });

  it('come only from a ServiceProfile where there is one', () => {
    const annotated = service('retry.linkerd.io/http: 5xx');
    expect(ask(annotated + profile('tienda'))).toMatchObject({
      retries: 0,
      by: { kind: 'ServiceProfile' },
      ignored: [{ kind: 'Service', name: 'web' }],
    });
    expect(ask(annotated + profile('tienda', ', isRetryable: true, timeout: 300ms'))).toMatchObject({
      retries: 'budget',
      requestTimeout: 0.3,
    });
    const both = profile('tienda') + profile('otro', ', isRetryable: true');
    expect(ask(annotated + both)).toMatchObject({ retries: 'budget', by: { namespace: 'otro' } });
    expect(ask(annotated + profile('ajeno'))).toMatchObject({ retries: 1 });
  });
});
