import { describe, expect, it } from 'vitest';
import { settle } from '../cluster/index.ts';
import { world } from '../cluster/testing/world.ts';
import { openLinkerd } from './index.ts';

const pod = (probe: string, annotations = 'linkerd.io/inject: enabled') =>
  `{apiVersion: v1, kind: Pod, metadata: {name: api, namespace: tienda, labels: {app: api}, annotations: {${annotations}}}, spec: {containers: [{name: c, image: "e/api:1", ports: [{name: http, containerPort: 8080}], ${probe}}]}}\n---\n`;
const server =
  '{apiVersion: policy.linkerd.io/v1beta3, kind: Server, metadata: {name: api, namespace: tienda}, spec: {podSelector: {matchLabels: {app: api}}, port: http}}\n---\n';
const route = (path: string) =>
  `{apiVersion: policy.linkerd.io/v1beta3, kind: HTTPRoute, metadata: {name: r, namespace: tienda}, spec: {parentRefs: [{group: policy.linkerd.io, kind: Server, name: api}], rules: [{matches: [{path: {value: ${path}}}]}]}}\n---\n`;
const nodes =
  '{apiVersion: policy.linkerd.io/v1alpha1, kind: AuthorizationPolicy, metadata: {name: p, namespace: tienda}, spec: {targetRef: {group: policy.linkerd.io, kind: HTTPRoute, name: r}, requiredAuthenticationRefs: [{group: policy.linkerd.io, kind: NetworkAuthentication, name: red}]}}\n---\n' +
  '{apiVersion: policy.linkerd.io/v1alpha1, kind: NetworkAuthentication, metadata: {name: red, namespace: tienda}, spec: {networks: [{cidr: 0.0.0.0/0}]}}\n---\n';
const ready = 'readinessProbe: {httpGet: {path: /ready, port: http}}';

function ask(text: string): string {
  const [found] = openLinkerd(settle(world(text)).state).state.pods;
  return found?.ready ? 'ready' : `${found?.problem?.message} ${found?.problem?.data.status}`;
}

/** @see https://linkerd.io/2-edge/tasks/configuring-per-route-policy/ */
describe('the probes of a pod with a proxy', () => {
  it('go through a Server without routes', () => {
    expect(ask(pod(ready) + server)).toBe('ready');
  });

  it('need a route once there is one, and a policy for it', () => {
    expect(ask(pod(ready) + server + route('/libros'))).toBe('linkerd/probeDenied 404');
    expect(ask(pod(ready) + server + route('/ready'))).toBe('linkerd/probeDenied 403');
    expect(ask(pod(ready) + server + route('/ready') + nodes)).toBe('ready');
    expect(ask(pod(ready.replace('readiness', 'liveness')) + server + route('/libros'))).toBe(
      'linkerd/probeDenied 404',
    );
  });

  it('are no business of the proxy where it does not see them', () => {
    const text = server + route('/libros');
    expect(ask(pod(ready, 'x: z') + text)).toBe('ready');
    expect(ask(pod(ready, "linkerd.io/inject: enabled, config.linkerd.io/skip-inbound-ports: '8080'") + text)).toBe(
      'ready',
    );
    expect(ask(pod('readinessProbe: {tcpSocket: {port: http}}') + text)).toBe('ready');
    expect(ask(pod('readinessProbe: {exec: {command: [e]}}') + text)).toBe('ready');
  });
});
