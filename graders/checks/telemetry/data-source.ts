import { type Finding, finding } from '../../core/finding.ts';
import type { Trace } from '../../core/trace.ts';
import { type Mesh, send } from '../../lab/mesh/index.ts';
import { dataSourcesOf } from '../../lab/telemetry/grafana/grafana.ts';
import { placeInAnswer, startOf } from '../cluster/place.ts';
import type { Submission } from '../submission.ts';
import { dataSource } from './findings.ts';
import type { GrafanaSource } from './params.ts';

/** Why Grafana's data source does not lead to Prometheus; nothing when one does. */
export function dataSourceFinding(
  mesh: Mesh,
  { grafana, prometheus }: GrafanaSource,
  submission: Submission,
): Finding | undefined {
  const pod = mesh.state.pods.find((one) => `${one.namespace}/${one.workload.name}` === grafana && one.ready);
  if (!pod) return finding(dataSource, 'noGrafana', startOf(submission), { workload: grafana });
  const sources = dataSourcesOf(mesh.state, pod);
  const metrics = sources.filter(({ type }) => type === 'prometheus');
  if (metrics.length === 0) {
    const found = sources.map(({ name, type }) => `\`${name}\` (\`${type}\`)`);
    return finding(dataSource, 'none', placeInAnswer(sources[0], submission), { found });
  }
  const problems = metrics.map((source) => {
    const { url } = source;
    const at = placeInAnswer(source, submission);
    if (/^https?:\/\/(?:localhost|127\.)/.test(url)) return finding(dataSource, 'loopback', at, { url });
    const trace = send(mesh, { from: grafana, url: `${url.replace(/\/+$/, '')}/api/v1/query` });
    const because = trace as unknown as Trace;
    const [answering] = trace.outcome.destinations;
    if (!answering?.namespace) return finding(dataSource, 'unanswered', at, { url }, because);
    const found = `${answering.namespace}/${answering.workload}`;
    return found === prometheus
      ? undefined
      : finding(dataSource, 'otherServer', at, { url, found, wanted: prometheus }, because);
  });
  return problems.includes(undefined) ? undefined : problems[0];
}
