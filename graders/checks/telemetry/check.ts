import type { Finding } from '../../core/finding.ts';
import { openMesh } from '../../lab/istio/index.ts';
import { checkKind } from '../check.ts';
import { settledWorld } from '../cluster/world.ts';
import { dataSourceFinding } from './data-source.ts';
import type { Params } from './params.ts';
import { scrapedFinding } from './scraped.ts';
import { tracedFinding } from './traced.ts';

/** Applies the answer and looks at what can be observed: what is scraped, what Grafana can ask, which traces arrive. */
export default checkKind<Params>({
  kind: 'telemetry',
  title: { es: 'La malla se puede observar', en: 'The mesh can be observed' },
  check({ scraped = [], dataSource, traces = [] }, submission) {
    const mesh = openMesh(settledWorld(submission).state);
    const found = [
      ...scraped.map((one) => scrapedFinding(mesh, one, submission)),
      dataSource && dataSourceFinding(mesh, dataSource, submission),
      ...traces.map((one) => tracedFinding(mesh, one, submission)),
    ].filter((found) => found !== undefined);
    const findings = distinct(found);
    const [because] = findings.flatMap((found) => found.because ?? []);
    return because ? { findings, trace: because } : { findings };
  },
});

/** Of findings with one cause (same kind, same lines), the first tells the story. */
function distinct(findings: readonly Finding[]): readonly Finding[] {
  const keys = findings.map(({ id, message, at }) => [id, message, at.path, at.from, at.to].join(' '));
  return findings.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}
