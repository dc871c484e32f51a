import { describe, expect, it } from 'vitest';
import { settle } from '../cluster/index.ts';
import { world } from '../cluster/testing/world.ts';
import { openLinkerd, reliabilityOf, send } from './index.ts';

const broken = (part: string) => `
{apiVersion: v1, kind: Namespace, metadata: {name: a, annotations: ${part}, labels: ${part}}}
---
{apiVersion: v1, kind: Pod, metadata: {name: web, namespace: a, annotations: ${part}, labels: ${part}}, spec: {containers: [{name: c, image: 'x:1'}]}}
---
{apiVersion: v1, kind: Service, metadata: {name: web, namespace: a, annotations: ${part}}, spec: {selector: {}, ports: [{port: 80}]}}
---
{apiVersion: policy.linkerd.io/v1beta3, kind: Server, metadata: {name: s, namespace: a}, spec: ${part}}
---
{apiVersion: policy.linkerd.io/v1beta3, kind: Server, metadata: {name: t, namespace: a}, spec: {podSelector: {}, port: 80, accessPolicy: ${part}}}
---
{apiVersion: policy.linkerd.io/v1beta3, kind: HTTPRoute, metadata: {name: r, namespace: a, annotations: ${part}}, spec: {parentRefs: [{kind: Server, name: t}, {kind: Service, name: web}, ${part}], rules: [{matches: [{path: ${part}, headers: [${part}], method: ${part}}, ${part}]}, ${part}]}}
---
{apiVersion: policy.linkerd.io/v1alpha1, kind: AuthorizationPolicy, metadata: {name: p, namespace: a}, spec: {targetRef: ${part}, requiredAuthenticationRefs: [${part}]}}
---
{apiVersion: policy.linkerd.io/v1alpha1, kind: AuthorizationPolicy, metadata: {name: q, namespace: a}, spec: {targetRef: {kind: Namespace, name: a}, requiredAuthenticationRefs: [{group: policy.linkerd.io, kind: MeshTLSAuthentication, name: m}, {group: policy.linkerd.io, kind: NetworkAuthentication, name: n}]}}
---
{apiVersion: policy.linkerd.io/v1alpha1, kind: MeshTLSAuthentication, metadata: {name: m, namespace: a}, spec: {identities: [${part}], identityRefs: [${part}]}}
---
{apiVersion: policy.linkerd.io/v1alpha1, kind: NetworkAuthentication, metadata: {name: n, namespace: a}, spec: {networks: [{cidr: ${part}, except: [${part}]}, ${part}]}}
---
{apiVersion: linkerd.io/v1alpha2, kind: ServiceProfile, metadata: {name: web.a.svc.cluster.local, namespace: a}, spec: {routes: [{condition: ${part}, timeout: ${part}}, ${part}]}}
---
{apiVersion: v1, kind: Namespace, metadata: {name: b, annotations: {linkerd.io/inject: enabled}}}
---
{apiVersion: v1, kind: Pod, metadata: {name: cli, namespace: b, labels: {app: cli}}, spec: {containers: [{name: c, image: 'e/x:1'}]}}
---
{apiVersion: v1, kind: Service, metadata: {name: one, namespace: b}, spec: {selector: {app: cli}, ports: [{port: 80}]}}
---
{apiVersion: v1, kind: Service, metadata: {name: two, namespace: b}, spec: {selector: {app: cli}, ports: [{port: 80}]}}
---
{apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, metadata: {name: r, namespace: b}, spec: {parentRefs: [{group: core, kind: Service, name: one, port: ${part}}, {group: core, kind: Service, name: one}], hostnames: ${part}, rules: [{filters: [{type: RequestRedirect, requestRedirect: {path: ${part}, port: ${part}, hostname: ${part}}}]}, {filters: [{type: RequestHeaderModifier, requestHeaderModifier: {set: [${part}], remove: ${part}}}, {type: ResponseHeaderModifier, responseHeaderModifier: ${part}}], matches: [{path: {value: /x}, queryParams: [${part}]}], backendRefs: [${part}, {name: two, port: ${part}}, {name: two, port: 80, weight: ${part}, filters: [${part}]}]}, {matches: [{path: {value: /xy}}], backendRefs: ${part}}]}}
---
{apiVersion: policy.linkerd.io/v1beta3, kind: HTTPRoute, metadata: {name: s, namespace: b}, spec: {parentRefs: [{group: core, kind: Service, name: two}], rules: [{filters: [${part}]}, ${part}]}}
`;

describe('the simulated Linkerd', () => {
  it.each(['null', '7', 'true', 'text', '[]', '[null]', '{}', '{a: null}', '{linkerd.io/inject: 3}', '((('])(
    'never throws, whatever stands where something else should: %s',
    (part) => {
      const mesh = openLinkerd(settle(world(broken(part))).state, { before: world(broken('{}')) });
      for (const from of ['a/web', 'outside', 'kubelet', 'nobody']) {
        for (const url of ['http://web.a/x', 'udp://web.a:80', 'tcp://web.a:80', 'nonsense', 'http://10.244.0.9/']) {
          expect(Array.isArray(send(mesh, { from, url }).outcome.passages)).toBe(true);
          expect(reliabilityOf(mesh, { namespace: 'a', url })).toHaveProperty('retries');
        }
      }
      for (const url of ['http://one/x?a=%&b', 'http://one/xy', 'http://one/', 'http://two/']) {
        const { passages, losses, answer } = send(mesh, { from: 'b/cli', url }).outcome;
        const whole = [...passages.map(({ edge }) => edge), ...losses].reduce((sum, { share }) => sum + share, 0);
        expect(answer === undefined ? whole : 1, url).toBeCloseTo(1);
      }
    },
  );
});
