import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { deskWith, shop, typed } from '../mesh/testing/typed.ts';

const gatewayKinds = readFileSync('exercises/30-laboratorio-linkerd/given/gateway-api.yaml', 'utf8');
const policy = (kind: string, name: string, spec: string) =>
  `apiVersion: policy.linkerd.io/${kind === 'AuthorizationPolicy' ? 'v1alpha1' : 'v1beta3'}\nkind: ${kind}\nmetadata: { name: ${name}, namespace: tienda }\nspec: ${spec}\n`;
const objects = [
  shop,
  policy('Server', 'api-http', '{ podSelector: { matchLabels: { app: api } }, port: 80 }'),
  policy('Server', 'web-http', '{ podSelector: { matchLabels: { app: web } }, port: 80 }'),
  policy(
    'AuthorizationPolicy',
    'only-web',
    '{ targetRef: { group: policy.linkerd.io, kind: Server, name: api-http }, requiredAuthenticationRefs: [{ kind: ServiceAccount, name: default }] }',
  ),
].join('---\n');
const { desk } = typed(
  deskWith({ 'gateway-api.yaml': gatewayKinds, 'shop.yaml': objects }),
  `kubectl apply -f gateway-api.yaml
linkerd install --crds | kubectl apply -f -
linkerd install | kubectl apply -f -
linkerd check
kubectl apply -f shop.yaml
kubectl rollout status -n tienda deploy/api`,
);
const says = (line: string) => typed(desk, line).text.split('\n').slice(1).join('\n');

describe('looking into Linkerd', () => {
  it('lists what authorizes, of one workload and of all', () => {
    expect(says('linkerd authz -n tienda deploy/api')).toBe(
      'ROUTE   SERVER    AUTHORIZATION_POLICY   SERVER_AUTHORIZATION   \n*       api-http  only-web                                      \n',
    );
    expect(says('linkerd authz -n tienda deploy/web')).not.toContain('only-web');
    expect(says('linkerd authz -n tienda deploy')).toContain('only-web');
    expect(says('linkerd authz -n tienda deploy/none')).toContain('deployments.apps "none" not found');
  });

  it('gives the addresses of a Service', () => {
    expect(says('linkerd diagnostics endpoints api.tienda.svc.cluster.local:80')).toMatch(
      /^NAMESPACE +IP +PORT +POD +SERVICE\ntienda +10\.\S+ +80 +api-\S+ +api\.tienda\n$/,
    );
    expect(says('linkerd diagnostics endpoints none.tienda.svc.cluster.local')).toBe('No endpoints found.\n');
    expect(says('linkerd diagnostics endpoints api')).toContain('Invalid authority: api');
  });
});
