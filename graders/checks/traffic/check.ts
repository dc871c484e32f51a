import type { Trace } from '../../core/trace.ts';
import { openMesh } from '../../lab/istio/index.ts';
import { checkKind } from '../check.ts';
import { abstaining, assumedIn } from '../cluster/assumed.ts';
import { settledLater } from '../cluster/world.ts';
import { distinct } from '../distinct.ts';
import { ask } from './asked.ts';
import { callsOfLiterals } from './every-literal.ts';
import { callsOfRules } from './every-rule.ts';
import { judge } from './judge.ts';
import type { Params } from './params.ts';
import { withReplicas } from './replicas.ts';
import { driftFinding } from './steady.ts';

/** Sends the calls through the manifests and compares what becomes of each with what is expected. */
export default checkKind<Params>({
  kind: 'traffic',
  title: { es: 'El tráfico llega a donde debe', en: 'The traffic goes where it should' },
  check(
    { calls, everyRule, everyLiteral, later = [], replicas = {}, steady = false, splitBy = 'version' },
    submission,
  ) {
    const { state } = settledLater(submission, later);
    const mesh = openMesh(withReplicas(state, replicas));
    const usual = steady ? openMesh(state) : undefined;
    const all = [
      ...calls,
      ...(everyRule ? callsOfRules(mesh, everyRule) : []),
      ...(everyLiteral ? callsOfLiterals(mesh, everyLiteral) : []),
    ];
    const judged = all.map((call) => {
      const asked = ask(mesh, call, submission);
      const findings = judge(asked, splitBy);
      const drift =
        usual && findings.length === 0
          ? driftFinding(asked, ask(usual, call, submission), splitBy, replicas)
          : undefined;
      const guess =
        findings.length === 0 && !drift ? assumedIn(asked.trace.hops, submission, asked.because) : undefined;
      const unsure = guess ? [guess] : findings;
      return { asked, findings: drift ? [drift] : unsure };
    });
    const telling = judged.find(({ findings }) => findings.length > 0) ?? judged[0];
    const findings = distinct(judged.flatMap(({ findings }) => findings));
    const status = abstaining(findings);
    return telling ? { findings, ...status, trace: telling.asked.because as Trace } : { findings };
  },
});
