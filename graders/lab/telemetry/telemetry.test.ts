import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settle } from '../cluster/index.ts';
import { world } from '../cluster/testing/world.ts';
import { openMesh } from '../istio/index.ts';
import type { Flow } from './flow.ts';
import { followChain, scrape, seriesOf } from './index.ts';
import { ask } from './promql/query.ts';
import { settingsOf } from './settings.ts';
import { selfTimes } from './traces/self-times.ts';
import { proxyTracing } from './tracing/proxy.ts';

const namespace = (name: string, labels = 'istio-injection: enabled') =>
  `{apiVersion: v1, kind: Namespace, metadata: {name: ${name}, labels: {${labels}}}}\n---\n`;
const pod = (name: string, more = '', annotations = '') =>
  `{apiVersion: v1, kind: Pod, metadata: {name: ${name}, namespace: s, labels: {app: ${name}${more}}, annotations: {${annotations}}}, spec: {serviceAccountName: ${name}, containers: [{name: c, image: "x.example/y:1"}]}}\n---\n`;
const service = (name: string, port = '{name: http, port: 80}') =>
  `{apiVersion: v1, kind: Service, metadata: {name: ${name}, namespace: s}, spec: {selector: {app: ${name}}, ports: [${port}]}}\n---\n`;
const object = (kind: string, group: string, metadata: string, spec: string) =>
  `{apiVersion: ${group}, kind: ${kind}, metadata: {${metadata}}, spec: {${spec}}}\n---\n`;
const edge =
  object(
    'Gateway',
    'networking.istio.io/v1',
    'name: edge, namespace: s',
    'selector: {istio: ingressgateway}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]',
  ) +
  object(
    'VirtualService',
    'networking.istio.io/v1',
    'name: b, namespace: s',
    'hosts: ["*"], gateways: [edge], http: [{route: [{destination: {host: b}}]}]',
  );
const strict = object('PeerAuthentication', 'security.istio.io/v1', 'name: d, namespace: s', 'mtls: {mode: STRICT}');
const unmeshed = ", sidecar.istio.io/inject: 'false'";

const meshOf = (text: string) => openMesh(settle(world(namespace('s') + text)).state);
const total = (text: string, flow: Partial<Flow>, query: string): number => {
  const series = seriesOf(meshOf(text), [{ from: 's/a', to: 'http://b/', perSecond: 10, ...flow }]);
  const answer = ask(`sum(rate(${query}[5m]))`, series);
  return 'samples' in answer ? Math.round((answer.samples[0]?.value ?? 0) * 1000) / 1000 : Number.NaN;
};

