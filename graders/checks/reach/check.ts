import { type Finding, finding } from '../../core/finding.ts';
import { checkKind } from '../check.ts';
import { abstaining } from '../cluster/assumed.ts';
import { startOf } from '../cluster/place.ts';
import { settledWorld } from '../cluster/world.ts';
import { distinct } from '../distinct.ts';
import type { Submission } from '../submission.ts';
import { type Asked, ask } from './ask.ts';
import { noTarget } from './findings.ts';
import { judge } from './judge.ts';
import type { Params, ReachCall } from './params.ts';

/** Opens connections in the settled cluster and compares what becomes of each with what is expected. */
export default checkKind<Params>({
  kind: 'reach',
  title: { es: 'Las conexiones llegan a donde deben', en: 'Connections reach whom they should' },
  check({ calls }, submission) {
    const settled = settledWorld(submission);
    const judged = calls.map((call) => best(call, ask(call, settled), submission));
    const findings = distinct(judged.flatMap((one) => one.findings));
    const telling = judged.find((one) => one.findings.length > 0) ?? judged[0];
    return { findings, ...abstaining(findings), ...(telling?.asked && { trace: telling.asked.because }) };
  },
});

interface Judged {
  readonly asked?: Asked;
  readonly findings: readonly Finding[];
}

/** Of several pods that an address may mean, the one that does best. */
function best(call: ReachCall, asked: readonly Asked[], submission: Submission): Judged {
  const judged = asked.map((one) => ({ asked: one, findings: judge(one, submission) }));
  const good =
    judged.find(({ findings }) => findings.length === 0) ?? judged.find(({ findings }) => abstaining(findings).status);
  if (good) return good;
  const [first] = judged;
  if (first) return first;
  const port = typeof call.to === 'string' ? 0 : call.to.port;
  return { findings: [finding(noTarget, 'noPod', startOf(submission), { port })] };
}
