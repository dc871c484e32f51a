import { type Finding, finding } from '../../core/finding.ts';
import type { Trace } from '../../core/trace.ts';
import { podsOf } from '../../lab/cluster/index.ts';
import type { Mesh } from '../../lab/istio/index.ts';
import { announcedAt, scrape } from '../../lab/telemetry/index.ts';
import { placeInAnswer, startOf } from '../cluster/place.ts';
import { retell } from '../cluster/retell.ts';
import type { Submission } from '../submission.ts';
import { notScraped } from './findings.ts';
import type { ScrapedWorkload } from './params.ts';
import { deciding } from './place.ts';

/** Why what a workload measures does not arrive; nothing when it does. */
export function scrapedFinding(
  mesh: Mesh,
  { workload, app }: ScrapedWorkload,
  submission: Submission,
): Finding | undefined {
  const pods = podsOf(mesh.state, workload);
  if (pods.length === 0) return finding(notScraped, 'noPods', startOf(submission), { workload });
  for (const pod of pods) {
    const { proxy, app: own, hops } = scrape(mesh, pod);
    const arrives = !app || (own?.port === app.port && own.path === app.path);
    if (proxy && arrives) continue;
    const at = deciding(hops, submission);
    const because: Trace = { hops, outcome: { proxy, app: own !== undefined } };
    const reason = hops.map((hop) => retell(hop, [notScraped], at, because)).find((one) => one !== undefined);
    if (reason) return reason;
    if (!proxy || !app) return finding(notScraped, 'proxyMissing', at, { workload }, because);
    const { port, path } = app;
    if (own) {
      const facts = { workload, port, path, asked: own.port, askedPath: own.path };
      const told = announcedAt(pod, own.port === port ? 'path' : 'port');
      return finding(notScraped, 'appElsewhere', placeInAnswer({ at: told }, submission), facts, because);
    }
    const merged = hops.some(({ message }) => message.endsWith('/merged'));
    return finding(notScraped, merged ? 'appMissing' : 'appAtProxy', at, { workload }, because);
  }
  return undefined;
}
