import { describe, expect, it } from 'vitest';
import { deskWith, shop, typed } from '../mesh/testing/typed.ts';

const routes = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: api, namespace: tienda }
spec:
  hosts: [api]
  http:
    - match: [{ headers: { end-user: { exact: ana } } }]
      route: [{ destination: { host: api, subset: v2 } }]
    - match: [{ uri: { prefix: /v1 } }]
      route: [{ destination: { host: api, subset: v1 }, weight: 100 }]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: api, namespace: tienda }
spec:
  host: api
  trafficPolicy: { tls: { mode: ISTIO_MUTUAL }, loadBalancer: { simple: RANDOM } }
  subsets: [{ name: v1, labels: { app: api } }, { name: v2, labels: { version: v2 } }]
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: estricta, namespace: tienda }
spec: { mtls: { mode: STRICT } }
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: solo-web, namespace: tienda }
spec: { selector: { matchLabels: { app: api } }, rules: [{ from: [{ source: { namespaces: [tienda] } }] }] }
`;
const bad =
  'apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: { name: mala }\nspec: { hosts: [api], http: [{ route: [{ destination: { host: api }, weight: -1 }] }] }\n';
const start = deskWith({ 'tienda.yaml': shop, 'rutas.yaml': routes, 'mala.yaml': bad });
const { desk } = typed(
  start,
  'istioctl install --set profile=minimal -y\nkubectl apply -f tienda.yaml\nkubectl label ns tienda istio-injection=enabled\nkubectl rollout restart deploy -n tienda\nsleep 60\nkubectl apply -f rutas.yaml',
);

describe('istioctl experimental describe', () => {
  it('tells what decides about a pod', () => {
    const { text } = typed(
      desk,
      'istioctl x describe pod $(kubectl get pod -n tienda -l app=api -o jsonpath={.items[0].metadata.name}).tienda -n tienda',
    );
    expect(text).toContain(`   Pod Revision: default
   Pod Ports: 80 (api)
--------------------
Service: api
   Port:  80/auto-detect targets pod port 80
DestinationRule: api for "api"
   Matching subsets: v1
      (Non-matching subsets v2)
   Traffic Policy TLS Mode: ISTIO_MUTUAL
   Policies: load balancer
VirtualService: api
   Route to host "api" subset "v1" with weight 100%
   Match: /v1*
   1 additional destination(s) that will not reach this pod
RBAC policies: ns[tienda]-policy[solo-web]-rule[0]
--------------------
Effective PeerAuthentication:
   Workload mTLS mode: STRICT
Applied PeerAuthentication:
   estricta.tienda
Skipping Gateway information (no ingress gateway pods)
`);
  });

  it('tells of a Service, and of those without a proxy', () => {
    expect(typed(desk, 'istioctl experimental describe svc api -n tienda').text).toContain('Service: api\n');
    expect(typed(desk, 'istioctl x des svc api').text).toContain('services "api" not found');
    const bare = typed(start, 'istioctl install --set profile=minimal -y\nkubectl apply -f tienda.yaml\nsleep 30').desk;
    expect(typed(bare, 'istioctl x describe service api.tienda -n tienda').text).toContain(
      'Service "api" has no Istio pods.  (1 pods in service).\nUse `istioctl kube-inject`',
    );
    const pod =
      'istioctl x describe pod $(kubectl get pod -n tienda -l app=api -o jsonpath={.items[0].metadata.name}) -n tienda';
    expect(typed(bare, pod).text).toContain('is not part of mesh; no Istio sidecar');
    expect(typed(desk, 'istioctl x describe pod nada').text).toContain('Error: pods "nada" not found');
  });

  it('says where a subset has no rule', () => {
    const gone = typed(desk, 'kubectl delete dr api -n tienda').desk;
    expect(typed(gone, 'istioctl x describe svc api -n tienda').text).toContain(
      '   WARNING: No destinations match pod subsets (checked 2 HTTP routes)\n      Warning: Route to subset v2 but NO DESTINATION RULE defining subsets!\n',
    );
  });
});

describe('istioctl validate', () => {
  it('accepts what istiod accepts, and says why it does not', () => {
    expect(typed(start, 'istioctl validate -f rutas.yaml').text).toContain('"rutas.yaml" is valid\n');
    expect(typed(start, 'cat rutas.yaml | istioctl v -f -').text).toContain('validation succeed\n');
    const wrong = typed(start, 'istioctl validate -f mala.yaml,rutas.yaml');
    expect(wrong.text).toContain('Error: 1 error occurred:\n\t* VirtualService//mala: ');
    expect(wrong.exit).toBe(1);
    expect(typed(start, 'istioctl validate').text).toContain('you must specify resources by --filename');
    expect(typed(start, 'istioctl validate -f nada.yaml').text).toContain('cannot stat file "nada.yaml"');
  });
});
