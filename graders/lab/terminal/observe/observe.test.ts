import { describe, expect, it } from 'vitest';
import { type Desk, type NamedCluster, noted } from '../desk/desk.ts';
import { deskWith, shop, typed } from '../mesh/testing/typed.ts';
import { collected } from './jaeger.ts';
import { seriesNow } from './prometheus.ts';

const addons = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: prometheus, namespace: istio-system }
spec:
  selector: { matchLabels: { app: prometheus } }
  template:
    metadata: { labels: { app: prometheus } }
    spec: { containers: [{ name: app, image: 'prom/prometheus:v3.5.0', ports: [{ containerPort: 9090 }] }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: jaeger, namespace: istio-system }
spec:
  selector: { matchLabels: { app: jaeger } }
  template:
    metadata: { labels: { app: jaeger } }
    spec: { containers: [{ name: app, image: 'jaegertracing/jaeger:2.9.0', ports: [{ containerPort: 16686 }] }] }
---
apiVersion: v1
kind: Service
metadata: { name: jaeger-collector, namespace: istio-system }
spec: { selector: { app: jaeger }, ports: [{ name: grpc-otel, port: 4317 }] }
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: { name: todo, namespace: istio-system }
spec: { tracing: [{ providers: [{ name: jaeger }] }] }
`;
const done = (desk: Desk, lines: string): Desk => typed(desk, lines).desk;
const call = 'kubectl exec -n tienda deploy/web -- curl -s -o /dev/null http://api/';
const meshed = done(
  deskWith({ 'tienda.yaml': shop, 'addons.yaml': addons }),
  `istioctl install --set profile=demo -y
kubectl apply -f addons.yaml
kubectl apply -f tienda.yaml
kubectl label namespace tienda istio-injection=enabled
kubectl rollout restart deploy -n tienda
kubectl rollout status deploy -n tienda
kubectl rollout status deploy -n istio-system
istioctl dashboard prometheus &
istioctl dashboard jaeger &`,
);
const loaded = done(meshed, `for i in 1 2 3 4 5 6; do ${call}; done\nsleep 30`);
const cluster = (desk: Desk): NamedCluster => desk.clusters[0] as NamedCluster;
const query = (desk: Desk, text: string) =>
  JSON.parse(
    typed(desk, `curl -sG localhost:9090/api/v1/query --data-urlencode 'query=${text}'`).text.split('\n')[1] ?? '',
  );

describe('what requests leave behind', () => {
  it('counts each request once for each proxy, from the last scrape on', () => {
    const sum = 'sum by (reporter) (istio_requests_total{destination_workload="api"})';
    const found = query(loaded, sum).data.result;
    expect(found.map(({ metric, value }: { metric: unknown; value: unknown[] }) => [metric, value[1]])).toEqual([
      [{ reporter: 'source' }, '6'],
      [{ reporter: 'destination' }, '6'],
    ]);
    expect(query(meshed, sum).data.result).toEqual([]);
  });

  it('forgets in five minutes how fast they came, and not how many', () => {
    const later = done(loaded, 'sleep 600');
    expect(query(later, 'sum(rate(istio_requests_total[5m]))').data.result[0].value[1]).toBe('0');
    expect(query(later, 'sum(istio_requests_total{reporter="source"})').data.result[0].value[1]).toBe('6');
  });

  it('leaves no series of requests that no proxy saw', () => {
    const bare = done(meshed, 'kubectl run solo --image=curlimages/curl:8.16.0 --command -- sleep infinity\nsleep 20');
    const asked = done(bare, 'kubectl exec solo -- curl -s -o /dev/null http://api.tienda/\nsleep 30');
    expect(seriesNow(asked, cluster(asked))).toEqual([]);
    expect(collected(asked, cluster(asked))).toEqual({ traces: 0, spans: 0 });
  });

  it('answers at the ports of the consoles only, and says what was learned', () => {
    const told = typed(loaded, "curl -s 'localhost:16686/api/traces?service=web.tienda&limit=2'");
    const traces = JSON.parse(told.text.split('\n')[1] ?? '').data;
    expect(traces).toHaveLength(2);
    expect(traces[0].spans).toHaveLength(2);
    expect(told.desk.facts.at(-1)).toMatchObject({ did: 'traces.asked', data: { found: true, spans: 2 } });
    const collector = done(loaded, 'kubectl port-forward -n istio-system svc/jaeger-collector 7000:4317 &\nsleep 1');
    const wrong = typed(noted(collector, 'here'), "curl -s 'localhost:7000/api/traces?service=web.tienda'");
    expect(wrong.desk.facts.at(-1)?.did).toBe('here');
  });

  it('tells a query that nobody reads from one that finds nothing', () => {
    expect(query(loaded, 'sum(').status).toBe('error');
    expect(query(loaded, 'nada').data.result).toEqual([]);
  });
});
