import { code } from '../../core/code.ts';
import { has, own } from '../../core/own.ts';
import type { Text } from '../../core/text.ts';
import type { Observed, VizReport } from '../../lab/request/index.ts';
import type { MetricSeen, ScrapedWorkload, TelemetryReport } from '../../lab/telemetry/index.ts';
import { written } from '../observed.ts';
import { safe } from './safe.ts';
import { indent, type Screen, say } from './screen.ts';
import { tableLines } from './table.ts';
import { traceLines } from './trace.ts';
import { wrap } from './wrap.ts';

/** What a request leaves to be observed, in whatever mesh it was. */
export function observedLines({ istio, linkerd }: Observed, screen: Screen): readonly string[] {
  if (istio) return [...metricsLines(istio, screen), ...tracingLines(istio, screen), ...queriesLines(istio, screen)];
  return linkerd ? vizLines(linkerd, screen) : [say(screen, words.nothing)];
}

/** The answers alone, where only they were asked for. */
export function queriesLines({ queries }: TelemetryReport, screen: Screen): readonly string[] {
  return queries.flatMap(({ query, answer }) => {
    const samples = 'samples' in answer ? answer.samples : [];
    const lines = samples.map(({ labels, value }) => `${labelsOf(labels)}  ${shortened(value)}`);
    return [
      '',
      screen.palette.strong(safe(query)),
      ...indent(lines.length > 0 ? lines.map(safe) : [say(screen, words.noSeries)], 2),
    ];
  });
}

/** Metrics that differ in their labels apart, and what they have in common once. */
function metricsLines({ metrics, scraping }: TelemetryReport, screen: Screen): readonly string[] {
  const { palette } = screen;
  const groups = groupsOf(metrics);
  const common = commonLabels(groups.map(({ labels }) => labels));
  const heads = [...new Set(groups.map(headOf))];
  const told = heads.flatMap((head) => [
    ...wrap(head, screen.width - 2, palette),
    ...groups.filter((group) => headOf(group) === head).flatMap((group) => groupLines(group, common, screen)),
  ]);
  const shared = wrap(`${say(screen, words.common)} ${labelsOf(common)}`, screen.width - 2, palette);
  const lines = groups.length > 0 ? [...told, ...shared.map(palette.faint)] : [say(screen, words.noMetrics)];
  return ['', palette.strong(say(screen, words.metrics)), ...indent([...lines, ...scrapingLines(scraping, screen)], 2)];
}

type Labels = MetricSeen['labels'];

/** Metrics under the same labels. */
interface Group {
  readonly labels: Labels;
  readonly names: readonly string[];
  /** Of its first metric, in all pods together. */
  readonly perRequest: number;
}

const headOf = ({ names }: Group): string => names.map(code).join(' ');

/** How much one request adds, and the labels that only this group has. */
function groupLines({ labels, perRequest }: Group, common: Labels, { width, palette }: Screen): readonly string[] {
  const own = Object.fromEntries(Object.entries(labels).filter(([name]) => !has(common, name)));
  const [first = '', ...rest] = wrap(`+${shortened(perRequest)} ${labelsOf(own)}`, width - 6, palette);
  return indent([first, ...indent(rest, 2)], 2);
}

/** The pods of a workload share its traffic, so they count as one. */
function groupsOf(metrics: readonly MetricSeen[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const { name, labels: all, perRequest } of metrics) {
    const { pod: _pod, ...labels } = all;
    const key = JSON.stringify(labels);
    const { names, perRequest: before } = groups.get(key) ?? { names: [name], perRequest: 0 };
    const sum = name === names[0] ? before + perRequest : before;
    groups.set(key, { labels, names: names.includes(name) ? names : [...names, name], perRequest: sum });
  }
  return [...groups.values()];
}

function commonLabels(all: readonly Labels[]): Labels {
  const [first = {}, ...rest] = all;
  if (rest.length === 0) return {};
  return Object.fromEntries(
    Object.entries(first).filter(([name, value]) => rest.every((one) => own(one, name) === value)),
  );
}

