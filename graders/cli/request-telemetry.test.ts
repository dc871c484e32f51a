import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestCourse } from './testing/course.ts';
import { stackTrace, timonel } from './testing/run.ts';

let course: TestCourse;
beforeEach(() => {
  course = new TestCourse();
});
afterEach(() => course.remove());

const pod = (name: string) =>
  `{apiVersion: v1, kind: Pod, metadata: {name: ${name}, namespace: s, labels: {app: ${name}}}, spec: {containers: [{name: c, image: "x.example/y:1", ports: [{containerPort: 80}]}]}}
---
{apiVersion: v1, kind: Service, metadata: {name: ${name}, namespace: s}, spec: {selector: {app: ${name}}, ports: [{name: http, port: 80}]}}
---
`;
const namespace = (metadata: string) => `{apiVersion: v1, kind: Namespace, metadata: {name: s, ${metadata}}}\n---\n`;
const tracing = `
{apiVersion: v1, kind: ConfigMap, metadata: {name: istio, namespace: istio-system}, data: {mesh: "extensionProviders: [{name: j, opentelemetry: {service: c.s.svc.cluster.local, port: 80}}]"}}
---
{apiVersion: telemetry.istio.io/v1, kind: Telemetry, metadata: {name: t, namespace: istio-system}, spec: {tracing: [{providers: [{name: j}], randomSamplingPercentage: 10}]}}
`;
const istio = namespace('labels: {istio-injection: enabled}') + pod('a') + pod('b') + pod('c') + tracing;
const linkerd = namespace('annotations: {linkerd.io/inject: enabled}') + pod('a') + pod('b');

const send = (...args: readonly string[]) =>
  timonel(['request', '--from', 's/a', '--world', 'mundo.yaml', ...args, 'http://b/'], { cwd: course.root });
const json = async (...args: readonly string[]) => JSON.parse((await send(...args, '--format', 'json')).out);

describe('what a request leaves in a mesh of Istio', () => {
  beforeEach(() => course.write('mundo.yaml', istio));

  // https://istio.io/latest/docs/reference/config/metrics/
  it('are the standard metrics, once per proxy', async () => {
    const { metrics, scraping } = (await json()).telemetry;
    const requests = metrics.filter(({ name }: { name: string }) => name === 'istio_requests_total');
    expect(requests).toMatchObject([
      { type: 'counter', perRequest: 1, scraped: true, labels: { reporter: 'source', source_workload: 'a' } },
      { labels: { reporter: 'destination', connection_security_policy: 'mutual_tls', response_code: '200' } },
    ]);
    expect(metrics).toContainEqual(
      expect.objectContaining({ name: 'istio_request_duration_milliseconds', type: 'histogram' }),
    );
    expect(scraping.map(({ workload, proxy }: { workload: string; proxy: boolean }) => [workload, proxy])).toEqual([
      ['s/a', true],
      ['s/b', true],
    ]);
  });

  // https://istio.io/latest/docs/ops/integrations/prometheus/#option-2-customized-scraping-configurations
  it('is not scraped where merging is off and nothing is asked for', async () => {
    course.write(
      'mundo.yaml',
      istio.replace('metadata: {name: b,', "metadata: {name: b, annotations: {prometheus.io/scrape: 'false'},"),
    );
    const { metrics, scraping } = (await json()).telemetry;
    expect(metrics.filter(({ scraped }: { scraped: boolean }) => !scraped)[0]).toMatchObject({
      labels: { reporter: 'destination' },
    });
    expect(scraping[1]).toMatchObject({ workload: 's/b', proxy: false, hops: [{ stage: 'scrape' }] });
    const { out } = await send('--telemetry');
    expect(out).toContain('Prometheus no recoge las de `s/b`:');
  });

  // https://istio.io/latest/docs/tasks/observability/distributed-tracing/overview/
  it('is one trace, or several where an application drops the headers', async () => {
    const chain = ['--calls', 's/b=http://c/'];
    expect((await json(...chain)).telemetry.tracing.traces).toEqual([{ root: 's/a', spans: 4, per1000: 100 }]);
    expect((await json(...chain, '--drops-headers', 's/b')).telemetry.tracing.traces).toEqual([
      { root: 's/a', spans: 2, per1000: 100 },
      { root: 's/b', spans: 2, per1000: 100 },
    ]);
  });

  // https://prometheus.io/docs/prometheus/latest/querying/basics/
  it('answers PromQL, at one request per second', async () => {
    const query = 'sum by (reporter) (rate(istio_requests_total[1m]))';
    expect((await json('--query', query, '--query', '1 / 0')).telemetry.queries).toEqual([
      {
        query,
        samples: [
          { labels: { reporter: 'source' }, value: 1 },
          { labels: { reporter: 'destination' }, value: 1 },
        ],
      },
      { query: '1 / 0', samples: [{ labels: {}, value: '+Inf' }] },
    ]);
    const { out } = await send('--query', query);
    expect(out).toMatch(/reporter="source" {2}1\n/);
    expect(out).not.toContain('Métricas');
  });

  it.each([
    ['that is no PromQL', ['--query', 'sum('], '`sum(`'],
    ['that Prometheus refuses', ['--query', 'rate(istio_requests_total)'], 'le falta una ventana como `[5m]`'],
    ['beyond the lab', ['--query', 'istio_requests_total @ 0'], 'El laboratorio no modela'],
    ['of a call of nobody', ['--calls', 'http://c/'], 'no dice quién llama a qué'],
  ])('ends with 2 for a query %s', async (_name, args, said) => {
    const { code, out, err } = await send(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(said);
    expect(err).not.toMatch(stackTrace);
  });

  it('is told in a terminal, with nothing that it would obey', async () => {
    const { out } = await send('--telemetry', '--query', 'vector(1) # \u001b[2J');
    expect(out).toContain('+1 reporter="source"');
    expect(out).toContain('Una que empieza en `s/a`, de 2 spans, en 100 de cada 1000 peticiones.');
    expect(out).not.toContain('\u001b[2J');
  });
});

describe('what a request leaves in a mesh of Linkerd', () => {
  beforeEach(() => course.write('mundo.yaml', linkerd));

  // https://linkerd.io/2-edge/reference/cli/viz/
  it('is what edges, stat and tap would print', async () => {
    const { viz, telemetry } = await json();
    expect(telemetry).toBeUndefined();
    expect(viz.edges).toMatchObject([{ source: 'a', destination: 'b', client: 'default.s', secured: '√' }]);
    expect(viz.stat).toContainEqual({ workload: 'b', namespace: 's', meshed: '1/1', requests: 1, success: 1 });
    expect(viz.tap.map(({ proxy, tls }: { proxy: string; tls: string }) => `${proxy} ${tls}`)).toEqual([
      'out true',
      'in true',
    ]);
    const { out } = await send('--telemetry');
    expect(out).toMatch(/linkerd viz edges\n {2}SRC {3}DST .*SECURED\n {2}a {5}b .*√\n/);
  });
});

describe('what a request leaves without a mesh', () => {
  it('is nothing', async () => {
    course.write('mundo.yaml', namespace('labels: {a: b}') + pod('a') + pod('b'));
    const { telemetry, viz } = await json();
    expect([telemetry, viz]).toEqual([undefined, undefined]);
    expect((await send('--telemetry')).out).toContain('ninguna malla que observe la petición');
  });
});
