import { type Finding, finding } from '../../core/finding.ts';
import { own } from '../../core/own.ts';
import type { Text } from '../../core/text.ts';
import type { Hop } from '../../core/trace.ts';
import type { Asked } from './asked.ts';
import { denied } from './findings.ts';
import { ruleOf } from './must-be-refused.ts';

/** Which rule denied a request, or what the one asks for that came nearest to allowing it. */
export function deniedFinding(asked: Asked): Finding {
  const { request, from, because, trace } = asked;
  const at = asked.deciding('authorization');
  const last = (...messages: readonly string[]) =>
    trace.hops.findLast(({ message }) => messages.some((one) => message === `mesh/${one}`));
  const wide = last('policyForNamespace', 'policyForMesh');
  const said = last('deniedBy', 'ruleMisses', 'ruleLacksFact', 'ruleLacksIdentity');
  const facts = { request, from };
  if (said?.message === 'mesh/deniedBy') return finding(denied, 'byRule', at, { ...facts, ...ruleOf(said) }, because);
  const policy = trace.outcome.authorization.policy ?? '';
  if (!said) return finding(denied, wide ? 'nothingAnywhere' : 'nothing', at, { ...facts, policy }, because);
  const anonymous = said.message === 'mesh/ruleLacksIdentity' ? asked.placeOf(last(...unprotected)) : undefined;
  const nearest = { ...facts, ...ruleOf(said), field: said.data.field ?? '', wanted: said.data.wanted ?? [] };
  return finding(denied, wide ? 'unscoped' : 'nearest', anonymous ?? at, { ...nearest, found: foundIn(said) }, because);
}

/** Who calls is not known because of these: if the answer made it so, they are to blame. */
const unprotected = ['plaintext', 'simpleTls'] as const;

/** What the request brings instead, after «in the request» and «the request». */
function foundIn({ message, data }: Hop): Text {
  const found = `\`${String(data.found)}\``;
  return own(missing, message) ?? { es: `es ${found}`, en: `has ${found}` };
}

const missing: Readonly<Record<string, Text>> = {
  'mesh/ruleLacksFact': { es: 'no hay nada de eso', en: 'has nothing of the kind' },
  'mesh/ruleLacksIdentity': {
    es: 'no se sabe, porque llega sin mTLS',
    en: 'comes without mTLS, so nobody knows who calls',
  },
};