function scrapingLines(scraping: readonly ScrapedWorkload[], screen: Screen): readonly string[] {
  return scraping.flatMap(({ workload, proxy, hops }) => {
    const sentence = say(screen, proxy ? words.scraped : words.notScraped, { workload });
    const head = wrap(sentence, screen.width - 2, screen.palette);
    return proxy
      ? head
      : [...head.map(screen.palette.error), ...indent(traceLines({ hops, outcome: null }, screen), 2)];
  });
}

function tracingLines({ tracing: { outcome, hops } }: TelemetryReport, screen: Screen): readonly string[] {
  const traces = outcome.traces.map(({ root, spans, per1000 }) =>
    say(screen, words.trace, { root, n: spans, per1000 }),
  );
  const told = traces.length > 0 ? traces : [say(screen, words.noTraces)];
  return [
    '',
    screen.palette.strong(say(screen, words.traces)),
    ...indent(
      told.flatMap((line) => wrap(line, screen.width - 2, screen.palette)),
      2,
    ),
    ...indent(traceLines({ hops, outcome: null }, screen), 2),
  ];
}

function vizLines({ edges, stat, tap }: VizReport, screen: Screen): readonly string[] {
  const table = (command: string, head: readonly string[], rows: readonly (readonly string[])[]) => [
    '',
    screen.palette.strong(command),
    ...indent(rows.length > 0 ? tableLines(head, rows) : [say(screen, words.empty)], 2),
  ];
  return [
    ...table(
      'linkerd viz edges',
      ['SRC', 'DST', 'SRC_NS', 'DST_NS', 'CLIENT', 'SERVER', 'SECURED'],
      edges.map((row) => [
        row.source,
        row.destination,
        row.sourceNamespace,
        row.destinationNamespace,
        row.client,
        row.server,
        row.secured,
      ]),
    ),
    ...table(
      'linkerd viz stat',
      ['NAME', 'NAMESPACE', 'MESHED', 'SUCCESS'],
      stat.map(({ workload, namespace, meshed, success }) => [
        workload,
        namespace,
        meshed,
        success === undefined ? '-' : `${(success * 100).toFixed(2)}%`,
      ]),
    ),
    ...table(
      'linkerd viz tap',
      ['PROXY', 'SRC', 'DST', 'TLS', 'METHOD', 'PATH'],
      tap.map(({ proxy, from, to, tls, method, path }) => [proxy, from, to, tls, method, path]),
    ),
  ];
}

function labelsOf(labels: Labels): string {
  return Object.entries(labels)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ');
}

const shortened = (value: number): string | number =>
  Number.isFinite(value) ? Math.round(value * 10_000) / 10_000 : written(value);

const words = {
  nothing: {
    es: 'En este clúster no hay ninguna malla que observe la petición.',
    en: 'This cluster has no mesh that would observe the request.',
  },
  metrics: { es: 'Métricas', en: 'Metrics' },
  common: { es: 'Con estas etiquetas en común:', en: 'With these labels in common:' },
  noMetrics: { es: 'Ningún proxy ve la petición.', en: 'No proxy sees the request.' },
  scraped: { es: 'Prometheus recoge las de `{workload}`.', en: 'Prometheus scrapes those of `{workload}`.' },
  notScraped: {
    es: 'Prometheus no recoge las de `{workload}`:',
    en: 'Prometheus does not scrape those of `{workload}`:',
  },
  traces: { es: 'Trazas', en: 'Traces' },
  trace: {
    es: 'Una que empieza en `{root}`, de {n} {n:span|spans}, en {per1000} de cada 1000 peticiones.',
    en: 'One that begins at `{root}`, of {n} {n:span|spans}, in {per1000} of every 1000 requests.',
  },
  noTraces: { es: 'Ningún span llega a un recolector.', en: 'No span reaches a collector.' },
  noSeries: { es: 'Ninguna serie.', en: 'No series.' },
  empty: { es: 'Nada.', en: 'Nothing.' },
} satisfies Record<string, Text>;
