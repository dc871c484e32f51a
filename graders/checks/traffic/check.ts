import type { Finding } from '../../core/finding.ts';
import type { Trace } from '../../core/trace.ts';
import { openMesh } from '../../lab/mesh/index.ts';
import { checkKind } from '../check.ts';
import { settledWorld } from '../cluster/world.ts';
import { ask } from './asked.ts';
import { judge } from './judge.ts';
import type { Params } from './params.ts';
import { withReplicas } from './replicas.ts';

/** Sends the calls through the manifests and compares what becomes of each with what is expected. */
export default checkKind<Params>({
  kind: 'traffic',
  title: { es: 'El tráfico llega a donde debe', en: 'The traffic goes where it should' },
  check({ calls, replicas = {}, splitBy = 'version' }, submission) {
    const { state } = settledWorld(submission);
    const mesh = openMesh(withReplicas(state, replicas));
    const judged = calls.map((call) => {
      const asked = ask(mesh, call, submission);
      return { asked, findings: judge(asked, splitBy) };
    });
    const telling = judged.find(({ findings }) => findings.length > 0) ?? judged[0];
    const findings = distinct(judged.flatMap(({ findings }) => findings));
    return telling ? { findings, trace: telling.asked.because as Trace } : { findings };
  },
});

/** Of findings with one cause (same kind, same lines), the first tells the story. */
function distinct(findings: readonly Finding[]): readonly Finding[] {
  const first = new Map<string, Finding>();
  for (const found of findings) {
    const key = [found.id, found.message, found.at.path, found.at.from, found.at.to].join(' ');
    if (!first.has(key)) first.set(key, found);
  }
  return [...first.values()];
}