// https://istio.io/latest/docs/reference/config/metrics/
describe('the series of a flow', () => {
  const both = pod('a') + pod('b', ', version: v2') + service('b');

  it.each<[string, string, Partial<Flow>, string, number]>([
    ['both proxies count', both, {}, 'istio_requests_total', 20],
    ['the source counts once', both, {}, 'istio_requests_total{reporter="source"}', 10],
    ['the destination sees mTLS', both, {}, 'istio_requests_total{connection_security_policy="mutual_tls"}', 10],
    ['the source does not tell', both, {}, 'istio_requests_total{connection_security_policy="unknown"}', 10],
    [
      'the caller by identity',
      both,
      {},
      'istio_requests_total{reporter="destination",source_principal="spiffe://cluster.local/ns/s/sa/a"}',
      10,
    ],
    [
      'names of the destination',
      both,
      {},
      'istio_requests_total{reporter="source",destination_service="b.s.svc.cluster.local",destination_service_name="b",destination_version="v2",destination_canonical_revision="v2"}',
      10,
    ],
    ['statuses', both, { statuses: { 503: 0.2 } }, 'istio_requests_total{reporter="source",response_code="503"}', 2],
    [
      'durations',
      both,
      { durations: { 30: 0.5, 700: 0.5 } },
      'istio_request_duration_milliseconds_bucket{reporter="source",le="50.0"}',
      5,
    ],
    [
      'the mean of durations',
      both,
      { durations: { 30: 0.5, 700: 0.5 } },
      'istio_request_duration_milliseconds_sum{reporter="source"}',
      3650,
    ],
    [
      'gRPC messages',
      both,
      { headers: { 'content-type': 'application/grpc' } },
      'istio_request_messages_total{reporter="source"}',
      10,
    ],
    [
      'no client proxy, no source',
      pod('a', unmeshed) + pod('b') + service('b'),
      {},
      'istio_requests_total{reporter="source"}',
      0,
    ],
    [
      'a client without identity',
      pod('a', unmeshed) + pod('b') + service('b'),
      {},
      'istio_requests_total{source_principal="unknown",connection_security_policy="none"}',
      10,
    ],
    [
      'no server proxy, no destination',
      pod('a') + pod('b', unmeshed) + service('b'),
      {},
      'istio_requests_total{reporter="destination"}',
      0,
    ],
    [
      'nobody there: only the client knows',
      pod('a') + service('b'),
      {},
      'istio_requests_total{reporter="source",response_flags="UH",response_code="503"}',
      10,
    ],
    [
      'TCP has connections',
      pod('a') + pod('b') + service('b', '{name: tcp, port: 80}'),
      { to: 'tcp://b:80' },
      'istio_tcp_connections_opened_total{reporter="destination"}',
      10,
    ],
    [
      'TCP has no requests',
      pod('a') + pod('b') + service('b', '{name: tcp, port: 80}'),
      { to: 'tcp://b:80' },
      'istio_requests_total',
      0,
    ],
    [
      'TCP has no code',
      pod('a') + pod('b') + service('b', '{name: tcp, port: 80}'),
      { to: 'tcp://b:80' },
      'istio_tcp_sent_bytes_total{response_code!=""}',
      0,
    ],
  ])('%s', (_name, text, flow, query, expected) => {
    expect(total(text, flow, query)).toBe(expected);
  });

  it('a request from outside is sent, for both proxies, by the gateway', () => {
    const flow = { from: 'outside', to: 'http://shop.example/' };
    const named = 'source_workload="istio-ingressgateway",source_workload_namespace="istio-system"';
    const known = 'source_principal="spiffe://cluster.local/ns/istio-system/sa/istio-ingressgateway-service-account"';
    expect(total(both + edge, flow, `istio_requests_total{reporter="source",${named}}`)).toBe(10);
    expect(total(both + edge, flow, `istio_requests_total{reporter="destination",${known}}`)).toBe(10);
    const own = edge.replace('ingressgateway', 'mine') + pod('door', ', istio: mine');
    expect(total(both + own, flow, 'istio_requests_total{reporter="source",source_workload="door"}')).toBe(10);
  });

  it('a denied request is a 403 on both sides', () => {
    const deny = object('AuthorizationPolicy', 'security.istio.io/v1', 'name: nobody, namespace: s', '');
    expect(total(both + deny, {}, 'istio_requests_total{response_code="403"}')).toBe(20);
  });
});

