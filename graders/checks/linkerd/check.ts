import { checkKind } from '../check.ts';
import { distinct } from '../distinct.ts';
import { judgeCall } from './calls.ts';
import { refusedUpdates } from './immutable.ts';
import type { Params } from './params.ts';
import { judgePods } from './pods.ts';
import { linkerdWorld } from './world.ts';

/** Applies the answer to a cluster with Linkerd and looks at its proxies, its connections and its policies. */
export default checkKind<Params>({
  kind: 'linkerd',
  title: { es: 'La malla de Linkerd queda como debe', en: 'The mesh of Linkerd is as it must be' },
  check(params, submission) {
    const refused = params.running ? refusedUpdates(submission) : [];
    if (refused.length > 0) return { findings: refused };
    const mesh = linkerdWorld(params, submission);
    const judged = [
      judgePods(mesh, params.pods ?? [], submission),
      ...(params.calls ?? []).map((call) => judgeCall(mesh, call, submission)),
    ];
    const findings = distinct(judged.flatMap((one) => one.findings));
    const telling = judged.find((one) => one.findings.length > 0) ?? judged.find((one) => one.trace);
    return telling?.trace ? { findings, trace: telling.trace } : { findings };
  },
});
