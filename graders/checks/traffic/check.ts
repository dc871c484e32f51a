import type { Trace } from '../../core/trace.ts';
import { openMesh } from '../../lab/mesh/index.ts';
import { checkKind } from '../check.ts';
import { settledWorld } from '../cluster/world.ts';
import { distinct } from '../distinct.ts';
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