// https://istio.io/latest/docs/ops/integrations/prometheus/
describe('what Prometheus gets from a pod', () => {
  const asks = "prometheus.io/scrape: 'true', prometheus.io/port: '9102'";
  const out = "prometheus.istio.io/merge-metrics: 'false'";

  it.each<[string, string, string]>([
    ['nothing said', pod('a'), 'proxy'],
    ['its own announced', pod('a', '', asks), 'proxy :9102/metrics'],
    ['only its port announced', pod('a', '', "prometheus.io/port: '9102'"), 'proxy :9102/metrics'],
    ['only its path announced', pod('a', '', 'prometheus.io/path: /m'), 'proxy :80/m'],
    ['announced with dots', pod('a', '', "prometheus.io.port: '9102'"), 'proxy :9102/metrics'],
    ['Prometheus takes only `true`', pod('a', '', `${asks.replace('true', 'True')}, ${out}`), ''],
    ['the agent on the path of the application', pod('a', '', asks.replace('9102', '15020')), ''],
    [
      'the agent as the injector writes it',
      pod('a', '', `${asks.replace('9102', '15020')}, prometheus.io/path: /stats/prometheus`),
      'proxy',
    ],
    ['merged under STRICT', pod('a', '', asks) + strict, 'proxy :9102/metrics'],
    ['not to be scraped', pod('a', '', "prometheus.io/scrape: 'false'"), ''],
    ['opted out, PERMISSIVE', pod('a', '', `${asks}, ${out}`), ':9102/metrics'],
    ['opted out, STRICT', pod('a', '', `${asks}, ${out}`) + strict, ''],
    [
      'opted out and around the proxy',
      pod('a', '', `${asks}, ${out}, traffic.sidecar.istio.io/excludeInboundPorts: '9102'`) + strict,
      ':9102/metrics',
    ],
    ['opted out, nothing announced', pod('a', '', out), ''],
    [
      'at Envoy by hand',
      pod(
        'a',
        '',
        `prometheus.io/scrape: 'true', prometheus.io/port: '15090', prometheus.io/path: /stats/prometheus, ${out}`,
      ) + strict,
      'proxy',
    ],
    [
      'at Envoy on the wrong path',
      pod('a', '', `prometheus.io/scrape: 'true', prometheus.io/port: '15090', ${out}`),
      '',
    ],
    ['without a proxy', pod('a', unmeshed, asks), ':9102/metrics'],
    [
      'merging off for the mesh',
      pod('a', '', asks) +
        strict +
        object('IstioOperator', 'install.istio.io/v1alpha1', 'name: m', 'meshConfig: {enablePrometheusMerge: false}'),
      '',
    ],
  ])('%s', (_name, text, expected) => {
    const mesh = meshOf(text);
    const [first] = mesh.state.pods;
    if (!first) throw new Error('no pod');
    const { proxy, app } = scrape(mesh, first);
    expect(`${proxy ? 'proxy' : ''}${app ? ` :${app.port}${app.path}` : ''}`.trim()).toBe(expected);
  });
});

const telemetry = (name: string, where: string, tracing: string, selector = '') =>
  object(
    'Telemetry',
    'telemetry.istio.io/v1',
    `name: ${name}, namespace: ${where}`,
    `${selector}tracing: [${tracing}]`,
  );
const operator = (spec: string) => object('IstioOperator', 'install.istio.io/v1alpha1', 'name: m', spec);
const jaeger = `${pod('j', unmeshed)}${service('j', '{name: grpc, port: 4317}, {name: zipkin, port: 9411}')}`;
const provider = (body: string) => operator(`meshConfig: {extensionProviders: [{name: p, ${body}}]}`);
const otlp = provider('opentelemetry: {service: j.s.svc.cluster.local, port: 4317}');
const uses = '{providers: [{name: p}]}';

