import { type Finding, finding } from '../../core/finding.ts';
import type { Span } from '../../core/span.ts';
import type { Trace } from '../../core/trace.ts';
import { podsOf } from '../../lab/cluster/index.ts';
import { type Mesh, send } from '../../lab/istio/index.ts';
import { type DataSource, type Provisioning, provisioningOf } from '../../lab/telemetry/index.ts';
import { fieldSpan } from '../../model/manifests/manifests.ts';
import { withinBlock } from '../../parse/yaml/block.ts';
import { placeInAnswer, startOf } from '../cluster/place.ts';
import type { Submission } from '../submission.ts';
import { dataSource } from './findings.ts';
import type { GrafanaSource } from './params.ts';

/** Why Grafana's data source does not lead to Prometheus; nothing when one does. */
export function dataSourceFinding(mesh: Mesh, wanted: GrafanaSource, submission: Submission): Finding | undefined {
  const { grafana } = wanted;
  const pods = podsOf(mesh.state, grafana);
  const pod = pods.find(({ ready }) => ready);
  if (!pod) return grafanaDown(grafana, pods[0]?.problem?.data, submission);
  const provisioning = provisioningOf(mesh.state, pod);
  const { sources, broken } = provisioning;
  const [unreadable] = broken;
  if (unreadable) return finding(dataSource, 'unreadable', placeInAnswer({ at: unreadable }, submission), {});
  const [first, second] = sources.filter(({ isDefault }) => isDefault);
  if (first && second) {
    const names = { name: first.name, other: second.name };
    return finding(dataSource, 'twoDefaults', placeOf(second, 'isDefault', submission), names);
  }
  const metrics = sources.filter(({ type }) => type === 'prometheus');
  if (metrics.length === 0) return noSource(provisioning, submission);
  const problems = metrics.map((source) => unansweredBy(mesh, source, wanted, submission));
  return problems.includes(undefined) ? undefined : problems[0];
}

function grafanaDown(workload: string, facts: Finding['data'] | undefined, submission: Submission): Finding {
  const { kind, name } = facts ?? {};
  if (kind === 'ConfigMap' && typeof name === 'string')
    return finding(dataSource, 'noConfigMap', nearMap(name, submission), { workload, name });
  return finding(dataSource, 'noGrafana', startOf(submission), { workload });
}

/** What the answer has in place of a ConfigMap that is missing: it has the name elsewhere, or another name. */
function nearMap(name: string, submission: Submission): Span {
  const maps = submission.answered().resources.filter(({ kind }) => kind === 'ConfigMap');
  const namesake = maps.find((one) => one.name === name);
  if (namesake) return fieldSpan(namesake, 'metadata', 'namespace');
  return maps[0] ? fieldSpan(maps[0], 'metadata', 'name') : startOf(submission);
}

function noSource({ sources, folder, mounted: [at] }: Provisioning, submission: Submission): Finding {
  const [first] = sources;
  if (!first) return finding(dataSource, 'empty', placeInAnswer(at && { at }, submission), { folder });
  const found = sources.map(({ name, type }) => (type === '' ? `\`${name}\`` : `\`${name}\` (\`${type}\`)`));
  return finding(dataSource, 'none', placeOf(first, 'type', submission), { found });
}

/** The line of a field of a source, or of its name where it has none, in the block that the ConfigMap holds it in. */
function placeOf({ at, written, places }: DataSource, field: keyof DataSource['places'], submission: Submission): Span {
  const source = submission.answers.find(({ path }) => path === at.path);
  const part = places[field] ?? places.name;
  return source && part ? withinBlock(submission.body(source), at, written, part) : placeInAnswer({ at }, submission);
}

/** Why Prometheus does not answer at the address of a data source. */
function unansweredBy(
  mesh: Mesh,
  source: DataSource,
  { grafana, prometheus }: GrafanaSource,
  submission: Submission,
): Finding | undefined {
  const { name, url, access } = source;
  if (access === 'direct') return finding(dataSource, 'direct', placeOf(source, 'access', submission), { name });
  const at = placeOf(source, 'url', submission);
  if (url === '') return finding(dataSource, 'noUrl', at, { name });
  const [, scheme = '', host = '', path = ''] = /^(?:(\w+):\/\/)?([^/?#]*)(.*)$/.exec(url) ?? [];
  if (scheme === '') return finding(dataSource, 'noScheme', at, { url });
  if (/^(?:localhost|127\.|0\.0\.0\.0|\[::1?\])/i.test(host)) return finding(dataSource, 'loopback', at, { url });
  const ask = (address: string) => send(mesh, { from: grafana, url: `${address.replace(/\/+$/, '')}/api/v1/query` });
  const because = ask(url) as unknown as Trace;
  // Who is there is found in plain HTTP: over TLS nobody of the course's worlds answers, and it matters whom one missed.
  const [answering] = ask(url.replace(/^https:/i, 'http:')).outcome.destinations;
  if (!answering?.namespace) return finding(dataSource, 'unanswered', at, { url }, because);
  const found = `${answering.namespace}/${answering.workload}`;
  if (found !== prometheus) return finding(dataSource, 'otherServer', at, { url, found, wanted: prometheus }, because);
  if (scheme.toLowerCase() === 'https') return finding(dataSource, 'overTls', at, { url }, because);
  return /^\/*$/.test(path) ? undefined : finding(dataSource, 'underPath', at, { url, path }, because);
}
