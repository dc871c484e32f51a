import { type Finding, finding } from '../../core/finding.ts';
import type { Text } from '../../core/text.ts';
import type { Hop } from '../../core/trace.ts';
import { type HopKey, says } from '../../core/trace.ts';
import { hops } from '../../lab/istio/hops.ts';
import type { Asked } from './asked.ts';
import { denied } from './findings.ts';
import { ruleOf } from './must-be-refused.ts';

/** Which rule denied a request, or what the one asks for that came nearest to allowing it. */
export function deniedFinding(asked: Asked): Finding {
  const { request, from, because, trace } = asked;
  const at = asked.deciding('authorization');
  const last = (...keys: readonly HopKey<typeof hops>[]) => trace.hops.findLast((hop) => says(hop, hops, ...keys));
  const wide = last('policyForNamespace', 'policyForMesh');
  const said = last('deniedBy', 'ruleMisses', 'ruleLacksFact', 'ruleLacksIdentity');
  const facts = { request, from };
  if (said && says(said, hops, 'deniedBy'))
    return finding(denied, 'byRule', at, { ...facts, ...ruleOf(said) }, because);
  const policy = trace.outcome.authorization.policy ?? '';
  if (!said) return finding(denied, wide ? 'nothingAnywhere' : 'nothing', at, { ...facts, policy }, because);
  const anonymous = says(said, hops, 'ruleLacksIdentity') ? asked.placeOf(last(...unprotected)) : undefined;
  const nearest = { ...facts, ...ruleOf(said), field: said.data.field ?? '', wanted: said.data.wanted ?? [] };
  return finding(denied, wide ? 'unscoped' : 'nearest', anonymous ?? at, { ...nearest, found: foundIn(said) }, because);
}

/** Who calls is not known because of these: if the answer made it so, they are to blame. */
const unprotected = ['plaintext', 'simpleTls'] as const;

/** What the request brings instead, after «in the request» and «the request». */
function foundIn(said: Hop): Text {
  if (says(said, hops, 'ruleLacksFact')) return { es: 'no hay nada de eso', en: 'has nothing of the kind' };
  if (says(said, hops, 'ruleLacksIdentity')) {
    return { es: 'no se sabe, porque llega sin mTLS', en: 'comes without mTLS, so nobody knows who calls' };
  }
  const found = `\`${String(said.data.found)}\``;
  return { es: `es ${found}`, en: `has ${found}` };
}