// https://istio.io/latest/docs/tasks/observability/distributed-tracing/sampling/
describe('how a proxy samples', () => {
  it.each<[string, string, number]>([
    ['no provider', operator('meshConfig: {enableTracing: true}'), 0],
    ['falls through to 1 %', otlp + telemetry('t', 'istio-system', uses), 1],
    ['mesh', otlp + telemetry('t', 'istio-system', '{providers: [{name: p}], randomSamplingPercentage: 7}'), 7],
    [
      'namespace over mesh, provider inherited',
      otlp + telemetry('t', 'istio-system', uses) + telemetry('u', 's', '{randomSamplingPercentage: 30}'),
      30,
    ],
    [
      'workload over namespace',
      otlp +
        telemetry('t', 'istio-system', uses) +
        telemetry('u', 's', '{randomSamplingPercentage: 30}') +
        telemetry('v', 's', '{randomSamplingPercentage: 90}', 'selector: {matchLabels: {app: a}}, '),
      90,
    ],
    [
      'the workload of another',
      otlp +
        telemetry('t', 'istio-system', uses) +
        telemetry('v', 's', '{randomSamplingPercentage: 90}', 'selector: {matchLabels: {app: z}}, '),
      1,
    ],
    [
      'a selector in the root is for the root',
      otlp + telemetry('t', 'istio-system', uses, 'selector: {matchLabels: {app: a}}, '),
      0,
    ],
    [
      'the oldest of two',
      otlp +
        telemetry('b', 'istio-system', '{providers: [{name: p}], randomSamplingPercentage: 9}') +
        telemetry('a', 'istio-system', uses),
      1,
    ],
    ['the first provider of a rule', otlp + telemetry('t', 'istio-system', '{providers: [{name: p}, {name: q}]}'), 1],
    ['an unknown name', otlp + telemetry('t', 'istio-system', '{providers: [{name: q}]}'), 0],
    ['a name in capitals', otlp + telemetry('t', 'istio-system', '{providers: [{name: P}]}'), 1],
    ['reporting off', otlp + telemetry('t', 'istio-system', '{providers: [{name: p}], disableSpanReporting: true}'), 0],
    [
      'the other side only',
      otlp + telemetry('t', 'istio-system', '{match: {mode: SERVER}, providers: [{name: p}]}'),
      0,
    ],
    ['zero is zero', otlp + telemetry('t', 'istio-system', '{providers: [{name: p}], randomSamplingPercentage: 0}'), 0],
    [
      'the default of the mesh',
      operator(
        'meshConfig: {defaultConfig: {tracing: {sampling: 12}}, extensionProviders: [{name: p, opentelemetry: {service: j.s.svc.cluster.local, port: 4317}}]}',
      ) + telemetry('t', 'istio-system', uses),
      12,
    ],
    [
      'a default provider alone',
      operator(
        'meshConfig: {defaultProviders: {tracing: [p]}, extensionProviders: [{name: p, opentelemetry: {service: j.s.svc.cluster.local, port: 4317}}]}',
      ),
      1,
    ],
    [
      'before the API',
      operator('meshConfig: {defaultConfig: {tracing: {sampling: 5, zipkin: {address: "j.s:9411"}}}}'),
      5,
    ],
    [
      'before the API, a short address is looked up from the pod',
      operator('meshConfig: {defaultConfig: {tracing: {sampling: "5", zipkin: {address: "j:9411"}}}}'),
      5,
    ],
    [
      'before the API, turned off',
      operator(
        'meshConfig: {enableTracing: false, defaultConfig: {tracing: {sampling: 5, zipkin: {address: "j.s:9411"}}}}',
      ),
      0,
    ],
    [
      'the API without a provider leaves the one from before it',
      operator('meshConfig: {defaultConfig: {tracing: {zipkin: {address: "j.s:9411"}}}}') +
        telemetry('t', 's', '{randomSamplingPercentage: 50}'),
      50,
    ],
    [
      'so does a provider that nobody defines',
      operator('meshConfig: {defaultConfig: {tracing: {sampling: 5, zipkin: {address: "j.s:9411"}}}}') +
        telemetry('t', 's', '{providers: [{name: q}]}'),
      5,
    ],
    [
      'a provider of the API goes before the one from before it',
      operator(
        'meshConfig: {defaultConfig: {tracing: {zipkin: {address: "j.s:9411"}}}, extensionProviders: [{name: p, opentelemetry: {service: nobody.s.svc.cluster.local, port: 4317}}]}',
      ) + telemetry('t', 's', '{providers: [{name: p}]}'),
      0,
    ],
    [
      'OTLP at the port of Zipkin',
      provider('opentelemetry: {service: j.s.svc.cluster.local, port: 9411}') + telemetry('t', 'istio-system', uses),
      0,
    ],
    [
      'Zipkin at its port',
      provider('zipkin: {service: j.s.svc.cluster.local, port: 9411}') + telemetry('t', 'istio-system', uses),
      1,
    ],
    [
      'Zipkin at the port of OTLP',
      provider('zipkin: {service: j.s.svc.cluster.local, port: 4317}') + telemetry('t', 'istio-system', uses),
      0,
    ],
    [
      'a port written as a text',
      provider('opentelemetry: {service: j.s.svc.cluster.local, port: "4317"}') + telemetry('t', 'istio-system', uses),
      1,
    ],
    ['no port', provider('opentelemetry: {service: j.s.svc.cluster.local}') + telemetry('t', 'istio-system', uses), 0],
    [
      'another root namespace',
      operator(
        'meshConfig: {rootNamespace: r, extensionProviders: [{name: p, opentelemetry: {service: j.s.svc.cluster.local, port: 4317}}]}',
      ) + telemetry('t', 'r', '{providers: [{name: p}], randomSamplingPercentage: 7}'),
      7,
    ],
    [
      'what was the root namespace',
      operator(
        'meshConfig: {rootNamespace: r, extensionProviders: [{name: p, opentelemetry: {service: j.s.svc.cluster.local, port: 4317}}]}',
      ) + telemetry('t', 'istio-system', uses),
      0,
    ],
    ['a short name', provider('opentelemetry: {service: j, port: 4317}') + telemetry('t', 'istio-system', uses), 0],
    [
      'a port that is not there',
      provider('opentelemetry: {service: j.s.svc.cluster.local, port: 4318}') + telemetry('t', 'istio-system', uses),
      0,
    ],
    ['no tracer', provider('envoyFileAccessLog: {path: /dev/stdout}') + telemetry('t', 'istio-system', uses), 0],
    [
      'istiod set to more',
      operator(
        'values: {pilot: {traceSampling: 33}}, meshConfig: {extensionProviders: [{name: p, opentelemetry: {service: j.s.svc.cluster.local, port: 4317}}]}',
      ) + telemetry('t', 'istio-system', uses),
      33,
    ],
  ])('%s', (_name, text, expected) => {
    const mesh = meshOf(pod('a') + jaeger + text);
    const [first] = mesh.state.pods;
    if (!first) throw new Error('no pod');
    expect(proxyTracing(mesh, settingsOf(mesh.state.resources), first, 'CLIENT').percent).toBe(expected);
  });
});

