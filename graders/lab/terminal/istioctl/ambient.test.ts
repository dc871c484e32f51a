import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { deskWith, shop, typed } from '../mesh/testing/typed.ts';

const gatewayKinds = readFileSync('exercises/30-laboratorio-linkerd/given/gateway-api.yaml', 'utf8');
const gateway = `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: puerta, namespace: tienda }
spec: { gatewayClassName: istio, listeners: [{ name: http, port: 80, protocol: HTTP }] }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: api, namespace: tienda }
spec: { parentRefs: [{ name: puerta }], rules: [{ backendRefs: [{ name: api, port: 80 }] }] }
`;
const start = deskWith({ 'gateway-api.yaml': gatewayKinds, 'tienda.yaml': shop, 'puerta.yaml': gateway });
const kinds = typed(start, 'kubectl apply -f gateway-api.yaml\nkubectl apply -f tienda.yaml\nsleep 30').desk;
const minimal = typed(kinds, 'istioctl install --set profile=minimal -y').desk;
const ambient = typed(kinds, 'istioctl install --set profile=ambient -y').desk;

describe('a Gateway of the Gateway API', () => {
  it('gets a Deployment and a Service of its own, which go with it', () => {
    const { desk } = typed(minimal, 'kubectl apply -f puerta.yaml\nsleep 30');
    expect(typed(desk, 'kubectl get deploy,svc -n tienda -o name').text).toContain(
      'deployment.apps/puerta-istio\ndeployment.apps/web\nservice/api\nservice/puerta-istio\n',
    );
    expect(typed(desk, 'kubectl get gatewayclass -o name').text).toContain(
      'gatewayclass.gateway.networking.k8s.io/istio\n',
    );
    const gone = typed(desk, 'kubectl delete gateway puerta -n tienda').desk;
    expect(typed(gone, 'kubectl get deploy,svc -n tienda -o name').text).not.toContain('puerta-istio');
  });

  it('is programmed once it has an address', () => {
    const { desk } = typed(minimal, 'kubectl apply -f puerta.yaml\nsleep 30');
    const seen = 'kubectl get gateway puerta -n tienda';
    expect(typed(desk, seen).text).toMatch(/puerta +istio +False/);
    expect(typed(desk, `${seen} -o yaml`).text).toContain('address pending for hostname');
    const inside = typed(
      desk,
      'kubectl annotate gateway puerta -n tienda networking.istio.io/service-type=ClusterIP',
    ).desk;
    expect(typed(inside, seen).text).toMatch(/puerta +istio +puerta-istio.tienda.svc.cluster.local +True/);
  });

  it('takes requests that come through its pods', () => {
    const { desk } = typed(minimal, 'kubectl apply -f puerta.yaml\nsleep 30');
    const ask =
      'kubectl port-forward -n tienda svc/puerta-istio 8080:80 &\nsleep 1\ncurl -s -o /dev/null -w "%{http_code}" localhost:8080';
    expect(typed(desk, ask).text).toMatch(/200$/);
    const closed = typed(desk, 'kubectl delete httproute api -n tienda').desk;
    expect(typed(closed, ask).text).toMatch(/404$/);
  });

  it('is left alone where nobody is there to act', () => {
    const { desk } = typed(kinds, 'kubectl apply -f puerta.yaml\nsleep 30');
    expect(typed(desk, 'kubectl get deploy -n tienda -o name').text).not.toContain('puerta-istio');
    expect(typed(desk, 'kubectl get gateway -n tienda').text).not.toContain('False');
  });
});

describe('ambient mode', () => {
  it('takes the traffic of labelled namespaces without a restart, where ztunnel runs', () => {
    const label = 'kubectl label ns tienda istio.io/dataplane-mode=ambient';
    const seen = 'istioctl ztunnel-config workload --workload-namespace tienda';
    expect(typed(ambient, `${label}\n${seen}`).text).toMatch(/tienda +api-.* HBONE/);
    expect(typed(ambient, seen).text).not.toContain('HBONE');
    expect(typed(minimal, `${label}\n${seen}`).text).toContain('no ztunnel pods found');
  });

  it('has waypoints', () => {
    const { text, desk } = typed(
      ambient,
      'istioctl waypoint apply -n tienda --for all --name paso --enroll-namespace --wait',
    );
    expect(text).toContain('⚠️ Warning: namespace is not enrolled in ambient.');
    expect(text).toContain(
      '✅ waypoint tienda/paso is ready!\n✅ namespace tienda labeled with "istio.io/use-waypoint: paso"\n',
    );
    expect(typed(desk, 'istioctl waypoint list -A').text).toMatch(/tienda +paso +default +all +True/);
    expect(typed(desk, 'istioctl waypoint apply -n tienda --enroll-namespace').text).toContain(
      'already has an enrolled Waypoint',
    );
    expect(typed(desk, 'istioctl waypoint delete -n tienda paso otro').text).toContain(
      'waypoint tienda/otro not found\nwaypoint tienda/paso deleted\n',
    );
    expect(typed(ambient, 'istioctl waypoint apply --for nadie').text).toContain(
      'Error: failed to create gateway: invalid traffic type: nadie. Valid options are: [all none service workload]',
    );
    expect(typed(start, 'istioctl waypoint apply').text).toContain('missing Kubernetes Gateway CRDs');
    expect(typed(ambient, 'istioctl waypoint generate --for service').text).toContain('istio.io/waypoint-for: service');
  });
});