// https://istio.io/latest/docs/tasks/observability/distributed-tracing/overview/
describe('the traces of a request', () => {
  const chain = pod('a') + pod('b') + service('b') + pod('c') + service('c') + jaeger + otlp;
  const all = telemetry('t', 'istio-system', '{providers: [{name: p}], randomSamplingPercentage: 10}');
  const follow = (text: string, forwards: boolean) =>
    followChain(meshOf(text), {
      from: 's/a',
      to: 'http://b/',
      services: [{ workload: 's/b', calls: ['http://c/', 'http://c/'], forwards }],
    }).outcome;

  it('are one where headers are forwarded', () => {
    expect(follow(chain + all, true)).toEqual({
      traces: [{ root: 's/a', spans: 6, per1000: 100 }],
      spans: 6,
      percent: 10,
      per1000: 600,
    });
  });

  it('are several where they are not', () => {
    const { traces, per1000 } = follow(chain + all, false);
    expect(traces.map(({ root, spans }) => `${root} ${spans}`)).toEqual(['s/a 2', 's/b 2', 's/b 2']);
    expect(per1000).toBe(600);
  });

  it('from outside begin at the gateway, installed or of the world', () => {
    const root = (text: string) =>
      followChain(meshOf(chain + all + text), { from: 'outside', to: 'http://shop.example/', services: [] }).outcome
        .traces;
    expect(root(edge)).toEqual([{ root: 'istio-system/istio-ingressgateway', spans: 2, per1000: 100 }]);
    const own = edge.replace('ingressgateway', 'mine') + pod('door', ', istio: mine');
    expect(root(own)).toEqual([{ root: 's/door', spans: 2, per1000: 100 }]);
  });

  it('end for services that call each other in circles', () => {
    const circle = followChain(meshOf(chain + all), {
      from: 's/a',
      to: 'http://b/',
      services: [
        { workload: 's/b', calls: ['http://c/'], forwards: true },
        { workload: 's/c', calls: ['http://b/'], forwards: true },
      ],
    });
    expect(circle.outcome.traces).toHaveLength(1);
  });
});

describe('the time of a trace', () => {
  const span = (spanID: string, parent: string, startTime: number, duration: number) => ({
    ...{ spanID, startTime, duration, processID: spanID },
    references: parent ? [{ refType: 'CHILD_OF', spanID: parent }] : [],
  });
  const trace = (...spans: readonly ReturnType<typeof span>[]) =>
    JSON.stringify({
      data: [{ spans, processes: Object.fromEntries(spans.map(({ spanID }) => [spanID, { serviceName: spanID }])) }],
    });

  it('belongs to the innermost span, once where children overlap', () => {
    expect(selfTimes(trace(span('a', '', 0, 10_000), span('b', 'a', 1000, 4000), span('c', 'a', 3000, 4000)))).toEqual([
      { service: 'a', milliseconds: 4 },
      { service: 'b', milliseconds: 4 },
      { service: 'c', milliseconds: 4 },
    ]);
  });

  it('is nothing for what is no trace', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        selfTimes(text);
      }),
    );
    expect(selfTimes('null')).toEqual([]);
  });
});
